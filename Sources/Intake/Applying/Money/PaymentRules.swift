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

  func apply(_ work: ImportWork) throws(SQLiteFailure) { try movements.apply(work) }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try movements.judgeApplied(work)
  }
}
