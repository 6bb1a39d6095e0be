import SQLite

/// Reads the standing rows of a table household by household, in the order of the households' ids.
///
/// Who asks for one household after the other reads on; another order, and a wider gap, is looked up.
final class HouseholdCursor {
  private let statement: Statement
  /// The household that was asked for last; the greatest number before the first.
  private var asked = Int64.max
  /// That of the row at hand; the greatest number at the end.
  private var household = Int64.max

  /// As many rows as are read in the time of a look-up.
  private static let mostSteps = 32

  /// - Parameter sql: gives rows that begin with the household's id, rising, from a household that is bound.
  init(_ sql: String, on connection: borrowing Connection) throws(SQLiteFailure) {
    statement = try connection.prepare(sql)
  }

  /// The standing rows of a table that has an index by household.
  ///
  /// - Parameters:
  ///   - columns: those behind the household's id.
  ///   - order: of the rows of a household, by columns of the index.
  convenience init(
    _ table: String, _ columns: [String], by order: String, on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    try self.init(
      """
      SELECT household_id, \(columns.joined(separator: ", "))
      FROM \(table) INDEXED BY \(table)_household
      WHERE withdrawn IS NULL AND household_id >= ? ORDER BY household_id, \(order)
      """, on: connection)
  }

  /// Turns to a household's first row; false where it has none.
  func turn(to id: Int64) throws(SQLiteFailure) -> Bool {
    if id <= asked {
      try seek(id)
    } else {
      var steps = 0
      while household < id {
        if steps == HouseholdCursor.mostSteps {
          try seek(id)
        } else {
          steps += 1
          try step()
        }
      }
    }
    asked = id
    return household == id
  }

  /// Turns to the household's next row; false after the last.
  func next() throws(SQLiteFailure) -> Bool {
    try step()
    return household == asked
  }

  private func seek(_ id: Int64) throws(SQLiteFailure) {
    statement.reset()
    statement.bind(id, at: 1)
    try step()
  }

  private func step() throws(SQLiteFailure) {
    household = try statement.step() ? statement.int64(0) : .max
  }

  /// A column of the row at hand, valid until the next is turned to.
  func lent(_ column: Int32) -> LentColumn { statement.lent(column) }

  func int64(_ column: Int32) -> Int64 { statement.int64(column) }
}
