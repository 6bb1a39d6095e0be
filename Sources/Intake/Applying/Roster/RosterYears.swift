import Domain
import SQLite

/// A household enrolled in several years has one more row for the head a year, as an export writes it: the
/// row says of the head what another one says, or nothing, and gives a day of another year. It is no second
/// head and no person of its own.
enum RosterYears {
  /// What `withdraws` holds in such a row, which neither gives a person nor takes one back.
  static let mark = 3

  static func find(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.holds("enrolled_on") else { return }
    let agrees = person.map { "(s.\($0) IS NULL OR s.\($0) IS head.\($0))" }
      .joined(separator: " AND ")
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET withdraws = \(mark)
      WHERE relation = \(Relation.Base.head.rawValue) AND withdraws = 0 AND rejected = 0
        AND clears = 0 AND enrolled_on IS NOT NULL AND EXISTS (
          SELECT 1 FROM temp.staged AS head INDEXED BY staged_head
          WHERE head.household_no = s.household_no AND head.relation = \(Relation.Base.head.rawValue)
            AND head.row < s.row AND head.withdraws <> 1
            AND (head.enrolled_on IS NULL
              OR \(RosterHouseholds.year("head.enrolled_on")) <> \(RosterHouseholds.year("s.enrolled_on")))
            AND head.name = s.name AND \(agrees))
      """)
  }

  /// What a row says of the person.
  private static let person: [String] = {
    let others = Set(
      RosterHouseholds.columns
        + ["household_no", "township", "village", "name", "relation", "withdraw"])
    return Sheet.roster.columns.filter { !others.contains($0.name) }.map(StagedColumns.name(of:))
  }()
}
