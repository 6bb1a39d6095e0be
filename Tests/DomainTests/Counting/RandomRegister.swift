import Reference

/// Households of 2011 whose days fall together far more often than chance has it: most of a
/// household's days are drawn from a few of its own, from the year's ends and from month ends.
struct RandomRegister {
  static let villages = [
    "433123101201", "433123101202", "433123102201", "433124100201", "433124100202",
  ]
  static let classes = ["poor", "poor_dibao", "dibao", "wubao"]

  private var numbers: SeededNumbers
  private var projects: [String: RefProject] = [:]
  private var allocations: [RefMovement] = []
  private var payments: [RefMovement] = []
  private var pool: [RefDay] = []

  /// `sharedIDs` is the number of IDs the households draw their members from; fewer IDs than
  /// members make persons of several households.
  static func make(seed: UInt64, households: Int, sharedIDs: Int) -> RefRegister {
    var random = RandomRegister(numbers: SeededNumbers(seed: seed))
    for number in 0..<12 { random.projects["P\(number)"] = random.project() }
    var made: [RefHousehold] = []
    for number in 0..<households {
      made.append(random.household(number: "H\(number)", sharedIDs: sharedIDs))
    }
    return RefRegister(
      households: made, projects: random.projects, allocations: random.allocations,
      payments: random.payments)
  }

  /// Households that are fulfilled on the day they are enrolled, one of five, and share their few
  /// members in every way: before and after F, on the same day, under numbers of unlike length.
  static func sharing(seed: UInt64) -> RefRegister {
    var random = RandomRegister(numbers: SeededNumbers(seed: seed))
    let days = (0..<5).map { day("2011-03-01") + $0 }
    random.pool = days
    var households: [RefHousehold] = []
    for number in 0..<random.numbers.number(in: 2...14) {
      var household = RefHousehold(number: "H\(number)")
      household.residences = [RefDated(random.numbers.one(of: villages))]
      household.enrolments = [random.numbers.one(of: days)]
      household.members = random.members(sharedIDs: 8)
      household.plans = [RefPlan(starts: RefCalendar.beginning)]
      household.links = [RefLink(project: "P", since: RefCalendar.beginning)]
      household.assignments = RefRole.allCases.map {
        RefAssignment(role: $0, since: RefCalendar.beginning)
      }
      random.allocations.append(
        RefMovement(
          household: household.number, fund: "convergence", source: "central",
          day: day("2011-02-01"), fen: 1))
      households.append(household)
    }
    let project = RefProject(approved: day("2010-12-01"))
    households.shuffle(using: &random.numbers)
    return RefRegister(
      households: households, projects: ["P": project], allocations: random.allocations)
  }

  private static let ends: [RefDay] = [
    day("2010-12-31"), day("2011-01-01"), day("2011-01-31"), day("2011-02-01"), day("2011-06-30"),
    day("2011-11-30"), day("2011-12-01"), day("2011-12-31"), day("2012-01-01"),
  ]

  private static let anyDays = day("2010-10-01")...day("2012-02-15")
  private static let earlyDays = day("2010-11-01")...day("2011-05-01")

  private mutating func anyDay() -> RefDay {
    numbers.number(in: RandomRegister.anyDays)
  }

  private mutating func someDay() -> RefDay {
    if !pool.isEmpty && numbers.isTrue(60) { return numbers.one(of: pool) }
    if numbers.isTrue(20) { return numbers.one(of: RandomRegister.ends) }
    return anyDay()
  }

  /// A day by which most of the year is still to come.
  private mutating func earlyDay() -> RefDay {
    numbers.isTrue(88) ? numbers.number(in: RandomRegister.earlyDays) : someDay()
  }

  private mutating func project() -> RefProject {
    pool = []
    var project = RefProject(approved: numbers.isTrue(92) ? earlyDay() : nil)
    if let approved = project.approved {
      if numbers.isTrue(15) { project.cancelled = approved + numbers.number(in: 0...400) }
      if numbers.isTrue(50) {
        project.accepted = approved + numbers.number(in: 1...400)
        project.grade = numbers.one(of: ["qualified", "high_quality", "unqualified"])
      }
    }
    return project
  }

