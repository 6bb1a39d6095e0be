import Domain

/// One thing that a search found.
package struct FoundThing: Sendable {
  package enum Kind: String, Sendable {
    case member, household, village, township, county, prefecture, province, staff, project

    /// Of a place, by its level.
    init(_ level: RegionLevel) {
      self =
        switch level {
        case .province: .province
        case .prefecture: .prefecture
        case .county: .county
        case .township: .township
        case .village: .village
        }
    }
  }

  package let kind: Kind
  /// Of a member or the household itself.
  var household: Int64?
  /// Of a member's or the household itself; nil for staff, places and projects.
  package var householdNo: String?
  /// Staff or project number.
  package var number: String?
  package var name: String?
  package var relation: Relation?
  package var residentID: ResidentID?
  /// Where the household lives, or the place itself; an official's county.
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
