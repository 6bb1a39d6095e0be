import SQLite

/// Rows of one file about one fact.
enum RepeatedKeys {
  /// A row with the key of an earlier one is the same row again, which changes nothing, or contradicts it,
  /// which is a fault at the later line that names the first.
  ///
  /// - Parameter columns: by which rows are about one fact; nil: the sheet's key.
  static func judge(_ work: ImportWork, by columns: [String]? = nil) throws(SQLiteFailure) {
    let key = work.sheet.columns.filter { columns?.contains($0.name) ?? $0.isKey }
      .map { StagedColumns.name(of: $0) }
    guard !key.isEmpty else { return }
    let keys = key.joined(separator: ", ")
    let repeats = try work.register.connection.first(
      """
      SELECT 1 FROM temp.staged WHERE rejected = 0 GROUP BY \(keys) HAVING count(*) > 1 LIMIT 1
      """
    ) { _ in true }
    guard repeats == true else { return }
    let all = StagedColumns(work.sheet).slots.map(\.name).joined(separator: ", ")
    var later: [(row: Int64, line: Int, firstLine: Int, isSame: Bool)] = []
    try work.register.connection.rows(
      """
      SELECT s.row, s.line, first.line,
        (s.withdraws, s.clears, \(qualified(all, "s"))) IS (first.withdraws, first.clears, \(qualified(all, "first")))
      FROM (
        SELECT row, min(row) OVER (PARTITION BY \(keys)) AS first_row
        FROM temp.staged WHERE rejected = 0) AS pair
      JOIN temp.staged AS s ON s.row = pair.row
      JOIN temp.staged AS first ON first.row = pair.first_row
      WHERE pair.row <> pair.first_row
      """
    ) { later.append(($0.int64(0), $0.int(1), $0.int(2), $0.int(3) == 1)) }
    for row in later {
      if row.isSame {
        try work.register.connection.run(
          "UPDATE temp.staged SET rejected = 2 WHERE row = :row", ["row": .integer(row.row)])
      } else {
        let column = work.sheet.columns.first(where: \.isKey)?.name
        work.add(
          Fault(
            line: row.line, column: column, value: try work.written(column, line: row.line),
            .repeatedKey(firstLine: row.firstLine)))
      }
    }
  }

  private static func qualified(_ columns: String, _ alias: String) -> String {
    columns.split(separator: ",").map { "\(alias).\($0.drop { $0 == " " })" }.joined(
      separator: ", ")
  }
}

extension StagedColumns {
  /// The staged column of a sheet's column.
  static func name(of column: Column) -> String {
    column.kind == .residentID ? "resident_key" : "\"\(column.name)\""
  }
}
