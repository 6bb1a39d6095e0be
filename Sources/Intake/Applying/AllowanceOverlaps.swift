import SQLite

/// Periods of one person on civil affairs' list that overlap: two counties list him, or an old period was never
/// ended. The list is civil affairs' own, so both are taken and warned of.
enum AllowanceOverlaps {
  /// Asked of the facts that the file made, each once.
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    let table = "dibao_listing"
    guard let landing = work.landings[table] else { return }
    var found: [(fact: Int64, other: Int64, since: Int32, until: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT f.id, other.id, other.since, other.until
      FROM dibao_listing AS f
      CROSS JOIN dibao_listing AS other ON other.resident_key = f.resident_key
        AND other.withdrawn IS NULL AND other.id <> f.id
      WHERE f.id >= :first AND f.withdrawn IS NULL
        AND f.since < other.until AND other.since < f.until
        AND (other.id < f.id OR other.id < :first)
      GROUP BY f.id
      """, ["first": .integer(landing.firstID)]
    ) { found.append(($0.int64(0), $0.int64(1), $0.int32(2), $0.int32(3))) }
    for overlap in found {
      guard let line = try work.line(ofFact: overlap.fact, in: table) else { continue }
      work.warnApplied(
        Fault(
          line: line, column: "from", value: try work.written("from", line: line),
          .notice(
            .allowanceOverlaps(
              line: try work.line(ofFact: overlap.other, in: table), since: overlap.since,
              until: overlap.until))))
    }
  }
}
