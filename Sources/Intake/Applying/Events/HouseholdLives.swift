import Domain
import Register
import SQLite

// The lives of the households a file names, read when first asked for. A file of events is small beside a
// roster (some ten thousand rows for the province), and each event depends on what the ones before it left
// behind, so they are taken one at a time; the statements are the connection's kept ones.

final class HouseholdLives {
  private let register: Register
  private var keys: [String: Int64] = [:]
  /// As they stood before the file.
  private(set) var stood: [Int64: StoodLife] = [:]
  private(set) var now: [Int64: HouseholdLife] = [:]
  /// In the order in which they were asked for, so that the same file writes the same rows.
  private(set) var order: [Int64] = []

  init(_ register: Register) { self.register = register }

  /// The key of a household by its number: its row id, or one below zero for a household that is not in
  /// the register.
  func key(of number: String) throws(SQLiteFailure) -> Int64 {
    if let key = keys[number] { return key }
    let id = try register.connection.first(
      "SELECT id FROM household WHERE household_no = :number", ["number": .text(number)]
    ) { $0.int64(0) }
    let key = id ?? -Int64(keys.count) - 1
    keys[number] = key
    if id == nil { keep(StoodLife(), HouseholdLife(key: key, number: number)) }
    return key
  }

  func life(_ key: Int64) throws(SQLiteFailure) -> HouseholdLife {
    if let life = now[key] { return life }
    var life = HouseholdLife(key: key, number: try register.householdNumber(key))
    var stood = StoodLife()
    try readPlace(&life, &stood)
    try readMembers(&life, &stood)
    try readEvents(&life, &stood)
    keep(stood, life)
    return life
  }

  private func keep(_ stood: StoodLife, _ life: HouseholdLife) {
    self.stood[life.key] = stood
    now[life.key] = life
    order.append(life.key)
  }

  /// Puts what became of some lives in the place of what they were.
  func replace(_ lives: [Int64: HouseholdLife]) {
    for (key, life) in lives { now[key] = life }
  }

  private func readPlace(
    _ life: inout HouseholdLife, _ stood: inout StoodLife
  ) throws(SQLiteFailure) {
    let household: Bindings = ["household": .integer(life.key)]
    try register.connection.rows(
      """
      SELECT id, since, village_code FROM residence
      WHERE household_id = :household AND withdrawn IS NULL
      """, household
    ) { row in
      let fact = HouseholdLife.Since(since: row.int32(1), value: row.int64(2))
      stood.residences[fact] = row.int64(0)
      life.residences.append(fact)
    }
    // A split that begins a household which a roster told of replaces the roster's first village.
    life.hasOwnPlace =
      try register.connection.first(
        """
        SELECT 1 FROM residence AS own
        JOIN residence AS first ON first.household_id = own.household_id
          AND first.withdrawn IS NULL AND first.entered = own.withdrawn
        WHERE own.household_id = :household AND own.withdrawn IS NOT NULL AND own.since = \(beginning)
          AND first.since = (
            SELECT min(since) FROM residence
            WHERE household_id = :household AND withdrawn IS NULL)
        """, household
      ) { _ in true } ?? false
    try register.connection.rows(
      """
      SELECT id, since, class, ground FROM household_class
      WHERE household_id = :household AND withdrawn IS NULL
      """, household
    ) { row in
      let value = HouseholdLife.ClassAndGround(
        householdClass: row.int64(2), ground: row.optionalText(3))
      let fact = HouseholdLife.Since(since: row.int32(1), value: value)
      stood.classes[fact] = row.int64(0)
      life.classes.append(fact)
    }
    try register.connection.rows(
      """
      SELECT id, ended_on, ground, into_household_id FROM household_end
      WHERE household_id = :household AND withdrawn IS NULL
      """, household
    ) { row in
      let fact = HouseholdLife.End(
        on: row.int32(1), ground: row.optionalText(2), into: row.optionalInt64(3))
      stood.ends[fact] = row.int64(0)
      life.end = fact
    }
    life.enrolledOn = try register.connection.first(
      """
      SELECT enrolled_on FROM enrolment
      WHERE household_id = :household AND withdrawn IS NULL ORDER BY enrolled_on LIMIT 1
      """, household
    ) { $0.int32(0) }
  }

