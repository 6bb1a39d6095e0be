import SQLite

/// Rows of one household that say the same of a person without an ID. They may be twins of one name or one
/// row pasted twice: people without an ID are never taken for each other, so both are members, and it is told.
enum RosterAlikes {
  /// A file may repeat every row.
  private static let mostTold = 1_000

  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    var told: [(line: Int, firstLine: Int)] = []
    try work.register.connection.rows(
      """
      SELECT line, first_line FROM (
        SELECT row, line, min(line) OVER (PARTITION BY \(said)) AS first_line
        FROM temp.staged
        WHERE resident_key IS NULL AND name IS NOT NULL AND household_no IS NOT NULL
          AND withdraws = 0 AND rejected = 0)
      WHERE line > first_line ORDER BY row LIMIT \(mostTold)
      """
    ) { told.append(($0.int(0), $0.int(1))) }
    for pair in told {
      work.warn(
        Fault(
          line: pair.line, column: "name", value: try work.written("name", line: pair.line),
          .notice(.personAlike(firstLine: pair.firstLine))))
    }
  }

  /// The household and all that a row says of the person.
  private static let said: String = {
    let ofHousehold = Set(RosterHouseholds.columns + ["township", "village", "withdraw"])
    return Sheet.roster.columns.filter { !ofHousehold.contains($0.name) }
      .map(StagedColumns.name(of:)).joined(separator: ", ")
  }()
}
