import SQLite

// Merging rows into a fact table, for all rows at once.
//
// Each row looks for the standing fact with its key. There is none: the fact is created. There is one and
// every value the row gives equals it: unchanged. Else the standing fact is withdrawn and one with the
// row's values, and the standing one's where the row's cells are empty, is added: a correction. A row that
// withdraws takes the standing fact back.

/// A column of a fact table and where a row's value for it comes from.
struct MergeColumn: Sendable {
  let name: String
  /// An SQL expression over the source's row `s`; NULL where the cell is empty.
  let given: String
  /// The sheet's column whose `(clear)` empties it; nil where it cannot be emptied.
  let clearedBy: String?
  /// What an empty value is stored as: NULL, the open end …
  let whenEmpty: String
  /// The staged column that alone gives the value of a row without others, where `given` is more than it.
  let soleSlot: String?
  /// An SQL condition over `s` and `f` under which an empty value empties what stands too.
  let emptiedWhen: String?

  /// - Parameter given: the source's expression, which may look at the standing fact `f`; the column's own
  ///   name where nil.
  init(
    _ name: String, _ given: String? = nil, clearedBy: String? = nil, whenEmpty: String = "NULL",
    emptiedWhen: String? = nil, soleSlot: String? = nil
  ) {
    self.name = name
    self.given = given ?? "s.\"\(name)\""
    self.clearedBy = clearedBy
    self.whenEmpty = whenEmpty
    self.emptiedWhen = emptiedWhen
    self.soleSlot = soleSlot
  }
}

extension MergeColumn {
  /// The slot of a staged row, or the id found for it, that gives the value as it is.
  var slot: String? {
    if let soleSlot { return soleSlot }
    guard given.hasPrefix("s.") else { return nil }
    let name = given.dropFirst(2).filter { $0 != "\"" }
    return name.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber } ? name : nil
  }
}

struct Merge: Sendable {
  let table: String
  /// A table with `row INTEGER PRIMARY KEY`, read as `s`.
  let source: String
  /// Which of its rows carry this fact.
  let condition: String
  let key: [MergeColumn]
  let values: [MergeColumn]
  /// How a row finds its standing fact `f`, where that is not by the key's equality.
  let match: String?
  /// What takes the standing fact back beside the row's `withdraw`, as SQL over `s`.
  let withdraws: String?

  init(
    into table: String, from source: String = "temp.staged", where condition: String = "true",
    key: [MergeColumn], values: [MergeColumn], match: String? = nil,
    withdrawnBy withdraws: String? = nil
  ) {
    self.table = table
    self.source = source
    self.condition = condition
    self.key = key
    self.values = values
    self.match = match
    self.withdraws = withdraws
  }

