import Domain
import SQLite

// On which days exceptions come and go. A household is asked about on a first day and on each later one on which
// a fact of it begins or ends: between two of them nothing changes.

extension Register {
  /// Begins `temp.exception_asked`, which the queries of exceptions read, with the households that candidates name,
  /// on their first day.
  ///
  /// - Parameter loaded: the candidates of some kinds; the lists of these are not asked.
  func askCandidates(
    _ first: DayNumber, _ lists: [ExceptionCandidates.List], _ loaded: LoadedCandidates? = nil
  ) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS exception_asked (
        kind INTEGER, household_id INTEGER, day INTEGER, PRIMARY KEY (kind, household_id, day)
      ) WITHOUT ROWID;
      DELETE FROM temp.exception_asked;
      """)
    let known = loaded == nil ? [] : LoadedCandidates.kinds
    for list in lists where !list.kinds.allSatisfy(known.contains) {
      try connection.run(
        """
        WITH listed (kind, household_id) AS (\(list.sql))
        INSERT OR IGNORE INTO temp.exception_asked (kind, household_id, day)
        SELECT kind, household_id, :first FROM listed
        """, ["first": Value(first)])
    }
    guard let loaded else { return }
    let asking = try connection.prepare(
      "INSERT INTO temp.exception_asked (kind, household_id, day) VALUES (?, ?, ?)")
    for (kind, households) in zip(known, loaded.households) {
      asking.bind(kind.number, at: 1)
      asking.bind(Int64(first), at: 3)
      for household in households {
        asking.bind(household, at: 2)
        _ = try asking.step()
        asking.reset()
      }
    }
  }

  /// Writes the changes of exceptions of the households that some lists name.
  ///
  /// - Parameters:
  ///   - schema: `main` or `temp`; its `exception_change` has nothing of them yet.
  ///   - first: a household's first change may be on this day, and none is before.
  ///   - loaded: the households of some of the lists, which these are not asked for.
  func fillExceptions(
    _ schema: String, from first: DayNumber, _ lists: [ExceptionCandidates.List],
    _ loaded: LoadedCandidates? = nil
  ) throws(SQLiteFailure) {
    try askCandidates(first, lists, loaded)
    var kinds: [RegisterException.Kind] = []
    try connection.rows("SELECT DISTINCT kind FROM temp.exception_asked") {
      if let kind = RegisterException.Kind(number: $0.int(0)) { kinds.append(kind) }
    }
    guard !kinds.isEmpty else { return }
    for source in TurningDays.all { try ask(source, among: kinds, after: first) }
    var lines: PovertyLines?
    if kinds.contains(.aboveLine) { lines = try linesAsked(from: first) }
    if kinds.contains(where: \.asksHomes) { try gatherHomes(ofAsked: kinds) }
    let judge = ExceptionJudge(lines: lines)
    for kind in kinds {
      guard let query = ExceptionQuery.ofHouseholds(kind) else { continue }
      let turns = try ExceptionTurns(kind, into: schema, on: connection)
      try connection.rows(query.days) { row throws(SQLiteFailure) in
        guard judge.isException(kind, row) else { return }
        try turns.take(row.int64(0), on: row.int32(1), in: row.optionalInt64(2) ?? 0)
      }
      try turns.end()
    }
  }

  /// Asks about more days: those after the first on which facts begin or end.
  private func ask(
    _ source: TurningDays, among kinds: [RegisterException.Kind], after first: DayNumber
  ) throws(SQLiteFailure) {
    let kinds = source.kinds.filter { kinds.contains($0) }
    guard !kinds.isEmpty else { return }
    for column in source.columns {
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.exception_asked (kind, household_id, day)
        SELECT asked.kind, asked.household_id, fact.\(column)
        FROM temp.exception_asked AS asked \(source.join)
        WHERE asked.kind IN (\(RegisterException.Kind.numbers(of: kinds))) AND asked.day = :first
          AND fact.withdrawn IS NULL AND fact.\(column) > :first AND fact.\(column) < :end
        """, ["first": Value(first), "end": Value(DayPeriod.openEnd)])
    }
  }

  /// The lines by which the households asked about are judged. On each day from which places are others these are
  /// asked about too.
  private func linesAsked(from first: DayNumber) throws(SQLiteFailure) -> PovertyLines {
    var days: [DayNumber] = []
    try connection.rows(
      """
      SELECT DISTINCT valid_from FROM region NOT INDEXED
      WHERE withdrawn IS NULL AND valid_from > :first ORDER BY valid_from
      """, ["first": Value(first)]
    ) { days.append($0.int32(0)) }
    for day in days {
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.exception_asked (kind, household_id, day)
        SELECT kind, household_id, :day FROM temp.exception_asked
        WHERE kind = \(RegisterException.Kind.aboveLine.number) AND day = :first
        """, ["day": Value(day), "first": Value(first)])
    }
    // A few households are of few places.
    var villages: [RegionCode] = []
    try connection.rows(
      """
      SELECT DISTINCT village_code FROM temp.exception_asked AS asked
      CROSS JOIN residence ON residence.household_id = asked.household_id
      WHERE asked.kind = \(RegisterException.Kind.aboveLine.number)
        AND residence.withdrawn IS NULL LIMIT 21
      """
    ) { if let village = RegionCode($0.int64(0)) { villages.append(village) } }
    var places: [PovertyLines.Places] = []
    for day in [first] + days {
      let tree =
        try villages.count > 20
        ? regionsKnown(.everything, on: day)
        : regionsKnown(.everything, on: day, enclosing: villages)
      places.append((day, tree))
    }
    return try PovertyLines(of: self, places)
  }
}

/// Days on which facts of a household begin or end, and the kinds of exceptions that these facts decide.
private struct TurningDays {
  let kinds: [RegisterException.Kind]
  /// Leads from `asked` to the facts, `fact`.
  let join: String
  let columns: [String]

  private static func ofHousehold(
    _ table: String, _ columns: [String], _ kinds: [RegisterException.Kind]
  ) -> TurningDays {
    TurningDays(
      kinds: kinds,
      join: "CROSS JOIN \(table) AS fact ON fact.household_id = asked.household_id",
      columns: columns)
  }

  static let all = [
    ofHousehold("residence", ["since"], RegisterException.Kind.allCases),
    ofHousehold("household_end", ["ended_on"], RegisterException.Kind.allCases),
    ofHousehold(
      "member", ["joined_on", "left_on"],
      [
        .noID, .verifiedID, .householdSize, .listedWithoutClass, .classWithoutListing,
        .listedOtherName,
      ]),
    ofHousehold(
      "household_class", ["since"], [.listedWithoutClass, .classWithoutListing, .aboveLine]),
    TurningDays(
      kinds: [.listedWithoutClass, .classWithoutListing, .listedOtherName],
      join: """
        CROSS JOIN member ON member.household_id = asked.household_id
          AND member.withdrawn IS NULL AND member.resident_key IS NOT NULL
        CROSS JOIN dibao_listing AS fact ON fact.resident_key = member.resident_key
        """, columns: ["since", "until"]),
    TurningDays(
      kinds: [.unlinkedMoney],
      join: """
        CROSS JOIN account ON account.household_id = asked.household_id
        CROSS JOIN movement AS fact ON fact.lower_id = account.id
        """, columns: ["moved_on"]),
    TurningDays(
      kinds: [.aboveLine], join: "CROSS JOIN poverty_line AS fact", columns: ["since"]),
  ]
}
