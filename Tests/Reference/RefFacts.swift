// What the counting rule looks at, as plain facts. A period is `[since, until)`; a nil `until`
// means that it has not ended; a `since` of `RefCalendar.beginning` is before any day asked about.

package enum RefRole: String, CaseIterable, Sendable {
  case support, implementation, contact
}

package enum RefPoint: String, CaseIterable, Sendable {
  case plan, project, fund, support, implementation, contact
}

/// A village code or a class, true from `since` until the next one.
package struct RefDated: Equatable, Sendable {
  package var since: RefDay
  package var value: String

  package init(_ value: String, since: RefDay = RefCalendar.beginning) {
    self.since = since
    self.value = value
  }
}

package struct RefMember: Sendable {
  /// The 18-character form; nil for a person without an ID, who is nobody else.
  package var id: String?
  package var name: String
  package var birth: RefDay?
  package var joined: RefDay
  package var left: RefDay?

  package init(
    id: String?, name: String = "", birth: RefDay? = nil,
    joined: RefDay = RefCalendar.beginning, left: RefDay? = nil
  ) {
    self.id = id
    self.name = name
    self.birth = birth
    self.joined = joined
    self.left = left
  }
}

package struct RefPlan: Sendable {
  package var starts: RefDay
  /// The first day on which the plan no longer runs.
  package var ended: RefDay?

  package init(starts: RefDay, ended: RefDay? = nil) {
    self.starts = starts
    self.ended = ended
  }
}

package struct RefLink: Sendable {
  package var project: String
  package var since: RefDay
  package var until: RefDay?

  package init(project: String, since: RefDay, until: RefDay? = nil) {
    self.project = project
    self.since = since
    self.until = until
  }
}

package struct RefAssignment: Sendable {
  package var role: RefRole
  package var since: RefDay
  package var until: RefDay?

  package init(role: RefRole, since: RefDay, until: RefDay? = nil) {
    self.role = role
    self.since = since
    self.until = until
  }
}

/// Money to or from a household, allocated or paid. Returns and reversals have a negative amount
/// and count on their own day.
package struct RefMovement: Sendable {
  package var household: String
  package var fund: String
  package var source: String
  package var day: RefDay
  package var fen: Int

  package init(household: String, fund: String, source: String, day: RefDay, fen: Int) {
    self.household = household
    self.fund = fund
    self.source = source
    self.day = day
    self.fen = fen
  }
}

package struct RefProject: Sendable {
  package var approved: RefDay?
  package var cancelled: RefDay?
  package var accepted: RefDay?
  /// `qualified`, `high_quality`, `unqualified`.
  package var grade: String?

  package init(
    approved: RefDay?, cancelled: RefDay? = nil, accepted: RefDay? = nil, grade: String? = nil
  ) {
    self.approved = approved
    self.cancelled = cancelled
    self.accepted = accepted
    self.grade = grade
  }
}

package struct RefHousehold: Sendable {
  package var number: String
  /// Village codes of 12 digits.
  package var residences: [RefDated]
  package var classes: [RefDated]
  /// At most one a year.
  package var enrolments: [RefDay]
  /// The first day on which the household no longer stands.
  package var ended: RefDay?
  package var members: [RefMember]
  package var plans: [RefPlan] = []
  package var links: [RefLink] = []
  package var assignments: [RefAssignment] = []
  /// Fen by year.
  package var incomes: [Int: Int] = [:]

  package init(
    number: String, residences: [RefDated] = [], classes: [RefDated] = [],
    enrolments: [RefDay] = [], ended: RefDay? = nil, members: [RefMember] = []
  ) {
    self.number = number
    self.residences = residences
    self.classes = classes
    self.enrolments = enrolments
    self.ended = ended
    self.members = members
  }
}

/// A quota of the programme `convergence`.
package struct RefTarget: Sendable {
  package var region: String
  package var year: Int
  package var persons: Int
  /// Cumulative, by month 1 to 12, where the sheet gives them.
  package var months: [Int: Int]

  package init(region: String, year: Int, persons: Int, months: [Int: Int] = [:]) {
    self.region = region
    self.year = year
    self.persons = persons
    self.months = months
  }
}
