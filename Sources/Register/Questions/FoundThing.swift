import Domain

/// One thing that a search found.
package struct FoundThing: Sendable {
  package enum Kind: String, Sendable {
    case member, household, village, staff, project
  }

  package let kind: Kind
  /// Of a member's or the household itself; nil for staff, villages and projects.
  package var householdNo: String?
  /// Staff or project number.
  package var number: String?
  package var name: String?
  package var relation: Relation?
  package var residentID: ResidentID?
  /// Where the household lives, or the village; an official's county.
  package var place: RegionCode?
  package var standing: HouseholdClass?
  /// The first day that the household no longer stands, or the member no longer belongs to it.
  package var endedOn: DayNumber?

  init(_ kind: Kind) { self.kind = kind }
}

/// What a search came to.
package struct Findings: Sendable {
  package let things: [FoundThing]
  /// Whether there are more than were asked for.
  package let isCut: Bool
}
