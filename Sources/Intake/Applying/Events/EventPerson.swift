import Domain

/// Finds the person an event names.
enum EventPerson {
  /// The member number of the one person of a household whom a cell means by ID or name.
  ///
  /// Where several bear the name, it is the one the event was already told of, else the one who is a
  /// member on the day.
  static func find(
    _ written: String, for row: EventRow, in home: HouseholdLife
  ) throws(EventFault) -> Int64 {
    let named = try bearers(of: written, in: home)
    let shown = shown(written)
    let told = named.filter { home.event(row.kind, on: row.on, of: $0) != nil }
    if told.count == 1, let person = told.first { return person }
    let present = named.filter { number in
      home.memberships.contains { $0.number == number && $0.contains(row.on) }
    }
    if present.count == 1, let person = present.first { return person }
    if present.count > 1 {
      throw EventFault("member", .severalNamesakes(count: present.count), value: shown)
    }
    guard let person = named.first else {
      // Whose last stay was taken back with the event is known from then, so that a file can be sent again.
      if row.withdraws, let past = try bearers(of: written, among: home.numbered).last {
        return past
      }
      throw EventFault("member", .unknown(.member, nearest: []), value: shown)
    }
    if row.kind == .split {
      let left = named.filter { number in
        home.memberships.contains { $0.number == number && $0.left == row.on }
      }
      if left.count == 1, let person = left.first { return person }
    }
    guard row.namesPeople, !row.withdraws else { return person }
    let days = home.memberships.filter { $0.number == person }
    throw EventFault(
      "member",
      .notMember(
        joinedOn: days.map(\.joined).filter { $0 > row.on }.min(),
        leftOn: days.map(\.left).filter { $0 <= row.on }.max()), value: shown)
  }

  /// The member number of the one who was head at first.
  static func first(_ written: String, in home: HouseholdLife) throws(EventFault) -> Int64 {
    let named = try bearers(of: written, in: home)
    let days = home.memberships.filter { named.contains($0.number) }
    guard let first = days.min(by: { ($0.joined, $0.number) < ($1.joined, $1.number) }) else {
      throw EventFault("member", .unknown(.member, nearest: []), value: shown(written))
    }
    return first.number
  }

  private static func bearers(
    of written: String, in home: HouseholdLife
  ) throws(EventFault) -> [Int64] {
    try bearers(
      of: written,
      among: home.memberships.map {
        HouseholdLife.Numbered(number: $0.number, identity: $0.identity)
      })
  }

  /// The numbers, rising, of the people whom a cell means: an ID, a name, a name and a birth date, and of several
  /// whom these mean one by place (`李四 1990 #2`).
  private static func bearers(
    of written: String, among people: [HouseholdLife.Numbered]
  ) throws(EventFault) -> [Int64] {
    if let (alike, place) = placed(written) {
      let named = try bearers(of: alike, among: people)
      return named.indices.contains(place - 1) ? [named[place - 1]] : []
    }
    let bytes = Array(written.utf8)
    if CellText.isMasked(bytes.span) {
      throw EventFault("member", .cell(.masked, allowed: []), value: written)
    }
    let isSame: (PersonIdentity) -> Bool
    do throws(CellFault) {
      guard let id = try ResidentID.read(bytes.span, verified: true).id else { return [] }
      isSame = { $0.residentKey == id.key }
    } catch {
      if looksLikeID(written) {
        throw EventFault("member", .cell(error, allowed: []), value: shown(written))
      }
      let name = NameFolding.comparable(written)
      isSame = { $0.name.map(NameFolding.comparable) == name }
    }
    let named = Set(people.filter { isSame($0.identity) }.map(\.number)).sorted()
    return named.isEmpty ? bearers(ofNameAndBirth: written, among: people) : named
  }

  /// Namesakes are told apart by the birth date behind the name: `李四 1990-05`.
  private static func bearers(
    ofNameAndBirth written: String, among people: [HouseholdLife.Numbered]
  ) -> [Int64] {
    guard let blank = written.lastIndex(of: " ") else { return [] }
    let name = NameFolding.fold(Array(written[..<blank].utf8).span)
    let birth = String(written[written.index(after: blank)...])
    return Set(
      people.filter { $0.identity.name == name && $0.identity.birthDate == birth }.map(\.number)
    ).sorted()
  }

  /// The cell without the place among those whom it means, counted from 1 in the order of member numbers.
  private static func placed(_ written: String) -> (alike: String, place: Int)? {
    guard let mark = written.lastIndex(where: { $0 == "#" || $0 == "＃" }),
      let place = Int(written[written.index(after: mark)...]), place > 0
    else { return nil }
    return (CellText.reading(trimming: String(written[..<mark])), place)
  }

  private static func looksLikeID(_ written: String) -> Bool {
    written.unicodeScalars.filter { ("0"..."9").contains($0) }.count >= 10
  }

  /// The cell in a message: an ID is masked, a name is not.
  static func shown(_ written: String) -> String {
    looksLikeID(written) ? CellMask.masked(written, as: .residentID) : written
  }
}
