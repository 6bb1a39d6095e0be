import Domain
import SQLite

// What else the pages of a closed month print: money on the rungs, counts of exceptions, who sent which sheets.

extension Register {
  func storeRungs(
    _ month: YearMonth, _ known: Known, by entry: Int64
  ) throws(SQLiteFailure) {
    let statement = try connection.prepare(
      """
      INSERT INTO closed_rung (year, month, rung, fund, source, county_code, in_fen, out_fen,
        held_fen, held_over_90_fen, held_over_365_fen, entered)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for row in try monthRungs(month, known) {
      statement.bind(value: .text(row.fund), at: 4)
      let numbers: [(place: Int32, value: Int64)] = [
        (1, Int64(month.year)), (2, Int64(month.month)), (3, Int64(row.rung.rawValue)),
        (5, Int64(row.source.rawValue)), (6, row.county?.value ?? 0), (7, row.inFen),
        (8, row.outFen), (9, row.heldFen), (10, row.heldOver90Fen), (11, row.heldOver365Fen),
        (12, entry),
      ]
      for (place, value) in numbers { statement.bind(value, at: place) }
      _ = try statement.step()
      statement.reset()
    }
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
