import Domain
import SQLite

extension Register {
  /// The households that an officer worked on last, the latest first: those of his own commands, and those of
  /// the visits that he logged as an official. A sheet, or an act on a whole village, is not work on one.
  package func recentHouseholds(
    of officer: String, limit: Int
  ) throws(SQLiteFailure) -> [Int64] {
    var latest: [Int64: Int64] = [:]
    func note(_ household: Int64, _ entry: Int64) {
      latest[household] = max(latest[household] ?? 0, entry)
    }
    let progress = ("progress", "SELECT fact.household_id FROM progress AS fact")
    let queries = Register.householdsOfTable + [progress]
    for part in try partsOfCommands(by: officer) {
      guard let (_, query) = queries.first(where: { $0.0 == part.table }) else { continue }
      try connection.rows(
        "\(query) WHERE fact.id BETWEEN :first AND :last",
        ["first": .integer(part.first), "last": .integer(part.last)]
      ) { if let household = $0.optionalInt64(0) { note(household, part.entry) } }
    }
    if let official = try onlyOfficial(called: officer) {
      try connection.rows(
        """
        SELECT household_id, entered FROM progress
        WHERE staff_id = :staff AND withdrawn IS NULL AND household_id IS NOT NULL
        ORDER BY logged_on DESC, id DESC LIMIT :limit
        """, ["staff": .integer(official.identity), "limit": Value(limit)]
      ) { note($0.int64(0), $0.int64(1)) }
    }
    return latest.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(limit).map(\.key)
  }

  /// What the officer's last hundred commands added, as far as the last two thousand entries hold them.
  private func partsOfCommands(
    by officer: String
  ) throws(SQLiteFailure) -> [(entry: Int64, table: String, first: Int64, last: Int64)] {
    var parts: [(entry: Int64, table: String, first: Int64, last: Int64)] = []
    try connection.rows(
      """
      SELECT entry, name, first_id, last_id FROM (
        SELECT id FROM (SELECT id, officer, source_name FROM entry ORDER BY id DESC LIMIT 2000)
        WHERE officer = :officer AND source_name IS NULL ORDER BY id DESC LIMIT 100) AS recent
      JOIN entry_part ON entry = recent.id AND last_id - first_id < 20
      JOIN fact_table ON fact_table.id = fact_table
      """, ["officer": .text(officer)]
    ) { parts.append(($0.int64(0), $0.text(1), $0.int64(2), $0.int64(3))) }
    return parts
  }
}
