import Domain

/// A household on a day, as a list of work names it.
package struct ListedHousehold: Sendable {
  package let household: Int64
  package let householdNo: String
  package let headName: String?
  package let village: RegionCode
  package let standing: HouseholdClass?
  /// Members; in a list of the fulfilled, the persons it counts.
  package let persons: Int
  /// F where it had come by the day.
  package var fulfilledOn: DayNumber?
  /// Of a household that is not enrolled in the day's year, none.
  package var missing: [Point] = []
  /// The first day it no longer stands, where that has come.
  package var endedOn: DayNumber?
  /// Money that counts for `fund`, within the year and by the day, net.
  package var allocatedFen: Int64 = 0
  /// The same paid; in a list that neither is of money nor of incomes, 0.
  package var paidFen: Int64 = 0

  init(
    household: Int64, householdNo: String, headName: String?, village: RegionCode,
    standing: HouseholdClass?, persons: Int
  ) {
    self.household = household
    self.householdNo = householdNo
    self.headName = headName
    self.village = village
    self.standing = standing
    self.persons = persons
  }

  /// The order of lists: villages, then numbers.
  func precedes(_ other: ListedHousehold) -> Bool {
    (village, householdNo) < (other.village, other.householdNo)
  }
}
