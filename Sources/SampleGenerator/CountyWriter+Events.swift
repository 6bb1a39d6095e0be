extension CountyWriter {
  /// At most one event for a household, decided before anything else is written, because a
  /// household that ends gets no money or visits afterwards.
  mutating func writeEvents(of village: inout Village) throws(OutputFault) {
    var lastSplit = 9000
    for index in village.households.indices {
      let household = village.households[index]
      guard let enrolled = household.enrolledOn, !household.hasEvent else { continue }
      let on = max(enrolled + 15, Day(2011, 3, 1) + random.draw(0...290))
      switch random.weighted([14, 6, 5, 5, 60, 4, 906]) {
      case 0: try reclass(household, on: on)
      case 1: try move(household, on: on)
      case 2: try changeHead(of: household, on: on)
      case 3: try split(household, on: on, serial: &lastSplit, in: village)
      case 4: try merge(index, on: max(on, Day(2011, 8, 1)), in: &village)
      case 5:
        // Nobody joins a household that has ended.
        let joined = household.members.compactMap(\.joinedOn).max()
        let end = max(on, Day(2011, 9, 1), joined.map { $0 + 1 } ?? on)
        village.households[index].endedOn = end
        try event(
          .end, of: household, on: end,
          ground: Term("whole household moved to Guangdong", "全户迁往广东"))
      default: continue
      }
    }
  }

  private mutating func reclass(_ household: Household, on: Day) throws(OutputFault) {
    let (next, ground): (HouseholdClass, Term) =
      switch household.householdClass {
      case .poor: (.poorDibao, Term("granted the allowance", "新纳入低保"))
      case .poorDibao: (.poor, Term("allowance ended on review", "低保复核退出"))
      case .dibao: (.poorDibao, Term("found able to work", "有劳动能力，纳入扶贫"))
      case .wubao: (.dibao, Term("a son has returned", "儿子返乡赡养"))
      }
    try event(.reclass, of: household, on: on, householdClass: next, ground: ground)
  }

  private mutating func move(_ household: Household, on: Day) throws(OutputFault) {
    let home = random.pick(county.villages).code
    guard home != household.village else { return }
    try event(
      .move, of: household, on: on, village: home, ground: Term("resettled", "移民搬迁"))
  }

  private mutating func changeHead(of household: Household, on: Day) throws(OutputFault) {
    guard
      let next = household.members.first(where: {
        ($0.relation == .spouse || $0.relation == .child) && isFree($0) && $0.born.age > 20
      })
    else { return }
    try event(
      .head, of: household, on: on, ground: Term("the old head works away", "原户主外出务工"),
      member: next)
  }

  /// A grown child sets up a household of one, numbered from 9001 in its village.
  private mutating func split(
    _ household: Household, on: Day, serial: inout Int, in village: Village
  ) throws(OutputFault) {
    guard
      let leaving = household.members.first(where: {
        $0.relation == .child && isFree($0) && $0.born.age > 20
      })
    else { return }
    serial += 1
    try event(
      .split, of: household, on: on, ground: Term("own household", "分家立户"), member: leaving,
      other: village.code * 10_000 + serial)
  }

  /// Somebody who lives alone is taken in by a neighbour: `household_no` ends, `other_household`
  /// stands.
  private mutating func merge(_ index: Int, on: Day, in village: inout Village) throws(OutputFault)
  {
    let household = village.households[index]
    guard household.members.count == 1, isFree(household.members[0]), index > 0 else { return }
    let home = village.households[index - 1]
    guard home.enrolledOn != nil, home.endedOn == nil, !home.hasEvent, home.standing > 1 else {
      return
    }
    village.households[index].endedOn = on
    village.households[index - 1].hasEvent = true
    try event(
      .merge, of: household, on: on, ground: Term("taken in by relatives", "投靠亲属"),
      member: household.members[0], other: home.number)
  }

  private func isFree(_ member: Member) -> Bool {
    member.stands && member.idForm == .eighteen && member.joinedOn == nil
  }

  private func event(
    _ event: HouseholdEvent, of household: Household, on: Day, village: Int? = nil,
    householdClass: HouseholdClass? = nil, ground: Term, member: Member? = nil, other: Int? = nil
  ) throws(OutputFault) {
    let file = folder[.householdEvents]
    file.number(household.number)
    file.term(event.term)
    file.day(on)
    if let village { file.number(village) } else { file.blank() }
    file.term(householdClass?.term)
    file.term(ground)
    if let id = member?.shownID { file.text(id) } else { file.blank() }
    if let other { file.number(other) } else { file.blank() }
    try file.endRow()
  }
}
