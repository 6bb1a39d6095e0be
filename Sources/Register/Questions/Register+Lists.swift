import Domain
import SQLite

// The households behind a figure. They are worked out from each household's own facts, not from the
// report's sums, so that the two can be held against each other.

extension Register {
  /// The households of a list, in the order of villages and numbers.
  ///
  /// - Parameter places: `regionsListed` of the question, where somebody has read them.
  package func list(
    _ query: HouseholdQuery, _ known: Known? = nil, places: RegionTree? = nil
  ) throws(SQLiteFailure) -> [ListedHousehold] {
    try reading { () throws(SQLiteFailure) in
      let known = try widened(orLast(known))
      if let places { return try listed(query, known, places) }
      return try listed(query, known, regionsListed(known, on: query.day, in: query.region))
    }
  }

  /// Everything up to the last entry.
  func lastKnown() throws(SQLiteFailure) -> Known { Known(entry: try nextEntryNumber() - 1) }

  /// The entry that a question names, or the last one.
  func orLast(_ known: Known?) throws(SQLiteFailure) -> Known {
    if let known { return known }
    return try lastKnown()
  }

  /// The same knowledge, as that of everything where no entry came after it: its queries are quicker.
  func widened(_ known: Known) throws(SQLiteFailure) -> Known {
    try known.entry >= lastKnown().entry ? .everything : known
  }

