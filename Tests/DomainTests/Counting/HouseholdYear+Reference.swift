import Domain
import Reference

/// The facts of the second reading handed to the program's own rule. Cutting facts to what the
/// rule is given (a link to its project's days, money to its year and kind) is the register's work;
/// here it is done in the plainest way.
struct RuledHousehold {
  let facts: HouseholdYear
  let standing: Standing

  /// nil where the household is not enrolled in the year.
  init?(_ household: RefHousehold, of register: RefRegister, in year: ProgrammeYear) {
    guard let enrolled = register.enrolment(of: household, in: year.year) else { return nil }
    var facts = HouseholdYear(enrolledOn: dayNumber(enrolled))
    facts.endedOn = dayNumber(household.ended, open: DayPeriod.openEnd)
    facts.villages = rising(household.residences) { Int64($0) ?? 0 }
    facts.classes = rising(household.classes) { Int64(storedClass($0)) }
    facts.members = household.members.map {
      HouseholdYear.Membership(period: period($0.joined, $0.left), residentKey: key(of: $0.id))
    }
    facts.plans = household.plans.map { period($0.starts, $0.ended) }
    for link in household.links {
      let linked = period(link.since, link.until)
      guard let project = register.projects[link.project] else { continue }
      if let approved = project.approved,
        let both = linked.intersection(period(approved, project.cancelled))
      {
        facts.projects.append(both)
      }
      if let accepted = project.accepted, project.grade != "unqualified",
        let both = linked.intersection(period(accepted, nil))
      {
        facts.acceptances.append(both)
      }
    }
    for assignment in household.assignments {
      let assigned = period(assignment.since, assignment.until)
      switch assignment.role {
      case .support: facts.supports.append(assigned)
      case .implementation: facts.implementations.append(assigned)
      case .contact: facts.contacts.append(assigned)
      }
    }
    facts.allocations = amounts(register.allocations(of: household), in: year)
    facts.payments = amounts(register.payments(of: household), in: year)
    if let now = household.incomes[year.year], let before = household.incomes[year.year - 1] {
      facts.incomeGrowthFen = Int64(now - before)
    }
    self.facts = facts
    standing = Standing(of: facts, in: year)
  }

  /// Resident IDs of the members on F.
  var keysOnFulfilment: [Int64] {
    guard let fulfilled = standing.fulfilledOn else { return [] }
    return facts.members.filter { $0.period.contains(fulfilled) }.compactMap(\.residentKey)
  }
}

func dayNumber(_ day: RefDay) -> DayNumber { max(DayNumber(day), DayPeriod.firstDay) }

func dayNumber(_ day: RefDay?, open: DayNumber) -> DayNumber { day.map { dayNumber($0) } ?? open }

/// The stored code of a class; 0 for none.
func storedClass(_ name: String) -> Int {
  ["none", "poor", "poor_dibao", "dibao", "wubao"].firstIndex(of: name) ?? 0
}

/// The tests' IDs are short words; each is a number of its own.
func key(of id: String?) -> Int64? {
  guard let id else { return nil }
  return id.utf8.reduce(0) { $0 * 256 + Int64($1) }
}

private func period(_ since: RefDay, _ until: RefDay?) -> DayPeriod {
  DayPeriod(since: dayNumber(since), until: dayNumber(until, open: DayPeriod.openEnd))
}

private func rising(_ facts: [RefDated], _ value: (String) -> Int64) -> [HouseholdYear.Dated] {
  facts.sorted { $0.since < $1.since }.map {
    HouseholdYear.Dated(since: dayNumber($0.since), value: value($0.value))
  }
}

private func amounts(
  _ movements: [RefMovement], in year: ProgrammeYear
) -> [HouseholdYear.Amount] {
  movements.filter {
    $0.fund == "convergence"
      && !["society", "loan", "self"].contains($0.source)
      && RefCalendar.parts(of: $0.day).year == year.year
  }.map { HouseholdYear.Amount(day: dayNumber($0.day), fen: Int64($0.fen)) }
}

extension RefPoint {
  var point: Point {
    switch self {
    case .plan: .plan
    case .project: .project
    case .fund: .fund
    case .support: .support
    case .implementation: .implementation
    case .contact: .contact
    }
  }
}
