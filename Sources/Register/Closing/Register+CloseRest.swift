import Domain
import SQLite

// What else the pages of a closed month print: money on the rungs, counts of exceptions, who sent which sheets.

extension Register {
  func storeRungs(
    _ month: YearMonth, _ known: Known, by entry: Int64
  ) throws(SQLiteFailure) {
    try connection.run(
      """
      INSERT INTO closed_rung (year, month, rung, fund, source, county_code, in_fen, out_fen,
        held_fen, held_over_90_fen, held_over_365_fen, entered)
      SELECT :year, :month, rung, fund, source, county, in_fen, out_fen, held_fen, over_90_fen,
        over_365_fen, :entry
      FROM (\(MonthRung.sql))
      """,
      [
        "year": Value(month.year), "month": Value(month.month), "entry": .integer(entry),
        "first": Value(month.firstDayOfYear), "day": Value(month.lastDay.dayNumber),
        "known": .integer(known.entry),
      ])
  }

  func storeExceptions(
    _ month: YearMonth, _ tree: RegionTree, by entry: Int64
  ) throws(SQLiteFailure) {
    let statement = try connection.prepare(
      """
      INSERT INTO closed_exception (year, month, kind, county_code, cases, entered)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    for row in try monthExceptions(month, tree) {
      statement.bind(Int64(month.year), at: 1)
      statement.bind(Int64(month.month), at: 2)
      statement.bind(value: .text(row.kind), at: 3)
      statement.bind(row.county?.value ?? 0, at: 4)
      statement.bind(row.cases, at: 5)
      statement.bind(entry, at: 6)
      _ = try statement.step()
      statement.reset()
    }
  }

  func storeSubmissions(
    _ month: YearMonth, _ known: Known, by entry: Int64
  ) throws(SQLiteFailure) {
    let statement = try connection.prepare(
      """
      INSERT INTO closed_submission (year, month, county_code, sheet, entries, is_late,
        rejected_rows, entered)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for row in MonthSubmission.byCounty(
      try submissions(for: month, known), dueOn: try reportDue(for: month, known))
    {
      statement.bind(Int64(month.year), at: 1)
      statement.bind(Int64(month.month), at: 2)
      statement.bind(row.county.value, at: 3)
      statement.bind(value: .text(row.sheet), at: 4)
      statement.bind(row.entries, at: 5)
      statement.bind(row.isLate ? 1 : 0, at: 6)
      statement.bind(row.rejectedRows, at: 7)
      statement.bind(entry, at: 8)
      _ = try statement.step()
      statement.reset()
    }
  }
}