  private func listed(
    _ query: HouseholdQuery, _ known: Known, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [ListedHousehold] {
    var scope: HouseholdSet = .all
    if let staff = query.staff {
      scope = .some(try households(of: staff, query.role, on: query.day, known))
    } else if let region = query.region, region.level > .province {
      scope = .some(try households(everIn: region, tree, known))
    }
    let halves = try self.halves(of: scope)
    var beside: Beside<[ListedHousehold]>?
    if let second = halves?.second {
      beside = Beside(self, seeing: try EntryMark(of: self)) { register throws(RegisterFault) in
        try register.asking { () throws(SQLiteFailure) in
          try register.listed(query, known, tree, of: second)
        }
      }
    }
    defer { beside?.end() }
    guard let halves, let beside else {
      return try listed(query, known, tree, of: scope).sorted { $0.precedes($1) }
    }
    var rows = try listed(query, known, tree, of: halves.first)
    if let others = try beside.takeAnswer() {
      rows += others
    } else {
      rows += try listed(query, known, tree, of: halves.second)
    }
    return rows.sorted { $0.precedes($1) }
  }

  /// Where there are many households, they are read on two connections; nil where there are few.
  private func halves(
    of scope: HouseholdSet
  ) throws(SQLiteFailure) -> (first: HouseholdSet, second: HouseholdSet)? {
    guard try isLarge() else { return nil }
    switch scope {
    case .range: return nil
    case .all:
      let half = try lastHousehold() / 2
      return (.range(-Int64.max...half), .range(half + 1...Int64.max))
    case .some(let ids):
      // Fewer take no longer than a second connection takes to open.
      guard ids.count >= min(1_000, limits.householdsForTwo) else { return nil }
      let half = ids.count / 2
      return (.some(Array(ids[..<half])), .some(Array(ids[half...])))
    }
  }

  /// In the order of registering.
  private func listed(
    _ query: HouseholdQuery, _ known: Known, _ tree: RegionTree, of scope: HouseholdSet
  ) throws(SQLiteFailure) -> [ListedHousehold] {
    var inside = Inside(
      query.region, tree, area: query.area, isNationalKeyOnly: query.isNationalKeyOnly)
    var listed: [ListedHousehold] = []
    let days = try householdDays(
      on: query.day, known, of: scope, countingOnce: query.listing == .fulfilled,
      query.listing.detail)
    let names = try HouseholdNames(in: self, known)
    for household in days where query.takes(household) {
      guard let village = RegionCode(query.listing.place(of: household).village),
        inside.contains(village)
      else { continue }
      listed.append(try named(household, by: query.listing, in: village, names))
    }
    return listed
  }

  private func named(
    _ household: HouseholdDay, by listing: HouseholdListing, in village: RegionCode,
    _ names: HouseholdNames
  ) throws(SQLiteFailure) -> ListedHousehold {
    var namedOn = household.endedOn.map { $0 - 1 } ?? household.day
    if listing == .fulfilled, let fulfilledOn = household.fulfilledOn { namedOn = fulfilledOn }
    var row = ListedHousehold(
      household: household.household, householdNo: try names.number(of: household.household),
      headName: try names.head(of: household.household, on: namedOn), village: village,
      standing: HouseholdClass(rawValue: listing.place(of: household).householdClass),
      persons: listing.persons(of: household))
    row.fulfilledOn = household.fulfilledOn
    row.missing = household.missing
    row.endedOn = household.endedOn
    row.allocatedFen = household.allocatedFen
    row.paidFen = household.paidFen
    return row
  }

  /// Households of any kind on a day by their identity: those enrolled in the day's year with their points,
  /// any other without.
  func listed(
    _ households: [Int64], on day: DayNumber, _ known: Known? = nil
  ) throws(SQLiteFailure) -> [Int64: ListedHousehold] {
    let known = try widened(orLast(known))
    var rows: [Int64: ListedHousehold] = [:]
    let names = try HouseholdNames(in: self, known)
    for household in try householdDays(on: day, known, of: .some(households), countingOnce: false) {
      guard let village = RegionCode(household.place.village) else { continue }
      rows[household.household] = try named(household, by: .enrolled(nil), in: village, names)
    }
    for household in households where rows[household] == nil {
      rows[household] = try registered(household, on: day, known)
    }
    return rows
  }

  /// A household that is not enrolled in the day's year; nil where none stands by that identity.
  private func registered(
    _ household: Int64, on day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> ListedHousehold? {
    guard let village = try village(of: household, on: day, known) else { return nil }
    func facts(_ columns: String, _ table: String, _ condition: String) -> String {
      Known.query(columns, from: table, where: "household_id = :household AND \(condition)")
    }
    let facts = try connection.first(
      """
      SELECT
        (SELECT class FROM (\(facts("class, since", "household_class", "since <= :day")))
          ORDER BY since DESC LIMIT 1),
        (SELECT count(*) FROM (\(facts("1", "member", "joined_on <= :day AND :day < left_on")))),
        (\(facts("ended_on", "household_end", "ended_on <= :day")))
      """, ["household": .integer(household), "day": Value(day), "known": .integer(known.entry)]
    ) { (class: $0.optionalInt(0), persons: $0.int(1), endedOn: $0.optionalInt64(2)) }
    var row = ListedHousehold(
      household: household, householdNo: try householdNumber(household),
      headName: try headName(of: household, on: day, known), village: village,
      standing: facts?.class.flatMap { HouseholdClass(rawValue: $0) },
      persons: facts?.persons ?? 0)
    row.endedOn = facts?.endedOn.flatMap { DayNumber(exactly: $0) }
    return row
  }

  /// Every household of a set that is enrolled by a day in the day's year.
  ///
  /// - Parameter countingOnce: takes off the persons whom another household counted under an earlier F, so
  ///   that the persons supported add up to the report's.
  package func householdDays(
    on day: DayNumber, _ known: Known, of households: HouseholdSet = .all, countingOnce: Bool,
    _ detail: HouseholdDetail = .everything
  ) throws(SQLiteFailure) -> [HouseholdDay] {
    try reading { () throws(SQLiteFailure) in
      let year = CalendarDate(dayNumber: day).year
      let programme = try programmeYear(year, known)
      var days: [HouseholdDay] = []
      try forEachStanding(programme, known, of: households, detail) { id, facts, standing in
        if let household = HouseholdDay(id, facts, standing, on: day, in: programme) {
          days.append(household)
        }
      }
      if countingOnce { try countOnce(&days, year, known) }
      return days
    }
  }

  /// Only households that share an ID with another are asked again.
  private func countOnce(
    _ days: inout [HouseholdDay], _ year: Int, _ known: Known
  ) throws(SQLiteFailure) {
    let shared = try sharedResidents(known, .all)
    guard !shared.isEmpty else { return }
    let sharers = try householdsBearing(shared, known)
    for index in days.indices
    where days[index].fulfilledOn != nil && sharers.contains(days[index].household) {
      let years = try standings(of: days[index].household, known)
      if let own = years.first(where: { $0.year == year }) {
        days[index].supported = own.standing.supported
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

  /// Households with a residence, of whatever day, in a place.
  func households(
    everIn region: RegionCode, _ tree: RegionTree, _ known: Known
  ) throws(SQLiteFailure) -> [Int64] {
    var households: Set<Int64> = []
    let query = known.facts("household_id", from: "residence", where: "village_code = :village")
    for village in tree.codes where tree.contains(region, village) {
      try connection.rows(
        query, ["known": .integer(known.entry), "village": .integer(village.value)]
      ) { households.insert($0.int64(0)) }
    }
    return households.sorted()
  }

  /// The households that an official answers for on a day.
  func households(
    of staff: Int64, _ role: Role?, on day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> [Int64] {
    var households: Set<Int64> = []
    try connection.rows(
      Known.query(
        "household_id", from: "assignment",
        where: "staff_id = :staff AND since <= :day AND :day < until "
          + "AND ifnull(role = :role, 1)"),
      [
        "known": .integer(known.entry), "staff": .integer(staff), "day": Value(day),
        "role": Value(role?.rawValue),
      ]
    ) { households.insert($0.int64(0)) }
    return households.sorted()
  }
}

/// Whether villages lie in a region, or in counties of a kind, each looked up once. A province's question takes
/// in everything, as its report does.
struct Inside {
  private let region: RegionCode?
  private let tree: RegionTree
  private let area: Int?
  private let isNationalKeyOnly: Bool
  private var verdicts: [RegionCode: Bool] = [:]

  /// - Parameters:
  ///   - area: the stored code of the county's contiguous area, 0 none; nil for any.
  ///   - isNationalKeyOnly: whether only national key counties are asked about.
  init(
    _ region: RegionCode?, _ tree: RegionTree, area: Int? = nil, isNationalKeyOnly: Bool = false
  ) {
    self.region = region.flatMap { $0.level > .province ? $0 : nil }
    self.tree = tree
    self.area = area
    self.isNationalKeyOnly = isNationalKeyOnly
  }

  mutating func contains(_ village: RegionCode) -> Bool {
    guard region != nil || area != nil || isNationalKeyOnly else { return true }
    if let verdict = verdicts[village] { return verdict }
    let verdict = isTaken(village)
    verdicts[village] = verdict
    return verdict
  }

  private func isTaken(_ village: RegionCode) -> Bool {
    if let region, !tree.contains(region, village) { return false }
    guard area != nil || isNationalKeyOnly else { return true }
    let county = tree.county(of: village)
    if let area, area != county?.area?.rawValue ?? 0 { return false }
    return !isNationalKeyOnly || county?.isNationalKey == true
  }
}
