import Domain
import Register
import SQLite

// What a roster says of households that gave members away or let them go, by a split, a merge or an end.
// Who was a member on such a day stays as it was told (`rule_given_members`); a correction of the person
// is taken, and carried along to where the person went or came from.

enum RosterLives {
  /// Rows that would change the members of a day on which their household gave, and what else may not be in
  /// a household that has ended.
  static func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    let gave = try work.register.connection.first("SELECT 1 FROM giving LIMIT 1") { _ in true }
    guard gave == true else { return }
    try judgeGivings(work)
    try judgeEnds(work)
  }

  /// The file's households, and those whose absent members a complete roster lets leave.
  static func touched(_ work: ImportWork) -> String {
    """
    SELECT household_id FROM temp.staged_household WHERE household_id IS NOT NULL AND rejected = 0
    \(work.completeOn == nil ? "" : "UNION ALL SELECT id FROM temp.local_household")
    """
  }

  private static let split = HouseholdEventKind.split.rawValue
  private static let merge = HouseholdEventKind.merge.rawValue

  // A correction carried along.

  /// What of a person is the same in every household: corrected in one, it is corrected in all.
  private static let personal = [
    "name", "resident_key", "resident_written", "id_verified", "sex", "birth_date", "phone",
  ]

  /// Everything else that a row of `member` holds.
  private static let kept = [
    "household_id", "member_no", "joined_on", "left_on", "relation", "ethnicity", "education",
    "health", "labour", "account_no", "remark",
  ]

  /// Carries corrections of persons to the households to which an event brought them, and from which.
  static func carry(_ work: ImportWork) throws(SQLiteFailure) {
    let moved = try work.register.connection.first(
      "SELECT 1 FROM household_event WHERE withdrawn IS NULL AND event IN (\(split), \(merge)) LIMIT 1"
    ) { _ in true }
    guard moved == true else { return }
    let differs = personal.map { "now.\($0) IS NOT before.\($0)" }.joined(separator: " OR ")
    var corrected: [(before: Int64, now: Int64)] = []
    try work.register.connection.rows(
      """
      SELECT before.id, now.id
      FROM temp.merge_member AS merged
      JOIN member AS before ON before.id = merged.standing_id
      JOIN member AS now ON now.household_id = before.household_id
        AND now.member_no = before.member_no AND now.withdrawn IS NULL AND now.entered = :entry
      WHERE merged.state = 2 AND (\(differs))
        AND (EXISTS (
            SELECT 1 FROM household_event
            WHERE household_id = before.household_id AND withdrawn IS NULL AND event IN (\(split), \(merge)))
          OR EXISTS (
            SELECT 1 FROM household_event
            WHERE other_household_id = before.household_id AND other_household_id IS NOT NULL
              AND withdrawn IS NULL AND event IN (\(split), \(merge))))
      """, ["entry": .integer(work.entry)]
    ) { corrected.append(($0.int64(0), $0.int64(1))) }
    while let pair = corrected.popLast() {
      for copy in try copies(of: pair.before, work) {
        corrected.append((copy, try correct(copy, as: pair, work)))
      }
    }
  }

  /// The same person in the households before and after, by the event that moved the person, where no row
  /// of the file is about that stay.
  private static func copies(
    of member: Int64, _ work: ImportWork
  ) throws(SQLiteFailure) -> [Int64] {
    let isSame = """
      (copy.resident_key = person.resident_key
        OR copy.resident_key IS NULL AND person.resident_key IS NULL AND copy.name = person.name
          AND copy.birth_date IS person.birth_date)
      AND copy.withdrawn IS NULL AND copy.entered < :entry
      AND copy.id NOT IN (
        SELECT standing_id FROM temp.merge_member WHERE standing_id IS NOT NULL)
      """
    var found: [Int64] = []
    try work.register.connection.rows(
      """
      SELECT copy.id FROM member AS person
      JOIN household_event AS event ON event.household_id = person.household_id
        AND event.withdrawn IS NULL AND event.happened_on = person.left_on
        AND (event.event = \(merge) OR event.event = \(split) AND event.member_no = person.member_no)
      JOIN member AS copy ON copy.household_id = event.other_household_id
        AND copy.joined_on = event.happened_on
      WHERE person.id = :member AND \(isSame)
      UNION
      SELECT copy.id FROM member AS person
      JOIN household_event AS event ON event.other_household_id = person.household_id
        AND event.other_household_id IS NOT NULL AND event.withdrawn IS NULL
        AND event.happened_on = person.joined_on AND event.event IN (\(split), \(merge))
      JOIN member AS copy ON copy.household_id = event.household_id
        AND copy.left_on = event.happened_on
        AND (event.event = \(merge) OR event.member_no = copy.member_no)
      WHERE person.id = :member AND \(isSame)
      """, ["member": .integer(member), "entry": .integer(work.entry)]
    ) { found.append($0.int64(0)) }
    return found
  }

  /// Gives a stay the personal values that were corrected in another, and its new row.
  private static func correct(
    _ copy: Int64, as pair: (before: Int64, now: Int64), _ work: ImportWork
  ) throws(SQLiteFailure) -> Int64 {
    try work.register.connection.run(
      "UPDATE member SET withdrawn = :entry WHERE id = :id",
      ["entry": .integer(work.entry), "id": .integer(copy)])
    let values = personal.map {
      "CASE WHEN now.\($0) IS before.\($0) THEN copy.\($0) ELSE now.\($0) END"
    }
    try work.register.connection.run(
      """
      INSERT INTO member (\((kept + personal).joined(separator: ", ")), entered)
      SELECT \((kept.map { "copy.\($0)" } + values).joined(separator: ", ")), :entry
      FROM member AS copy, member AS before, member AS now
      WHERE copy.id = :copy AND before.id = :before AND now.id = :now
      """,
      [
        "entry": .integer(work.entry), "copy": .integer(copy), "before": .integer(pair.before),
        "now": .integer(pair.now),
      ])
    return work.register.connection.lastInsertedRowID
  }
}

extension Giving {
  /// The refusal of what would change the event's members.
  var fault: FaultKind { .laterEvent(event: kind.name, on: on, other: otherHousehold) }
}
