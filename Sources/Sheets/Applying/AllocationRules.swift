import SQLite

struct AllocationRules: SheetRules {
  var sheet: Sheet { .allocations }
  var stagedColumns: [String] { [] }
  var checks: [RowCheck] { [] }

  func judge(_ work: ImportWork) throws(SQLiteFailure) {}
  func apply(_ work: ImportWork) throws(SQLiteFailure) {}
  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {}
}
