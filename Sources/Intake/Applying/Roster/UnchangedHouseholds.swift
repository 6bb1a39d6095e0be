import Domain
import SQLite

/// The households of a roster of which the rows say what stands, of everybody who is a member. Their rows count
/// as unchanged; they are in `temp.unchanged_household` and not in `temp.staged`.
struct UnchangedHouseholds {
  /// How many rows they have, by the village in which they live.
  private(set) var rows: [Int64: Int] = [:]
  /// The counties of the villages whose codes the rows give.
  private(set) var namedCounties: Set<Int64> = []
  /// The state of the register in which they stand so; nil where none were looked for.
  private var state: Int64?

  init() {}

  init(on connection: borrowing Connection) throws(SQLiteFailure) {
    state = try UnchangedHouseholds.state(of: connection)
  }

  /// Makes the table of the households, empty.
  static func makeTable(on connection: borrowing Connection) throws(SQLiteFailure) {
    try connection.execute(
      """
      DROP TABLE IF EXISTS temp.unchanged_household;
      CREATE TEMP TABLE unchanged_household (
        household_id INTEGER PRIMARY KEY, village_code INTEGER NOT NULL)
      """)
  }

  mutating func add(rows count: Int, in village: Int64, isNamed: Bool) {
    rows[village, default: 0] += count
    if isNamed { namedCounties.insert(village / 1_000_000) }
  }

  /// Whether another connection has changed the register since they were found unchanged.
  func areOvertaken(on connection: borrowing Connection) throws(SQLiteFailure) -> Bool {
    guard let state else { return false }
    return try UnchangedHouseholds.state(of: connection) != state
  }

  private static func state(of connection: borrowing Connection) throws(SQLiteFailure) -> Int64? {
    try connection.first("PRAGMA data_version") { $0.int64(0) }
  }
}
