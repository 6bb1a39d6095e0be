import Domain
import SQLite

/// Stays that cannot be: one end given against the other end, which stands (a row that gives both was judged
/// by itself), and a stay that would begin before its household did, by a split.
enum RosterPeriods {
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    func after(_ column: String, whenCleared cleared: String) -> String {
      """
      CASE WHEN s.clears & \(RosterHouseholds.bit(column)) THEN \(cleared)
        ELSE ifnull(s.\(column), member.\(column)) END
      """
    }
    let joined = after("joined_on", whenCleared: beginning)
    let left = after("left_on", whenCleared: openEnd)
    try work.faults(
      "left_on",
      """
      SELECT s.line, \(joined) FROM temp.staged AS s JOIN member ON member.id = s.standing_id
      WHERE s.withdraws = 0 AND s.rejected = 0 AND (s.joined_on IS NULL) <> (s.left_on IS NULL)
        AND \(left) <= \(joined)
      """
    ) {
      .notAfter(column: "joined_on", value: CalendarDate(dayNumber: $0.int32(1)).description)
    }
    try judgeBeginnings(work)
    try RosterMoves.judge(work)
  }

  /// A household split off has a first day. Nobody was a member of it before, and a new member without a day
  /// would have been.
  private static func judgeBeginnings(_ work: ImportWork) throws(SQLiteFailure) {
    let first = """
      (SELECT min(since) FROM residence
        WHERE household_id = s.household_id AND withdrawn IS NULL)
      """
    func judge(_ rows: String, _ kind: (borrowing Row) -> FaultKind) throws(SQLiteFailure) {
      try work.faults(
        "joined_on",
        """
        SELECT s.line, \(first) AS first FROM temp.staged_household AS house
        CROSS JOIN temp.staged AS s ON s.household_no = house.household_no
        WHERE house.stands = 1 AND s.withdraws = 0 AND s.rejected = 0 AND \(first) > \(beginning)
          AND \(rows)
        """, [:], kind)
    }
    try judge("s.joined_on < \(first)") { .notYetStanding(since: $0.int32(1)) }
    try judge(
      """
      s.joined_on IS NULL AND (s.standing_id IS NULL
        OR s.clears & \(RosterHouseholds.bit("joined_on")) <> 0)
      """
    ) { _ in .needsOneOf(["joined_on"]) }
  }
}
