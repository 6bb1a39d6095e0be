import Register
import SQLite

/// Money issued: what comes in at the top of the ladder.
///
/// A batch issued from two sources is two rows with one number, and two batches to the register.
struct BatchRules: SheetRules {
  var sheet: Sheet { .batches }
  var stagedColumns: [String] { ["batch_id INTEGER", "account_id INTEGER"] }
  var checks: [RowCheck] {
    [
      RowChecks.notZero("amount"), RowChecks.notNegative("amount"),
      RowChecks.order("issued_on", "announced_on"),
    ]
  }

  private let merge = Merge(
    into: "batch_issue", key: [MergeColumn("batch_id")],
    values: [
      MergeColumn("document_no"), MergeColumn("issued_on"), MergeColumn("fund"),
      MergeColumn("amount_fen", "s.amount"), MergeColumn("account_id"),
      MergeColumn("announced_on", clearedBy: "announced_on"),
    ])

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try RepeatedKeys.judge(work)
    try BatchDocuments.judgement.warn(work)
    try NewFunds.warn(work)
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO batch (batch_no, source, entered)
      SELECT batch_no, source, :entry FROM temp.staged AS s
      WHERE rejected = 0 AND withdraws = 0 AND NOT EXISTS (
        SELECT 1 FROM batch WHERE batch.batch_no = s.batch_no AND batch.source = s.source)
      ORDER BY row
      """, ["entry": .integer(work.entry)])
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET batch_id = (
        SELECT id FROM batch WHERE batch.batch_no = s.batch_no AND batch.source = s.source)
      WHERE rejected = 0
      """)
    let account = AccountRung.batch
    try work.register.connection.run(
      """
      INSERT INTO account (\(account.columns), entered)
      SELECT \(account.values), :entry FROM temp.staged AS s
      WHERE rejected = 0 AND withdraws = 0 AND NOT EXISTS \(account.id)
      ORDER BY row
      """, ["entry": .integer(work.entry)])
    try work.register.connection.run(
      "UPDATE temp.staged AS s SET account_id = \(account.id) WHERE rejected = 0")
    try merge.run(work, isPrimary: true)
    try merge.judgeWithdrawals(work)
  }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "fund",
      """
      SELECT DISTINCT s.line, project.project_no, record.fund, s.fund
      FROM temp.merge_batch_issue AS merged
      JOIN temp.staged AS s ON s.row = merged.row
      JOIN account AS held ON held.batch_id = s.batch_id AND held.rung = \(Rung.project.rawValue)
      JOIN rule_movement_fund AS breach ON breach.project_id = held.project_id
      JOIN movement ON movement.id = breach.fact_id AND movement.lower_id = held.id
      JOIN project ON project.id = held.project_id
      JOIN project_record AS record ON record.project_id = held.project_id
        AND record.withdrawn IS NULL
      WHERE merged.state = 2
      GROUP BY s.line
      """
    ) { .otherFund(project: $0.text(1), fund: $0.text(2), batchFund: $0.text(3)) }
    // Whatever the row's old amount and day were, the row as it stood before left the ladder sound.
    try LadderJudgement.judge(
      work,
      candidates: """
        SELECT s.account_id, s.line, \(beginning) AS on_day, s.row, \(LadderJudgement.unbounded) AS fen
        FROM temp.merge_batch_issue AS merged
        JOIN temp.staged AS s ON s.row = merged.row
        WHERE merged.state IN (2, 3)
        """, [:], columns: try blamed(work))
  }

  /// By line, what to blame for an overdraft where it is not the amount: a later day, or a row that withdraws.
  private func blamed(_ work: ImportWork) throws(SQLiteFailure) -> [Int: String] {
    var columns: [Int: String] = [:]
    try work.register.connection.rows(
      """
      SELECT s.line, s.withdraws FROM temp.merge_batch_issue AS merged
      JOIN temp.staged AS s ON s.row = merged.row
      JOIN batch_issue AS standing ON standing.id = merged.standing_id
      WHERE s.withdraws = 1
        OR s.amount >= standing.amount_fen AND s.issued_on > standing.issued_on
      """
    ) { columns[$0.int(0)] = $0.int(1) == 1 ? "withdraw" : "issued_on" }
    return columns
  }
}
