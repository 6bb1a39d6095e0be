import SQLite

struct ProjectRules: SheetRules {
  var sheet: Sheet { .projects }
  var stagedColumns: [String] { [] }
  var checks: [RowCheck] { [] }

  func judge(_ work: ImportWork) throws(SQLiteFailure) {}
  func apply(_ work: ImportWork) throws(SQLiteFailure) {}
  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {}
}
