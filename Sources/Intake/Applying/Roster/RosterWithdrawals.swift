import Domain
import SQLite

// A row that withdraws takes back one period of one person. The household stays registered as long as one
// period of somebody stands in it; where the last one is taken back, the household was never registered,
// and what the roster said of it (village, class, circumstance, enrolment, head) is taken back with it,
// unless a plan, money or anything else rests on it. A head is not taken back alone: the rows that stay
// must name another.

enum RosterWithdrawals {
  /// Rows that withdraw whom the household never had, or whom an event names.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    let withdraws = try work.register.connection.first(
      "SELECT 1 FROM temp.staged_household WHERE takes_back = 1 LIMIT 1"
    ) { _ in true }
    guard withdraws == true else { return }
    try leaveTakenBack(work)
    // Of several stays the row must say which: sent again, it would take back the next.
    try work.faults(
      "joined_on",
      """
      SELECT s.line FROM temp.staged AS s JOIN member AS stay ON stay.id = s.standing_id
      WHERE s.withdraws = 1 AND s.rejected = 0 AND s.joined_on IS NULL AND s.left_on IS NULL
        AND EXISTS (
          SELECT 1 FROM member AS other
          WHERE other.household_id = stay.household_id AND other.member_no = stay.member_no
            AND other.withdrawn IS NULL AND other.id <> stay.id)
      """
    ) { _ in .needsOneOf(["joined_on"]) }
    // One who was taken back before is as it should be.
    try work.faults(
      "withdraw",
      """
      SELECT s.line FROM temp.staged AS s
      WHERE s.withdraws = 1 AND s.standing_id IS NULL AND s.rejected = 0 AND NOT EXISTS (
        SELECT 1 FROM household JOIN member ON member.household_id = household.id
        WHERE household.household_no = s.household_no AND member.withdrawn IS NOT NULL
          AND (member.resident_key = s.resident_key
            OR s.resident_key IS NULL AND member.name = s.name))
      """
    ) { _ in .nothingToWithdraw }
    try work.faults(
      "withdraw",
      """
      SELECT s.line, code_label.name, event.happened_on, other.household_no
      FROM temp.staged AS s
      JOIN household_event AS event ON event.household_id = s.household_id
        AND event.member_no = s.member_no AND event.withdrawn IS NULL
      JOIN code_label ON code_label.list = 'event' AND code_label.code = event.event
      LEFT JOIN household AS other ON other.id = event.other_household_id
      WHERE s.withdraws = 1 AND s.standing_id IS NOT NULL AND s.rejected = 0
      GROUP BY s.row
      """
    ) { .laterEvent(event: $0.text(1), on: $0.int32(2), other: $0.optionalText(3)) }
  }

  /// A row that says the days of a stay which was taken back before is about that one, and about no other stay
  /// of the person. So is one that says name and birth date of somebody without an ID who was taken back, and
  /// about no namesake.
  private static func leaveTakenBack(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET standing_id = NULL, member_no = NULL
      WHERE withdraws = 1 AND rejected = 0 AND (joined_on IS NOT NULL OR left_on IS NOT NULL)
        AND EXISTS (
          SELECT 1 FROM member AS stay
          JOIN member AS past ON past.household_id = stay.household_id
            AND past.member_no = stay.member_no AND past.withdrawn IS NOT NULL
          WHERE stay.id = s.standing_id
            AND (stay.joined_on <> ifnull(s.joined_on, stay.joined_on)
              OR stay.left_on <> ifnull(s.left_on, stay.left_on))
            AND past.joined_on = ifnull(s.joined_on, \(beginning))
            AND past.left_on = ifnull(s.left_on, \(openEnd)))
      """)
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET standing_id = NULL, member_no = NULL
      WHERE withdraws = 1 AND rejected = 0 AND s.resident_key IS NULL
        AND EXISTS (
          SELECT 1 FROM member AS stay
          JOIN member AS past ON past.household_id = stay.household_id
            AND past.withdrawn IS NOT NULL AND past.resident_key IS NULL
          WHERE stay.id = s.standing_id
            AND (stay.resident_key IS NOT NULL OR stay.birth_date IS NOT s.birth_date)
            AND past.birth_date IS s.birth_date
            AND \(RosterPersons.isSameName("past.name", "s.name"))
            AND NOT EXISTS (
              SELECT 1 FROM member AS still WHERE still.household_id = past.household_id
                AND still.member_no = past.member_no AND still.withdrawn IS NULL))
      """)
  }

  /// Takes back the households of which nobody is left.
  static func apply(_ work: ImportWork) throws(SQLiteFailure) {
    var unmade: [Int64] = []
    try work.register.connection.rows(
      """
      SELECT household_id FROM temp.staged_household AS s
      WHERE takes_back = 1 AND stands = 1 AND rejected = 0 AND NOT EXISTS (
        SELECT 1 FROM member WHERE member.household_id = s.household_id AND withdrawn IS NULL)
      ORDER BY row
      """
    ) { unmade.append($0.int64(0)) }
    for household in unmade {
      for table in ["residence", "household_class", "circumstance", "enrolment", "headship"] {
        try work.register.connection.run(
          "UPDATE \(table) SET withdrawn = :entry WHERE household_id = :id AND withdrawn IS NULL",
          ["entry": .integer(work.entry), "id": .integer(household)])
      }
    }
  }

  /// Households taken back on which something rests.
  static func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try Dependents.judge(
      work, column: "withdraw",
      """
      SELECT house.line, breach.table_name, breach.fact_id
      FROM temp.staged_household AS house
      JOIN rule_household_registered AS breach ON breach.household_id = house.household_id
      WHERE house.takes_back = 1 AND house.rejected = 0
      """)
  }
}
