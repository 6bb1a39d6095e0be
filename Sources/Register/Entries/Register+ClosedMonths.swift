import Domain
import SQLite

extension Register {
  /// The closed months that the open entry touches, rising: that of the day of the act, and those of which a
  /// figure changes, of whatever place or class.
  ///
  /// - Parameter day: of the act; nil where it has none.
  package func closedMonths(
    touchedBy entry: borrowing OpenEntry, on day: CalendarDate?
  ) throws(RegisterFault) -> [YearMonth] {
    do throws(SQLiteFailure) {
      let closed = try closedMonths()
      guard !closed.isEmpty else { return [] }
      let changes = try changes(of: entry)
      guard !changes.isEmpty else { return [] }
      var touched = try monthsMoved(by: changes, among: closed)
      if let day { touched.insert(YearMonth(containing: day)) }
      return closed.filter(touched.contains)
    } catch { throw .database(error) }
  }

  /// The months that are closed, rising.
  package func closedMonths() throws(SQLiteFailure) -> [YearMonth] {
    var months: [YearMonth] = []
    try connection.rows("SELECT year, month FROM month_close ORDER BY year, month", [:]) { row in
      if let month = YearMonth(year: row.int(0), month: row.int(1)) { months.append(month) }
    }
    return months
  }

  private func monthsMoved(
    by changes: EntryChanges, among closed: [YearMonth]
  ) throws(SQLiteFailure) -> Set<YearMonth> {
    try gatherTouched(changes)
    guard try connection.first("SELECT 1 FROM temp.touched LIMIT 1", [:], { _ in true }) == true
    else { return [] }
    var touched: Set<YearMonth> = []
    for year in Set(closed.map(\.year)) {
      let moved = try figuresMoved(by: changes.entry, in: year)
      touched.formUnion(closed.filter { $0.year == year && moved.isMoved(inMonth: $0.month) })
    }
    return touched
  }
}
