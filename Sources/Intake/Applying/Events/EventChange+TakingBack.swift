import Domain

extension EventChange {
  /// Takes an event and the facts it made back.
  ///
  /// Throws where a later event rests on them.
  mutating func takeBack(_ event: HouseholdEvent) throws(EventFault) {
    self[event.household].events.removeAll { $0 == event }
    if let other = event.other { self[other].incoming.removeAll { $0 == event } }
    switch event.kind {
    case .move where isEnd(event): try standAgain(event.household)
    case .move: self[event.household].residences.removeAll { $0.since == event.on }
    case .reclass: self[event.household].classes.removeAll { $0.since == event.on }
    case .head:
      var home = self[event.household]
      home.headships.removeAll { $0.since == event.on }
      try settle(&home)
      self[event.household] = home
    case .split: try rejoin(event)
    case .merge: try part(event)
    case .end: try standAgain(event.household)
    }
    try lookAfterPlaces(from: event)
  }

  private mutating func standAgain(_ key: Int64) throws(EventFault) {
    var home = self[key]
    home.end = nil
    try settle(&home)
    self[key] = home
  }

  private func isEnd(_ event: HouseholdEvent) -> Bool {
    self[event.household].end?.on == event.on
      && !self[event.household].residences.contains { $0.since == event.on }
  }

  /// A split taken back: the person is in the old household as if nothing had been.
  private mutating func rejoin(_ event: HouseholdEvent) throws(EventFault) {
    guard let key = event.other else { return }
    var home = self[event.household]
    var other = self[key]
    let leaver = home.memberships.first { $0.number == event.person && $0.left == event.on }
    guard let leaver else { throw EventFault("on", .changedSince(household: home.number)) }
    let here = try take(leaver, backFrom: &other, on: event.on)
    try reopen(leaver, in: &home, leftOn: here.left)
    if other.memberships.isEmpty {
      try unmake(&other, on: event.on)
    } else {
      if other.isSplitOff(on: event.on) {
        if other.headships.contains(where: { $0.since == event.on && $0.value == here.number }) {
          other.headships.removeAll { $0.since == event.on }
        }
        lookAfterFounder(of: &other, on: event.on)
      }
      try settle(&other)
    }
    home.standAgain(afterSplitOn: event.on)
    try settle(&home, withLeaverBackOn: event.on)
    self[event.household] = home
    self[key] = other
  }

  /// A merger taken back: the members are in the household that had ended as if nothing had been.
  private mutating func part(_ event: HouseholdEvent) throws(EventFault) {
    guard let key = event.other else { return }
    var home = self[event.household]
    var other = self[key]
    for leaver in home.memberships
    where leaver.left == event.on && !home.splitsOff(leaver.number, on: event.on) {
      // One who left on that very day by the roster is not in the household that took the others in.
      guard other.memberships.contains(where: { isArrival($0, of: leaver, on: event.on) }) else {
        continue
      }
      let here = try take(leaver, backFrom: &other, on: event.on)
      try reopen(leaver, in: &home, leftOn: here.left)
    }
    home.end = nil
    // The split that made the household may have been taken back before.
    if other.memberships.isEmpty, let firstDay = other.firstDay { try unmake(&other, on: firstDay) }
    try settle(&other)
    try settle(&home, withLeaverBackOn: event.on)
    self[event.household] = home
    self[key] = other
  }

  /// Gives a person who comes back the days spent elsewhere.
  ///
  /// Throws where the person has come back by another way since: two stays of one person would overlap.
  private func reopen(
    _ leaver: Membership, in home: inout HouseholdLife, leftOn left: Int32
  ) throws(EventFault) {
    let isBack = home.memberships.contains {
      $0.number == leaver.number && $0.joined > leaver.joined && $0.joined < left
    }
    if isBack { throw EventFault("on", .changedSince(household: home.number)) }
    home.change(leaver, leftOn: left)
  }

  func isArrival(_ membership: Membership, of leaver: Membership, on day: Int32) -> Bool {
    membership.joined == day && membership.identity.isSame(as: leaver.identity)
  }

  /// Takes the person who came on a day out of a household again, and gives the days spent there.
  private func take(
    _ leaver: Membership, backFrom other: inout HouseholdLife, on day: Int32
  ) throws(EventFault) -> Membership {
    guard let here = other.memberships.first(where: { isArrival($0, of: leaver, on: day) }) else {
      throw EventFault("on", .changedSince(household: other.number))
    }
    if let later = other.eventEnding(here) { throw .later(later) }
    other.memberships.removeAll { $0 == here }
    return here
  }

  /// A household that nobody has split off into any more was never made.
  private func unmake(_ other: inout HouseholdLife, on day: Int32) throws(EventFault) {
    if let later = (other.events + other.incoming).min(by: { $0.on < $1.on }) {
      throw .later(later)
    }
    guard other.end == nil, other.firstDay == day else {
      throw EventFault("on", .changedSince(household: other.number))
    }
    other.residences = []
    other.classes = []
    other.headships = []
  }

  /// Gives an event another ground, which changes nothing that others rest on. Not for moves, whose ground
  /// may be part of an end.
  mutating func reground(_ event: HouseholdEvent, as told: HouseholdEvent) {
    var home = self[event.household]
    home.events.removeAll { $0 == event }
    home.events.append(told)
    if let other = event.other {
      self[other].incoming.removeAll { $0 == event }
      self[other].incoming.append(told)
    }
    if event.kind == .reclass, let householdClass = event.householdClass {
      HouseholdLife.set(
        HouseholdLife.ClassAndGround(householdClass: householdClass, ground: told.ground),
        since: event.on, in: &home.classes)
    }
    if event.kind == .merge || event.kind == .end, let end = home.end {
      home.end = HouseholdLife.End(on: end.on, ground: told.ground, into: end.into)
    }
    self[event.household] = home
  }
}
