// The facts of a register and the counting rule over them, read straight from the contract: every
// question about a day looks at that day alone, and a first day is found by walking the year.
// Only the answers that reports ask for again and again are kept: money by household, F, and the
// persons counted. Change the facts before the first question, not after.

package final class RefRegister {
  /// `430000`, a prefecture such as `433100`, or a county.
  package var office: String
  package var households: [RefHousehold]
  package var projects: [String: RefProject]
  package var allocations: [RefMovement]
  package var payments: [RefMovement]
  package var targets: [RefTarget]
  /// By which the income of a year must exceed that of the year before.
  package var incomeGoalFen = 150_000

  private var allocationsOf: [String: [RefMovement]]?
  private var paymentsOf: [String: [RefMovement]]?
  private var fulfilments: [Int: [String: RefDay?]] = [:]
  private var countedIn: [Int: [String: Int]] = [:]

  package init(
    office: String = "430000", households: [RefHousehold] = [],
    projects: [String: RefProject] = [:], allocations: [RefMovement] = [],
    payments: [RefMovement] = [], targets: [RefTarget] = []
  ) {
    self.office = office
    self.households = households
    self.projects = projects
    self.allocations = allocations
    self.payments = payments
    self.targets = targets
  }

  // MARK: The household on a day

  package func stands(_ household: RefHousehold, on day: RefDay) -> Bool {
    if let ended = household.ended, ended <= day { return false }
    return true
  }

  /// The day of the enrolment into the year; nil where there is none.
  package func enrolment(of household: RefHousehold, in year: Int) -> RefDay? {
    let first = RefCalendar.firstDay(ofYear: year)
    let last = RefCalendar.lastDay(ofYear: year)
    return household.enrolments.filter { first <= $0 && $0 <= last }.min()
  }

  /// Enrolled into the year by the day, and not ended by it.
  package func isEnrolled(_ household: RefHousehold, year: Int, on day: RefDay) -> Bool {
    guard let enrolled = enrolment(of: household, in: year), enrolled <= day else { return false }
    return stands(household, on: day)
  }

  package func members(of household: RefHousehold, on day: RefDay) -> [RefMember] {
    household.members.filter { isWithin(day, since: $0.joined, until: $0.left) }
  }

  /// The village of the day; of an ended household, that of its last day. A day before the first
  /// known village is answered with the first.
  package func village(of household: RefHousehold, on day: RefDay) -> String? {
    var asked = day
    if let ended = household.ended, ended <= day { asked = ended - 1 }
    return latest(household.residences, on: asked) ?? first(household.residences)
  }

  /// `none` where no class is known; of an ended household, that of its last day.
  package func householdClass(of household: RefHousehold, on day: RefDay) -> String {
    var asked = day
    if let ended = household.ended, ended <= day { asked = ended - 1 }
    return latest(household.classes, on: asked) ?? "none"
  }

  private func latest(_ facts: [RefDated], on day: RefDay) -> String? {
    var found: RefDated?
    for fact in facts where fact.since <= day {
      if let earlier = found, earlier.since > fact.since { continue }
      found = fact
    }
    return found?.value
  }

  private func first(_ facts: [RefDated]) -> String? {
    facts.min { $0.since < $1.since }?.value
  }

  // MARK: Money

  package static let fiscalSources = ["central", "provincial", "prefecture", "county", "lottery"]

  /// Every movement to or from the household, of whatever fund.
  package func allocations(of household: RefHousehold) -> [RefMovement] {
    if let known = allocationsOf { return known[household.number] ?? [] }
    let byHousehold = Dictionary(grouping: allocations, by: \.household)
    allocationsOf = byHousehold
    return byHousehold[household.number] ?? []
  }

  package func payments(of household: RefHousehold) -> [RefMovement] {
    if let known = paymentsOf { return known[household.number] ?? [] }
    let byHousehold = Dictionary(grouping: payments, by: \.household)
    paymentsOf = byHousehold
    return byHousehold[household.number] ?? []
  }

  /// Fen of the fund `convergence` from fiscal sources allocated within the year, up to the day.
  package func allocatedFen(to household: RefHousehold, year: Int, on day: RefDay) -> Int {
    net(allocations(of: household), year: year, on: day)
  }

  /// The same money, paid.
  package func paidFen(to household: RefHousehold, year: Int, on day: RefDay) -> Int {
    net(payments(of: household), year: year, on: day)
  }

  private func net(_ movements: [RefMovement], year: Int, on day: RefDay) -> Int {
    let first = RefCalendar.firstDay(ofYear: year)
    let last = RefCalendar.lastDay(ofYear: year)
    var sum = 0
    for movement in movements {
      if movement.fund != "convergence" { continue }
      if !RefRegister.fiscalSources.contains(movement.source) { continue }
      if movement.day < first || movement.day > last || movement.day > day { continue }
      sum += movement.fen
    }
    return sum
  }

  // MARK: The six points

  package func isInForce(
    _ point: RefPoint, for household: RefHousehold, year: Int, on day: RefDay
  ) -> Bool {
    switch point {
    case .plan:
      return household.plans.contains { isWithin(day, since: $0.starts, until: $0.ended) }
    case .project:
      return household.links.contains { link in
        guard isWithin(day, since: link.since, until: link.until) else { return false }
        guard let project = projects[link.project] else { return false }
        guard let approved = project.approved, approved <= day else { return false }
        if let cancelled = project.cancelled, cancelled <= day { return false }
        return true
      }
    case .fund: return allocatedFen(to: household, year: year, on: day) > 0
    case .support: return isAssigned(.support, to: household, on: day)
    case .implementation: return isAssigned(.implementation, to: household, on: day)
    case .contact: return isAssigned(.contact, to: household, on: day)
    }
  }

  package func pointsInForce(
    for household: RefHousehold, year: Int, on day: RefDay
  ) -> Set<RefPoint> {
    Set(RefPoint.allCases.filter { isInForce($0, for: household, year: year, on: day) })
  }

  package func areAllInForce(for household: RefHousehold, year: Int, on day: RefDay) -> Bool {
    RefPoint.allCases.allSatisfy { isInForce($0, for: household, year: year, on: day) }
  }

  private func isAssigned(_ role: RefRole, to household: RefHousehold, on day: RefDay) -> Bool {
    household.assignments.contains {
      $0.role == role && isWithin(day, since: $0.since, until: $0.until)
    }
  }

  private func isWithin(_ day: RefDay, since: RefDay, until: RefDay?) -> Bool {
    if day < since { return false }
    if let until, until <= day { return false }
    return true
  }

  // MARK: Fulfilment and persons

  /// F(H, Y).
  package func fulfilment(of household: RefHousehold, in year: Int) -> RefDay? {
    if let known = fulfilments[year]?[household.number] { return known }
    let found = firstDayOfAllSix(of: household, in: year)
    fulfilments[year, default: [:]][household.number] = .some(found)
    return found
  }

  private func firstDayOfAllSix(of household: RefHousehold, in year: Int) -> RefDay? {
    guard let enrolled = enrolment(of: household, in: year) else { return nil }
    for day in enrolled...RefCalendar.lastDay(ofYear: year) {
      if stands(household, on: day), areAllInForce(for: household, year: year, on: day) {
        return day
      }
    }
    return nil
  }

  /// F ≤ D, still standing, and some point not in force on D.
  package func isLapsed(_ household: RefHousehold, year: Int, on day: RefDay) -> Bool {
    guard let fulfilled = fulfilment(of: household, in: year), fulfilled <= day else {
      return false
    }
    return stands(household, on: day) && !areAllInForce(for: household, year: year, on: day)
  }

  /// Persons that each household's F counts in the year, by household number: a resident ID
  /// counts under the earliest F, on one day in the household whose number is the lower in bytes.
  package func personsCounted(in year: Int) -> [String: Int] {
    if let known = countedIn[year] { return known }
    var fulfilled: [(day: RefDay, household: RefHousehold)] = []
    for household in households {
      if let day = fulfilment(of: household, in: year) { fulfilled.append((day, household)) }
    }
    fulfilled.sort { one, other in
      if one.day != other.day { return one.day < other.day }
      return one.household.number.utf8.lexicographicallyPrecedes(other.household.number.utf8)
    }
    var seen: Set<String> = []
    var counted: [String: Int] = [:]
    for (day, household) in fulfilled {
      var persons = 0
      for member in members(of: household, on: day) {
        guard let id = member.id else {
          persons += 1
          continue
        }
        if seen.insert(id).inserted { persons += 1 }
      }
      counted[household.number] = persons
    }
    countedIn[year] = counted
    return counted
  }

  /// Persons supported by the day over all households.
  package func personsSupported(in year: Int, by day: RefDay) -> Int {
    let counted = personsCounted(in: year)
    var sum = 0
    for household in households {
      if let fulfilled = fulfilment(of: household, in: year), fulfilled <= day {
        sum += counted[household.number] ?? 0
      }
    }
    return sum
  }

  // MARK: The steps after the six points

  /// Payments of the money that lights `fund`, net, above zero.
  package func isPaid(_ household: RefHousehold, year: Int, on day: RefDay) -> Bool {
    paidFen(to: household, year: year, on: day) > 0
  }

  /// Linked on the day to a project accepted by then as qualified or high quality.
  package func isAccepted(_ household: RefHousehold, on day: RefDay) -> Bool {
    household.links.contains { link in
      guard isWithin(day, since: link.since, until: link.until) else { return false }
      guard let project = projects[link.project], let accepted = project.accepted else {
        return false
      }
      return accepted <= day && (project.grade == "qualified" || project.grade == "high_quality")
    }
  }

  /// Income of the year at least the goal above that of the year before; both must be known.
  package func reachesIncomeGoal(_ household: RefHousehold, year: Int) -> Bool {
    guard let now = household.incomes[year], let before = household.incomes[year - 1] else {
      return false
    }
    return now - before >= incomeGoalFen
  }
}
