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
    let answer: Answer
    do throws(Fault) {
      answer = try connection.transaction(.deferred, wrapping: wrapping, body)
    } catch {
      // Of pages that others wrote meanwhile any fault may be said, damage too.
      try holdUnchanged(wrapping: wrapping)
      throw error
    }
    try holdUnchanged(wrapping: wrapping)
    return answer
  }

  /// Throws where a register that is read as one that nobody changes has changed all the same.
  func holdUnchanged<Fault: Error>(
    wrapping: (SQLiteFailure) -> Fault
  ) throws(Fault) {
    guard let unchanging, Companions(of: unchanging.path) != unchanging.companions else { return }
    throw wrapping(.changedWhileRead)
  }

  package func reading<Answer>(
    _ body: () throws(SQLiteFailure) -> Answer
  ) throws(SQLiteFailure) -> Answer {
    try reading(wrapping: { $0 }, body)
  }
}
