import Domain
import SQLite

/// How many cases of one kind there are in one county.
package struct ExceptionCount: Sendable, Equatable {
  package let kind: RegisterException.Kind
  /// Nil where the case is no county's.
  package let county: RegionCode?
  package let cases: Int64
}

extension Register {
  /// The exceptions on a day, counted by kind and county, in that order.
  package func exceptionCounts(
    on day: DayNumber, in region: RegionCode?
  ) throws(SQLiteFailure) -> [ExceptionCount] {
    let tree = try regionsKnown(Known(entry: try nextEntryNumber() - 1), on: day)
    var counts: [RegisterException.Kind: [RegionCode?: Int64]] = [:]
    for exception in try exceptions(on: day, in: region) {
      let county = exception.village.flatMap { tree.place($0, at: .county) }
      counts[exception.kind, default: [:]][county, default: 0] += 1
    }
    return RegisterException.Kind.allCases.flatMap { kind in
      (counts[kind] ?? [:]).sorted { ($0.key?.value ?? 0) < ($1.key?.value ?? 0) }
        .map { ExceptionCount(kind: kind, county: $0.key, cases: $0.value) }
    }
  }

  /// How many findings of inspections were past their day and not settled.
  package func overdueFindings(
    on day: DayNumber, in region: RegionCode?
  ) throws(SQLiteFailure) -> Int64 {
    let tree = try regionsKnown(Known(entry: try nextEntryNumber() - 1), on: day)
    var count: Int64 = 0
    try connection.rows(
      """
      SELECT (
          SELECT village_code FROM residence AS place
          WHERE place.household_id = finding.household_id AND place.withdrawn IS NULL
          ORDER BY place.since > :day, abs(place.since - :day) LIMIT 1)
      FROM finding
      WHERE withdrawn IS NULL AND found_on <= :day AND due_on < :day
        AND (settled_on IS NULL OR settled_on > :day)
      """, ["day": Value(day)]
    ) { row in
      let village = row.optionalInt64(0).flatMap { RegionCode($0) }
      guard let region, region.level > .province else {
        count += 1
        return
      }
      if village.map({ tree.contains(region, $0) }) ?? false { count += 1 }
    }
    return count
  }
}
