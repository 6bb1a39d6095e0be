import Domain
import SQLite

// Heads whom events name, or a roster from a day on, which is kept as the event that it is.

extension RosterHeads {
  /// Keeps the events of the heads who were named from a day on.
  ///
  /// - Parameter headship: the last row of `headship` before they were.
  static func tellNamed(
    after headship: Int64, _ work: ImportWork
  ) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO household_event (household_id, event, happened_on, member_no, entered)
      SELECT household_id, \(HouseholdEventKind.head.rawValue), since, member_no, :entry
      FROM headship AS named
      WHERE id > :last AND since > \(beginning) AND NOT EXISTS (
        SELECT 1 FROM household_event
        WHERE household_id = named.household_id AND event = \(HouseholdEventKind.head.rawValue)
          AND happened_on = named.since AND member_no = named.member_no AND withdrawn IS NULL)
      ORDER BY id
      """, ["last": .integer(headship), "entry": .integer(work.entry)])
  }

  /// An event of a head names a member of its day. A row by which the person comes later, leaves before or never
  /// was there is refused naming the event.
  static func judgeNamed(_ work: ImportWork) throws(SQLiteFailure) {
    let isAny = try work.register.connection.first(
      """
      SELECT 1 FROM household_event
      WHERE event = \(HouseholdEventKind.head.rawValue) AND withdrawn IS NULL LIMIT 1
      """
    ) { _ in true }
    guard isAny == true else { return }
    var strangers: [(household: Int64, member: Int64, day: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT event.household_id, event.member_no, event.happened_on
      FROM (\(uncertain(work))) AS house
      CROSS JOIN household_event AS event ON event.household_id = house.household_id
        AND event.event = \(HouseholdEventKind.head.rawValue) AND event.withdrawn IS NULL
      WHERE NOT EXISTS (
        SELECT 1 FROM member
        WHERE household_id = event.household_id AND member_no = event.member_no
          AND withdrawn IS NULL AND joined_on <= event.happened_on
          AND event.happened_on < left_on)
      ORDER BY event.household_id, event.happened_on
      """
    ) { strangers.append(($0.int64(0), $0.int64(1), $0.int32(2))) }
    for head in strangers {
      try RosterLives.refuse(
        .laterEvent(event: HouseholdEventKind.head.name, on: head.day, other: nil),
        of: head.member, in: head.household, work)
    }
  }

  /// Whether an event names somebody head from a day on, as SQL.
  static func isNamed(in household: String, on day: String) -> String {
    """
    EXISTS (
      SELECT 1 FROM household_event AS named
      WHERE named.household_id = \(household) AND named.event = \(HouseholdEventKind.head.rawValue)
        AND named.happened_on = \(day) AND named.withdrawn IS NULL)
    """
  }
}
