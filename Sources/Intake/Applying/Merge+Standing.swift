import Domain
import SQLite

// What stands in the way of a row that only adds: the fact of its key, in all values that differ.

extension Merge {
  /// Rows of a submission that only adds, where the fact of their key stands with other values.
  ///
  /// - Parameter additionsToo: whether also those of whose key no fact stands: each value that they give differs
  ///   from nothing.
  func refuseCorrections(_ work: ImportWork, additionsToo: Bool) throws(SQLiteFailure) {
    let key = work.sheet.columns.first(where: \.isKey)?.name
    let columns = values.map { $0.column(in: work.sheet) }
    let answers = values.map { "\(effective($0, work)) IS NOT f.\($0.name), \($0.standing)" }
    try work.faults(
      key,
      """
      SELECT \((["(SELECT line FROM temp.staged WHERE row = m.row)"] + answers).joined(separator: ", "))
      FROM temp.merge_\(table) AS m CROSS JOIN \(source) AS s ON s.row = m.row
        LEFT JOIN \(table) AS f ON f.id = m.standing_id
      WHERE m.state IN (\(additionsToo ? "1, 2" : "2"))
      ORDER BY m.rowid
      """
    ) { row in .stands(StandingValue.differing(in: columns, row)) }
  }
}

extension StandingValue {
  /// What stands in the columns in which a row differs, each column once.
  ///
  /// - Parameters:
  ///   - columns: in the order in which they are told; nil where no one column gives the value.
  ///   - row: the line, then for each of the columns whether the row differs and what stands.
  static func differing(in columns: [Column?], _ row: borrowing Row) -> [StandingValue] {
    var differing: [StandingValue] = []
    var place: Int32 = 1
    for column in columns {
      if let column, row.int(place) == 1, !differing.contains(where: { $0.column == column.name }) {
        differing.append(
          StandingValue(
            column: column.name,
            value: StagedText.standing(row.value(place + 1), as: column.kind)))
      }
      place += 2
    }
    return differing
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
