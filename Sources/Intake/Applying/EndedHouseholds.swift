import SQLite

/// What begins with a household on or after the day on which it ended. Most of it is taken, since the end may
/// be what is wrong, and is reported; somebody who joins then would be its head, and is at fault.
///
/// Asked of the facts that the file made: what stood already stands. A period that merely reaches beyond the
/// end is left as it is written; nothing counts of it from that day on.
struct EndedHouseholds: Sendable {
  /// The sheet's column to blame.
  let column: String
  /// The fact's first day, as SQL over `f`.
  let day: String

  /// The first day of a fact's year, as SQL over `f`.
  static let firstDayOfYear = "unixepoch(f.year || '-01-01') / 86400"

  init(_ column: String, day: String? = nil) {
    self.column = column
    self.day = day ?? "f.\(column)"
  }

  func warn(_ work: ImportWork, _ table: String) throws(SQLiteFailure) {
    for begun in try find(work, table) {
      work.warnApplied(
        Fault(
          line: begun.line, column: column, value: try work.written(column, line: begun.line),
          .notice(.begunAfterEnd(endedOn: begun.endedOn))))
    }
  }

  func judge(_ work: ImportWork, _ table: String) throws(SQLiteFailure) {
    for begun in try find(work, table) {
      work.add(
        Fault(
          line: begun.line, column: column, value: try work.written(column, line: begun.line),
          .afterEnd(endedOn: begun.endedOn)))
    }
  }

  private func find(
    _ work: ImportWork, _ table: String
  ) throws(SQLiteFailure) -> [(line: Int, endedOn: Int32)] {
    guard let landing = work.landings[table] else { return [] }
    let last = try work.register.connection.first("SELECT ifnull(max(id), 0) FROM \(table)") {
      $0.int64(0)
    }
    // Of a province thousands of households have ended: each is looked at only where there are more facts.
    let isFew = (last ?? 0) - landing.firstID < BulkLoading.rows
    let ended = "household_end AS ended"
    let facts = "\(table) AS f"
    var found: [(fact: Int64, endedOn: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT f.id, ended.ended_on
      FROM \(isFew ? facts : ended) CROSS JOIN \(isFew ? ended : facts)
        ON f.household_id = ended.household_id
      WHERE f.withdrawn IS NULL AND ended.withdrawn IS NULL AND f.id >= :first
        AND \(day) >= ended.ended_on
      ORDER BY f.id
      """, ["first": .integer(landing.firstID)]
    ) { found.append(($0.int64(0), $0.int32(1))) }
    var begun: [(line: Int, endedOn: Int32)] = []
    for (fact, endedOn) in found {
      if let line = try work.line(ofFact: fact, in: table) { begun.append((line, endedOn)) }
    }
    return begun
  }
}
