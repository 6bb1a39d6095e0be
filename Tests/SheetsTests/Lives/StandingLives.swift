import Domain
import Register
import SQLite

/// Who lives where, read from the facts as simply as can be.
struct StandingLives {
  struct Member: Hashable {
    let household: String
    let number: Int
    let name: String
    let birth: String
    let id: String
    let joined: Int32
    let left: Int32

    /// By what the person is known in every household.
    var person: String { id.isEmpty ? "\(name) \(birth)" : id }
    func contains(_ day: Int32) -> Bool { joined <= day && day < left }
  }

  private(set) var members: [Member] = []
  private var heads: [String: [(since: Int32, number: Int)]] = [:]
  private var ends: [String: (on: Int32, isMerge: Bool)] = [:]

  init(_ register: Register) throws {
    var members: [Member] = []
    try register.connection.rows(
      """
      SELECT household_no, member_no, ifnull(name, ''), ifnull(birth_date, ''),
        ifnull(CAST(resident_key AS TEXT), ''), joined_on, left_on
      FROM member JOIN household ON household.id = household_id WHERE withdrawn IS NULL
      """
    ) { row in
      members.append(
        Member(
          household: row.text(0), number: row.int(1), name: row.text(2), birth: row.text(3),
          id: row.text(4), joined: row.int32(5), left: row.int32(6)))
    }
    self.members = members
    var heads: [String: [(since: Int32, number: Int)]] = [:]
    try register.connection.rows(
      """
      SELECT household_no, since, member_no
      FROM headship JOIN household ON household.id = household_id WHERE withdrawn IS NULL
      """
    ) { heads[$0.text(0), default: []].append(($0.int32(1), $0.int(2))) }
    self.heads = heads
    var ends: [String: (on: Int32, isMerge: Bool)] = [:]
    try register.connection.rows(
      """
      SELECT household_no, ended_on, into_household_id IS NOT NULL
      FROM household_end JOIN household ON household.id = household_id WHERE withdrawn IS NULL
      """
    ) { ends[$0.text(0)] = ($0.int32(1), $0.int(2) == 1) }
    self.ends = ends
  }

  /// Nobody lives in a household that has ended or twice on one day, and every household has one head on
  /// every day on which somebody lives in it.
  func holdPromises() throws {
    for member in members {
      guard let end = ends[member.household] else { continue }
      if member.joined >= end.on || end.isMerge && member.left > end.on {
        throw LifeBreach("no person lives in an ended household", "\(member)")
      }
    }
    for (household, members) in Dictionary(grouping: members, by: \.household) {
      try holdHeads(of: household, members)
    }
    for (_, stays) in Dictionary(grouping: members.filter { !$0.id.isEmpty }, by: \.id) {
      let ordered = stays.sorted { ($0.joined, $0.left) < ($1.joined, $1.left) }
      for (one, next) in zip(ordered, ordered.dropFirst())
      where next.joined < min(one.left, end(of: one)) && next.joined < end(of: next) {
        throw LifeBreach("an ID lives in one household", "\(one) \(next)")
      }
    }
  }

  private func end(of member: Member) -> Int32 { ends[member.household]?.on ?? DayPeriod.openEnd }

  private func holdHeads(of household: String, _ members: [Member]) throws {
    let heads = heads[household] ?? []
    let end = ends[household]?.on ?? DayPeriod.openEnd
    guard Set(heads.map(\.since)).count == heads.count, heads.allSatisfy({ $0.since < end }) else {
      throw LifeBreach("one head on every day", "\(household): \(heads), ended \(end)")
    }
    let days = Set(members.flatMap { [$0.joined, $0.left] } + heads.map(\.since))
    for day in days.sorted() where day < end {
      let present = members.filter { $0.contains(day) }.map(\.number)
      guard Set(present).count == present.count else {
        throw LifeBreach("nobody is a member twice", "\(household) on \(day): \(members)")
      }
      let head = heads.filter { $0.since <= day }.max { $0.since < $1.since }?.number
      guard present.isEmpty || head.map(present.contains) == true else {
        throw LifeBreach(
          "one head on every day",
          "\(household) on \(CalendarDate(dayNumber: day)): \(heads) \(members)")
      }
    }
  }

  /// Who lived on which days somewhere: for every person the days on which the number of households that
  /// the person lives in changes, and by how much. Moving from one to another on a day changes nothing.
  var presence: [String: [Int32: Int]] {
    var presence: [String: [Int32: Int]] = [:]
    for member in members {
      let left = min(member.left, end(of: member))
      guard member.joined < left else { continue }
      presence[member.person, default: [:]][member.joined, default: 0] += 1
      presence[member.person, default: [:]][left, default: 0] -= 1
    }
    return presence.mapValues { $0.filter { $0.value != 0 } }
  }

  /// A sheet moves people between households, and changes the days of nobody whom it does not name; but
  /// what ends households lets go who is in them.
  func holdPeople(as before: StandingLives, but sheet: String) throws {
    if sheet.contains(",end,") || sheet.contains(",move,") { return }
    let now = presence
    let then = before.presence
    let names = Dictionary(
      (before.members + members).map { ($0.person, $0.name) }, uniquingKeysWith: { one, _ in one })
    let isRoster = !sheet.hasPrefix(EventOffice.header)
    for person in Set(now.keys).union(then.keys).sorted() where now[person] != then[person] {
      if isRoster, sheet.contains(names[person] ?? person) { continue }
      throw LifeBreach(
        "nobody vanishes",
        "\(names[person] ?? "") \(person): \(then[person] ?? [:]) became \(now[person] ?? [:])")
    }
  }
}
