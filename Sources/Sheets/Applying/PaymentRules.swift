import SQLite

struct PaymentRules: SheetRules {
  var sheet: Sheet { .payments }
  var stagedColumns: [String] { [] }
  var checks: [RowCheck] { [] }

  func judge(_ work: ImportWork) throws(SQLiteFailure) {}
  func apply(_ work: ImportWork) throws(SQLiteFailure) {}
  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {}
}