  private func readMembers(
    _ life: inout HouseholdLife, _ stood: inout StoodLife
  ) throws(SQLiteFailure) {
    let household: Bindings = ["household": .integer(life.key)]
    try register.connection.rows(
      """
      SELECT id, since, member_no FROM headship
      WHERE household_id = :household AND withdrawn IS NULL
      """, household
    ) { row in
      let fact = HouseholdLife.Since(since: row.int32(1), value: row.int64(2))
      stood.headships[fact] = row.int64(0)
      life.headships.append(fact)
    }
    func numbered(_ row: borrowing Row) -> HouseholdLife.Numbered {
      HouseholdLife.Numbered(
        number: row.int64(1),
        identity: PersonIdentity(
          residentKey: row.optionalInt64(2), name: row.optionalText(3),
          birthDate: row.optionalText(4)))
    }
    try register.connection.rows(
      """
      SELECT id, member_no, resident_key, name, birth_date FROM member
      WHERE household_id = :household AND withdrawn IS NOT NULL ORDER BY id
      """, household
    ) { life.numbered.append(numbered($0)) }
    try register.connection.rows(
      """
      SELECT id, member_no, resident_key, name, birth_date, joined_on, left_on, relation
      FROM member
      WHERE household_id = :household AND withdrawn IS NULL ORDER BY member_no, joined_on
      """, household
    ) { row in
      let person = numbered(row)
      life.numbered.append(person)
      let fact = Membership(
        number: person.number, joined: row.int32(5), left: row.int32(6), copyOf: row.int64(0),
        relation: row.isNull(7) ? nil : row.int(7), identity: person.identity)
      stood.memberships[fact] = row.int64(0)
      life.memberships.append(fact)
    }
  }

  private static let eventColumns =
    "id, household_id, event, happened_on, village_code, class, ground, member_no, other_household_id"

  private func readEvents(
    _ life: inout HouseholdLife, _ stood: inout StoodLife
  ) throws(SQLiteFailure) {
    let household: Bindings = ["household": .integer(life.key)]
    func event(_ row: borrowing Row) -> HouseholdEvent {
      guard let kind = HouseholdEventKind(rawValue: row.int(2)) else {
        preconditionFailure("the table checks the kind of an event")
      }
      return HouseholdEvent(
        household: row.int64(1), kind: kind, on: row.int32(3), village: row.optionalInt64(4),
        householdClass: row.optionalInt64(5), ground: row.optionalText(6), person: row.int64(7),
        other: row.optionalInt64(8))
    }
    try register.connection.rows(
      """
      SELECT \(HouseholdLives.eventColumns) FROM household_event
      WHERE household_id = :household AND withdrawn IS NULL ORDER BY happened_on, event, id
      """, household
    ) { row in
      let fact = event(row)
      stood.events[fact] = row.int64(0)
      life.events.append(fact)
    }
    try register.connection.rows(
      """
      SELECT \(HouseholdLives.eventColumns) FROM household_event
      WHERE other_household_id = :household AND other_household_id IS NOT NULL
        AND withdrawn IS NULL ORDER BY happened_on, event, id
      """, household
    ) { life.incoming.append(event($0)) }
  }
}

/// The rows that stood for a life's facts.
struct StoodLife {
  var residences: [HouseholdLife.Since<Int64>: Int64] = [:]
  var classes: [HouseholdLife.Since<HouseholdLife.ClassAndGround>: Int64] = [:]
  var headships: [HouseholdLife.Since<Int64>: Int64] = [:]
  var ends: [HouseholdLife.End: Int64] = [:]
  var memberships: [Membership: Int64] = [:]
  var events: [HouseholdEvent: Int64] = [:]
}
