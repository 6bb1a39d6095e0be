import Domain
import SQLite

// The kept days of exceptions: `exception_change` has, by kind and household, from which day on there are more or
// fewer of them in which village, so that those of a day are a sum. Like the figures they can be late but never
// wrong: a small entry makes the part of the households that it touches anew, a large one leaves them behind until
// the end of the command, and a reader that finds them behind asks the facts.

extension Register {
  /// Brings the kept days through an entry, or leaves them behind.
  func keepExceptions(
    through entry: Int64, _ changes: EntryChanges
  ) throws(SQLiteFailure) {
    let tables = Array(Set(ExceptionCandidates.householdsOfTable.map(\.table)))
    guard try exceptionsKnown() == entry - 1, changes.rows(of: tables) <= limits.rowsAtOnce,
      try moveExceptions(by: ChangedFacts(changes), if: { _ in true })
    else { return }
    try noteExceptions(known: entry)
  }

  /// Brings the kept days up to the last entry: for the households that were touched since, or all anew.
  ///
  /// - Precondition: inside a write.
  func settleExceptions() throws(SQLiteFailure) {
    let last = try lastKnown().entry
    let loaded = loadedCandidates.flatMap { $0.entry == last ? $0.candidates : nil }
    loadedCandidates = nil
    let known = try exceptionsKnown()
    guard known != last else { return }
    var isMoved = false
    if loaded == nil, let known, known < last {
      isMoved = try moveExceptions(by: changedFacts(after: known), if: isByDifference)
    }
    if !isMoved { try makeExceptions(loaded) }
    try noteExceptions(known: last)
  }

  /// Makes the kept days anew.
  ///
  /// - Parameter loaded: the candidates of some kinds; those of the others are asked of the facts.
  private func makeExceptions(_ loaded: LoadedCandidates?) throws(SQLiteFailure) {
    try connection.run("DELETE FROM main.exception_change")
    let first = firstExceptionDay
    try fillExceptions(
      "main", from: first, ExceptionCandidates(first: first, among: nil).lists, loaded)
  }

  /// Makes the days anew for the households that facts are about; false where any household may be.
  ///
  /// - Parameter wants: asked for the number of those households; nothing is moved where it answers false.
  private func moveExceptions(
    by facts: ChangedFacts, if wants: (Int64) throws(SQLiteFailure) -> Bool
  ) throws(SQLiteFailure) -> Bool {
    guard !ExceptionCandidates.tablesOfAll.contains(where: facts.touches) else { return false }
    let tables = ExceptionCandidates.householdsOfTable.filter { facts.touches($0.table) }
    guard !tables.isEmpty else { return true }
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS changed_household (id INTEGER PRIMARY KEY);
      DELETE FROM temp.changed_household;
      """)
    for (table, query) in tables {
      try gatherTouched(of: table, query, facts, into: "temp.changed_household (id)")
    }
    let count = try connection.first("SELECT count(*) FROM temp.changed_household") {
      $0.int64(0)
    }
    guard try wants(count ?? 0) else { return false }
    let first = firstExceptionDay
    let candidates = ExceptionCandidates(
      first: first, among: "IN (SELECT id FROM temp.changed_household)")
    let lists = candidates.lists.filter { $0.tables.contains(where: facts.touches) }
    for kind in lists.flatMap(\.kinds) {
      try connection.run(
        """
        DELETE FROM main.exception_change
        WHERE kind = :kind AND household_id IN (SELECT id FROM temp.changed_household)
        """, ["kind": Value(kind.number)])
    }
    try fillExceptions("main", from: first, lists)
    return true
  }

  /// Asks `body` about exceptions of some kinds on a day, with the households that may have one in
  /// `temp.exception_asked`: those of the kept days, where they know everything that stands, else all candidates.
  func askingExceptions<Answer>(
    on day: DayNumber, about kinds: [RegisterException.Kind] = RegisterException.Kind.allCases,
    _ body: () throws(SQLiteFailure) -> Answer
  ) throws(SQLiteFailure) -> Answer {
    try reading { () throws(SQLiteFailure) in
      if try knowsExceptions(on: day) {
        try askCandidates(day, [])
        try connection.run(
          """
          INSERT INTO temp.exception_asked (kind, household_id, day)
          SELECT kind, household_id, :day FROM exception_change
          WHERE kind IN (\(RegisterException.Kind.numbers(of: kinds))) AND on_day <= :day
          GROUP BY kind, household_id HAVING sum(change) > 0
          """, ["day": Value(day)])
      } else {
        try askCandidates(
          day,
          ExceptionCandidates(first: day, among: nil).lists.filter { list in
            list.kinds.contains { kinds.contains($0) }
          })
      }
      return try body()
    }
  }

  /// Whether the kept days answer a question about exceptions on a day.
  func knowsExceptions(on day: DayNumber) throws(SQLiteFailure) -> Bool {
    guard day >= firstExceptionDay else { return false }
    return try exceptionsKnown() == lastKnown().entry
  }

  /// How many exceptions of a kind there are on a day by what is kept, by village: 0 where it is no place's.
  func keptCounts(
    _ kind: RegisterException.Kind, on day: DayNumber
  ) throws(SQLiteFailure) -> [Int64: Int64] {
    var counts: [Int64: Int64] = [:]
    try connection.rows(
      "SELECT village_code, change FROM exception_change WHERE kind = :kind AND on_day <= :day",
      ["kind": Value(kind.number), "day": Value(day)]
    ) { counts[$0.int64(0), default: 0] += $0.int64(1) }
    if kind == .classWithoutListing {
      let crossed = try countiesCrossed()
      counts = counts.filter { crossed.contains($0.key / 1_000_000) }
    }
    return counts.filter { $0.value != 0 }
  }

  /// The first day that the kept days answer for: the register's first.
  var firstExceptionDay: DayNumber { ProgrammeYear(year: year, incomeGoalFen: 0).firstDay }

  /// The entry that the kept days know, nil where none is noted.
  func exceptionsKnown() throws(SQLiteFailure) -> Int64? {
    try connection.first("SELECT known_entry FROM exception_state") { $0.int64(0) }
  }

  private func noteExceptions(known entry: Int64) throws(SQLiteFailure) {
    try connection.run(
      """
      INSERT INTO exception_state (id, known_entry) VALUES (1, :entry)
      ON CONFLICT (id) DO UPDATE SET known_entry = excluded.known_entry
      """, ["entry": .integer(entry)])
  }
}
