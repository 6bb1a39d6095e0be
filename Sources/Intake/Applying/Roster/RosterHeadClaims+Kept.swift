import Domain
import SQLite

extension RosterHeadClaims {
  /// Rows of relation head whose person is not head on the last day of the row's stay, now that the file is
  /// applied: by what it changes, another is head then. Asked of the households that the file changes, since
  /// what it said of the others was judged before.
  static func judgeKept(_ work: ImportWork) throws(SQLiteFailure) {
    let changes = try work.register.connection.first(
      "SELECT 1 FROM temp.merge_member WHERE state <> 0 LIMIT 1"
    ) { _ in true }
    guard changes == true || work.completeOn != nil else { return }
    var others: [(line: Int, household: Int64, head: Int64, since: Int32, leftOn: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, house.household_id, h.member_no, h.since, \(leftOn)
      FROM (\(changed(work))) AS changed
      CROSS JOIN temp.staged_household AS house ON house.household_no = changed.household_no
        AND house.stands = 1 AND house.rejected = 0
      CROSS JOIN temp.staged AS s INDEXED BY staged_head ON s.household_no = house.household_no
        AND s.relation = \(head) AND s.withdraws = 0 AND s.rejected = 0
      LEFT JOIN member AS stay ON stay.id = s.standing_id
      CROSS JOIN headship AS h ON h.household_id = house.household_id AND h.withdrawn IS NULL
        AND h.since = (
          SELECT max(since) FROM headship
          WHERE household_id = house.household_id AND withdrawn IS NULL AND since < \(leftOn))
      WHERE h.member_no IS NOT s.member_no AND s.row NOT IN (SELECT row FROM temp.stale_head)
      ORDER BY s.row
      """
    ) { others.append(($0.int(0), $0.int64(1), $0.int64(2), $0.int32(3), $0.int32(4))) }
    for other in others {
      let kind: FaultKind =
        other.since > DayPeriod.firstDay
        ? .datedHistory(event: HouseholdEventKind.head.name, on: other.since)
        : .headStands(
          name: try name(of: other.head, in: other.household, work),
          leftOn: leaving(on: other.leftOn))
      work.add(Fault(line: other.line, column: "relation", value: "head", kind))
    }
  }

  private static func changed(_ work: ImportWork) -> String {
    let absent = """
      UNION ALL
      SELECT household.household_no FROM temp.absent
      JOIN household ON household.id = absent.household_id
      """
    return """
      SELECT DISTINCT household_no FROM (
        SELECT s.household_no FROM temp.merge_member AS merged
        JOIN temp.staged AS s ON s.row = merged.row WHERE merged.state <> 0
        \(work.completeOn == nil ? "" : absent))
      """
  }
}
