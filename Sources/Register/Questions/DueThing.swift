import Domain

/// Something that an office has let come due.
package struct DueThing: Sendable {
  /// In the order in which they are listed.
  package enum Kind: String, Sendable, CaseIterable {
    /// An inspection's finding past its day.
    case finding
    /// A posting that has stood for its days and was not taken down.
    case posting
    /// A plan that ends within thirty days, with none to follow.
    case plan
    /// A household that was fulfilled and misses a point.
    case gap
    /// A project that was reviewed and neither approved, rejected nor cancelled.
    case review
    /// A month that is over and not closed.
    case month
  }

  package let kind: Kind
  /// The day it was or will be due; of a gap nil.
  package let dueOn: DayNumber?
  package var household: ListedHousehold?
  /// Where the posting is, or the project's village.
  package var village: RegionCode?
  package var projectNo: String?
  /// The inspection's number, or the month.
  package var number: String?
  /// The finding, the measures, the meeting.
  package var note: String?
  package var verdict: Verdict?

  init(_ kind: Kind, dueOn: DayNumber?) {
    self.kind = kind
    self.dueOn = dueOn
  }

  /// How many days ahead a plan's end is listed.
  package static let planNoticeDays: DayNumber = 30
}
