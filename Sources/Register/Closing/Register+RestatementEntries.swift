import Domain
import SQLite

extension Register {
  /// As `householdsOfTable`, with projects of links that have been withdrawn since `:from`.
  private static let laterHouseholds =
    householdsOfTable + [
      (
        "project_step",
        """
        SELECT link.household_id FROM project_step AS fact
        JOIN project_household AS link ON link.project_id = fact.project_id
          AND link.withdrawn > :from
        """
      )
    ]

  /// The day of a fact before which it changes nothing that is counted. Facts of other tables count from the
  /// first day: a household lives before its first move where it lives afterwards.
  private static let beginning = [
    "household_class": "since", "enrolment": "enrolled_on", "member": "joined_on",
    "household_end": "ended_on", "plan": "starts_on", "project_household": "since",
    "assignment": "since", "project_step": "stepped_on", "movement": "moved_on",
  ]

  /// By table, how facts lead to households: those that entries after the close added, and those that they
  /// withdrew, of facts that begin by the month's end. `:last` is the table's last row as known at the close.
  private func laterFacts(
    _ question: RestatementQuestion
  ) -> [(table: String, added: String, withdrawn: String)] {
    // The unary plus keeps SQLite from searching by day.
    Register.laterHouseholds.compactMap {
      table, query -> (table: String, added: String, withdrawn: String)? in
      // The year's income is known in December.
      if table == "income", question.month.month < 12 { return nil }
      let begins =
        Register.beginning[table].map { "+fact.\($0) <= :day" } ?? "\(DayPeriod.firstDay) <= :day"
      return (
        table, "\(query) WHERE fact.id > :last AND \(begins)",
        "\(query) WHERE fact.withdrawn > :from AND \(begins)"
      )
    }
  }

  /// Fills `temp.touched` with every household that entries after the close touched, those that share an ID with
  /// one, and, silent, those that share one with those.
  ///
  /// - Parameter everything: every household enrolled in the year instead.
  func gatherChanged(
    _ question: RestatementQuestion, everything: Bool
  ) throws(SQLiteFailure) {
    try startTouched()
    if everything {
      try connection.run(
        "INSERT OR IGNORE INTO temp.touched (id, emits) SELECT household_id, 1 FROM enrolment WHERE year = :year",
        ["year": Value(question.month.year)])
      return
    }
    for (table, added, withdrawn) in laterFacts(question) {
      try connection.run(
        """
        INSERT OR IGNORE INTO temp.touched (id, emits)
        SELECT household_id, 1 FROM (\(added) UNION ALL \(withdrawn))
        WHERE household_id IS NOT NULL
        """,
        [
          "last": .integer(try lastID(of: table, question.from)),
          "from": .integer(question.from.entry), "day": Value(question.month.lastDay.dayNumber),
        ])
    }
    try gatherLaterSharers(question.from, emits: true)
    try gatherLaterSharers(question.from, emits: false)
  }

  /// The households of `temp.touched` that emit, rising.
  func emittingHouseholds() throws(SQLiteFailure) -> [Int64] {
    var households: [Int64] = []
    try connection.rows("SELECT id FROM temp.touched WHERE emits = 1 ORDER BY id") {
      households.append($0.int64(0))
    }
    return households
  }

  /// Fills `temp.touched` with households that emit and others that are only asked.
  func gatherEmitting(_ households: [Int64], silent: [Int64]) throws(SQLiteFailure) {
    try startTouched()
    let statement = try connection.prepare(
      "INSERT OR IGNORE INTO temp.touched (id, emits) VALUES (?, ?)")
    for (ids, emits) in [(households, Int64(1)), (silent, 0)] {
      for id in ids {
        statement.bind(id, at: 1)
        statement.bind(emits, at: 2)
        _ = try statement.step()
        statement.reset()
      }
    }
  }

