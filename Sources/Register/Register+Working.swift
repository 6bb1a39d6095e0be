import SQLite

// What the floors above may know of the database: that a question failed, that work can be stopped, and which
// library it is. They neither see a connection nor write SQL.

/// Why a question could not be answered.
package typealias QueryFailure = SQLiteFailure

/// The database library that the program runs with.
package typealias DatabaseLibrary = Library

extension Register {
  /// Stops the statement that runs, from any thread; it then fails as interrupted.
  package var interrupting: @Sendable () -> Void {
    let handle = connection.interruptHandle
    return { [secondWork] in
      handle.interrupt()
      secondWork.stop()
    }
  }

  /// Gives memory back to the system that a large piece of work took and that nothing uses now.
  package func releaseMemory() { connection.releaseMemory() }

  /// Calls `tick` now and then while statements run inside `body`; false stops the statement.
  package func ticking<Answer, Failure: Error>(
    _ tick: @escaping () -> Bool, during body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try connection.ticking(tick, during: body)
  }
}
