import Domain
import SQLite

extension Register {
  /// Fills `temp.home` with the households that stand on a day: `household_id`, the village they live in, and
  /// their class then, NULL where they have none.
  ///
  /// Several questions about a day ask it. Read by one after the other each would work it out again.
  ///
  /// - Parameter among: a query of the households that are asked about; nil for all.
  func gatherHomes(
    on day: DayNumber, among: String? = nil
  ) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS home (
        household_id INTEGER PRIMARY KEY, village_code INTEGER NOT NULL, class INTEGER);
      DELETE FROM temp.home;
      """)
    // In the order of the index: the last row of a household stands.
    try connection.run(
      """
      INSERT OR REPLACE INTO temp.home (household_id, village_code)
      SELECT household_id, village_code FROM residence
      WHERE withdrawn IS NULL AND since <= :day AND NOT EXISTS (
        SELECT 1 FROM household_end AS ended
        WHERE ended.household_id = residence.household_id AND ended.withdrawn IS NULL
          AND ended.ended_on <= :day)
        \(among.map { "AND household_id IN (\($0))" } ?? "")
      ORDER BY household_id, since
      """, ["day": Value(day)])
    try connection.run(
      """
      UPDATE temp.home SET class = (
        SELECT class FROM household_class AS standing
        WHERE standing.household_id = home.household_id AND standing.withdrawn IS NULL
          AND standing.since <= :day
        ORDER BY standing.since DESC LIMIT 1)
      """, ["day": Value(day)])
  }
}
