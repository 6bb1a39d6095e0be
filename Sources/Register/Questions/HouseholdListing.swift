import Domain

/// Which households a list is to name. Each but the gaps is the list of a figure of the monthly report.
package enum HouseholdListing: Sendable, Hashable {
  /// Enrolled and standing on the day; with a point, those with it in force.
  case enrolled(Point?)
  /// Enrolled and standing, the point not in force; any point where it is nil.
  case gaps(Point?)
  /// Fulfilled by the day, standing, and some point not in force.
  case lapsed
  /// Fulfilled by the day, ended since or not, where it lived when it was.
  case fulfilled
  /// Enrolled, ended since or not, with money allocated: not zero, net, within the year and by the day.
  case allocated
  /// The same of money paid.
  case paid
  /// Enrolled, standing, linked to a project accepted as qualified or high quality.
  case accepted
  /// Enrolled, standing, its income grown by the goal; nobody before December.
  case incomeGoal

  package func takes(_ household: HouseholdDay) -> Bool {
    switch self {
    case .enrolled(let point):
      household.stands && !(point.map(household.missing.contains) ?? false)
    case .gaps(let point):
      household.stands && (point.map(household.missing.contains) ?? !household.missing.isEmpty)
    case .lapsed:
      household.stands && household.fulfilledOn != nil && !household.missing.isEmpty
    case .fulfilled: household.fulfilledOn != nil
    case .allocated: household.allocatedFen != 0
    case .paid: household.paidFen != 0
    case .accepted: household.stands && household.isAccepted
    case .incomeGoal: household.stands && household.reachesGoal
    }
  }

  /// What of a household it asks for, and who prints it.
  package var detail: HouseholdDetail {
    switch self {
    case .allocated, .paid, .incomeGoal: .everything
    case .enrolled, .gaps, .lapsed, .fulfilled, .accepted: .sixPoints
    }
  }

  /// Where the list, as the report, counts a household.
  package func place(of household: HouseholdDay) -> FigurePlace {
    guard case .fulfilled = self else { return household.place }
    return household.placeFulfilled ?? household.place
  }

  /// The persons whose sum is the report's.
  package func persons(of household: HouseholdDay) -> Int {
    guard case .fulfilled = self else { return household.persons }
    return household.supported
  }
}

/// A question for a list of households.
package struct HouseholdQuery: Sendable {
  package var listing: HouseholdListing
  /// Within the programme year that is asked about.
  package var day: DayNumber
  /// The place that counts them; nil for the whole office.
  package var region: RegionCode?
  /// The stored code of the contiguous area in which the county that counts them lies, 0 in none; nil for all.
  package var area: Int?
  /// Only households that a national key county counts.
  package var isNationalKeyOnly = false
  /// The stored code of the class that counts them, 0 none; nil for all.
  package var householdClass: Int?
  /// Only households that this official answers for on the day, in the role or in any.
  package var staff: Int64?
  package var role: Role?
  /// Only those fulfilled on this day or later: for the persons of a month.
  package var fulfilledSince: DayNumber?
  /// Leaves out households that have ended, and of those paid the ones that sent back more than they got: as the
  /// report counts households.
  package var isStandingOnly = false

  package init(_ listing: HouseholdListing, on day: DayNumber, in region: RegionCode? = nil) {
    self.listing = listing
    self.day = day
    self.region = region
  }

  /// Whether a household belongs to the list, its place and people apart.
  package func takes(_ household: HouseholdDay) -> Bool {
    guard listing.takes(household) else { return false }
    if isStandingOnly {
      guard household.stands, listing != .paid || household.paidFen > 0 else { return false }
    }
    if let householdClass, listing.place(of: household).householdClass != householdClass {
      return false
    }
    guard let fulfilledSince else { return true }
    return household.fulfilledOn.map { $0 >= fulfilledSince } ?? false
  }
}
