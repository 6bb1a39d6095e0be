import SQLite

/// Money moved one step down the ladder, or back up.
struct AllocationRules: SheetRules {
  var sheet: Sheet { .allocations }
  var stagedColumns: [String] { MovementRules.stagedColumns }
  var checks: [RowCheck] {
    [
      RowChecks.notZero("amount"),
      RowChecks.oneOf(["county_code", "project_no", "household_no"]),
      RowChecks.needs("project_no", where: "household_no"),
    ]
  }

  private let movements = MovementRules(.allocations)

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try movements.judge(
      work, references: [.region("county_code"), .project, .household()])
    // A higher rung that is named beside the lowest must be the one the money comes through.
    try work.faults(
      "county_code",
      """
      SELECT s.line, record.county_code
      FROM temp.staged AS s
      JOIN project_record AS record ON record.project_id = s.project_id AND record.withdrawn IS NULL
      WHERE s.county_code <> record.county_code AND s.withdraws = 0 AND s.rejected <> 2
      """
    ) { .projectCounty($0.int64(1)) }
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) { try movements.apply(work) }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try movements.judgeApplied(work)
  }
}
