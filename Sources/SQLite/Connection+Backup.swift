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
      if isInTransaction {
        try fill(copy, pagesPerStep, progress)
      } else {
        try transaction(.deferred) { () throws(SQLiteFailure) in
          try first("SELECT count(*) FROM sqlite_schema") { _ in }
          try fill(copy, pagesPerStep, progress)
        }
      }
      try file.synchroniseFolder()
    } catch {
      file.remove()
      throw error
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
