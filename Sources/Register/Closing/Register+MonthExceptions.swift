import Domain
import SQLite

extension Register {
  /// How many exceptions of each kind there are by county on a month's last day, and how many findings past
  /// their day, as known now; by kind in the order of reports, then by county.
  func monthExceptions(
    _ month: YearMonth, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [MonthException] {
    let day = month.lastDay.dayNumber
    var counts: [String: [Int64: Int64]] = [:]
    func count(_ cases: Int64, of kind: String, at village: RegionCode?) {
      let county = village.flatMap { tree.place($0, at: .county) }?.value ?? 0
      counts[kind, default: [:]][county, default: 0] += cases
    }
    for (kind, places) in try exceptionCounts(on: day, tree) {
      for (village, cases) in places { count(cases, of: kind.rawValue, at: RegionCode(village)) }
    }
    for finding in try findingsDue(day, lastKnown()) {
      count(1, of: MonthException.overdueFinding, at: finding.household?.village)
    }
    return MonthException.kinds.flatMap { kind in
      (counts[kind] ?? [:]).sorted { $0.key < $1.key }.map { county, cases in
        MonthException(kind: kind, county: RegionCode(county), cases: cases)
      }
    }
  }

  func closedExceptions(_ month: YearMonth) throws(SQLiteFailure) -> [MonthException] {
    var rows: [MonthException] = []
    try connection.rows(
      """
      SELECT kind, county_code, cases FROM closed_exception
      WHERE year = :year AND month = :month ORDER BY county_code
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { row in
      rows.append(
        MonthException(
          kind: row.text(0), county: RegionCode(row.int64(1)), cases: row.int64(2)))
    }
    // Kinds that a later program no longer knows come last.
    let order =
      MonthException.kinds + Set(rows.map(\.kind)).subtracting(MonthException.kinds).sorted()
    return order.flatMap { kind in rows.filter { $0.kind == kind } }
  }
}

extension MonthException {
  /// In the order in which they are told.
  fileprivate static let kinds =
    RegisterException.Kind.allCases.map(\.rawValue) + [overdueFinding]
}
