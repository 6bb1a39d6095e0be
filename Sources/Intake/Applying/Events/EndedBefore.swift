import Domain
import SQLite

/// Households that a file ends before what stands of them begins: `EndedHouseholds` the other way round. The
/// end is taken, since what begins later may be what is wrong, and told.
enum EndedBefore {
  /// What begins with a household on a day: the sheet, or the roster's column, that tells of it.
  private static let begins = [
    (name: "enrolled_on", table: "enrolment", day: "enrolled_on"),
    (name: "plans", table: "plan", day: "starts_on"),
    (name: "project_households", table: "project_household", day: "since"),
    (name: "assignments", table: "assignment", day: "since"),
    (name: "progress", table: "progress", day: "logged_on"),
    (name: "income", table: "income", day: EndedHouseholds.firstDayOfYear),
  ]

  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    var ends: [(household: Int64, on: Int32, line: Int)] = []
    let kinds = [HouseholdEventKind.end, .merge, .move, .split].map { String($0.rawValue) }
    try work.register.connection.rows(
      """
      SELECT ended.household_id, ended.ended_on, min(s.line)
      FROM household_end AS ended
      JOIN household ON household.id = ended.household_id
      JOIN temp.staged AS s ON s.household_no = household.household_no
        AND s."on" = ended.ended_on AND s.event IN (\(kinds.joined(separator: ", ")))
        AND s.withdraws = 0 AND s.rejected = 0
      WHERE ended.entered = :entry AND ended.withdrawn IS NULL
      GROUP BY ended.id ORDER BY 3
      """, ["entry": .integer(work.entry)]
    ) { ends.append(($0.int64(0), $0.int32(1), $0.int(2))) }
    for end in ends {
      guard let notice = try notice(end.household, end.on, work) else { continue }
      work.warnApplied(
        Fault(
          line: end.line, column: "on", value: try work.written("on", line: end.line),
          .notice(notice)))
    }
  }

  private static func notice(
    _ household: Int64, _ day: Int32, _ work: ImportWork
  ) throws(SQLiteFailure) -> Notice? {
    var names: [String] = []
    var first = DayPeriod.openEnd
    for begins in begins {
      let day = try work.register.connection.first(
        """
        SELECT min(\(begins.day)) FROM \(begins.table) AS f
        WHERE f.household_id = :household AND f.withdrawn IS NULL AND \(begins.day) >= :day
        """, ["household": .integer(household), "day": Value(day)]
      ) { $0.isNull(0) ? nil : $0.int32(0) }
      guard let day = day ?? nil else { continue }
      names.append(begins.name)
      first = min(first, day)
    }
    return names.isEmpty ? nil : .endedBefore(names, first: first)
  }
}
