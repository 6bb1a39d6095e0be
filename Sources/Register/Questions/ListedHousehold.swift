import Domain
import SQLite

/// Which households a list is to name.
package enum HouseholdListing: Sendable {
  /// Enrolled, standing on the day, the point not in force; any point where it is nil.
  case gaps(Point?)
  /// Fulfilled by the day, standing, and some point not in force.
  case lapsed
  /// Fulfilled by the day, ended since or not, where it lived when it was.
  case fulfilled
  /// Enrolled and standing on the day.
  case enrolled
}

/// An enrolled household on a day, as a list of work names it.
package struct ListedHousehold: Sendable {
  package let household: Int64
  package let householdNo: String
  package let headName: String?
  package let village: RegionCode
  package let standing: HouseholdClass?
  package fileprivate(set) var persons: Int
  /// F where it had come by the day.
  package let fulfilledOn: DayNumber?
  package let missing: [Point]
}

extension Register {
  /// The households behind a figure of the monthly report, in the order of villages and numbers.
  ///
  /// - Parameters:
  ///   - day: within the programme year that is asked about.
  ///   - region: the place that counts them, nil for the whole office.
  package func list(
    _ listing: HouseholdListing, on day: DayNumber, in region: RegionCode?
  ) throws(SQLiteFailure) -> [ListedHousehold] {
    try reading { () throws(SQLiteFailure) in try listed(listing, on: day, in: region) }
  }

  private func listed(
    _ listing: HouseholdListing, on day: DayNumber, in region: RegionCode?
  ) throws(SQLiteFailure) -> [ListedHousehold] {
    let known = Known(entry: try nextEntryNumber() - 1)
    let tree = try regionsKnown(known, on: day)
    let households: HouseholdSet =
      if let region, region.level > .province { .some(try households(everIn: region, tree)) } else {
        .all
      }
    var listed: [ListedHousehold] = []
    let year = CalendarDate(dayNumber: day).year
    try forEachStanding(year, known, of: households) { standing throws(SQLiteFailure) in
      let facts = standing.facts
      guard facts.enrolledOn <= day else { return }
      let fulfilledOn = standing.standing.fulfilledOn.flatMap { $0 <= day ? $0 : nil }
      let missing = standing.missing(on: day)
      guard
        listing.takes(stands: facts.stands(on: day), fulfilledOn: fulfilledOn, missing: missing)
      else { return }
      let countedOn: DayNumber
      if case .fulfilled = listing, let fulfilledOn {
        countedOn = fulfilledOn
      } else {
        countedOn = day
      }
      let place = facts.place(on: countedOn)
      guard let village = RegionCode(place.village) else { return }
      if let region, !tree.contains(region, village) { return }
      listed.append(
        ListedHousehold(
          household: standing.household,
          householdNo: try householdNumber(standing.household),
          headName: try headName(of: standing.household, on: countedOn), village: village,
          standing: HouseholdClass(rawValue: place.householdClass),
          persons: facts.memberCount(on: countedOn), fulfilledOn: fulfilledOn, missing: missing))
    }
    if case .fulfilled = listing { try countOnce(&listed, year, known) }
    return listed.sorted { ($0.village, $0.householdNo) < ($1.village, $1.householdNo) }
  }

  /// Leaves out the persons that another household counted under an earlier F, so that the list adds up to
  /// the report's figure. Only households that share an ID with another are asked again.
  private func countOnce(
    _ listed: inout [ListedHousehold], _ year: Int, _ known: Known
  ) throws(SQLiteFailure) {
    let shared = try sharedResidents(known, .all)
    guard !shared.isEmpty else { return }
    let sharers = try householdsBearing(shared, known)
    for index in listed.indices where sharers.contains(listed[index].household) {
      let years = try standings(of: listed[index].household, known)
      if let own = years.first(where: { $0.year == year }) {
        listed[index].persons = own.standing.supported
      }
    }
  }

  private func householdsBearing(
    _ residents: Set<Int64>, _ known: Known
  ) throws(SQLiteFailure) -> Set<Int64> {
    var households: Set<Int64> = []
    for resident in residents {
      try connection.rows(
        Known.query("household_id", from: "member", where: "resident_key = :resident"),
        ["known": .integer(known.entry), "resident": .integer(resident)]
      ) { households.insert($0.int64(0)) }
    }
    return households
  }

  /// Households with a standing residence, of whatever day, in a place.
  private func households(
    everIn region: RegionCode, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [Int64] {
    var households: [Int64] = []
    for village in tree.codes where tree.contains(region, village) {
      try connection.rows(
        "SELECT household_id FROM residence WHERE village_code = :village AND withdrawn IS NULL",
        ["village": .integer(village.value)]
      ) { households.append($0.int64(0)) }
    }
    return households
  }
}

extension HouseholdListing {
  fileprivate func takes(stands: Bool, fulfilledOn: DayNumber?, missing: [Point]) -> Bool {
    switch self {
    case .gaps(let point): stands && (point.map(missing.contains) ?? !missing.isEmpty)
    case .lapsed: stands && fulfilledOn != nil && !missing.isEmpty
    case .fulfilled: fulfilledOn != nil
    case .enrolled: stands
    }
  }
}
