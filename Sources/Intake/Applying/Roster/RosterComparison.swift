import Domain
import Register
import SQLite

// A roster that is sent again says of most households what stands. Held against the register while the file is
// read, such a household costs a look; staged and judged set-wise, it costs ten times that and changes nothing.
//
// This knows only what is plainly unchanged: every cell that is not empty equals what stands, the rows are about
// all members, and nothing of the household is of the kind that the rules of a roster look at more closely.
// Any other household is staged, and judged as it always was. So there is one judgement of what is wrong or
// new, and the tests send rosters both ways.

/// Holds the households of a roster against what stands of them.
final class RosterComparison {
  /// The slot of the household's number.
  static let numberSlot = RosterSlots().household
  /// A household with as many rows is staged.
  static let mostRows = 1_000

  private let slots = RosterSlots()
  private let numbers: HouseholdCursor
  private let byNumber: Statement
  private let note: Statement
  private let places: KnownPlaces
  private let years: KeptYears
  private var villageNames: VillageNames
  private let events: [HouseholdCursor]
  private let facts: HouseholdComparison
  private let members: MemberComparison
  /// The households that were met, and those of them that are unchanged.
  private var met: Set<Int64> = []
  private var same: Set<Int64> = []
  /// The household that was met last.
  private var last: Int64 = 0
  private(set) var unchanged: UnchangedHouseholds
  /// Whether an unchanged household comes again.
  private(set) var isRepeated = false

  /// - Parameters:
  ///   - boundary: the place that the households must live in.
  ///   - day: that of the members whom the rows must be about.
  ///   - namesVillages: whether the rows have codes and names of villages.
  init(
    _ register: Register, within boundary: RegionCode, on day: Int32, namesVillages: Bool
  ) throws(SQLiteFailure) {
    unchanged = try UnchangedHouseholds(on: register.connection)
    places = try KnownPlaces(register, within: boundary)
    years = try KeptYears(register)
    villageNames = try VillageNames(register, isAsked: namesVillages)
    numbers = try HouseholdCursor(
      "SELECT id, household_no FROM household WHERE id >= ? ORDER BY id", on: register.connection)
    byNumber = try register.connection.prepare("SELECT id FROM household WHERE household_no = ?")
    note = try register.connection.prepare("INSERT INTO temp.unchanged_household VALUES (?, ?)")
    events = try RosterComparison.events(register)
    facts = try HouseholdComparison(register)
    members = try MemberComparison(register, on: day)
  }

  /// Events after which the rules look more closely at who is a member or head.
  private static func events(_ register: Register) throws(SQLiteFailure) -> [HouseholdCursor] {
    let kinds = [HouseholdEventKind.head, .split, .merge, .end].map { String($0.rawValue) }
      .joined(separator: ", ")
    return [
      try HouseholdCursor("household_end", ["id"], by: "id", on: register.connection),
      try HouseholdCursor(
        """
        SELECT household_id FROM household_event INDEXED BY household_event_household
        WHERE withdrawn IS NULL AND household_id >= ? AND event IN (\(kinds))
        ORDER BY household_id
        """, on: register.connection),
      try HouseholdCursor(
        """
        SELECT other_household_id FROM household_event INDEXED BY household_event_other
        WHERE withdrawn IS NULL AND other_household_id IS NOT NULL AND other_household_id >= ?
        ORDER BY other_household_id
        """, on: register.connection),
    ]
  }

  /// Whether the household of the first `count` rows is as it stands. It is noted then.
  func isUnchanged(_ held: HeldRows, _ count: Int) throws(SQLiteFailure) -> Bool {
    guard let id = try household(of: held) else { return false }
    guard met.insert(id).inserted else {
      if same.contains(id) { isRepeated = true }
      return false
    }
    guard count < RosterComparison.mostRows, arePlain(held, count) else { return false }
    for event in events where try event.turn(to: id) { return false }
    guard let village = try facts.villageIfSame(id, held, count), places.holds(village),
      try facts.areSame(id, held, count, years), try members.areSame(id, held, count)
    else { return false }
    let isNamed = (0..<count).contains { !held.isNull($0, slots.village) }
    unchanged.add(rows: count, in: village, isNamed: isNamed)
    same.insert(id)
    note.bind(id, at: 1)
    note.bind(village, at: 2)
    _ = try note.step()
    note.reset()
    return true
  }

  /// The household of the first row; nil of a number that the register does not know.
  private func household(of held: HeldRows) throws(SQLiteFailure) -> Int64? {
    guard !held.isNull(0, slots.household) else { return nil }
    // Files come in the order of registering.
    if try numbers.turn(to: last + 1), held.isSame(0, slots.household, numbers.lent(1)) {
      last += 1
      return last
    }
    let number = held.text(0, slots.household)
    byNumber.bind(text: number.span, at: 1)
    defer { byNumber.reset() }
    guard try byNumber.step() else { return nil }
    last = byNumber.int64(0)
    return last
  }

  /// Whether each row is sound by itself, and names the village as its code does.
  private func arePlain(_ held: HeldRows, _ count: Int) -> Bool {
    for row in 0..<count {
      guard held.rows[row].isPlain else { return false }
      if held.isNull(row, slots.villageName) { continue }
      guard let code = held.integer(row, slots.village),
        villageNames.agrees(code, held.text(row, slots.villageName))
      else { return false }
    }
    return true
  }
}
