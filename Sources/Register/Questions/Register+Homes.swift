import Domain
import SQLite

extension Register {
  /// Fills `temp.home` with the households that stand on a day: the village they live in, and their class then,
  /// NULL where they have none.
  ///
  /// Several questions about a day ask it. Read by one after the other each would work it out again.
  func gatherHomes(on day: DayNumber) throws(SQLiteFailure) {
    try gatherHomes(
      of: "SELECT DISTINCT household_id, :day AS day FROM residence WHERE withdrawn IS NULL",
      ["day": Value(day)])
  }

  /// The same of the households, each on its days, that `temp.exception_asked` has of some kinds.
  func gatherHomes(ofAsked kinds: [RegisterException.Kind]) throws(SQLiteFailure) {
    try gatherHomes(
      of: """
        SELECT DISTINCT household_id, day FROM temp.exception_asked
        WHERE kind IN (\(RegisterException.Kind.numbers(of: kinds.filter(\.asksHomes))))
        """)
  }

  /// - Parameter asked: gives `household_id` and `day`.
  private func gatherHomes(
    of asked: String, _ bindings: Bindings = [:]
  ) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS home (
        household_id INTEGER, day INTEGER, village_code INTEGER NOT NULL, class INTEGER,
        PRIMARY KEY (household_id, day)) WITHOUT ROWID;
      DELETE FROM temp.home;
      """)
    func last(_ column: String, _ table: String) -> String {
      """
      (SELECT \(column) FROM \(table) AS dated
        WHERE dated.household_id = asked.household_id AND dated.withdrawn IS NULL
          AND dated.since <= asked.day
        ORDER BY dated.since DESC LIMIT 1)
      """
    }
    // Who has no home yet is ignored: the table takes no NULL for a village.
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.home (household_id, day, village_code, class)
      SELECT asked.household_id, asked.day, \(last("village_code", "residence")),
        \(last("class", "household_class"))
      FROM (\(asked)) AS asked
      WHERE \(ExceptionQuery.stands("asked.household_id", on: "asked.day"))
      """, bindings)
  }
}

extension RegisterException.Kind {
  /// As a list in SQL.
  static func numbers(of kinds: [Self]) -> String {
    kinds.map { String($0.number) }.joined(separator: ", ")
  }

  /// Whether its query asks `temp.home`.
  var asksHomes: Bool {
    switch self {
    case .listedWithoutClass, .classWithoutListing, .listedOtherName, .aboveLine: true
    default: false
    }
  }
}
