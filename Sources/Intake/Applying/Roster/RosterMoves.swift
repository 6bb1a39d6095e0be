import Domain
import SQLite

/// What a roster may not say of those whom a split or a merge moved: they are in the one household until its
/// day, and in the other from it on. A row that says otherwise is refused naming the event.
enum RosterMoves {
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    let moved = try work.register.connection.first(
      """
      SELECT 1 FROM household_event WHERE withdrawn IS NULL AND event IN (\(split), \(merge)) LIMIT 1
      """
    ) { _ in true }
    guard moved == true else { return }
    // A day before the beginning of a household split off was told already (`RosterPeriods`).
    try judgeArrivals(
      "joined_on",
      """
      s.withdraws = 0 AND (s.joined_on > stay.joined_on
        OR event.event = \(merge) AND (s.joined_on < stay.joined_on
          OR s.clears & \(RosterHouseholds.bit("joined_on")) <> 0))
      """, work)
    try judgeArrivals("withdraw", "s.withdraws = 1", work)
    try judgeDepartures(work)
  }

  private static let split = HouseholdEventKind.split.rawValue
  private static let merge = HouseholdEventKind.merge.rawValue

  /// Rows of stays that an event began.
  private static func judgeArrivals(
    _ column: String, _ condition: String, _ work: ImportWork
  ) throws(SQLiteFailure) {
    try work.faults(
      column,
      """
      SELECT s.line, code_label.name, event.happened_on, house.household_no
      FROM temp.staged AS s
      JOIN member AS stay ON stay.id = s.standing_id
      JOIN household_event AS event ON event.other_household_id = stay.household_id
        AND event.other_household_id IS NOT NULL AND event.withdrawn IS NULL
        AND event.happened_on = stay.joined_on
      JOIN member AS before ON before.household_id = event.household_id
        AND before.withdrawn IS NULL AND before.left_on = event.happened_on
        AND (event.event = \(merge)
          OR event.event = \(split) AND event.member_no = before.member_no)
        AND before.resident_key IS stay.resident_key
        AND (stay.resident_key IS NOT NULL
          OR before.name = stay.name AND before.birth_date IS stay.birth_date)
      JOIN household AS house ON house.id = stay.household_id
      JOIN code_label ON code_label.list = 'event' AND code_label.code = event.event
      WHERE s.rejected = 0 AND \(condition)
      GROUP BY s.row
      """
    ) { .laterEvent(event: $0.text(1), on: $0.int32(2), other: $0.text(3)) }
  }

  /// Rows by which somebody who split off, or was in a household that merged away, would stay longer. Who would
  /// have left before is a member of the day the less, which the register's own rule refuses
  /// (`rule_given_members`).
  private static func judgeDepartures(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "left_on",
      """
      SELECT s.line, code_label.name, event.happened_on, other.household_no
      FROM temp.staged AS s
      JOIN member AS stay ON stay.id = s.standing_id
      JOIN household_event AS event ON event.household_id = stay.household_id
        AND event.happened_on = stay.left_on AND event.withdrawn IS NULL
        AND (event.event = \(merge)
          OR event.event = \(split) AND event.member_no = stay.member_no)
      JOIN household AS other ON other.id = event.other_household_id
      JOIN code_label ON code_label.list = 'event' AND code_label.code = event.event
      WHERE s.rejected = 0 AND s.withdraws = 0 AND (s.left_on > stay.left_on
        OR s.clears & \(RosterHouseholds.bit("left_on")) <> 0)
      GROUP BY s.row
      """
    ) { .laterEvent(event: $0.text(1), on: $0.int32(2), other: $0.text(3)) }
  }
}
