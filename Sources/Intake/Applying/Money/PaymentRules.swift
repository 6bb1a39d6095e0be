import SQLite

/// Money that reached a household, or a payee who is none.
struct PaymentRules: SheetRules {
  var sheet: Sheet { .payments }
  var stagedColumns: [String] { MovementRules.stagedColumns }
  var checks: [RowCheck] {
    [
      RowChecks.notZero("amount"),
      RowChecks.oneOf(["household_no", "payee"]),
      RowChecks.excludes("payee", where: "household_no"),
    ]
  }

  private let movements = MovementRules(.payments)

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try movements.judge(work, references: [.project, .household()])
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try movements.apply(work)
    try judgeAnswered(work)
  }

  /// A voucher that a bank has given for a row of a pay list is taken back with the bank's answer.
  private func judgeAnswered(_ work: ImportWork) throws(SQLiteFailure) {
    try Dependents.judge(
      work, column: "withdraw",
      """
      SELECT s.line, 'bank_return', answer.id
      FROM temp.merge_movement AS m
      JOIN temp.staged AS s ON s.row = m.row
      JOIN movement ON movement.id = m.standing_id
      JOIN bank_return AS answer ON answer.account_id = movement.upper_id
        AND answer.voucher_no = movement.number AND answer.withdrawn IS NULL
      WHERE m.state = 3
      """)
  }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try movements.judgeApplied(work)
  }
}
