import CSV

extension ReportColumn {
  // MARK: Rows of a list of columns, in each format

  /// The columns that a terminal shows: where no row has a value, a column of dashes would only
  /// take room. A total does not keep a column alone.
  package static func filled(_ columns: [ReportColumn], rows: [Row]) -> [ReportColumn] {
    columns.filter { column in
      column.onTerminal && (rows.isEmpty || rows.contains(where: column.hasValue))
    }
  }

  package static func table(
    _ columns: [ReportColumn], rows: [Row], total: Row? = nil, in language: ReportLanguage
  ) -> TextTable {
    let columns = filled(columns, rows: rows)
    var table = TextTable(columns.map { $0.tableColumn(in: language) })
    let readings = columns.map(\.reading)
    for row in rows {
      for reading in readings { table.append(reading.text(row, in: language)) }
      table.endRow()
    }
    if let total { table.setTotal(readings.map { $0.text(total, in: language) }) }
    return table
  }

  package static func csv(
    _ columns: [ReportColumn], rows: [Row], total: Row? = nil, form: TextForm = TextForm()
  ) -> [UInt8] {
    var csv = CSVText(form: form)
    csv.row(columns.map(\.csvName))
    let readings = columns.map(\.reading)
    for row in rows { csv.row(readings, of: row) }
    if let total { csv.row(readings, of: total) }
    return csv.bytes
  }

  package static func writeObject(
    _ columns: [ReportColumn], of row: Row, into json: inout JSONText
  ) {
    json.object { json in
      for column in columns { column.write(row, into: &json) }
    }
  }

  package static func writeArray(
    _ columns: [ReportColumn], named name: String, of rows: [Row], into json: inout JSONText
  ) {
    json.memberArray(name) { json in
      for row in rows { writeObject(columns, of: row, into: &json) }
    }
  }
}
