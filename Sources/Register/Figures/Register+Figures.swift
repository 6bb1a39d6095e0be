import Domain
import SQLite

// The one path from facts to figures: read households, judge each, count each person once, sum. A whole
// year is summed so for a question as known at an earlier entry, for `check`, and after an import that touched
// many households; where entries touched few, these are summed as known before them and after them, and the
// difference is what the kept figures move by.

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
  package func countFigures(
    _ year: Int, _ known: Known, by detail: FigureDetail = .village
  ) throws(SQLiteFailure) -> FigureSums {
    try reading { () throws(SQLiteFailure) in try sumFigures(year, known, .all, by: detail) }
  }

  /// Sums over a scope's households; of those in `temp.touched`, only the ones it says to emit. Many households
  /// are counted by two threads.
  ///
  /// - Parameters:
  ///   - placesAtOnce: sums of more places than this are given to `taking`, as they come.
  ///   - taking: keeps sums that are not in the answer then.
  func sumFigures(
    _ year: Int, _ known: Known, _ scope: HouseholdScope, by detail: FigureDetail = .village,
    placesAtOnce: Int = .max,
    taking: (FigureSums) throws(SQLiteFailure) -> Void = { _ in }
  ) throws(SQLiteFailure) -> FigureSums {
    // Of facts yet to come none are known to either connection.
    let last = try lastKnown()
    let question = CountingQuestion(
      programme: try programmeYear(year, known), known: known.entry > last.entry ? last : known,
      detail: detail, shared: try sharedResidents(known, scope),
      silent: scope == .touched ? try silentHouseholds() : [])
    let second =
      scope == .all ? try CountingApart(of: self, question, placesAtOnce: placesAtOnce) : nil
    defer { second?.end() }
    var part = CountedPart(by: detail)
    func pass(_ sums: inout FigureSums) throws(SQLiteFailure) {
      if sums.count >= placesAtOnce {
        try taking(sums)
        sums.removeAll()
      }
      while let ready = second?.takeReady() { try taking(ready) }
    }
    try count(question, second?.own ?? scope, into: &part, passing: pass)
    if let second {
      while let next = second.takeNext() { try taking(next) }
      if let rest = try second.takeRest() {
        part.add(rest)
      } else {
        try count(question, second.apart, into: &part, passing: pass)
      }
    }
    part.countWaiting(question)
    guard !part.sums.isBeyondRange else { throw .beyondRange }
    return part.sums
  }

  /// Counts the households of a scope that is all or a part of what is asked.
  ///
  /// - Parameter passing: called after each household; may take sums away that need not wait for the rest.
  func count(
    _ question: CountingQuestion, _ scope: HouseholdScope, into part: inout CountedPart,
    passing: (inout FigureSums) throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    var sums = part.sums
    part.sums = FigureSums(by: question.detail)
    part.waiting += try judge(question, scope) {
      (_, facts, standing, supported) throws(SQLiteFailure) in
      facts.addFigures(standing, supported: supported, in: question.programme) {
        sums.add($0, $1, $2, $3)
      }
      try passing(&sums)
    }
    part.sums = sums
  }

  /// Lends every household of `temp.touched` that it says to emit and that is enrolled in a year, with the
  /// persons that it counts. Those that share an ID with others come last.
  func judgeTouched(
    _ programme: ProgrammeYear, _ known: Known,
    _ body: (
      _ household: Int64, _ facts: HouseholdYear, _ standing: Standing, _ supported: Int
    ) throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    let question = CountingQuestion(
      programme: programme, known: known, detail: .village,
      shared: try sharedResidents(known, .touched), silent: try silentHouseholds())
    for household in question.emitting(try judge(question, .touched, body)) {
      try body(
        household.claim.household, household.facts, household.standing, household.supported)
    }
  }

  /// Lends every household of a scope that is enrolled in the year and known by itself; gives those that share
  /// an ID with others, which are to be asked together.
  private func judge(
    _ question: CountingQuestion, _ scope: HouseholdScope,
    _ body: (
      _ household: Int64, _ facts: HouseholdYear, _ standing: Standing, _ supported: Int
    ) throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) -> [WaitingHousehold] {
    var waiting: [WaitingHousehold] = []
    let households = try HouseholdYears(
      in: self, question.programme, widened(question.known), scope)
    var facts = HouseholdYear(enrolledOn: 0)
    while let id = try households.next(into: &facts) {
      let standing = Standing(of: facts, in: question.programme)
      if let fulfilledOn = standing.fulfilledOn {
        let keys = facts.residentKeys(on: fulfilledOn).filter { question.shared.contains($0) }
        if !keys.isEmpty {
          let claim = PersonCount.Claim(
            household: id, householdNumber: try householdNumber(id), fulfilledOn: fulfilledOn,
            residentKeys: keys)
          waiting.append(WaitingHousehold(facts: facts, standing: standing, claim: claim))
          continue
        }
      }
      guard !question.silent.contains(id) else { continue }
      try body(id, facts, standing, facts.supported(standing))
    }
    return waiting
  }

  /// Resident IDs that more than one household has had among its members; of all households perhaps more: IDs
  /// that are shared by what came to be known later.
  ///
  /// Standing members are answered by their index alone, those withdrawn since are few.
  func sharedResidents(_ known: Known, _ scope: HouseholdScope) throws(SQLiteFailure) -> Set<Int64>
  {
    var keys: Set<Int64> = []
    if scope == .all {
      for query in Register.sharedOfAll {
        let bindings: Bindings = query.isKnown ? ["known": .integer(known.entry)] : [:]
        try connection.rows(query.sql, bindings) { keys.insert($0.int64(0)) }
      }
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

  /// Shared among those that stand, between one that does and one withdrawn since, and among the latter.
  private static let sharedOfAll: [(sql: String, isKnown: Bool)] = [
    (
      """
      SELECT resident_key FROM member WHERE withdrawn IS NULL AND resident_key IS NOT NULL
      GROUP BY resident_key HAVING min(household_id) <> max(household_id)
      """, false
    ),
    (
      """
      SELECT DISTINCT gone.resident_key FROM member AS gone
      CROSS JOIN member AS other ON other.resident_key = gone.resident_key
      WHERE gone.withdrawn > :known AND gone.entered <= :known AND gone.resident_key IS NOT NULL
        AND other.withdrawn IS NULL AND other.resident_key IS NOT NULL
        AND other.household_id <> gone.household_id
      """, true
    ),
    (
      """
      SELECT resident_key FROM member
      WHERE withdrawn > :known AND entered <= :known AND resident_key IS NOT NULL
      GROUP BY resident_key HAVING min(household_id) <> max(household_id)
      """, true
    ),
  ]

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
