import Domain
import SQLite

// The part of a search that finds members and households.

extension Register {
  /// As `FoundThing` reads them.
  static let memberColumns = """
    household_no, member.name, member.relation, member.resident_key, member.left_on,
    \(ExceptionQuery.village("household.id")),
    (SELECT class FROM household_class WHERE household_id = household.id AND withdrawn IS NULL
     AND since <= :day ORDER BY since DESC LIMIT 1),
    (SELECT ended_on FROM household_end WHERE household_id = household.id AND withdrawn IS NULL),
    household.id
    """

  /// The recent households before the others, where `:recent` lists them.
  static let recentFirst =
    "ifnull(nullif(instr(:recent, ',' || household.id || ','), 0), 1000000)"

  /// - Parameter condition: asked before whether a member stands, which is at the end of its row.
  private func members(
    where condition: String, order: String, _ bindings: Bindings, kind: FoundThing.Kind = .member
  ) throws(SQLiteFailure) -> [FoundThing] {
    var things: [FoundThing] = []
    try connection.rows(
      """
      SELECT \(Register.memberColumns)
      FROM member JOIN household ON household.id = member.household_id
      WHERE \(condition) AND member.withdrawn IS NULL ORDER BY \(order)
      """, bindings
    ) { things.append(FoundThing(kind, of: $0)) }
    return things
  }

  func members(bearing id: ResidentID, on day: DayNumber) throws(SQLiteFailure) -> [FoundThing] {
    try members(
      where: "resident_key = :key AND resident_key IS NOT NULL", order: "left_on DESC",
      ["key": .integer(id.key), "day": Value(day)])
  }

  /// Those whose name contains the text, those called exactly so first.
  func membersNamed(
    _ search: SearchText, on day: DayNumber, _ found: FoundThings
  ) throws(SQLiteFailure) -> MemberSearch {
    try MemberSearch(
      of: self,
      where: "instr(member.name, :mark) > 0 AND instr(replace(member.name, ' ', ''), :text) > 0",
      order: ["replace(member.name, ' ', '') <> :text", "member.name"],
      [
        "text": .text(search.tight), "mark": .text(search.nameMark), "day": Value(day),
        "limit": Value(found.room), "recent": .text(found.ranks),
      ], limit: found.room)
  }

  /// Those in whose phone numbers the digits stand, however they are spaced.
  func membersPhoned(
    _ digits: String, on day: DayNumber, _ found: FoundThings
  ) throws(SQLiteFailure) -> [FoundThing] {
    let search = try MemberSearch(
      of: self,
      where: """
        member.phone IS NOT NULL
        AND instr(replace(replace(member.phone, ' ', ''), '-', ''), :text) > 0
        """, order: [],
      [
        "text": .text(digits), "day": Value(day), "limit": Value(found.room),
        "recent": .text(found.ranks),
      ], limit: found.room)
    defer { search.end() }
    return try search.take()
  }

  /// Those in whose ID the characters stand. The key holds the first seventeen digits and the check value; so
  /// a part that reaches the check character ends those digits but for its last character.
  func members(
    withResidentPart part: String, on day: DayNumber, _ found: FoundThings
  ) throws(SQLiteFailure) -> [FoundThing] {
    let check = part.last.flatMap { $0 == "X" ? 10 : $0.wholeNumberValue } ?? -1
    return try members(
      where: """
        resident_key IS NOT NULL AND (
          instr(CAST(resident_key / 11 AS TEXT), :text) > 0
          OR resident_key % 11 = :check
            AND substr(CAST(resident_key / 11 AS TEXT), -length(:begin)) = :begin)
        """, order: "\(Register.recentFirst), household_no, member_no LIMIT :limit",
      [
        "text": .text(part), "begin": .text(String(part.dropLast())), "check": Value(check),
        "day": Value(day), "limit": Value(found.room), "recent": .text(found.ranks),
      ])
  }

