import Domain
import SQLite

// Kept lists of the households that may have exceptions (`ExceptionCandidates`). Like the figures they can be
// late but never wrong: a small entry makes the part of the households that it touches anew, a large one leaves
// the lists behind until the end of the command, and a reader that finds them behind makes its own.

extension Register {
  /// Brings the kept lists through an entry, or leaves them behind.
  ///
  /// - Parameter loaded: some of the lists as a whole, where the entry loaded all households there are.
  func keepExceptions(
    through entry: Int64, _ changes: EntryChanges, _ loaded: LoadedCandidates?
  ) throws(SQLiteFailure) {
    if let loaded {
      try makeExceptions(loaded)
      return try noteExceptions(known: entry)
    }
    let tables = ExceptionCandidates.householdsOfTable.map(\.table)
    guard try exceptionsKnown() == entry - 1, changes.rows(of: tables) <= limits.rowsAtOnce,
      try moveExceptions(by: ChangedFacts(changes), if: { _ in true })
    else { return }
    try noteExceptions(known: entry)
  }

  /// Brings the kept lists up to the last entry: for the households that were touched since, or all anew.
  ///
  /// - Precondition: inside a write.
  func settleExceptions() throws(SQLiteFailure) {
    let last = try lastKnown().entry
    let known = try exceptionsKnown()
    guard known != last else { return }
    var isMoved = false
    if let known, known < last {
      isMoved = try moveExceptions(by: changedFacts(after: known), if: isByDifference)
    }
    if !isMoved { try makeExceptions() }
    try noteExceptions(known: last)
  }

  /// Makes the kept lists anew: those that are known from memory, the others from the facts.
  private func makeExceptions(_ loaded: LoadedCandidates? = nil) throws(SQLiteFailure) {
    try connection.run("DELETE FROM main.exception_candidate")
    let known = loaded == nil ? [] : LoadedCandidates.kinds
    for list in ExceptionCandidates(first: firstExceptionDay, among: nil).lists
    where !list.kinds.allSatisfy(known.contains) { try fill("main", list) }
    guard let loaded else { return }
    let adding = try connection.prepare(
      "INSERT INTO main.exception_candidate (kind, household_id) VALUES (?, ?)")
    for (kind, households) in zip(known, loaded.households) {
      adding.bind(kind.rawValue, at: 1)
      for household in households {
        adding.bind(household, at: 2)
        _ = try adding.step()
        adding.reset()
      }
    }
  }

  /// Makes the lists anew for the households that facts are about; false where any household may be.
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
      try gatherHouseholds(of: table, query, facts, into: "temp.changed_household (id)")
    }
    let count = try connection.first("SELECT count(*) FROM temp.changed_household") {
      $0.int64(0)
    }
    guard try wants(count ?? 0) else { return false }
    let candidates = ExceptionCandidates(
      first: firstExceptionDay, among: "IN (SELECT id FROM temp.changed_household)")
    for list in candidates.lists where list.tables.contains(where: facts.touches) {
      for kind in list.kinds {
        try connection.run(
          """
          DELETE FROM main.exception_candidate
          WHERE kind = :kind AND household_id IN (SELECT id FROM temp.changed_household)
          """, ["kind": .text(kind.rawValue)])
      }
      try fill("main", list)
    }
    return true
  }

  /// Asks `body` about exceptions on a day. Unqualified, `exception_candidate` is there the kept lists, where
  /// they know everything that stands; else lists made for the question.
  func askingExceptions<Answer>(
    on day: DayNumber, _ body: () throws(SQLiteFailure) -> Answer
  ) throws(SQLiteFailure) -> Answer {
    try reading { () throws(SQLiteFailure) in
      if try knowsExceptions(on: day) { return try body() }
      // A temporary table comes before the register's own of that name.
      try gatherCandidates(from: min(day, firstExceptionDay))
      let answer: Answer
      do throws(SQLiteFailure) { answer = try body() } catch {
        try? connection.execute("DROP TABLE temp.exception_candidate")
        throw error
      }
      try connection.execute("DROP TABLE temp.exception_candidate")
      return answer
    }
  }

  /// Whether the kept lists answer a question about exceptions on a day.
  func knowsExceptions(on day: DayNumber) throws(SQLiteFailure) -> Bool {
    guard day >= firstExceptionDay else { return false }
    return try exceptionsKnown() == lastKnown().entry
  }

  /// The lists of all households in a temporary table `exception_candidate`.
  func gatherCandidates(from first: DayNumber) throws(SQLiteFailure) {
    try connection.execute(
      """
      DROP TABLE IF EXISTS temp.exception_candidate;
      CREATE TEMP TABLE exception_candidate (
        kind TEXT NOT NULL, household_id INTEGER NOT NULL, PRIMARY KEY (kind, household_id)
      ) WITHOUT ROWID;
      """)
    for list in ExceptionCandidates(first: first, among: nil).lists { try fill("temp", list) }
  }

  /// The first day that the kept lists answer for: the register's first.
  var firstExceptionDay: DayNumber { ProgrammeYear(year: year, incomeGoalFen: 0).firstDay }

  /// The entry that the kept lists know, nil where none is noted.
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

  private func fill(
    _ schema: String, _ list: ExceptionCandidates.List
  ) throws(SQLiteFailure) {
    try connection.run(
      "INSERT OR IGNORE INTO \(schema).exception_candidate (kind, household_id) \(list.sql)")
  }
}
