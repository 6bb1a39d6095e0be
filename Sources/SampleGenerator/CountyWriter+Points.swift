extension CountyWriter {
  /// The points that persons set one by one: the plan and the three responsibilities.
  mutating func writePoints(
    of household: Household, at index: Int, in village: Village
  ) throws(OutputFault) {
    guard let enrolled = household.enrolledOn else { return }
    try writePlans(of: household, enrolled: enrolled)
    for role in Role.allCases {
      let position = (index + role.rawValue) % village.team.count
      let holder = village.team[position]
      let successor = village.team[(position + 1) % village.team.count]
      try writeAssignments(
        role, of: household, enrolled: enrolled, holder: holder, successor: successor)
    }
  }

  private mutating func writePlans(
    of household: Household, enrolled: Day
  ) throws(OutputFault) {
    guard !random.happens(24) else { return }
    let starts = enrolled + random.draw(-30...40)
    let goal = (household.incomePerPerson * max(1, household.standing) / 100 + 18) * 100
    guard random.happens(18) else {
      return try writePlan(of: household, from: starts, until: nil, goal: goal)
    }
    let ended = max(starts + 60, Day(2011, 8, 1) + random.draw(0...120))
    try writePlan(of: household, from: starts, until: ended, goal: goal)
    if random.happens(500), ended + 20 <= .yearEnd, household.stands(on: ended + 20) {
      try writePlan(of: household, from: ended + random.draw(0...20), until: nil, goal: goal + 500)
    }
  }

  private func writePlan(
    of household: Household, from starts: Day, until ended: Day?, goal: Int
  ) throws(OutputFault) {
    let file = folder[.plans]
    file.number(household.number)
    file.day(starts)
    file.day(ended)
    file.money(fen: goal * 100)
    file.term(household.mainKind.measures)
    file.day(Day(2012, 12, 31))
    try file.endRow()
  }

  /// Most responsibilities hold from about the day of enrolment. Some were never filled, some
  /// were handed over, some stood empty for a while and some fell vacant.
  private mutating func writeAssignments(
    _ role: Role, of household: Household, enrolled: Day, holder: Int, successor: Int
  ) throws(OutputFault) {
    let since = enrolled + random.draw(-20...25)
    let changed = max(since + 20, Day(2011, 6, 1) + random.draw(0...190))
    let course = random.weighted([926, 26, 28, 14, 6])
    guard course != 1, household.stands(on: since) else { return }
    guard course > 1, changed + 60 <= .yearEnd, household.stands(on: changed + 60) else {
      return try assignment(role, of: household, staff: holder, since: since, until: nil)
    }
    try assignment(role, of: household, staff: holder, since: since, until: changed)
    switch course {
    case 2:
      try assignment(role, of: household, staff: successor, since: changed, until: nil)
    case 3:
      let resumed = changed + random.draw(10...60)
      try assignment(role, of: household, staff: successor, since: resumed, until: nil)
    default: return
    }
  }

  private func assignment(
    _ role: Role, of household: Household, staff: Int, since: Day, until: Day?
  ) throws(OutputFault) {
    let file = folder[.assignments]
    file.number(household.number)
    file.term(role.term)
    file.key(staffPrefix, staff, places: 4)
    file.day(since)
    file.day(until)
    try file.endRow()
  }
}
