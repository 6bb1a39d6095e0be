import Domain
import Register
import SQLite

/// A project, from its proposal to its end.
struct ProjectRules: SheetRules {
  var sheet: Sheet { .projects }
  var stagedColumns: [String] { ["project_id INTEGER"] + ProjectRows.stagedColumns }
  var checks: [RowCheck] { [RowChecks.notNegative("budget"), RowChecks.notNegative("quantity")] }

  private let merge = Merge(
    into: "project_record", where: "s.is_further = 0", key: [MergeColumn("project_id")],
    values: [
      MergeColumn("name"), MergeColumn("kind"), MergeColumn("county_code"),
      MergeColumn("village_code", clearedBy: "village_code"),
      MergeColumn("fund", clearedBy: "fund"),
      MergeColumn("budget_fen", "s.budget", clearedBy: "budget"),
      MergeColumn("quantity_milli", "s.quantity", clearedBy: "quantity"),
      MergeColumn("unit", clearedBy: "unit"),
      MergeColumn("instalments", clearedBy: "instalments"),
    ])

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try ReferenceColumn.region("county_code").resolve(work)
    try ReferenceColumn.region("village_code").resolve(work)
    try OfficeBoundary.judge(work)
    try RepeatedKeys.judge(work, by: ["project_no", "reviewed_on"])
    try work.markRejected()
    try ProjectRows.gather(work)
    try NewNumbers.ofProjects.judge(work)
    try findProjects(work)
    try judgeVillage(work)
    try ProjectSteps.judge(work)
    try judgeObjections(work)
    try VillageValidity.warn(work)
    try NewFunds.warn(work)
  }

  private func findProjects(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET project_id = (
        SELECT id FROM project WHERE project.project_no = s.project_no)
      WHERE project_no IS NOT NULL
      """)
  }

  /// The village, given or standing, lies in the county.
  private func judgeVillage(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "village_code",
      """
      SELECT line, county_code FROM (
        SELECT s.line, s.county_code, s.row, CASE WHEN s.clears & \(villageBit) THEN NULL
          ELSE ifnull(s.village_code, (
            SELECT village_code FROM project_record
            WHERE project_record.project_id = s.project_id AND project_record.withdrawn IS NULL))
          END AS village
        FROM temp.staged AS s WHERE s.withdraws = 0 AND s.rejected <> 2)
      WHERE village / 1000000 <> county_code
      ORDER BY row
      """
    ) { .projectCounty($0.int64(1)) }
  }

  private var villageBit: Int { sheet.index(of: "village_code").map { 1 << $0 } ?? 0 }

  /// A project is not approved on a day on which an objection to it is open. An approval that stands, sent again
  /// with its day, is not judged again.
  private func judgeObjections(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "approved_on",
      """
      SELECT s.line, s.project_no, min(disclosure.village_code)
      FROM temp.staged AS s
      JOIN disclosure ON disclosure.project_id = s.project_id AND disclosure.withdrawn IS NULL
        AND \(OpenObjection.isOpen("disclosure", on: "s.approved_on"))
      WHERE s.approved_on IS NOT NULL AND s.withdraws = 0 AND s.is_further = 0 AND NOT EXISTS (
        SELECT 1 FROM project_step WHERE project_step.project_id = s.project_id
          AND project_step.step = \(ProjectStep.approved.rawValue)
          AND project_step.stepped_on = s.approved_on AND project_step.withdrawn IS NULL)
      GROUP BY s.row
      """
    ) { .openObjection(project: $0.text(1), village: $0.int64(2)) }
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try ProjectRows.rejectTogether(work)
    try work.register.connection.run(
      """
      INSERT INTO project (project_no, entered)
      SELECT project_no, :entry FROM temp.staged
      WHERE rejected = 0 AND withdraws = 0 AND project_id IS NULL AND is_further = 0
      ORDER BY row
      """, ["entry": .integer(work.entry)])
    try findProjects(work)
    try BulkLoading.run(work, without: ["project_record_enters", "project_step_enters"]) {
      () throws(SQLiteFailure) in
      try merge.run(work, isPrimary: true)
      for step in ProjectStep.allCases {
        try ProjectSteps.merge(step, work).run(work, isPrimary: false)
        if step == .reviewed { try work.noteCreated(by: "merge_project_step", "s.is_further = 1") }
      }
    }
    try merge.judgeWithdrawals(work)
  }

  /// What the register holds of a project that was changed must still be right: the order of its steps,
  /// the money it got, and whatever names it where it is withdrawn.
  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try judgeMoney(work)
    try work.faults(
      "fund",
      """
      SELECT s.line, s.project_no, s.fund, issue.fund
      FROM \(changed)
      CROSS JOIN rule_movement_fund AS breach ON breach.project_id = s.project_id
      JOIN movement ON movement.id = breach.fact_id
      JOIN account ON account.id = movement.lower_id
      JOIN batch_issue AS issue ON issue.batch_id = account.batch_id AND issue.withdrawn IS NULL
      WHERE s.withdraws = 0
      GROUP BY s.row
      """
    ) { .otherFund(project: $0.text(1), fund: $0.text(2), batchFund: $0.text(3)) }
    try work.faults(
      "project_no",
      """
      SELECT s.line, s.project_no FROM \(changed)
      WHERE s.withdraws = 1 AND EXISTS (
        SELECT 1 FROM rule_project_registered AS breach WHERE breach.project_id = s.project_id)
      """
    ) { .restedOn(project: $0.text(1)) }
  }

  /// Money that the project got before its approval as it is now, or after its cancellation: the first such
  /// movement, or the last one after a cancellation, which has to come later.
  private func judgeMoney(_ work: ImportWork) throws(SQLiteFailure) {
    var found: [Int: FaultKind] = [:]
    try work.register.connection.rows(
      """
      SELECT s.line, s.project_no, breach.on_day, approved.stepped_on, cancelled.stepped_on,
        movement.number, movement.is_payment
      FROM \(changed)
      CROSS JOIN rule_movement_approval AS breach ON breach.project_id = s.project_id
      JOIN movement ON movement.id = breach.fact_id
      LEFT JOIN project_step AS approved ON approved.project_id = s.project_id
        AND approved.step = \(ProjectStep.approved.rawValue) AND approved.withdrawn IS NULL
      LEFT JOIN project_step AS cancelled ON cancelled.project_id = s.project_id
        AND cancelled.step = \(ProjectStep.cancelled.rawValue) AND cancelled.withdrawn IS NULL
      WHERE s.withdraws = 0
      ORDER BY s.row, breach.on_day, breach.fact_id
      """
    ) { row in
      let isCancelled = if case .cancelled = ApprovalBreach.kind(row) { true } else { false }
      let line = row.int(0)
      guard isCancelled || found[line] == nil else { return }
      found[line] = .moneyStands(
        project: row.text(1),
        StandingMoney(
          number: row.text(5), isPayment: row.int(6) == 1, on: row.int32(2),
          isCancelled: isCancelled))
    }
    for (line, kind) in found.sorted(by: { $0.key < $1.key }) {
      let column = kind.rule == "not_approved" ? "approved_on" : "cancelled_on"
      work.add(
        Fault(line: line, column: column, value: try work.written(column, line: line), kind))
    }
  }

  private var changed: String {
    "temp.changed_row AS changed JOIN temp.staged AS s ON s.row = changed.row"
  }
}