  /// Merges the source's rows.
  ///
  /// - Parameter isPrimary: the rows' own facts, which decide whether a row counts as created; facts that
  ///   come along only make their row a changed one.
  func run(_ work: ImportWork, isPrimary: Bool) throws(SQLiteFailure) {
    let register = work.register
    try register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.merge_\(table);
      CREATE TEMP TABLE merge_\(table) (
        row INTEGER NOT NULL, standing_id INTEGER, state INTEGER NOT NULL);
      """)
    try register.connection.run(stateSQL(work))
    if !work.corrects { try refuseCorrections(work, additionsToo: work.onlyCompares && !isPrimary) }
    if isPrimary, work.completesStanding { try refuseIncomplete(work) }
    let (created, changed) = try counts(register.connection)
    if changed > 0 {
      try register.connection.run(
        """
        UPDATE \(table) SET withdrawn = :entry
        WHERE id IN (SELECT standing_id FROM temp.merge_\(table) WHERE state >= 2)
        """, ["entry": .integer(work.entry)])
    }
    let first = try register.connection.first("SELECT ifnull(max(id), 0) + 1 FROM \(table)") {
      $0.int64(0)
    }
    if created + changed > 0 {
      try register.connection.run(insertSQL(work), ["entry": .integer(work.entry)])
    }
    work.landings[table] = ImportWork.Landing(
      firstID: first ?? 1,
      rowsSQL: "SELECT row FROM temp.merge_\(table) WHERE state IN (1, 2) ORDER BY rowid")
    if isPrimary || created + changed > 0 {
      try work.note("merge_\(table)", isPrimary: isPrimary, created: created)
    }
  }

  /// Rows that leave out what a new fact must have, where no fact of their key stands. They add nothing.
  private func refuseIncomplete(_ work: ImportWork) throws(SQLiteFailure) {
    let required = work.sheet.columns.filter { $0.isRequired && !$0.isKey }
    func rows(without columns: [Column]) -> String {
      let isEmpty = columns.map { "staged.\"\($0.name)\" IS NULL" }.joined(separator: " OR ")
      return """
        FROM temp.merge_\(table) AS merged JOIN temp.staged AS staged ON staged.row = merged.row
        WHERE merged.state = 1 AND (\(isEmpty))
        """
    }
    guard !required.isEmpty else { return }
    for column in required {
      try work.faults(column.name, "SELECT staged.line \(rows(without: [column]))") { _ in
        .cell(.missing, allowed: [])
      }
    }
    try work.register.connection.run(
      """
      UPDATE temp.merge_\(table) SET state = 0
      WHERE row IN (SELECT merged.row \(rows(without: required)))
      """)
  }

  private func counts(
    _ connection: borrowing Connection
  ) throws(SQLiteFailure) -> (created: Int, changed: Int) {
    try connection.first(
      """
      SELECT count(*) FILTER (WHERE state = 1), count(*) FILTER (WHERE state >= 2)
      FROM temp.merge_\(table)
      """
    ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
  }

  /// State 0 unchanged, 1 created, 2 corrected, 3 withdrawn.
  private func stateSQL(_ work: ImportWork) -> String {
    let differs = values.map { "\(effective($0, work)) IS NOT f.\($0.name)" }
    let changed =
      differs.isEmpty ? "0" : "CASE WHEN \(differs.joined(separator: " OR ")) THEN 2 ELSE 0 END"
    let row = source == "temp.staged" ? "s.withdraws = 1" : "false"
    let withdraws = withdraws.map { "(\(row) OR \($0))" } ?? row
    return """
      INSERT INTO temp.merge_\(table) (row, standing_id, state)
      SELECT s.row, f.id, CASE
        WHEN \(withdraws) THEN CASE WHEN f.id IS NULL THEN 0 ELSE 3 END
        WHEN f.id IS NULL THEN 1
        ELSE \(changed) END
      FROM \(source) AS s LEFT JOIN \(table) AS f
        ON f.withdrawn IS NULL AND f.entered <> \(work.entry) AND \(match ?? keyMatch)
      WHERE s.rejected = 0 AND (\(condition))
      ORDER BY s.row
      """
  }

  /// Tells the rows that withdraw what never stood. What was withdrawn before is as it should be, so that a
  /// file can be sent again.
  func judgeWithdrawals(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "withdraw",
      """
      SELECT s.line FROM temp.merge_\(table) AS merged
      JOIN temp.staged AS s ON s.row = merged.row
      WHERE s.withdraws = 1 AND merged.state = 0 AND NOT EXISTS (
        SELECT 1 FROM \(table) AS f WHERE f.withdrawn IS NOT NULL AND \(keyMatch))
      """
    ) { _ in .nothingToWithdraw }
  }

  private var keyMatch: String {
    key.map { column in
      let given =
        column.whenEmpty == "NULL"
        ? column.given : "ifnull(\(column.given), \(column.whenEmpty))"
      return "f.\(column.name) IS \(given)"
    }.joined(separator: " AND ")
  }

  private func insertSQL(_ work: ImportWork) -> String {
    let keyValues = key.map { "ifnull(\($0.given), \($0.whenEmpty))" }
    let names = (key + values).map(\.name).joined(separator: ", ")
    let given = (keyValues + values.map { effective($0, work) }).joined(separator: ", ")
    return """
      INSERT INTO \(table) (\(names), entered)
      SELECT \(given), :entry
      FROM temp.merge_\(table) AS m CROSS JOIN \(source) AS s ON s.row = m.row
        LEFT JOIN \(table) AS f ON f.id = m.standing_id
      WHERE m.state IN (1, 2)
      ORDER BY m.rowid
      """
  }

  /// The value after the merge: what the row gives, nothing where it says `(clear)`, else what stands.
  func effective(_ column: MergeColumn, _ work: ImportWork) -> String {
    let isEmptied = column.emptiedWhen.map { " OR \($0)" } ?? ""
    let kept = """
      ifnull(\(column.given), CASE WHEN f.id IS NULL\(isEmptied) THEN \(column.whenEmpty)
        ELSE f.\(column.name) END)
      """
    guard let clearedBy = column.clearedBy, let bit = work.sheet.index(of: clearedBy) else {
      return kept
    }
    return "CASE WHEN s.clears & \(1 << bit) THEN \(column.whenEmpty) ELSE \(kept) END"
  }
}
