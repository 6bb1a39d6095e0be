import CSQLite

extension Connection {
  /// Copies the whole database into a new file of mode 0600, as it is at this moment.
  ///
  /// `progress` hears the pages still to copy and the pages in all after every step. What others
  /// write meanwhile is left out: the copy reads from one state, held by a read transaction.
  /// Throws `isAlreadyThere` when `path` is taken; an unfinished copy is removed.
  package func backup(
    to path: String, pagesPerStep: Int32 = 2048,
    progress: (_ remaining: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(SQLiteFailure) {
    let file = try DatabaseFile(creating: path)
    do throws(SQLiteFailure) {
      let copy = try Connection.open(unchecked: file.path, SQLITE_OPEN_READWRITE, 0)
      try steadily { () throws(SQLiteFailure) in try fill(copy, pagesPerStep, progress) }
      try file.synchroniseFolder()
    } catch {
      file.remove()
      throw error
    }
  }

  /// Copies the whole database, as it stands at this moment, into an empty file that is there and that nobody
  /// else opens. Nothing is made beside it; it is on disk only once the caller has synchronised it.
  ///
  /// The copy's schema cookie begins anew at a random number: no log or journal of the original is taken for the
  /// copy's.
  package func copy(
    into path: String, progress: (_ remaining: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(SQLiteFailure) {
    let file = try DatabaseFile(existing: path)
    do {
      let copy = try Connection.open(unchecked: file.path, SQLITE_OPEN_READWRITE, 0)
      try copy.execute(
        """
        PRAGMA main.locking_mode = EXCLUSIVE;
        PRAGMA main.journal_mode = MEMORY;
        PRAGMA main.synchronous = OFF;
        """)
      try steadily { () throws(SQLiteFailure) in try fill(copy, 2_048, progress) }
    }
    try file.renewCookie()
  }

  /// Puts another database in the place of this one's content, in one transaction: whoever else has the file
  /// open sees the one or the other, and a process that dies meanwhile leaves the one.
  package func replaceContent(by source: borrowing Connection) throws(SQLiteFailure) {
    guard try takeLock(waitMilliseconds: handle.busyTimeoutMilliseconds) else { throw .busy }
    defer { handle.commitLock?.release() }
    try source.fill(self, -1) { _, _ in }
    checkpointIfGrown()
  }

  /// From one state of the database.
  private func steadily(_ body: () throws(SQLiteFailure) -> Void) throws(SQLiteFailure) {
    if isInTransaction { return try body() }
    try transaction(.deferred) { () throws(SQLiteFailure) in
      try first("SELECT count(*) FROM sqlite_schema") { _ in }
      try body()
    }
  }

  private func fill(
    _ copy: borrowing Connection, _ pagesPerStep: Int32, _ progress: (Int, Int) -> Void
  ) throws(SQLiteFailure) {
    let (from, to) = (handle.database, copy.handle.database)
    guard let backup = sqlite3_backup_init(to, "main", from, "main") else {
      throw copy.handle.failure()
    }
    var code = SQLITE_OK
    while code == SQLITE_OK {
      code = sqlite3_backup_step(backup, pagesPerStep)
      progress(Int(sqlite3_backup_remaining(backup)), Int(sqlite3_backup_pagecount(backup)))
    }
    let finished = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, finished == SQLITE_OK else {
      throw SQLiteFailure(
        code: code == SQLITE_DONE ? finished : code,
        message: String(cString: sqlite3_errstr(code)), systemErrno: sqlite3_system_errno(to))
    }
  }
}
