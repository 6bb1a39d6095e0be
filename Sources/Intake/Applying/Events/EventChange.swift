import Domain

// One event and the lives it touches: the household's own, and the one it names. Each kind has two
// directions, applying it and taking it back (EventChange+TakingBack). Taking back finds the facts by what
// the event says, never by the entry that brought them, because an undo may have brought them anew.

/// The lives an event is applied to or taken back from.
struct EventChange {
  let office: RegionCode
  private(set) var lives: [Int64: HouseholdLife]
  /// The lives before anything was applied or taken back.
  let stood: [Int64: HouseholdLife]
  private let placeNames: [Int64: String]
  /// Members who left the household of a merge on its day and are in another household since.
  var goneElsewhere: Set<Int64> = []

  /// - Parameter placeNames: what villages are called in full, for those outside the office.
  init(office: RegionCode, lives: [Int64: HouseholdLife], placeNames: [Int64: String]) {
    self.office = office
    self.lives = lives
    stood = lives
    self.placeNames = placeNames
  }

  subscript(key: Int64) -> HouseholdLife {
    get {
      guard let life = lives[key] else { preconditionFailure("household \(key) was not read") }
      return life
    }
    set { lives[key] = newValue }
  }

  mutating func apply(_ event: HouseholdEvent) throws(EventFault) {
    try judgeDay(event)
    switch event.kind {
    case .move: try move(event)
    case .reclass: try reclass(event)
    case .head: try changeHead(event)
    case .split: try split(event)
    case .merge: try merge(event)
    case .end: try end(event, ground: event.ground)
    }
    self[event.household].events.append(event)
    if let other = event.other { self[other].incoming.append(event) }
    try lookAfterPlaces(from: event)
  }

  /// Throws where the members of a day on which a household gave are others than they were.
  func judgeGivings() throws(EventFault) {
    for (key, life) in lives.sorted(by: { $0.key < $1.key }) {
      if let event = stood[key]?.givingChanged(in: life) { throw .later(event) }
    }
  }

  /// Settles the heads of a life that is changed and not yet put back.
  func settle(
    _ life: inout HouseholdLife, withLeaverBackOn day: Int32? = nil
  ) throws(EventFault) {
    try life.settleHeads(
      besides: stood[life.key]?.headshipsByRule ?? [],
      keeping: stood[life.key]?.headshipsNamed ?? [], withLeaverBackOn: day)
  }

  /// A household takes events after the day on which it begins and before the one on which it ends.
  private func judgeDay(_ event: HouseholdEvent) throws(EventFault) {
    let home = self[event.household]
    guard let firstDay = home.firstDay else {
      throw EventFault("household_no", .unknown(.household, nearest: []))
    }
    guard event.on > firstDay else { throw EventFault("on", .notYetStanding(since: firstDay)) }
    if let end = home.endPassed(by: event.kind, on: event.on) {
      throw EventFault("on", .afterEnd(endedOn: end.on))
    }
  }

  private mutating func move(_ event: HouseholdEvent) throws(EventFault) {
    guard let village = event.village else { throw .missing("village_code") }
    if isOutside(village) {
      let place = placeNames[village] ?? String(village)
      try end(event, ground: event.ground.map { "\($0) → \(place)" } ?? "→ \(place)")
    } else {
      HouseholdLife.set(village, since: event.on, in: &self[event.household].residences)
    }
  }

  /// A household that moves out of the office's region ends in its register.
  func isOutside(_ village: Int64) -> Bool {
    guard office.level != .province, let region = RegionCode(village) else { return false }
    return !office.contains(region)
  }

  private mutating func reclass(_ event: HouseholdEvent) throws(EventFault) {
    guard let householdClass = event.householdClass else { throw .missing("class") }
    HouseholdLife.set(
      HouseholdLife.ClassAndGround(householdClass: householdClass, ground: event.ground),
      since: event.on, in: &self[event.household].classes)
  }

  private mutating func changeHead(_ event: HouseholdEvent) throws(EventFault) {
    var home = self[event.household]
    if home.events.contains(where: { $0.kind == .head && $0.on == event.on }) {
      throw EventFault("on", .sameDayEvent(event: event.kind.name))
    }
    if let since = home.firstDayAsHead(event.person, on: event.on), since < event.on {
      throw EventFault("member", .alreadyHead(since: since))
    }
    // Nor would the person become head again on a later day that was told already.
    if let next = home.headships.filter({ $0.since > event.on }).min(by: { $0.since < $1.since }),
      next.value == event.person,
      let told = home.event(.head, on: next.since, of: event.person)
    {
      throw .later(told)
    }
    HouseholdLife.set(event.person, since: event.on, in: &home.headships)
    home.leaveOutHeadshipOfNobody(before: event.on)
    home.events.append(event)
    try settle(&home)
    home.events.removeLast()
    self[event.household] = home
  }

  private mutating func split(_ event: HouseholdEvent) throws(EventFault) {
    guard let key = event.other else { throw .missing("other_household") }
    guard key != event.household else { throw EventFault("other_household", .sameHousehold) }
    var home = self[event.household]
    var other = self[key]
    if isSplitAlready(event) {
      try self[key].begin(on: event.on)
      return try self[event.household].endIfEmptied(on: event.on)
    }
    let leaver = home.memberships.first { $0.number == event.person && $0.contains(event.on) }
    guard let leaver else {
      if let ending = home.endingEvent, ending.on == event.on, ending.kind == .merge {
        throw .later(ending)
      }
      throw EventFault("member", .notMember(joinedOn: nil, leftOn: event.on))
    }
    guard event.on > leaver.joined else {
      throw EventFault(
        "on",
        .notAfter(
          column: "joined_on", value: CalendarDate(dayNumber: leaver.joined).description))
    }
    if let later = home.eventEnding(leaver) { throw .later(later) }
    try prepare(&other, for: event, from: home)
    home.change(leaver, leftOn: event.on)
    _ = other.admit(leaver, on: event.on)
    other.incoming.append(event)
    lookAfterFounder(of: &other, on: event.on)
    other.incoming.removeLast()
    try home.endIfEmptied(on: event.on)
    try settle(&home)
    self[event.household] = home
    self[key] = other
  }

