import Domain
import Register
import SQLite

/// Payments and rows of pay lists beyond what a project's instalments allow by their day: taken, and told.
///
/// A household is paid out of what is allocated to it, a payee out of what the project holds for itself; the
/// rule is asked of the one rung or of the other.
enum InstalmentWarnings {
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    guard let landing = work.landings["movement"] else { return }
    var payments: [(line: Int, account: Int64, day: Int32, paid: Int64)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, movement.upper_id, movement.moved_on, movement.lower_id
      FROM temp.merge_movement AS m JOIN movement ON movement.id = m.ordinal + :first - 1
      JOIN temp.staged AS s ON s.row = m.row
      JOIN account ON account.id = movement.upper_id
      JOIN project_record AS record ON record.project_id = account.project_id
        AND record.withdrawn IS NULL AND record.instalments IS NOT NULL
      WHERE m.state = 1 AND movement.amount_fen > 0
      """, ["first": .integer(landing.firstID)]
    ) { payments.append(($0.int(0), $0.int64(1), $0.int32(2), $0.int64(3))) }
    for payment in payments {
      guard let state = try work.register.instalments(ofRung: payment.account, on: payment.day),
        state.paidFen > state.allowedFen
      else { continue }
      // Whom it was paid to is not on the project's own rung, out of which a payee is paid.
      var money = try work.rungName(payment.paid)
      money.isPaid = false
      work.warnApplied(
        Fault(
          line: payment.line, column: "amount",
          value: try work.written("amount", line: payment.line),
          .notice(
            .beyondInstalments(
              money, rule: state.instalments.description, allowed: state.allowedFen,
              paid: state.paidFen))))
    }
  }

  /// A row of a list is asked together with what was paid by its day, and with what stands on other lists that
  /// the bank has not answered. A row that stands already is not asked again.
  static func warnListed(_ work: ImportWork) throws(SQLiteFailure) {
    var rows: [(line: Int, account: Int64, day: Int32, listed: Int64)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, s.account_id, s.drawn_on,
        s.amount + ifnull((SELECT sum(listed.amount_fen) \(PayListMoney.listed)), 0)
      FROM temp.staged AS s JOIN account ON account.id = s.account_id
      JOIN project_record AS record ON record.project_id = account.project_id
        AND record.withdrawn IS NULL AND record.instalments IS NOT NULL
      WHERE s.rejected = 0 AND s.withdraws = 0 AND \(PayListMoney.isNew)
      ORDER BY s.row
      """
    ) { rows.append(($0.int(0), $0.int64(1), $0.int32(2), $0.int64(3))) }
    for row in rows {
      guard let state = try work.register.instalments(ofRung: row.account, on: row.day),
        state.paidFen + row.listed > state.allowedFen
      else { continue }
      work.warn(
        Fault(
          line: row.line, column: "amount", value: try work.written("amount", line: row.line),
          .notice(
            .beyondInstalments(
              try work.rungName(row.account), rule: state.instalments.description,
              allowed: state.allowedFen, paid: state.paidFen + row.listed))))
    }
  }
}
