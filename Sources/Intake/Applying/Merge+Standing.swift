import Domain
import SQLite

// What stands in the way of a row that only adds: the fact of its key, in the first value that differs.

extension Merge {
  /// Rows of a submission that only adds, where the fact of their key stands with other values.
  func refuseCorrections(_ work: ImportWork) throws(SQLiteFailure) {
    let key = work.sheet.columns.first(where: \.isKey)?.name
    let columns = values.map { $0.column(in: work.sheet) }
    let places = values.indices.map(String.init)
    try work.faults(
      key,
      """
      SELECT (SELECT line FROM temp.staged WHERE row = m.row),
        \(firstDiffering(places, work)), \(firstDiffering(values.map(\.standing), work))
      FROM temp.merge_\(table) AS m CROSS JOIN \(source) AS s ON s.row = m.row
        JOIN \(table) AS f ON f.id = m.standing_id
      WHERE m.state = 2
      ORDER BY m.rowid
      """
    ) { row in
      let column = row.isNull(1) ? nil : columns[row.int(1)]
      let value = row.value(2)
      return .stands(
        column: column?.name,
        value: column.flatMap { StagedText.standing(value, as: $0.kind) })
    }
  }

  /// The answer for the first value in which a row differs from its standing fact, as SQL over `s` and `f`.
  private func firstDiffering(_ answers: [String], _ work: ImportWork) -> String {
    let cases = zip(values, answers).map { value, answer in
      "WHEN \(effective(value, work)) IS NOT f.\(value.name) THEN \(answer)"
    }
    return cases.isEmpty ? "NULL" : "CASE \(cases.joined(separator: " ")) END"
  }
}

extension MergeColumn {
  /// The sheet's column that gives the value; nil where no one column does.
  fileprivate func column(in sheet: Sheet) -> Column? {
    if name == "staff_id" { return sheet.column("staff_no") }
    guard !name.hasSuffix("_id") else { return nil }
    var names = [clearedBy, name]
    for unit in ["_fen", "_milli", "_hundredths"] where name.hasSuffix(unit) {
      names.append(String(name.dropLast(unit.count)))
    }
    if given.hasPrefix("s.") { names.append(String(given.dropFirst(2))) }
    for known in names {
      if let known, let column = sheet.column(known) { return column }
    }
    return nil
  }

  /// What stands, as SQL over `f`: of an official the number.
  fileprivate var standing: String {
    name == "staff_id" ? "(SELECT staff_no FROM staff WHERE id = f.staff_id)" : "f.\(name)"
  }
}

extension StagedText {
  /// A standing value as people write it: empty where nothing stands or a period is open, nil where it is not
  /// shown. A birth date is not: of an ID it is what masking hides.
  static func standing(_ value: Value, as kind: ColumnKind) -> String? {
    switch (value, kind) {
    case (_, .birthDate): nil
    case (.null, _): ""
    case (.integer(let day), .day)
    where day <= Int64(DayPeriod.firstDay) || day >= Int64(DayPeriod.openEnd):
      ""
    default: text(value, as: kind)
    }
  }
}
