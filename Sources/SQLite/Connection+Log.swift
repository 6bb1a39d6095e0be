import CSQLite

// The write-ahead log. No connection moves it into the file by itself: that is done under the lock that every
// commit holds (CommitLock), by whoever writes, when the log has grown or the work is at an end.

extension Connection {
  /// Pages of the log above which a commit moves it into the file: 4 MB.
  static let logLimit: Int32 = 1_000

  /// Puts the file into WAL mode, where it is not; it stays so when the connection closes.
  ///
  /// Throws `isBusy` where another connection is reading or writing.
  package func startWriteAheadLog() throws(SQLiteFailure) {
    let sql = "PRAGMA main.journal_mode = WAL"
    let mode = try first(sql) { row in row.text(0) }
    guard mode == "wal" else {
      throw SQLiteFailure(code: SQLITE_ERROR, message: "no write-ahead log here", sql: sql)
    }
    // The log is opened by the first reading; a checkpoint before it would be refused as locked.
    _ = try first("SELECT 1 FROM sqlite_schema LIMIT 1") { _ in true }
  }

  /// Writes into the file itself from now on, with a rollback journal beside it, until
  /// `startWriteAheadLog`: each page once instead of twice, but nobody reads meanwhile.
  ///
  /// A program that is killed meanwhile leaves a journal, which whoever may write plays back when
  /// he next reads. Throws `isBusy`, without waiting, where another connection has the file open.
  package func leaveWriteAheadLog() throws(SQLiteFailure) {
    // Leaving moves the log into the file.
    guard try takeLock(waitMilliseconds: 0) else { throw .busy }
    defer { handle.commitLock?.release() }
    try execute("PRAGMA main.journal_mode = DELETE")
  }

  /// Moves the log into the file and cuts it to nothing. For tests, which copy the file alone.
  ///
  /// Throws `isBusy` where somebody else writes, or readers of older states keep it from being cut.
  ///
  /// - Precondition: no transaction is open.
  package func checkpoint() throws(SQLiteFailure) {
    guard try takeLock(waitMilliseconds: handle.busyTimeoutMilliseconds) else { throw .busy }
    defer { handle.commitLock?.release() }
    try moveLog()
  }

  /// The same without waiting for anybody: true where nothing is left in the log.
  ///
  /// Whoever has the lock moves what it finds when it is done, so nothing needs to be waited for. What readers
  /// of older states keep in the log is moved by who writes next.
  ///
  /// - Parameter isLast: nothing more is done with the connection. The lock is kept until it is closed, and
  ///   where nobody else has the file open, the empty log goes with it.
  @discardableResult
  package func checkpointIfFree(isLast: Bool = false) -> Bool {
    guard !isInTransaction, (try? takeLock(waitMilliseconds: 0)) == true else { return false }
    let isMoved = withoutWaiting { (try? moveLog()) != nil }
    if isMoved, isLast, (try? set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)) != nil { return true }
    handle.commitLock?.release()
    return isMoved
  }

  /// The pages in the log as the last commit left it.
  package var logPages: Int { Int(handle.logPages) }

  /// Moves the log, under a lock that is held, where it has grown beyond its limit.
  func checkpointIfGrown() {
    guard handle.logPages >= Connection.logLimit, handle.commitLock?.isHeld == true else { return }
    // What readers keep back is moved another time.
    withoutWaiting { _ = try? moveLog() }
  }

  /// - Precondition: the lock is held, where there is one.
  private func moveLog() throws(SQLiteFailure) {
    let mode = SQLITE_CHECKPOINT_TRUNCATE
    guard sqlite3_wal_checkpoint_v2(handle.database, nil, mode, nil, nil) == SQLITE_OK else {
      throw handle.failure()
    }
    handle.logPages = 0
  }

  private func withoutWaiting<Answer>(_ body: () -> Answer) -> Answer {
    sqlite3_busy_timeout(handle.database, 0)
    defer { sqlite3_busy_timeout(handle.database, handle.busyTimeoutMilliseconds) }
    return body()
  }

  /// True at once where the database has no file.
  func takeLock(waitMilliseconds: Int32) throws(SQLiteFailure) -> Bool {
    guard let lock = handle.commitLock else { return true }
    let target = handle.interruptTarget
    let before = target.interrupts
    let isTaken = try lock.take(waitMilliseconds: waitMilliseconds) { target.interrupts == before }
    if !isTaken, target.interrupts != before { throw .interrupted }
    return isTaken
  }
}

/// What SQLite calls after each commit with the pages in the log. Setting it also takes away its own
/// moving of the log at a commit.
func watchLog(_ handle: ConnectionHandle) {
  sqlite3_wal_hook(
    handle.database,
    { context, _, _, pages in
      if let context {
        Unmanaged<ConnectionHandle>.fromOpaque(context).takeUnretainedValue().logPages = pages
      }
      return SQLITE_OK
    }, Unmanaged.passUnretained(handle).toOpaque())
}
