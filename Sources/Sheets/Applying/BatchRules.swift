import SQLite

struct BatchRules: SheetRules {
  var sheet: Sheet { .batches }
  var stagedColumns: [String] { [] }
  var checks: [RowCheck] { [] }

  func judge(_ work: ImportWork) throws(SQLiteFailure) {}
  func apply(_ work: ImportWork) throws(SQLiteFailure) {}
  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {}
}
