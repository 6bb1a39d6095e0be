import Domain
import SQLite

/// Rows that give one end of a stay that stands, against the other end, which stands. A row that gives both
/// was judged by itself.
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
  }
}
