import Register
import SQLite

/// A village that a row uses before the village was one. It is taken, since the day or the village's own record
/// may be what is wrong, and warned of.
enum VillageValidity {
  /// By sheet: the column of the day on which a row uses the village of its `village_code`.
  private static let days = [
    "roster": "enrolled_on", "household_events": "on", "projects": "proposed_on",
    "disclosures": "posted_on",
  ]

  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    guard let day = days[work.sheet.name], work.holds("village_code"),
      work.holds(day)
    else { return }
    var found: [(line: Int, since: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, village.since
      FROM (
        SELECT code, min(valid_from) AS since FROM region
        WHERE withdrawn IS NULL AND code > 999999999 AND valid_from > \(beginning)
        GROUP BY code) AS village
      CROSS JOIN temp.staged AS s ON s.village_code = village.code
      WHERE s.withdraws = 0 AND s."\(day)" < village.since AND NOT EXISTS (
        SELECT 1 FROM region
        WHERE region.code = village.code AND withdrawn IS NULL AND valid_from <= s."\(day)")
      ORDER BY s.row
      """
    ) { found.append(($0.int(0), $0.int32(1))) }
    for (line, since) in found {
      work.warn(
        Fault(
          line: line, column: "village_code", value: try work.written("village_code", line: line),
          .notice(.villageNotYet(since: since))))
    }
  }
}
