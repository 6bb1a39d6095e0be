import Domain
import SQLite

// The hash of a closed month: over its rows in all the tables of closes, table by table and in the order of
// their keys, each row's columns that are not NULL behind their numbers. It says that what is printed is what
// was closed, without the chain.

extension Register {
  /// The tables of a close beside `month_close`, and the columns that order their rows.
  private static let closedTables: [(name: String, order: String)] = [
    ("closed_figure", "of_month, grouping, code, class"), ("closed_place", "code"),
    ("closed_target", "region_code"), ("closed_rung", "rung, fund, source, county_code"),
    ("closed_exception", "kind, county_code"), ("closed_submission", "county_code, sheet"),
  ]

  /// The hash of what is stored of a month.
  func closedHash(_ month: YearMonth) throws(SQLiteFailure) -> SHA256Digest {
    let tables = try factTables()
    var whole = SHA256()
    for closed in Register.closedTables {
      guard let table = tables.first(where: { $0.name == closed.name }) else { continue }
      var count: Int64 = 0
      var bytes = ChainBytes()
      let columns = table.facts.enumerated().map {
        NumberedColumn(place: $0, number: $1.number)
      }
      var values = [LentColumn](repeating: .null, count: columns.count)
      try connection.rows(
        """
        SELECT \(table.factColumns.joined(separator: ", ")) FROM \(closed.name)
        WHERE year = :year AND month = :month ORDER BY \(closed.order)
        """, ["year": Value(month.year), "month": Value(month.month)]
      ) { row in
        bytes.removeAll()
        for column in columns.indices { values[column] = row.lent(Int32(column)) }
        values.withUnsafeBufferPointer { bytes.append(columns, of: $0) }
        bytes.hash(into: &whole)
        count += 1
      }
      bytes.removeAll()
      bytes.append(table.number)
      bytes.append(count)
      bytes.hash(into: &whole)
    }
    return whole.finalize()
  }

  /// Closed months whose rows are not what was closed, and months closed without the one before.
  func checkCloses(_ report: inout CheckReport) throws(SQLiteFailure) {
    var closes: [(month: YearMonth, hash: SHA256Digest?, known: Int64, entered: Int64)] = []
    try connection.rows(
      """
      SELECT year, month, figures_hash, known_entry, entered FROM month_close
      ORDER BY year, month
      """
    ) { row in
      guard let month = YearMonth(year: row.int(0), month: row.int(1)) else { return }
      closes.append(
        (month, SHA256Digest(bytes: row.bytes(2)), row.int64(3), row.int64(4)))
    }
    var next = YearMonth(year: year, month: 1)
    for close in closes {
      if close.month != next || close.known != close.entered - 1 {
        report.findings.append(.closeOrder(month: close.month))
      }
      next = close.month.adding(months: 1)
      if try closedHash(close.month) != close.hash {
        report.findings.append(.closedFigures(month: close.month))
      }
    }
  }
}