  /// Periods that mostly cover the year: one with an open end, or several that touch, leave gaps,
  /// lie over each other or hold no day.
  private mutating func periods() -> [(since: RefDay, until: RefDay?)] {
    if numbers.isTrue(3) { return [] }
    var since = earlyDay()
    var periods: [(since: RefDay, until: RefDay?)] = []
    for _ in 0..<numbers.number(in: 0...3) where numbers.isTrue(30) {
      let until = max(since, numbers.isTrue(50) ? someDay() : since + numbers.number(in: 0...200))
      periods.append((since, until))
      since = numbers.isTrue(50) ? until : until + numbers.number(in: -10...40)
    }
    periods.append((since, numbers.isTrue(82) ? nil : max(since, someDay())))
    return numbers.isTrue(50) ? periods : periods.reversed()
  }

  private mutating func household(number: String, sharedIDs: Int) -> RefHousehold {
    pool = []
    pool = (0..<4).map { _ in anyDay() }
    var household = RefHousehold(number: number)
    household.residences = [RefDated(numbers.one(of: RandomRegister.villages))]
    if numbers.isTrue(90) {
      household.classes = [RefDated(numbers.one(of: RandomRegister.classes))]
    }
    while numbers.isTrue(25) {
      household.residences.append(
        RefDated(numbers.one(of: RandomRegister.villages), since: later(household.residences)))
    }
    while numbers.isTrue(25) {
      household.classes.append(
        RefDated(numbers.one(of: RandomRegister.classes), since: later(household.classes)))
    }
    household.enrolments = enrolments()
    if numbers.isTrue(15) { household.ended = someDay() }
    household.members = members(sharedIDs: sharedIDs)
    household.plans = periods().map { RefPlan(starts: $0.since, ended: $0.until) }
    for (since, until) in periods() {
      let project = "P\(numbers.number(in: 0...11))"
      household.links.append(RefLink(project: project, since: since, until: until))
    }
    for role in RefRole.allCases {
      household.assignments += periods().map {
        RefAssignment(role: role, since: $0.since, until: $0.until)
      }
    }
    for year in 2009...2011 where numbers.isTrue(80) {
      household.incomes[year] = 500_000 + (year - 2009) * 150_000 + numbers.number(in: -1...1)
    }
    money(of: number)
    return household
  }

  /// A day after every one given, so that no two facts hold on one day.
  private mutating func later(_ facts: [RefDated]) -> RefDay {
    let last = facts.map(\.since).max() ?? RefCalendar.beginning
    return max(someDay(), last + 1)
  }

  private mutating func enrolments() -> [RefDay] {
    var days: [RefDay] = []
    if numbers.isTrue(20) { days.append(day("2010-06-01")) }
    if numbers.isTrue(95) {
      days.append(min(max(earlyDay(), day("2011-01-01")), day("2011-12-31")))
    }
    return days
  }

  private mutating func members(sharedIDs: Int) -> [RefMember] {
    var members: [RefMember] = []
    for _ in 0..<numbers.number(in: 0...5) {
      let id = numbers.isTrue(85) ? "I\(numbers.number(in: 0...sharedIDs))" : nil
      if let id, members.contains(where: { $0.id == id }) { continue }
      let joined = numbers.isTrue(60) ? RefCalendar.beginning : someDay()
      let left = numbers.isTrue(70) ? nil : max(joined, someDay())
      members.append(RefMember(id: id, joined: joined, left: left))
    }
    return members
  }

  /// Small sums up and down, so that the balance comes back to nothing often.
  private mutating func money(of household: String) {
    if numbers.isTrue(88) { move(household, fen: numbers.number(in: 1...4), on: earlyDay()) }
    for _ in 0..<numbers.number(in: 0...5) where numbers.isTrue(40) {
      let sign = numbers.isTrue(50) ? 1 : -1
      move(household, fen: sign * numbers.number(in: 1...3), on: someDay())
    }
    for movement in allocations.suffix(6) where movement.household == household {
      if numbers.isTrue(60) { payments.append(movement) }
    }
  }

  private mutating func move(_ household: String, fen: Int, on day: RefDay) {
    let fund = numbers.isTrue(85) ? "convergence" : "rain_plan"
    let source =
      numbers.isTrue(85)
      ? numbers.one(of: ["central", "provincial", "prefecture", "county", "lottery"])
      : numbers.one(of: ["society", "loan", "self"])
    allocations.append(
      RefMovement(household: household, fund: fund, source: source, day: day, fen: fen))
  }
}
