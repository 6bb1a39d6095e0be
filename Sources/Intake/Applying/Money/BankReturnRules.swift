import Domain
import SQLite

// What the bank says of each row of a pay list: paid, which is a payment with its voucher and day, or failed,
// which leaves the money where it was.
//
// The bank knows list, household and amount. A household may have several rows of one amount on a list, of
// two projects; the answers then go to them in order. A row that says again what stands is unchanged before
// anything else is asked of it, and a second answer to a row is refused.
//
// A payment that stands already under the voucher, of the same money, amount and day, is the row's own: the
// sheet `payments` may have been sent before, as it is when a register is built anew from its exports.

struct BankReturnRules: SheetRules {
  var sheet: Sheet { .bankReturns }
  var stagedColumns: [String] {
    [
      "pay_list_id INTEGER", "household_id INTEGER", "account_id INTEGER", "batch_id INTEGER",
      "project_id INTEGER", "batch_no TEXT", "source INTEGER", "project_no TEXT", "reverses TEXT",
      "list_row INTEGER", "pays INTEGER NOT NULL DEFAULT 0",
    ]
  }
  var checks: [RowCheck] { [RowChecks.positive("amount"), BankReturnRules.saysHow] }

  let movements = MovementRules(.bankReturns)
  let answers = Merge(
    into: "bank_return", key: [MergeColumn("pay_list_id"), MergeColumn("account_id")],
    values: [
      MergeColumn("amount_fen", "s.amount"), MergeColumn("is_paid", "s.result"),
      MergeColumn("voucher_no"), MergeColumn("paid_on"), MergeColumn("reason"),
      MergeColumn("account_no"),
    ])

  /// What is paid has a voucher and a day, what failed a reason and neither.
  private static let saysHow: RowCheck = { sheet in
    let result = sheet.index(of: "result")
    let (voucher, day) = (sheet.index(of: "voucher_no"), sheet.index(of: "paid_on"))
    let reason = sheet.index(of: "reason")
    return { row in
      guard let said = row[result] else { return [] }
      if said == Int64(BankResult.paid.rawValue) {
        return [(voucher, "voucher_no"), (day, "paid_on")].filter { !row.holds($0.0) }
          .map { row.fault($0.0, .needsOneOf([$0.1])) }
      }
      let absent = row.holds(reason) ? [] : [row.fault(reason, .needsOneOf(["reason"]))]
      return absent
        + [voucher, day].filter(row.holds).map { row.fault($0, .excludes(column: "reason")) }
    }
  }

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      CREATE INDEX temp.staged_number ON staged (voucher_no);
      CREATE INDEX temp.staged_answer ON staged (paylist_no, household_no, amount);
      """)
    try ReferenceColumn.payList.resolve(work)
    try ReferenceColumn.household().resolve(work)
    try OfficeBoundary.judge(work)
    try matchRows(work)
    try judgeRows(work)
    try judgeVouchers(work)
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try answers.run(work, isPrimary: true)
    try work.faults(
      "withdraw",
      """
      SELECT s.line FROM temp.staged AS s
      WHERE s.withdraws = 1 AND s.rejected = 0 AND s.list_row IS NULL AND NOT EXISTS (
        SELECT 1 FROM bank_return AS answer JOIN account ON account.id = answer.account_id
        WHERE answer.pay_list_id = s.pay_list_id AND account.household_id = s.household_id
          AND answer.withdrawn IS NOT NULL AND (s.amount IS NULL OR answer.amount_fen = s.amount))
      """
    ) { _ in .nothingToWithdraw }
    try movements.apply(work, isPrimary: false)
  }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try movements.judgeApplied(work)
  }
}
