import Domain
import SQLite

// The one path from facts to figures: read households, judge each, count each person once, sum. A whole
// year is summed so for a question as known at an earlier entry, for `check`, and after a bulk import; the
// households that an entry touched are summed so as known before it and after it, and the difference is
// what the kept figures move by.

extension Register {
  /// The programme year with its income goal; a year the register has no word of has 2011's goal.
  package func programmeYear(_ year: Int, _ known: Known) throws(SQLiteFailure) -> ProgrammeYear {
    let goal = try connection.first(
      Known.query("income_goal_fen", from: "programme_year", where: "year = :year"),
      ["known": .integer(known.entry), "year": Value(year)]
    ) { $0.int64(0) }
    return ProgrammeYear(year: year, incomeGoalFen: goal ?? ProgrammeYear.firstGoalFen)
  }

  /// The figures of a year as known at an entry, worked out from the facts.
  package func countFigures(_ year: Int, _ known: Known) throws(SQLiteFailure) -> FigureSums {
    try reading { () throws(SQLiteFailure) in try sumFigures(year, known, .all) }
  }

  /// Sums over a scope's households; of those in `temp.touched`, only the ones it says to emit.
  ///
  /// - Parameter taking: called after each household; may take sums away that need not wait for the rest.
  func sumFigures(
    _ year: Int, _ known: Known, _ scope: HouseholdScope,
    taking: (inout FigureSums) throws(SQLiteFailure) -> Void = { _ in }
  ) throws(SQLiteFailure) -> FigureSums {
    let programme = try programmeYear(year, known)
    var sums = FigureSums()
    try judgeYears(programme, known, scope) {
      (_, facts, standing, supported) throws(SQLiteFailure) in
      facts.addFigures(standing, supported: supported, in: programme) {
        sums.add($0, $1, $2, $3)
      }
      try taking(&sums)
    }
    guard !sums.isBeyondRange else { throw .beyondRange }
    return sums
  }

  /// Lends every household of a scope that is enrolled in a year, with the persons that it counts; of those in
  /// `temp.touched`, only the ones it says to emit. Those that share an ID with others come last.
  func judgeYears(
    _ programme: ProgrammeYear, _ known: Known, _ scope: HouseholdScope,
    _ body: (
      _ household: Int64, _ facts: HouseholdYear, _ standing: Standing, _ supported: Int
    ) throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    let shared = try sharedResidents(known, scope)
    let silent = scope == .touched ? try silentHouseholds() : []
    var waiting: [(id: Int64, facts: HouseholdYear, standing: Standing)] = []
    var claims: [PersonCount.Claim] = []
    let households = try HouseholdYears(in: self, programme, known, scope)
    var facts = HouseholdYear(enrolledOn: 0)
    while let id = try households.next(into: &facts) {
      let standing = Standing(of: facts, in: programme)
      if let fulfilledOn = standing.fulfilledOn {
        let keys = facts.residentKeys(on: fulfilledOn).filter { shared.contains($0) }
        if !keys.isEmpty {
          claims.append(
            PersonCount.Claim(
              household: id, householdNumber: try householdNumber(id), fulfilledOn: fulfilledOn,
              residentKeys: keys))
          waiting.append((id, facts, standing))
          continue
        }
      }
      guard !silent.contains(id) else { continue }
      try body(id, facts, standing, facts.supported(standing))
    }
    let lost = PersonCount.countedElsewhere(claims)
    for household in waiting where !silent.contains(household.id) {
      let supported = household.facts.supported(household.standing) - (lost[household.id] ?? 0)
      try body(household.id, household.facts, household.standing, supported)
    }
  }

  /// Resident IDs that more than one household has had among its members.
  ///
  /// Of all households as known now the index of standing IDs answers by itself; any other question reads the
  /// members.
  func sharedResidents(_ known: Known, _ scope: HouseholdScope) throws(SQLiteFailure) -> Set<Int64>
  {
    var keys: Set<Int64> = []
    let isNow = try known.entry >= lastKnown().entry
    if isNow, scope == .all {
      try connection.rows(
        """
        SELECT resident_key FROM member WHERE withdrawn IS NULL AND resident_key IS NOT NULL
        GROUP BY resident_key HAVING min(household_id) <> max(household_id)
        """
      ) { keys.insert($0.int64(0)) }
      return keys
    }
    let rows = Known.query(
      "resident_key, household_id", from: "member",
      where: ["resident_key IS NOT NULL", scope.condition].compactMap { $0 }
        .joined(separator: " AND "))
    try connection.rows(
      """
      SELECT resident_key FROM (\(rows)) GROUP BY resident_key
      HAVING min(household_id) <> max(household_id)
      """, ["known": .integer(known.entry)]
    ) { keys.insert($0.int64(0)) }
    return keys
  }

  private func silentHouseholds() throws(SQLiteFailure) -> Set<Int64> {
    var households: Set<Int64> = []
    try connection.rows("SELECT id FROM temp.touched WHERE emits = 0") {
      households.insert($0.int64(0))
    }
    return households
  }

  package func householdNumber(_ id: Int64) throws(SQLiteFailure) -> String {
    try connection.first(
      "SELECT household_no FROM household WHERE id = :id", ["id": .integer(id)]
    ) { $0.text(0) } ?? ""
  }
}

extension HouseholdYear {
  /// The IDs of its members on a day.
  func residentKeys(on day: DayNumber) -> [Int64] {
    members.compactMap { $0.period.contains(day) ? $0.residentKey : nil }
  }

  /// Its members on F, before those counted elsewhere are taken off.
  func supported(_ standing: Standing) -> Int {
    standing.fulfilledOn.map { memberCount(on: $0) } ?? 0
  }
}
