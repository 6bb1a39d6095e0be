import Domain
import SQLite

/// Which facts the entries after one added and withdrew, table by table.
struct ChangedFacts {
  /// The last entry before.
  let before: Int64
  /// By table, from the first to the last row added: the ids of a table rise with the entries.
  let added: [String: ClosedRange<Int64>]
  let withdrawn: Set<String>

  func touches(_ table: String) -> Bool { added[table] != nil || withdrawn.contains(table) }
}

extension ChangedFacts {
  /// Those of the last entry.
  init(_ changes: EntryChanges) {
    before = changes.entry - 1
    let ranges = changes.parts.map { ($0.table.name, $0.firstID...$0.lastID) }
    added = Dictionary(ranges) { first, _ in first }
    withdrawn = Set(changes.withdrawn.map(\.table.name))
  }
}

extension Register {
  /// What all entries after one changed.
  func changedFacts(after entry: Int64) throws(SQLiteFailure) -> ChangedFacts {
    var added: [String: ClosedRange<Int64>] = [:]
    try connection.rows(
      """
      SELECT fact_table.name, min(first_id), max(last_id) FROM entry_part
      JOIN fact_table ON fact_table.id = entry_part.fact_table
      WHERE entry_part.entry > :before GROUP BY fact_table.id
      """, ["before": .integer(entry)]
    ) { row in
      let (first, last) = (row.int64(1), row.int64(2))
      if first <= last { added[row.text(0)] = first...last }
    }
    var withdrawn: Set<String> = []
    for table in try factTables() where table.canWithdraw {
      let found = try connection.first(
        "SELECT 1 FROM \(table.name) WHERE withdrawn > :before LIMIT 1",
        ["before": .integer(entry)]
      ) { _ in true }
      if found == true { withdrawn.insert(table.name) }
    }
    return ChangedFacts(before: entry, added: added, withdrawn: withdrawn)
  }

  /// Whether any entry after one added or withdrew rows of some tables.
  package func isChanged(
    _ tables: [String], after entry: Int64
  ) throws(SQLiteFailure) -> Bool {
    for table in try factTables() where tables.contains(table.name) {
      let withdrawn =
        table.canWithdraw ? "UNION ALL SELECT 1 FROM \(table.name) WHERE withdrawn > :entry" : ""
      let found = try connection.first(
        """
        SELECT 1 FROM entry_part WHERE entry > :entry AND fact_table = \(table.number)
        \(withdrawn) LIMIT 1
        """, ["entry": .integer(entry)]
      ) { _ in true }
      if found == true { return true }
    }
    return false
  }

  /// Fills `temp.touched` with the households whose figures the entry may have changed, and with those that
  /// share a member's ID with one of them.
  func gatherTouched(_ changes: EntryChanges) throws(SQLiteFailure) {
    try gatherTouched(ChangedFacts(changes)) { _ in true }
  }

  /// The same for several entries up to the last.
  ///
  /// `emits` is 1 for the touched and their sharers, whose person counts may change, and 0 for the sharers'
  /// own sharers, who are only asked.
  ///
  /// - Parameter wants: asked for the number of touched households as they are found, before others are sought.
  /// - Returns: what `wants` answered.
  @discardableResult
  func gatherTouched(
    _ facts: ChangedFacts, _ wants: (Int64) throws(SQLiteFailure) -> Bool
  ) throws(SQLiteFailure) -> Bool {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS touched (
        id INTEGER PRIMARY KEY, emits INTEGER NOT NULL);
      DELETE FROM temp.touched;
      """)
    var count: Int64 = 0
    for (table, query) in Register.householdsOfTable where facts.touches(table) {
      let more = try gatherTouched(
        of: table, query, facts, into: "temp.touched (id, emits)", also: ", 1")
      count += Int64(more)
      // Further tables only add to them.
      guard try wants(count) else { return false }
    }
    // One statement a half: SQLite would write a union of the two out in full, every member of it.
    for emits in [1, 0] {
      try gatherSharers("own.withdrawn IS NULL", ["emits": Value(emits)])
      try gatherSharers(
        "own.withdrawn > :before", ["emits": Value(emits), "before": .integer(facts.before)])
    }
    return true
  }

  /// Adds the households, or accounts, that facts of a table are about, the added and the withdrawn; gives how many
  /// were added.
  ///
  /// - Parameters:
  ///   - query: gives the id of one for each row `fact`; a condition on it follows.
  ///   - into: a table with the column that takes the id, and columns that take `also`.
  @discardableResult
  func gatherTouched(
    of table: String, _ query: String, _ facts: ChangedFacts, into: String, also: String = ""
  ) throws(SQLiteFailure) -> Int {
    let added = facts.added[table]
    return try connection.run(
      """
      INSERT OR IGNORE INTO \(into)
      WITH touching (touched_id) AS (
        \(query) WHERE fact.id BETWEEN :first AND :last
        UNION ALL
        \(query) WHERE fact.withdrawn > :before)
      SELECT touched_id\(also) FROM touching WHERE touched_id IS NOT NULL
      """,
      [
        "first": .integer(added?.lowerBound ?? 0), "last": .integer(added?.upperBound ?? -1),
        "before": .integer(facts.before),
      ])
  }

  /// Whether what is kept of households is moved by the difference, where entries touched so many of them.
  func isByDifference(_ touched: Int64) throws(SQLiteFailure) -> Bool {
    let all = try connection.first("SELECT ifnull(max(id), 0) FROM household") { $0.int64(0) }
    return touched.multipliedClamped(by: limits.householdsToOneTouched) <= all ?? 0
  }

  /// Adds the households that share a member's ID with one that is touched.
  private func gatherSharers(
    _ own: String, _ bindings: Bindings
  ) throws(SQLiteFailure) {
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.touched (id, emits)
      SELECT other.household_id, :emits
      FROM temp.touched
      CROSS JOIN member AS own ON own.household_id = touched.id
      CROSS JOIN member AS other ON other.resident_key = own.resident_key
      WHERE \(own) AND own.resident_key IS NOT NULL
        AND other.withdrawn IS NULL AND other.resident_key IS NOT NULL
        AND other.household_id <> own.household_id
      """, bindings)
  }

  /// By table, how its facts lead to households that they count for; a condition on `fact` follows.
  static let householdsOfTable: [(table: String, query: String)] =
    [
      "residence", "household_class", "enrolment", "member", "household_end", "plan",
      "project_household", "assignment", "income",
    ].map { ($0, "SELECT fact.household_id FROM \($0) AS fact") } + [
      (
        "project_step",
        """
        SELECT link.household_id FROM project_step AS fact
        JOIN project_household AS link ON link.project_id = fact.project_id
          AND link.withdrawn IS NULL
        """
      ),
      (
        "movement",
        """
        SELECT account.household_id FROM movement AS fact
        JOIN account ON account.id = fact.lower_id
        """
      ),
      (
        "batch_issue",
        """
        SELECT account.household_id FROM batch_issue AS fact
        JOIN account ON account.batch_id = fact.batch_id
        """
      ),
    ]
}
