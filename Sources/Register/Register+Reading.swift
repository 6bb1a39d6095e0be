import SQLite

// A question is many statements, and others write between them. Asked inside `reading` they all see the
// register as it was at the first of them.

extension Register {
  /// Asks everything in `body` of one state of the register.
  ///
  /// Inside another reading, or inside a write, the state is that one's.
  package func reading<Answer, Fault: Error>(
    wrapping: (SQLiteFailure) -> Fault, _ body: () throws(Fault) -> Answer
  ) throws(Fault) -> Answer {
    if connection.isInTransaction { return try body() }
    let answer = try connection.transaction(.deferred, wrapping: wrapping, body)
    do throws(SQLiteFailure) { try holdUnchanged() } catch { throw wrapping(error) }
    return answer
  }

  package func reading<Answer>(
    _ body: () throws(SQLiteFailure) -> Answer
  ) throws(SQLiteFailure) -> Answer {
    try reading(wrapping: { $0 }, body)
  }
}
