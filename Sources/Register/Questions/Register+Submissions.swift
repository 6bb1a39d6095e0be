import Domain
import SQLite

// Who sent which sheets for a month. A sheet sent is an entry of `import`; what was refused, and what changed
// nothing, made no entry and leaves no trace.

/// A sheet that a county sent for a month.
package struct SubmittedSheet: Sendable, Equatable {
  package let county: RegionCode
  /// As its header names it: roster, payments.
  package let sheet: String
  package let entry: Int64
  /// The day in Asia/Shanghai.
  package let sentOn: DayNumber
  package let officer: String
  package let file: String?
  /// Records of the file that are the county's.
  package let rows: Int64
  /// Of these, left out under --accept-valid.
  package let rejectedRows: Int64
}

extension Register {
  /// The sheets sent for a month as known at an entry, by county, sheet and entry; entries undone by then
  /// left out. Where an entry does not say its month, it is the one before its moment.
  package func submissions(
    for month: YearMonth, _ known: Known
  ) throws(SQLiteFailure) -> [SubmittedSheet] {
    var sheets: [SubmittedSheet] = []
    try connection.rows(
      """
      SELECT part.county_code, substr(entry.command, 8), entry.id,
        CAST(strftime('%J', date(entry.made_at, '+8 hours')) - 2440587.5 AS INTEGER),
        entry.officer, entry.source_name, part.source_rows, part.rejected_rows
      FROM entry JOIN entry_county AS part ON part.entered = entry.id
      WHERE entry.id <= :known AND entry.command LIKE 'import %'
        AND ifnull(entry.report_month, CAST(
          strftime('%Y%m', entry.made_at, '+8 hours', 'start of month', '-1 month') AS INTEGER))
          = :month
        AND NOT EXISTS (
          SELECT 1 FROM entry AS undo WHERE undo.undoes = entry.id AND undo.id <= :known)
      ORDER BY part.county_code, 2, entry.id
      """,
      ["known": .integer(known.entry), "month": Value(month.year * 100 + month.month)]
    ) { row in
      guard let county = RegionCode(row.int64(0)) else { return }
      sheets.append(
        SubmittedSheet(
          county: county, sheet: row.text(1), entry: row.int64(2), sentOn: row.int32(3),
          officer: row.text(4), file: row.optionalText(5), rows: row.int64(6),
          rejectedRows: row.int64(7)))
    }
    return sheets
  }

  /// The day by which a county's sheets for a month were due, in the month after it; nil where the programme
  /// year sets none.
  package func reportDue(
    for month: YearMonth, _ known: Known
  ) throws(SQLiteFailure) -> CalendarDate? {
    let day = try connection.first(
      Known.query("report_due_day", from: "programme_year", where: "year = :year"),
      ["known": .integer(known.entry), "year": Value(month.year)]
    ) { $0.optionalInt(0) }
    guard let day = day ?? nil, let next = month.adding(months: 1) else { return nil }
    return min(next.firstDay.adding(days: day - 1), next.lastDay)
  }

  /// What a closed month keeps of the sheets sent for it.
  func closedSubmissions(_ month: YearMonth) throws(SQLiteFailure) -> [MonthSubmission] {
    var sheets: [MonthSubmission] = []
    try connection.rows(
      """
      SELECT county_code, sheet, entries, is_late, rejected_rows FROM closed_submission
      WHERE year = :year AND month = :month ORDER BY county_code, sheet
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { row in
      guard let county = RegionCode(row.int64(0)) else { return }
      sheets.append(
        MonthSubmission(
          county: county, sheet: row.text(1), entries: row.int64(2), isLate: row.int(3) == 1,
          rejectedRows: row.int64(4)))
    }
    return sheets
  }
}
