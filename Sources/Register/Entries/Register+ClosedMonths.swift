import Domain
import SQLite

extension Register {
  /// The closed months that the open entry touches, rising: that of the day of the act, and those of which a
  /// figure changes.
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
    var moved: Set<YearMonth> = []
    for year in Set(closed.map(\.year)) {
      let figures = try sumFigures(year, Known(entry: changes.entry), .touched)
        .subtracting(try sumFigures(year, Known(entry: changes.entry - 1), .touched)).byMonth()
      moved.formUnion(
        closed.filter { $0.year == year && !figures[$0.month - 1].isZero })
    }
    return moved
  }
}