  /// Names the head of a household that is being split off, as long as nobody was named otherwise.
  func lookAfterFounder(of life: inout HouseholdLife, on day: Int32) {
    if let before = stood[life.key], !before.headships.isEmpty,
      before.head(on: day) != founder(of: before, on: day, stood)
    {
      return
    }
    guard let head = founder(of: life, on: day, lives) else { return }
    HouseholdLife.set(head, since: day, in: &life.headships)
  }

  /// Who is head of a household on the day on which it is split off.
  private func founder(
    of life: HouseholdLife, on day: Int32, _ lives: [Int64: HouseholdLife]
  ) -> Int64? {
    let oldHeads = life.incoming.compactMap { split -> PersonIdentity? in
      guard split.kind == .split, split.on == day, let home = lives[split.household],
        home.head(on: day - 1) == split.person
      else { return nil }
      return home.memberships.first { $0.number == split.person && $0.joined < day }?.identity
    }
    return life.successor(on: day, oldHeads: oldHeads)
  }

  /// Whether the person left the one household and joined the other on that day, as a roster says.
  private func isSplitAlready(_ event: HouseholdEvent) -> Bool {
    guard let key = event.other else { return false }
    return self[event.household].memberships.contains { leaver in
      leaver.number == event.person && leaver.left == event.on
        && self[key].memberships.contains { isArrival($0, of: leaver, on: event.on) }
    }
  }

  /// Makes the household that is split off, with the village and class of the one it leaves. More people
  /// may join it on the day on which it is made.
  private func prepare(
    _ other: inout HouseholdLife, for event: HouseholdEvent, from home: HouseholdLife
  ) throws(EventFault) {
    if let village = event.village, isOutside(village) {
      throw EventFault(
        "village_code", .outsideOffice(region: village, office: office.value))
    }
    if let end = other.end { throw EventFault("other_household", .afterEnd(endedOn: end.on)) }
    if let firstDay = other.firstDay {
      guard other.isSplitOff(on: event.on) else {
        throw EventFault("other_household", .householdStands(since: firstDay))
      }
      return
    }
    guard let village = event.village ?? home.village(on: event.on) else {
      throw .missing("village_code")
    }
    other.residences = [HouseholdLife.Since(since: event.on, value: village)]
    other.classes =
      home.householdClass(on: event.on).map {
        [HouseholdLife.Since(since: event.on, value: $0)]
      } ?? []
  }

  private mutating func merge(_ event: HouseholdEvent) throws(EventFault) {
    guard let key = event.other else { throw .missing("other_household") }
    guard key != event.household else { throw EventFault("other_household", .sameHousehold) }
    var other = self[key]
    guard let firstDay = other.firstDay else {
      throw EventFault("other_household", .unknown(.household, nearest: []))
    }
    guard event.on >= firstDay else {
      throw EventFault("other_household", .notYetStanding(since: firstDay))
    }
    if let end = other.end, event.on >= end.on {
      throw EventFault("other_household", .afterEnd(endedOn: end.on))
    }
    try judgeLeavers(of: event, to: other)
    let arrived = self[event.household].leaversBesideSplits(on: event.on).contains { leaver in
      other.memberships.contains { isArrival($0, of: leaver, on: event.on) }
    }
    // A roster has said already whom the merge took over, so that a split seemed to end the household.
    if arrived { self[event.household].end = nil }
    try end(event, ground: event.ground)
    var home = self[event.household]
    for leaver in home.memberships.sorted(by: { $0.number < $1.number })
    where leaver.contains(event.on) {
      home.change(leaver, leftOn: event.on)
      _ = other.admit(leaver, on: event.on)
    }
    try settle(&other)
    self[event.household] = home
    self[key] = other
  }

  /// Who leaves on the day of a merge is no member of it and would be in no household from then on, though the
  /// file may well mean those whom the merge takes over.
  private func judgeLeavers(
    of event: HouseholdEvent, to other: HouseholdLife
  ) throws(EventFault) {
    let home = self[event.household]
    let people = home.memberships.filter { leaver in
      leaver.left == event.on && !home.splitsOff(leaver.number, on: event.on)
        && !goneElsewhere.contains(leaver.number)
        && !home.members(on: event.on).contains(leaver.number)
        && !other.memberships.contains { isArrival($0, of: leaver, on: event.on) }
    }
    guard !people.isEmpty else { return }
    throw EventFault("on", .leaveThatDay(people: people.compactMap(\.identity.name)))
  }

  /// Ends the household, unless something is told of it from that day on.
  private mutating func end(
    _ event: HouseholdEvent, ground: String?
  ) throws(EventFault) {
    var home = self[event.household]
    if let later = home.eventTold(from: event.on) { throw .later(later) }
    if let end = home.end { throw EventFault("on", .afterEnd(endedOn: end.on)) }
    try home.judgeEnrolment(endingOn: event.on)
    if let joiner = home.memberships.first(where: { $0.joined >= event.on }) {
      throw EventFault("on", .joinsLater(on: joiner.joined))
    }
    home.end = HouseholdLife.End(
      on: event.on, ground: ground, into: event.kind == .merge ? event.other : nil)
    try settle(&home)
    self[event.household] = home
  }
}
