import CSQLite

/// SQLite's connection with the statements kept for it.
///
/// Closed by `sqlite3_close_v2`: a `Statement` that outlives its `Connection` keeps the file open
/// until it goes too, rather than dangling.
final class ConnectionHandle {
  /// More statements than the program has are no use; built SQL must not pile up without end.
  static let statementLimit = 256

  let database: OpaquePointer
  let interruptTarget: InterruptTarget
  /// Nil where nothing is ever committed: in memory, or read only.
  var commitLock: CommitLock?
  var busyTimeoutMilliseconds: Int32 = 0
  /// What `totalChanges` was when the transaction began.
  var changesBefore: Int64 = 0
  /// Pages in the log when it was last committed to.
  var logPages: Int32 = 0
  /// Called while statements run; see `Connection.ticking`.
  var ticker: Ticker? {
    didSet { if let ticker { ticker.start(on: database) } else { Ticker.stop(on: database) } }
  }
  private var statements: [String: CompiledStatement] = [:]

  init(owning database: OpaquePointer) {
    self.database = database
    interruptTarget = InterruptTarget(database)
  }

  deinit {
    interruptTarget.forget()
    statements.removeAll()
    // A statement that outlives this object may still commit.
    sqlite3_wal_hook(database, nil, nil)
    sqlite3_close_v2(database)
  }

  /// The kept statement, or a fresh one where it is new or in use further out.
  func borrow(_ sql: String) throws(SQLiteFailure) -> CompiledStatement {
    if let kept = statements[sql], !kept.isInUse {
      kept.isInUse = true
      return kept
    }
    let fresh = try CompiledStatement(sql, on: database)
    fresh.isInUse = true
    if statements[sql] == nil {
      if statements.count >= Self.statementLimit {
        forgetStatements()
      }
      statements[sql] = fresh
    }
    return fresh
  }

  func giveBack(_ statement: CompiledStatement) {
    statement.clear()
    statement.isInUse = false
  }

  /// Lets go of the kept statements that are not in use.
  func forgetStatements() { statements = statements.filter { $0.value.isInUse } }

  func failure(_ sql: String? = nil) -> SQLiteFailure { SQLiteFailure(of: database, sql: sql) }
}
