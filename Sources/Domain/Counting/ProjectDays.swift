/// The days of a project that decide when a household's link to it counts.
package struct ProjectDays: Sendable {
  /// Nil: not approved.
  package private(set) var approvedOn: DayNumber?
  /// `DayPeriod.openEnd`: not cancelled.
  package private(set) var cancelledOn: DayNumber = DayPeriod.openEnd
  /// The day it was accepted as qualified or high quality; nil where it was not.
  private var acceptedOn: DayNumber?

  package init() {}

  /// The steps that decide it.
  package static let steps: [ProjectStep] = [.approved, .cancelled, .accepted]

  /// - Parameter grade: of an acceptance; nil where it is not known.
  package mutating func note(_ step: ProjectStep, on day: DayNumber, grade: Grade? = nil) {
    switch step {
    case .approved: approvedOn = day
    case .cancelled: cancelledOn = day
    case .accepted where grade?.isAccepted == true: acceptedOn = day
    default: break
    }
  }

  /// The days of a link on which the project is approved and not cancelled: then the point `project` is in
  /// force. Nil where there are none.
  package func approved(during link: DayPeriod) -> DayPeriod? {
    approvedOn.flatMap { link.intersection(DayPeriod(since: $0, until: cancelledOn)) }
  }

  /// The days of a link since the acceptance, which count as accepted. Nil where there are none.
  package func accepted(during link: DayPeriod) -> DayPeriod? {
    acceptedOn.flatMap { link.intersection(DayPeriod(since: $0, until: DayPeriod.openEnd)) }
  }
}
