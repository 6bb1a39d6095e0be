import Domain

/// What the register knows of an official on a day: for the card.
package struct StaffFile: Sendable {
  /// A household that the official answers for on the day.
  package struct Held: Sendable {
    package let household: ListedHousehold
    package let roles: [Role]
    /// Whether it was visited by him in the day's month, by the day.
    package let isVisited: Bool
    /// His last visit by the day.
    package let lastVisitOn: DayNumber?
  }

  package let staffNo: String
  package let name: String?
  package let employer: String?
  package let position: String?
  package let phone: String?
  package let county: RegionCode?
  /// The first day no longer in office, where that has come.
  package let leftOn: DayNumber?
  /// In the order of villages and numbers.
  package let households: [Held]
  /// His visits of the day's month, by the day.
  package let visits: [ListedVisit]
  package let places: RegionTree
}
