import Domain
import SQLite

/// Where one enrolled household stands in a year, with the facts that say so.
package struct HouseholdStanding: Sendable {
  package let household: Int64
  package let facts: HouseholdYear
  package let standing: Standing
  /// Persons it counts in the year, those counted under an earlier F left out; 0 without F.
  package let supported: Int
}

/// The households that a list is about.
package enum HouseholdSet: Sendable {
  case all
  /// By their identities, as they were registered.
  case range(ClosedRange<Int64>)
  case some([Int64])
}

extension Register {
  /// The standing of one household in every year it is enrolled in.
  package func standings(
    of household: Int64, _ known: Known
  ) throws(SQLiteFailure) -> [(year: Int, standing: HouseholdStanding)] {
    try reading { () throws(SQLiteFailure) in try yearsOf(household, known) }
  }

  private func yearsOf(
    _ household: Int64, _ known: Known
  ) throws(SQLiteFailure) -> [(year: Int, standing: HouseholdStanding)] {
    let known = try widened(known)
    var years: [Int] = []
    try connection.rows(
      Known.query("year", from: "enrolment", where: "household_id = :household") + " ORDER BY 1",
      ["known": .integer(known.entry), "household": .integer(household)]
    ) { years.append($0.int(0)) }
    var standings: [(year: Int, standing: HouseholdStanding)] = []
    for year in years {
      try gatherSharers(of: [household], known)
      var claims: [PersonCount.Claim] = []
      var own: (facts: HouseholdYear, standing: Standing)?
      let programme = try programmeYear(year, known)
      try readTouched(programme, known) { id, facts throws(SQLiteFailure) in
        let standing = Standing(of: facts, in: programme)
        if id == household { own = (facts, standing) }
        if let fulfilledOn = standing.fulfilledOn {
          claims.append(
            PersonCount.Claim(
              household: id, householdNumber: try householdNumber(id), fulfilledOn: fulfilledOn,
              residentKeys: facts.residentKeys(on: fulfilledOn)))
        }
      }
      guard let own else { continue }
      let lost = PersonCount.countedElsewhere(claims)[household] ?? 0
      standings.append(
        (
          year,
          HouseholdStanding(
            household: household, facts: own.facts, standing: own.standing,
            supported: own.facts.supported(own.standing) - lost)
        ))
    }
    return standings
  }

  /// Lends every household of a set that is enrolled in a year, in the order of registering, with what was read
  /// of it.
  func forEachStanding(
    _ programme: ProgrammeYear, _ known: Known, of households: HouseholdSet,
    _ detail: HouseholdDetail,
    _ body: (_ household: Int64, HouseholdYear, Standing) -> Void
  ) throws(SQLiteFailure) {
    var scope = HouseholdScope.all
    var wanted: Set<Int64>?
    if case .range(let ids) = households { scope = .range(ids) }
    if case .some(let ids) = households {
      // Where many are asked for, reading everybody in order costs less than looking each up.
      if try Int64(ids.count) > lastHousehold() / 4 {
        wanted = Set(ids)
      } else {
        try gather(ids)
        scope = .touched
      }
    }
    let stream = try HouseholdYears(in: self, programme, widened(known), scope, detail)
    var facts = HouseholdYear(enrolledOn: 0)
    while let id = try stream.next(into: &facts) {
      if let wanted, !wanted.contains(id) { continue }
      body(id, facts, Standing(of: facts, in: programme))
    }
  }

  private func readTouched(
    _ year: ProgrammeYear, _ known: Known,
    _ body: (Int64, HouseholdYear) throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    let stream = try HouseholdYears(in: self, year, known, .touched)
    var facts = HouseholdYear(enrolledOn: 0)
    while let id = try stream.next(into: &facts) { try body(id, facts) }
  }

  /// Fills `temp.touched` with households.
  private func gather(_ households: [Int64]) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS touched (
        id INTEGER PRIMARY KEY, emits INTEGER NOT NULL);
      DELETE FROM temp.touched;
      """)
    let statement = try connection.prepare(
      "INSERT OR IGNORE INTO temp.touched (id, emits) VALUES (?, 1)")
    for id in households {
      statement.bind(id, at: 1)
      _ = try statement.step()
      statement.reset()
    }
  }

  /// The same, and with them the households that have had a member of the same ID.
  private func gatherSharers(of households: [Int64], _ known: Known) throws(SQLiteFailure) {
    try gather(households)
    let own = known.facts(
      "resident_key", from: "member",
      where: "household_id IN (SELECT id FROM temp.touched WHERE emits = 1) "
        + "AND resident_key IS NOT NULL")
    let others = known.facts(
      "household_id", from: "member",
      where: "resident_key IN (\(own)) AND resident_key IS NOT NULL")
    var sharers: [Int64] = []
    try connection.rows(others, ["known": .integer(known.entry)]) { sharers.append($0.int64(0)) }
    try gather(households + sharers)
  }
}
