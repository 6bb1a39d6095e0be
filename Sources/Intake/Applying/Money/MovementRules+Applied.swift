import Domain
import Register
import SQLite

extension MovementRules {
  /// Asks the register's rules about the movements that came in and those that were taken back.
  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    guard let landing = work.landings["movement"] else { return }
    try judgeApproval(work, landing.firstID)
    try work.faults(
      "project_no",
      """
      SELECT s.line, project.project_no, record.fund, issue.fund
      FROM rule_movement_fund AS breach \(rowOfBreach)
      JOIN project ON project.id = breach.project_id
      JOIN project_record AS record ON record.project_id = breach.project_id
        AND record.withdrawn IS NULL
      JOIN batch_issue AS issue ON issue.batch_id = s.batch_id AND issue.withdrawn IS NULL
      WHERE breach.fact_id >= :first
      """, ["first": .integer(landing.firstID)]
    ) { .otherFund(project: $0.text(1), fund: $0.text(2), batchFund: $0.text(3)) }
    try work.faults(
      form.day,
      """
      SELECT s.line, (
        SELECT min(enrolled_on) FROM enrolment
        WHERE household_id = breach.household_id AND withdrawn IS NULL)
      FROM rule_movement_enrolment AS breach \(rowOfBreach)
      WHERE breach.fact_id >= :first
      """, ["first": .integer(landing.firstID)]
    ) { .beforeEnrolment(enrolledOn: $0.isNull(1) ? nil : $0.int32(1)) }
    try judgeReversed(work, landing.firstID)
    // A row that is refused on other grounds must not make a sound one look like the one too many.
    guard !work.hasUnmarked else { return }
    try LadderJudgement.judge(work, candidates: candidates, ["first": .integer(landing.firstID)])
  }

  /// Finds the file's row `s` of a breach of a rule among the new movements.
  private var rowOfBreach: String {
    """
    JOIN temp.merge_movement AS m ON m.ordinal = breach.fact_id - :first + 1 AND m.state = 1
    JOIN temp.staged AS s ON s.row = m.row
    """
  }

  private func judgeApproval(_ work: ImportWork, _ first: Int64) throws(SQLiteFailure) {
    try work.faults(
      form.day,
      """
      SELECT s.line, project.project_no, breach.on_day, approved.stepped_on, cancelled.stepped_on
      FROM rule_movement_approval AS breach \(rowOfBreach)
      JOIN project ON project.id = breach.project_id
      LEFT JOIN project_step AS approved ON approved.project_id = breach.project_id
        AND approved.step = \(ProjectStep.approved.rawValue) AND approved.withdrawn IS NULL
      LEFT JOIN project_step AS cancelled ON cancelled.project_id = breach.project_id
        AND cancelled.step = \(ProjectStep.cancelled.rawValue) AND cancelled.withdrawn IS NULL
      WHERE breach.fact_id >= :first
      """, ["first": .integer(first)], ApprovalBreach.kind)
  }

  /// A reversal whose movement did not come in after all, and a movement taken back though a standing
  /// reversal names it.
  private func judgeReversed(_ work: ImportWork, _ first: Int64) throws(SQLiteFailure) {
    try work.faults(
      "reverses",
      """
      SELECT s.line FROM rule_movement_reversal AS breach \(rowOfBreach)
      WHERE breach.fact_id >= :first
      """, ["first": .integer(first)]
    ) { _ in .reversal(.unknown) }
    try work.faults(
      form.number,
      """
      SELECT s.line FROM temp.merge_movement AS m
      JOIN temp.staged AS s ON s.row = m.row
      JOIN movement AS standing ON standing.id = m.standing_id
      WHERE m.state = 3 AND EXISTS (
        SELECT 1 FROM movement AS reversal
        WHERE reversal.is_payment = \(form.isPayment) AND reversal.reverses = standing.number
          AND reversal.withdrawn IS NULL AND reversal.id < :first)
      """, ["first": .integer(first)]
    ) { _ in .reversal(.alreadyReversed) }
  }

  /// What the file's rows take out of accounts: the new movements down out of the upper one and back out
  /// of the lower one, and what withdrawing a movement takes from the account it had reached.
  private var candidates: String {
    """
    SELECT CASE WHEN movement.amount_fen > 0 THEN movement.upper_id ELSE movement.lower_id END
        AS account_id,
      s.line, movement.moved_on AS on_day, s.row, abs(movement.amount_fen) AS fen
    FROM temp.merge_movement AS m
    JOIN movement ON movement.id = m.ordinal + :first - 1
    JOIN temp.staged AS s ON s.row = m.row
    WHERE m.state = 1
    UNION ALL
    SELECT CASE WHEN movement.amount_fen > 0 THEN movement.lower_id ELSE movement.upper_id END,
      s.line, movement.moved_on, s.row, abs(movement.amount_fen)
    FROM temp.merge_movement AS m
    JOIN movement ON movement.id = m.standing_id
    JOIN temp.staged AS s ON s.row = m.row
    WHERE m.state = 3
    """
  }
}

/// Why a project may not have money on a day.
enum ApprovalBreach {
  /// Reads `line, project_no, on_day, approved_on, cancelled_on`.
  static let kind: @Sendable (borrowing Row) -> FaultKind = { row in
    let project = row.text(1)
    let approvedOn = row.isNull(3) ? nil : row.int32(3)
    if let approvedOn, approvedOn <= row.int32(2), !row.isNull(4) {
      return .cancelled(project: project, cancelledOn: row.int32(4))
    }
    return .notApproved(project: project, approvedOn: approvedOn)
  }
}