  private func startTouched() throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS touched (
        id INTEGER PRIMARY KEY, emits INTEGER NOT NULL);
      DELETE FROM temp.touched;
      """)
  }

  /// The last row of a table that an entry knew.
  private func lastID(of table: String, _ known: Known) throws(SQLiteFailure) -> Int64 {
    try connection.first(
      """
      SELECT ifnull(max(last_id), 0) FROM entry_part
      WHERE fact_table = (SELECT id FROM fact_table WHERE name = :table) AND entry <= :known
      """, ["table": .text(table), "known": .integer(known.entry)]
    ) { $0.int64(0) } ?? 0
  }

  /// Adds the households that have shared a member's ID with one of `temp.touched` as known at any entry since.
  func gatherLaterSharers(_ from: Known, emits: Bool) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS shared_key (resident_key INTEGER PRIMARY KEY);
      DELETE FROM temp.shared_key;
      INSERT OR IGNORE INTO temp.shared_key (resident_key)
      SELECT own.resident_key FROM temp.touched
      CROSS JOIN member AS own ON own.household_id = touched.id
      WHERE own.withdrawn IS NULL AND own.resident_key IS NOT NULL;
      """)
    let since: Bindings = ["from": .integer(from.entry)]
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.shared_key (resident_key)
      SELECT own.resident_key FROM temp.touched
      CROSS JOIN member AS own ON own.household_id = touched.id
      WHERE own.withdrawn > :from AND own.resident_key IS NOT NULL
      """, since)
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.touched (id, emits)
      SELECT other.household_id, :emits FROM temp.shared_key
      CROSS JOIN member AS other ON other.resident_key = shared_key.resident_key
      WHERE other.withdrawn IS NULL AND other.resident_key IS NOT NULL
      """, ["emits": Value(emits)])
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.touched (id, emits)
      SELECT other.household_id, :emits FROM member AS other
      WHERE other.withdrawn > :from
        AND other.resident_key IN (SELECT resident_key FROM temp.shared_key)
      """, ["emits": Value(emits), "from": .integer(from.entry)])
  }

  /// The entries after the close that added rows to a table or withdrew rows of it.
  ///
  /// - Parameter condition: on the rows that are meant.
  func laterEntries(
    of table: String, where condition: String = "1", _ question: RestatementQuestion
  ) throws(SQLiteFailure) -> Set<Int64> {
    var entries: Set<Int64> = []
    try connection.rows(
      """
      SELECT entered FROM \(table) WHERE id > :last AND \(condition)
      UNION SELECT withdrawn FROM \(table) WHERE withdrawn > :from AND \(condition)
      """,
      [
        "last": .integer(try lastID(of: table, question.from)),
        "from": .integer(question.from.entry),
      ]
    ) { entries.insert($0.int64(0)) }
    return entries
  }

  /// Of the households in `temp.touched`, those that have shared an ID with each.
  func neighbours(_ from: Known) throws(SQLiteFailure) -> [Int64: Set<Int64>] {
    var bearers: [Int64: Set<Int64>] = [:]
    for condition in ["withdrawn IS NULL", "withdrawn > \(from.entry)"] {
      try connection.rows(
        """
        SELECT resident_key, household_id FROM member
        WHERE \(condition) AND resident_key IS NOT NULL
          AND household_id IN (SELECT id FROM temp.touched)
        """
      ) { bearers[$0.int64(0), default: []].insert($0.int64(1)) }
    }
    var neighbours: [Int64: Set<Int64>] = [:]
    for sharers in bearers.values where sharers.count > 1 {
      for household in sharers {
        neighbours[household, default: []].formUnion(sharers.subtracting([household]))
      }
    }
    return neighbours
  }

  /// Which of the households in `temp.touched` each entry after the close touched.
  func touchedByEntry(
    _ question: RestatementQuestion
  ) throws(SQLiteFailure) -> [Int64: Set<Int64>] {
    var touched: [Int64: Set<Int64>] = [:]
    for (table, added, withdrawn) in laterFacts(question) {
      let columns = "SELECT ".count
      try connection.rows(
        """
        SELECT DISTINCT entry, household_id FROM (
          SELECT fact.entered AS entry, \(added.dropFirst(columns))
          UNION ALL
          SELECT fact.withdrawn AS entry, \(withdrawn.dropFirst(columns)))
        WHERE household_id IN (SELECT id FROM temp.touched)
        """,
        [
          "last": .integer(try lastID(of: table, question.from)),
          "from": .integer(question.from.entry), "day": Value(question.month.lastDay.dayNumber),
        ]
      ) { touched[$0.int64(0), default: []].insert($0.int64(1)) }
    }
    return touched
  }
}
