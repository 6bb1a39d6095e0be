import Domain
import SQLite

extension Register {
  /// Fills `temp.home` with the households that stand on a day: `household_id`, the village they live in, and
  /// their class then, NULL where they have none.
  ///
  /// Several questions about a day ask it. Read by one after the other each would work it out again.
  ///
  /// - Parameter kinds: of the kinds of exceptions whose candidates are asked about, within `askingExceptions`; nil
  ///   for all households.
  func gatherHomes(
    on day: DayNumber, ofCandidates kinds: [RegisterException.Kind]? = nil
  ) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS home (
        household_id INTEGER PRIMARY KEY, village_code INTEGER NOT NULL, class INTEGER);
      DELETE FROM temp.home;
      """)
    let households =
      if let kinds {
        "exception_candidate WHERE kind IN (\(Register.names(of: kinds.filter(\.asksHomes))))"
      } else {
        "residence WHERE withdrawn IS NULL"
      }
    func last(_ column: String, _ table: String) -> String {
      """
      (SELECT \(column) FROM \(table) AS dated
        WHERE dated.household_id = asked.household_id AND dated.withdrawn IS NULL
          AND dated.since <= :day
        ORDER BY dated.since DESC LIMIT 1)
      """
    }
    // Who has no home yet is ignored: the table takes no NULL for a village.
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.home (household_id, village_code, class)
      SELECT asked.household_id, \(last("village_code", "residence")),
        \(last("class", "household_class"))
      FROM (SELECT DISTINCT household_id FROM \(households)) AS asked
      WHERE \(ExceptionQuery.stands("asked.household_id"))
      """, ["day": Value(day)])
  }

  private static func names(of kinds: [RegisterException.Kind]) -> String {
    kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }
}

extension RegisterException.Kind {
  /// Whether its query asks `temp.home`.
  var asksHomes: Bool {
    switch self {
    case .listedWithoutClass, .classWithoutListing, .listedOtherName, .aboveLine: true
    default: false
    }
  }
}
