import SQLite

extension Register {
  /// Fills `temp.touched` with the households whose figures the entry may have changed, and with those that
  /// share a member's ID with one of them.
  ///
  /// `emits` is 1 for the touched and their sharers, whose person counts may change, and 0 for the sharers'
  /// own sharers, who are only asked.
  func gatherTouched(_ changes: EntryChanges) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS touched (
        id INTEGER PRIMARY KEY, emits INTEGER NOT NULL);
      DELETE FROM temp.touched;
      """)
    for (table, query) in Register.householdsOfTable where changes.touches(table) {
      try gatherHouseholds(of: table, query, changes, into: "temp.touched (id, emits)", also: ", 1")
    }
    // One statement a half: SQLite would write a union of the two out in full, every member of it.
    for emits in [1, 0] {
      try gatherSharers("own.withdrawn IS NULL", ["emits": Value(emits)])
      try gatherSharers(
        "own.withdrawn = :entry", ["emits": Value(emits), "entry": .integer(changes.entry)])
    }
  }

  /// Adds the households that an entry's facts of a table are about, the added and the withdrawn.
  ///
  /// - Parameters:
  ///   - query: gives a household for each row `fact`; a condition on it follows.
  ///   - into: a table with the column that takes the household's id, and columns that take `also`.
  func gatherHouseholds(
    of table: String, _ query: String, _ changes: EntryChanges, into: String, also: String = ""
  ) throws(SQLiteFailure) {
    let part = changes.part(of: table)
    try connection.run(
      """
      INSERT OR IGNORE INTO \(into)
      SELECT household_id\(also) FROM (
        \(query) WHERE fact.id BETWEEN :first AND :last
        UNION ALL
        \(query) WHERE fact.withdrawn = :entry)
      WHERE household_id IS NOT NULL
      """,
      [
        "first": .integer(part?.firstID ?? 0), "last": .integer(part?.lastID ?? -1),
        "entry": .integer(changes.entry),
      ])
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
