import Reference
import Testing

/// A household that is taken in on 1 March 2011 and has all six points from 20 March, the day its
/// money comes. Every case changes one thing about it.
struct CountingCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var household = RefHousehold(number: "433123101201000001")
  var projects: [String: RefProject] = [:]
  var allocations: [RefMovement] = []
  var year = 2011
  /// F as a person works it out; nil where the household is not fulfilled in the year.
  var fulfilled: String?
  /// Members that F counts.
  var persons: Int
  /// Days on which the household is lapsed, and on which it is not.
  var lapsed: [String] = []
  var notLapsed: [String] = []

  init(
    _ promise: String, fulfilled: String?, persons: Int? = nil, year: Int = 2011,
    lapsed: [String] = [], notLapsed: [String] = [],
    _ change: (inout CountingCase) -> Void = { _ in }
  ) {
    testDescription = promise
    self.fulfilled = fulfilled
    self.persons = persons ?? (fulfilled == nil ? 0 : 3)
    self.year = year
    self.lapsed = lapsed
    self.notLapsed = notLapsed
    household.residences = [RefDated("433123101201")]
    household.classes = [RefDated("poor")]
    household.enrolments = [day("2011-03-01")]
    household.members = [RefMember(id: "A"), RefMember(id: "B"), RefMember(id: nil)]
    household.plans = [RefPlan(starts: day("2011-03-10"))]
    household.links = [RefLink(project: "P", since: day("2011-03-12"))]
    household.assignments = [
      RefAssignment(role: .support, since: day("2011-03-15")),
      RefAssignment(role: .implementation, since: day("2011-03-16")),
      RefAssignment(role: .contact, since: day("2011-03-17")),
    ]
    projects = ["P": RefProject(approved: day("2011-03-05"))]
    money(on: "2011-03-20", fen: 100)
    change(&self)
  }

  mutating func money(
    on day: String, fen: Int, fund: String = "convergence", source: String = "provincial"
  ) {
    allocations.append(
      RefMovement(
        household: household.number, fund: fund, source: source,
        day: DomainTests.day(day), fen: fen))
  }

  mutating func assign(_ role: RefRole, _ since: String, _ until: String? = nil) {
    household.assignments.append(
      RefAssignment(role: role, since: day(since), until: until.map { day($0) }))
  }

  mutating func withdraw(_ role: RefRole) {
    household.assignments.removeAll { $0.role == role }
  }

  mutating func beginBeforeTheYear() {
    household.plans[0].starts = day("2010-05-01")
    household.links[0].since = day("2010-05-01")
    projects["P"]?.approved = day("2010-04-01")
    for place in household.assignments.indices {
      household.assignments[place].since = day("2010-06-01")
    }
  }

  var register: RefRegister {
    RefRegister(households: [household], projects: projects, allocations: allocations)
  }
}

/// A day of a test's own writing.
func day(_ iso: String) -> RefDay {
  guard let day = RefCalendar.day(iso: iso) else { preconditionFailure("\(iso) is no day") }
  return day
}