  /// The household of a number and those whose numbers begin so, by their heads of the day.
  func households(
    numbered text: String, on day: DayNumber, _ found: FoundThings
  ) throws(SQLiteFailure) -> [FoundThing] {
    try households(
      where: "household_no >= :text AND household_no < :high",
      order: "household_no <> :text, \(Register.recentFirst), household_no", day,
      [
        "text": .text(text), "high": .text(text + "\u{10FFFF}"), "limit": Value(found.room),
        "recent": .text(found.ranks),
      ])
  }

  /// Those in whose numbers the text stands.
  func households(
    withPart text: String, on day: DayNumber, _ found: FoundThings
  ) throws(SQLiteFailure) -> [FoundThing] {
    try households(
      where: "instr(household_no, :text) > 1",
      order: "\(Register.recentFirst), household_no", day,
      ["text": .text(text), "limit": Value(found.room), "recent": .text(found.ranks)])
  }

  private func households(
    where condition: String, order: String, _ day: DayNumber, _ bindings: Bindings
  ) throws(SQLiteFailure) -> [FoundThing] {
    var ids: [Int64] = []
    try connection.rows(
      """
      SELECT id FROM household WHERE \(condition)
        AND EXISTS (
          SELECT 1 FROM residence WHERE household_id = household.id AND withdrawn IS NULL)
      ORDER BY \(order) LIMIT :limit
      """, bindings
    ) { ids.append($0.int64(0)) }
    return try ids.map { id throws(SQLiteFailure) in try household(id, on: day) }
  }

  /// The households that live in a village on a day.
  func households(
    livingIn village: RegionCode, on day: DayNumber, _ limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    var households: [Int64] = []
    try connection.rows(
      """
      SELECT residence.household_id FROM residence
      WHERE village_code = :village AND withdrawn IS NULL AND since <= :day
        AND NOT EXISTS (
          SELECT 1 FROM residence AS later
          WHERE later.household_id = residence.household_id AND later.withdrawn IS NULL
            AND later.since > residence.since AND later.since <= :day)
      ORDER BY 1 LIMIT :limit
      """, ["village": .integer(village.value), "day": Value(day), "limit": Value(limit)]
    ) { households.append($0.int64(0)) }
    return try households.map { id throws(SQLiteFailure) in try household(id, on: day) }
  }

  /// A household by its head of the day.
  private func household(_ id: Int64, on day: DayNumber) throws(SQLiteFailure) -> FoundThing {
    if let head = try members(
      where: """
        member.household_id = :household AND member_no = (
          SELECT member_no FROM headship WHERE household_id = :household AND withdrawn IS NULL
          AND since <= :day ORDER BY since DESC LIMIT 1)
        """, order: "joined_on DESC LIMIT 1", ["household": .integer(id), "day": Value(day)],
      kind: .household
    ).first {
      return head
    }
    var thing = FoundThing(.household)
    thing.household = id
    thing.householdNo = try householdNumber(id)
    thing.place = try village(of: id, on: day)
    return thing
  }
}

extension FoundThing {
  /// - Parameter row: begins with `Register.memberColumns`.
  init(_ kind: Kind, of row: borrowing Row) {
    self.init(kind)
    householdNo = row.text(0)
    name = row.optionalText(1)
    relation = row.optionalInt(2).flatMap { Relation(code: $0) }
    residentID = row.optionalInt64(3).flatMap { ResidentID(key: $0) }
    place = row.optionalInt64(5).flatMap { RegionCode($0) }
    standing = row.optionalInt(6).flatMap { HouseholdClass(rawValue: $0) }
    let ended = row.isNull(7) ? DayPeriod.openEnd : row.int32(7)
    let last = min(kind == .member ? row.int32(4) : DayPeriod.openEnd, ended)
    endedOn = last < DayPeriod.openEnd ? last : nil
    household = row.int64(8)
  }
}
