import Domain
import Register
import SQLite

/// Payments to households beyond what a project's instalments allow by their day: taken, and told.
enum InstalmentWarnings {
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    guard let landing = work.landings["movement"] else { return }
    var payments: [(line: Int, account: Int64, day: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, movement.upper_id, movement.moved_on
      FROM temp.merge_movement AS m JOIN movement ON movement.id = m.ordinal + :first - 1
      JOIN temp.staged AS s ON s.row = m.row
      JOIN account ON account.id = movement.upper_id AND account.household_id IS NOT NULL
      JOIN project_record AS record ON record.project_id = account.project_id
        AND record.withdrawn IS NULL AND record.instalments IS NOT NULL
      WHERE m.state = 1 AND movement.amount_fen > 0
      """, ["first": .integer(landing.firstID)]
    ) { payments.append(($0.int(0), $0.int64(1), $0.int32(2))) }
    for (line, account, day) in payments {
      guard let state = try work.register.instalments(ofRung: account, on: day),
        state.paidFen > state.allowedFen
      else { continue }
      work.warnApplied(
        Fault(
          line: line, column: "amount", value: try work.written("amount", line: line),
          .notice(
            .beyondInstalments(
              rule: state.instalments.description, allowed: state.allowedFen, paid: state.paidFen))
        ))
    }
  }
}
