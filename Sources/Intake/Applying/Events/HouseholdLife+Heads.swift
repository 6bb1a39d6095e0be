import Domain

// Who is head follows from three things: the headships that were told, who is a member, and the rule of
// `HeadSuccession` that names the next one when the head leaves. What the rule gives is kept as a headship
// too. An event that comes in between, or is taken back, can make such a headship needless, call for one, or
// for another, so they are settled after every event that touches either.

extension HouseholdLife {
  /// Member numbers on a day, rising.
  func members(on day: Int32) -> [Int64] {
    memberships.filter { $0.contains(day) }.map(\.number).sorted()
  }

  func head(on day: Int32) -> Int64? { HouseholdLife.latest(headships, on: day)?.value }

  /// Since when a member has been head without a break on a day; nil where another is head. Nobody is head
  /// before coming into the household, though its only headship may have no day.
  func firstDayAsHead(_ number: Int64, on day: Int32) -> Int32? {
    guard let headship = HouseholdLife.latest(headships, on: day), headship.value == number else {
      return nil
    }
    let stay = memberships.first { $0.number == number && $0.contains(day) }
    return max(headship.since, stay?.joined ?? headship.since)
  }

  /// Takes off the headship before a day whose head comes only on it or later: nobody was head before.
  mutating func leaveOutHeadshipOfNobody(before day: Int32) {
    guard let before = HouseholdLife.latest(headships, on: day - 1),
      event(.head, on: before.since, of: before.value) == nil,
      !memberships.contains(where: {
        $0.number == before.value && $0.overlaps(before.since, day)
      })
    else { return }
    headships.removeAll { $0 == before }
  }

  /// Who is head from a day on by the rule, whoever was before; nil where nobody is a member.
  ///
  /// - Parameter oldHeads: people who were heads where they come from.
  func successor(on day: Int32, oldHeads: [PersonIdentity] = []) -> Int64? {
    memberships.filter { $0.contains(day) }.map { member in
      HeadSuccession(
        number: member.number,
        isOldHead: oldHeads.contains { $0.isSame(as: member.identity) },
        relation: member.relation, birthDate: member.identity.birthDate,
        residentKey: member.identity.residentKey)
    }.min()?.number
  }

  /// The headships that the rule gave: the head before had left, and no event names the new one.
  var headshipsByRule: Set<Since<Int64>> {
    Set(
      headships.filter { headship in
        guard event(.head, on: headship.since, of: headship.value) == nil,
          let before = head(on: headship.since - 1)
        else { return false }
        return !members(on: headship.since).contains(before)
          && successor(on: headship.since) == headship.value
      })
  }

  /// The headships that a roster named while the head before was a member, and no event tells of. The rule did
  /// not give them, so it does not take them.
  var headshipsNamed: Set<Since<Int64>> {
    Set(
      headships.filter { headship in
        guard event(.head, on: headship.since, of: headship.value) == nil,
          let before = head(on: headship.since - 1)
        else { return false }
        return members(on: headship.since).contains(before)
      })
  }

  /// Takes off headships that nothing calls for any more, and adds those that the rule does.
  ///
  /// Throws where a headship that was told begins with somebody who is no member.
  ///
  /// - Parameters:
  ///   - given: headships that the rule had given, which it may give otherwise now.
  ///   - named: headships that a roster named, which stay.
  ///   - day: a day on which somebody left who, as is known now, did not.
  mutating func settleHeads(
    besides given: Set<Since<Int64>> = [], keeping named: Set<Since<Int64>> = [],
    withLeaverBackOn day: Int32? = nil
  ) throws(EventFault) {
    headships = headships.filter {
      (named.contains($0) || !isNeedless($0, day)) && !given.contains($0) && !isEnded(on: $0.since)
        && !isNobodys($0)
    }
    for day in daysOfChange() where !isEnded(on: day) {
      guard let next = successor(on: day) else { continue }
      let headship = HouseholdLife.latest(headships, on: day)
      if let headship, members(on: day).contains(headship.value) { continue }
      if let headship, headship.since == day,
        let told = event(.head, on: day, of: headship.value)
      {
        throw .later(told)
      }
      HouseholdLife.set(next, since: day, in: &headships)
    }
    try judgeToldHeads()
  }

  /// Whom an event names head is a member of its day, also where nobody else is left to be head.
  private func judgeToldHeads() throws(EventFault) {
    for told in events
    where told.kind == .head && !members(on: told.on).contains(told.person) {
      throw .later(told)
    }
  }

  /// Whether its head is in no stay of the household any more, and no event names the head.
  private func isNobodys(_ headship: Since<Int64>) -> Bool {
    event(.head, on: headship.since, of: headship.value) == nil
      && !memberships.contains { $0.number == headship.value }
  }

  func isEnded(on day: Int32) -> Bool { end.map { $0.on <= day } ?? false }

  /// A headship that the rule gave, where the one who was head before is still a member on its first day.
  private func isNeedless(_ headship: Since<Int64>, _ day: Int32?) -> Bool {
    guard event(.head, on: headship.since, of: headship.value) == nil,
      headship.since == day || beganByRule(headship),
      let before = head(on: headship.since - 1)
    else { return false }
    return members(on: headship.since).contains(before)
  }

  /// Whether somebody left on its first day, or its head then came into a household without members.
  private func beganByRule(_ headship: Since<Int64>) -> Bool {
    memberships.contains {
      $0.left == headship.since || $0.joined == headship.since && $0.number == headship.value
    }
  }

  private func daysOfChange() -> [Int32] {
    var days = Set(memberships.map(\.joined))
    days.formUnion(memberships.map(\.left).filter { $0 < DayPeriod.openEnd })
    days.formUnion(headships.map(\.since))
    return days.sorted()
  }
}

// Members who come and go.

extension HouseholdLife {
  /// Takes a person in from a day on; the number that the person had here before, else the next.
  mutating func admit(_ person: Membership, on day: Int32) -> Int64 {
    let number = number(for: person.identity, from: day, until: person.left)
    memberships.append(
      Membership(
        number: number, joined: day, left: person.left, copyOf: person.copyOf,
        relation: person.relation, identity: person.identity))
    numbered.append(Numbered(number: number, identity: person.identity))
    return number
  }

  private func number(
    for identity: PersonIdentity, from day: Int32, until left: Int32
  ) -> Int64 {
    let earlier = numbered.last { known in
      known.identity.isSame(as: identity)
        && !memberships.contains { $0.number == known.number && $0.overlaps(day, left) }
    }
    return earlier?.number ?? (numbered.map(\.number).max() ?? 0) + 1
  }

  /// Gives a membership another last day.
  mutating func change(_ membership: Membership, leftOn day: Int32) {
    memberships.removeAll { $0 == membership }
    memberships.append(
      Membership(
        number: membership.number, joined: membership.joined, left: day,
        copyOf: membership.copyOf, relation: membership.relation, identity: membership.identity))
  }

  /// The event by which a membership ended; nil where it has not, or the roster said so.
  func eventEnding(_ membership: Membership) -> HouseholdEvent? {
    events.first {
      $0.on == membership.left
        && ($0.kind == .merge || $0.kind == .split && $0.person == membership.number)
    }
  }
}
