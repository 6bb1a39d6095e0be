import SQLite

/// One table's rows in the order of households, read beside others like a zip.
final class HouseholdStream {
  private let statement: Statement
  private var current: Int64?
  private var isStarted = false

  /// - Parameter sql: gives the household's id in its first column, rising.
  init(_ sql: String, on connection: borrowing Connection, _ bindings: [(String, Int64)])
    throws(SQLiteFailure)
  {
    statement = try connection.prepare(sql)
    for (name, value) in bindings {
      statement.bind(value, at: statement.parameterIndex(named: name))
    }
  }

  /// The next household, nil at the end. For the stream that leads the others.
  func nextHousehold() throws(SQLiteFailure) -> Int64? {
    try advance()
    return current
  }

  /// Lends each row of `household` to `body`; rows of households before it are passed over.
  func rows(
    of household: Int64, _ body: (borrowing Statement) -> Void
  ) throws(SQLiteFailure) {
    if !isStarted { try advance() }
    while let found = current, found <= household {
      if found == household { body(statement) }
      try advance()
    }
  }

  /// Reads the row that the stream is at.
  func read<Answer>(_ body: (borrowing Statement) -> Answer) -> Answer { body(statement) }

  private func advance() throws(SQLiteFailure) {
    isStarted = true
    current = try statement.step() ? statement.int64(0) : nil
  }
}
