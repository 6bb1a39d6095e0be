import SQLite

// Movements: the rows of `allocations` and of `payments`, which differ in their columns and rungs and in
// nothing else (`MovementSheet`).
//
// A number is used once. A row that says again what stands under its number is set aside as unchanged
// before anything else is asked of it, so that a file sent twice is judged by what it adds and not by what
// became of batches and projects since. All other rows are new, and their accounts are made with them: an
// account is an identity, and a row that is refused leaves none behind.
//
// What only the whole can show (the ladder at the end of every day, approval, fund, enrolment) the
// register's own rules find once the rows are in.

struct MovementRules: Sendable {
  let form: MovementSheet

  static let stagedColumns = [
    "batch_id INTEGER", "project_id INTEGER", "household_id INTEGER",
  ]

  init(_ form: MovementSheet) { self.form = form }

  func judge(
    _ work: ImportWork, references: [ReferenceColumn]
  ) throws(SQLiteFailure) {
    try work.register.connection.execute(
      "CREATE INDEX temp.staged_number ON staged (\(form.number))")
    try number(work)
    try judgeNumbers(work)
    for reference in references { try reference.resolve(work) }
    try MovementRules.resolveBatches(work)
    try OfficeBoundary.judge(work)
    try judgeReversals(work)
    try judgeEqual(work)
  }

  /// The batch a row names, by number and source; where the batch has one source, by number alone.
  static func resolveBatches(_ work: ImportWork) throws(SQLiteFailure) {
    try ReferenceColumn.batch.resolve(work)
    var unclear: [(line: Int, id: Int, batch: String, sources: [String])] = []
    try work.register.connection.rows(
      """
      SELECT line, batch_id, batch_no, (
        SELECT group_concat(name, ' ') FROM (
          SELECT code_label.name FROM batch
          JOIN code_label ON code_label.list = 'source' AND code_label.code = batch.source
          JOIN batch_issue ON batch_issue.batch_id = batch.id AND batch_issue.withdrawn IS NULL
          WHERE batch.batch_no = staged.batch_no ORDER BY batch.source))
      FROM temp.staged
      WHERE batch_id IN (\(ReferenceColumn.severalSources), \(ReferenceColumn.otherSource))
      """
    ) { row in
      let sources = row.text(3).split(separator: " ").map(String.init)
      unclear.append((row.int(0), row.int(1), row.text(2), sources))
    }
    for row in unclear {
      let kind: FaultKind =
        row.id == ReferenceColumn.severalSources
        ? .needsSource(batch: row.batch, sources: row.sources)
        : .sourceLacking(batch: row.batch, sources: row.sources)
      work.add(
        Fault(
          line: row.line, column: "source", value: try work.written("source", line: row.line), kind)
      )
    }
  }
}

extension ReferenceColumn {
  /// Stand in the place of a batch's id where the batch has several sources and the row names none, or
  /// where the row names one that the batch lacks.
  static let severalSources = -1
  static let otherSource = -2
}
