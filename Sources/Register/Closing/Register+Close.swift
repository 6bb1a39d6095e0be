import Domain
import SQLite

// Closing a month: the act that fixes its report. Everything that the month's pages print is stored as it is
// known at the entry before, so that no later entry, and no later program, changes a page. Rows of a close
// are never withdrawn, so a close cannot be undone.

/// The forms that the pages of closes have had, by the numbers that closes keep. Pages of a close are printed
/// in the form that it was made with: the next one is a new case here, and `ReportMonthlyCommand` prints each.
package enum ClosedRendering: Int64, Sendable {
  case first = 1

  package static let current = first
}

/// What a close made, or would make.
package struct CloseOutcome: Sendable {
  package let month: YearMonth
  /// The entry of the close; nil where it was a trial.
  package let entry: Int64?
  package let hash: SHA256Digest?
  /// All that the month's pages print, as it is closed.
  package let file: MonthFile
  /// Quotas that are not the sum of those inside them.
  package let quotaGaps: [QuotaGap]
}

/// Which close a month has.
package struct MonthClose: Sendable, Equatable {
  /// The last entry that the report knew.
  package let known: Known
  package let hash: SHA256Digest
  /// The entry that closed the month.
  package let entry: Int64
  /// The number of the form that its pages have. `ClosedRendering` has none of it where a later program made it.
  package let rendering: Int64
}

extension Register {
  /// Closes a month as known now.
  ///
  /// Throws `alreadyClosed`, `closeOutOfOrder`, `monthNotOver` or `unknownYear`.
  ///
  /// - Parameters:
  ///   - today: a month that is not over by then is refused.
  ///   - isTrial: make everything, then roll back.
  package func close(
    _ month: YearMonth, today: CalendarDate, reason: String?, by author: EntryAuthor,
    isTrial: Bool = false
  ) throws(RegisterFault) -> CloseOutcome {
    let header = EntryHeader(author: author, command: "close \(month)", reason: reason)
    let (entry, made) = try write(
      header, isTrial: isTrial, evenIfEmpty: true, wrapping: { $0 },
      judging: { () throws(RegisterFault) in try refuseClose(of: month, today: today) }
    ) { (entry: borrowing OpenEntry) throws(RegisterFault) in
      let number = entry.number
      try asking { () throws(SQLiteFailure) in try store(month, by: number) }
      let file = try monthFile(month, .closed)
      return (
        file: file,
        gaps: try asking { () throws(SQLiteFailure) in try quotaGaps(month, Known(entry: number)) }
      )
    }
    return CloseOutcome(
      month: month, entry: isTrial ? nil : entry, hash: isTrial ? nil : try lastEntry().hash,
      file: made.file,
      quotaGaps: made.gaps)
  }

  /// The month whose turn it is: January of the register's first year, then one after the other.
  package func nextToClose() throws(SQLiteFailure) -> YearMonth? {
    let last = try connection.first(
      "SELECT year, month FROM month_close ORDER BY year DESC, month DESC LIMIT 1"
    ) { YearMonth(year: $0.int(0), month: $0.int(1)) }
    guard let last else { return YearMonth(year: year, month: 1) }
    return last?.adding(months: 1)
  }

  private func refuseClose(
    of month: YearMonth, today: CalendarDate
  ) throws(RegisterFault) {
    let known = try asking { () throws(SQLiteFailure) in try lastKnown() }
    if let close = try asking({ () throws(SQLiteFailure) in try closeOf(month) }) {
      throw .alreadyClosed(month, by: close.entry)
    }
    let next = try asking { () throws(SQLiteFailure) in try nextToClose() }
    if let next, next != month { throw .closeOutOfOrder(month, next: next) }
    guard month.lastDay < today else { throw .monthNotOver(month, today: today) }
    try refuseUnknownYear(month.year, known)
  }

  /// The close of a month; nil where it is open.
  package func closeOf(_ month: YearMonth) throws(SQLiteFailure) -> MonthClose? {
    let found = try connection.first(
      """
      SELECT known_entry, entered, rendering FROM month_close
      WHERE year = :year AND month = :month
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { ($0.int64(0), $0.int64(1), $0.int64(2)) }
    guard let (known, entered, rendering) = found else { return nil }
    return MonthClose(
      known: Known(entry: known), hash: try entryHash(known), entry: entered, rendering: rendering)
  }

  /// The form in which a month's report is printed: as it was closed in that of the close, else in the current
  /// one. Throws `notClosed` or `newerForm`.
  package func rendering(
    of month: YearMonth, _ knowledge: Knowledge
  ) throws(RegisterFault) -> ClosedRendering {
    guard knowledge == .closed else { return .current }
    guard let close = try asking({ () throws(SQLiteFailure) in try closeOf(month) }) else {
      throw .notClosed(month)
    }
    guard let rendering = ClosedRendering(rawValue: close.rendering) else {
      throw .newerForm(month, found: close.rendering, known: ClosedRendering.current.rawValue)
    }
    return rendering
  }

  private func store(_ month: YearMonth, by entry: Int64) throws(SQLiteFailure) {
    let known = Known(entry: entry - 1)
    try settle(month.year, at: known)
    // The close touches no household, so that what is known before it is known with it.
    try settleExceptions()
    let tree = try regionsKnown(known, on: month.lastDay.dayNumber)
    try storeFigures(month, tree, by: entry)
    try storePlaces(month, tree, by: entry)
    try storeTargets(month, by: entry)
    try storeRungs(month, known, by: entry)
    try storeExceptions(month, tree, by: entry)
    try storeSubmissions(month, known, by: entry)
    try connection.run(
      """
      INSERT INTO month_close (year, month, known_entry, rendering, figures_hash, entered)
      VALUES (:year, :month, :known, :rendering, :hash, :entry)
      """,
      [
        "year": Value(month.year), "month": Value(month.month), "known": .integer(known.entry),
        "rendering": .integer(ClosedRendering.current.rawValue),
        "hash": .blob(try closedHash(month).bytes), "entry": .integer(entry),
      ])
  }
}
