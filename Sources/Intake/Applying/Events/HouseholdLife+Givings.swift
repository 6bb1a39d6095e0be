import Domain

// A split takes away, a merge takes over and an end lets go the members of that day. What changes who they
// were, while the event stands, is refused: here for the events of a sheet, and for every entry by
// `rule_given_members`, which says the same of the facts.

extension HouseholdLife {
  /// A day on which the household gave: by a split of somebody, or by its end.
  struct Giving: Hashable {
    let on: Int32
    /// The member who split off; nil where the household merged or ended.
    let leaver: Int64?
    /// The household it merged into.
    var into: Int64?
  }

  private var givings: Set<Giving> {
    var givings = Set(
      events.filter { $0.kind == .split }.map { Giving(on: $0.on, leaver: $0.person) })
    if let end { givings.insert(Giving(on: end.on, leaver: nil, into: end.into)) }
    return givings
  }

  /// The first event that stands in this life and a later one of the household, whose members of the day
  /// are others in the later one; nil where there is none.
  func givingChanged(in later: HouseholdLife) -> HouseholdEvent? {
    let told = Set(events + later.events)
    let both = givings.intersection(later.givings)
      .sorted { ($0.on, $0.leaver ?? 0) < ($1.on, $1.leaver ?? 0) }
    for giving in both where members(of: giving, told) != later.members(of: giving, told) {
      return giving.leaver.flatMap { event(.split, on: giving.on, of: $0) } ?? endingEvent
    }
    return nil
  }

  /// The event that ended the household; an end that no event tells of, as a complete roster makes, as one.
  var endingEvent: HouseholdEvent? {
    guard let end else { return nil }
    let told = events.filter { $0.on == end.on }
    return told.first { $0.kind == .merge || $0.kind == .end || $0.kind == .move }
      ?? told.first { $0.kind == .split }
      ?? HouseholdEvent(household: key, kind: .end, on: end.on, other: end.into)
  }

  /// Who splits off on the day is a member for the other splits of the day, and gone for a merge or an end;
  /// whom a merge of the day took over is one for its splits.
  private func members(of giving: Giving, _ events: Set<HouseholdEvent>) -> Set<Int64> {
    let isMerge = giving.leaver == nil && end?.into != nil
    let members = memberships.filter { member in
      guard member.joined <= giving.on, member.left >= giving.on else { return false }
      if member.left > giving.on { return true }
      let told = events.filter { $0.on == giving.on }
      let splitsOff = told.contains { $0.kind == .split && $0.person == member.number }
      return giving.leaver == nil
        ? isMerge && !splitsOff : splitsOff || told.contains { $0.kind == .merge }
    }
    return Set(members.map(\.number))
  }

  /// Ends the household where a split took its last member.
  mutating func endIfEmptied(on day: Int32) throws(EventFault) {
    guard end == nil, !memberships.contains(where: { $0.left > day }) else { return }
    if let later = eventTold(from: day) { throw .later(later) }
    try judgeEnrolment(endingOn: day)
    end = End(on: day, ground: nil, into: nil)
  }

  /// The first event that would come too late for an end on a day, where people may still split off.
  func eventTold(from day: Int32) -> HouseholdEvent? {
    (events + incoming).filter { $0.on > day || $0.on == day && $0.kind != .split }
      .min { $0.on < $1.on }
  }

  /// Lets a household stand again that ended only because a split had taken its last member.
  mutating func standAgain(afterSplitOn day: Int32) {
    guard let end, end.on == day,
      endingEvent.map({ $0.kind == .split || !events.contains($0) }) ?? true,
      end.into == nil, end.ground == nil, memberships.contains(where: { $0.left > day })
    else { return }
    self.end = nil
  }

  /// Who left on a day otherwise than by a split of that day, in a household that only a split ended then:
  /// whom a merge of the day may have taken over. Nobody where the household stands or ended otherwise.
  func leaversBesideSplits(on day: Int32) -> [Membership] {
    guard let end, end.on == day, end.into == nil, endingEvent?.kind == .split else { return [] }
    return memberships.filter { $0.left == day && !splitsOff($0.number, on: day) }
  }

  /// Whether an event tells that a member split off on a day.
  func splitsOff(_ number: Int64, on day: Int32) -> Bool {
    event(.split, on: day, of: number) != nil
  }

  /// The end for which an event of the day comes too late; nil where it does not.
  func endPassed(by kind: HouseholdEventKind, on day: Int32) -> End? {
    guard let end, end.isPast(kind, on: day) else { return nil }
    return kind == .merge && !leaversBesideSplits(on: day).isEmpty ? nil : end
  }

  /// A household that was enrolled does not end before its first enrolment.
  func judgeEnrolment(endingOn day: Int32) throws(EventFault) {
    if let enrolledOn, day < enrolledOn {
      throw EventFault("on", .beforeEnrolment(enrolledOn: enrolledOn))
    }
  }
}
