import CSQLite

/// One connection to one register, used by one thread at a time.
///
/// Every connection has the same safeguards: foreign keys and recursive triggers on, no trust in
/// functions the schema names, cells checked, defensive mode, no extensions, no double-quoted
/// strings, `synchronous = FULL`, a busy timeout. A new file is in WAL mode, and no connection moves the log
/// into the file by itself (Connection+Log.swift).
package struct Connection: ~Copyable {
  package enum Mode: Sendable {
    /// The file must be there; nothing in it can change. SQLite needs the log and its shared
    /// memory to read as well; both stay beside the file, the log as it was.
    case readOnly
    /// The file must be there, have no log or journal, and nobody may change it meanwhile: it is read without
    /// locks, and nothing is written beside it.
    case unchanging
    /// The file must be there.
    case readWrite
    /// As for writing, and held to reading: in a file that it may only read, SQLite passes over the CHECKs of
    /// the tables. Where nothing can be written, they stay unread.
    case checking
  }

  let handle: ConnectionHandle

  /// Opens `path`, whose last part must not be a symbolic link.
  ///
  /// Throws `isMissing`, `isSymbolicLink`, `isCorrupt` (no database), or another failure.
  package init(path: String, mode: Mode, busyTimeoutMilliseconds: Int32) throws(SQLiteFailure) {
    self =
      switch mode {
      case .readOnly: try Self.open(path, SQLITE_OPEN_READONLY, busyTimeoutMilliseconds)
      case .unchanging:
        try Self.open(
          unchecked: try DatabaseFile(existing: path).unchangingURI,
          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, busyTimeoutMilliseconds)
      case .readWrite: try Self.open(path, SQLITE_OPEN_READWRITE, busyTimeoutMilliseconds)
      case .checking: try Self.openForChecking(path, busyTimeoutMilliseconds)
      }
  }

  /// A database without a file, which ends with the connection.
  package static func inMemory() throws(SQLiteFailure) -> Connection {
    try open(unchecked: ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, 0)
  }

  /// A database in a temporary file that has no name and is gone with the connection. Of its pages as many
  /// stay in memory as `kibibytes` says.
  package static func temporary(kibibytes: Int) throws(SQLiteFailure) -> Connection {
    let connection = try open(unchecked: "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, 0)
    try connection.setCache(kibibytes: kibibytes)
    return connection
  }

  private static func open(
    _ path: String, _ access: Int32, _ busyTimeoutMilliseconds: Int32
  ) throws(SQLiteFailure) -> Connection {
    let file = try DatabaseFile(existing: path)
    let connection = try open(unchecked: file.path, access, busyTimeoutMilliseconds)
    if access == SQLITE_OPEN_READWRITE {
      connection.handle.commitLock = CommitLock(beside: file.path)
    }
    return connection
  }

  private static func openForChecking(
    _ path: String, _ busyTimeoutMilliseconds: Int32
  ) throws(SQLiteFailure) -> Connection {
    let connection = try open(
      unchecked: try DatabaseFile(existing: path).path, SQLITE_OPEN_READWRITE,
      busyTimeoutMilliseconds)
    try connection.execute("PRAGMA query_only = ON")
    return connection
  }

  static func open(
    unchecked path: String, _ access: Int32, _ busyTimeoutMilliseconds: Int32
  ) throws(SQLiteFailure) -> Connection {
    _ = keepsNoMemoryStatus
    var opened: OpaquePointer?
    let flags = access | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened else {
      throw SQLiteFailure(code: code, message: String(cString: sqlite3_errstr(code)))
    }
    let connection = Connection(handle: ConnectionHandle(owning: opened))
    guard code == SQLITE_OK else { throw connection.handle.failure() }
    connection.handle.busyTimeoutMilliseconds = busyTimeoutMilliseconds
    sqlite3_busy_timeout(opened, busyTimeoutMilliseconds)
    watchLog(connection.handle)
    try connection.setSafeguards()
    return connection
  }

  /// Set once, before SQLite does anything else: its account of memory is one lock for all threads.
  private static let keepsNoMemoryStatus = sixpoint_keep_no_memory_status()

  private init(handle: ConnectionHandle) { self.handle = handle }

  private func setSafeguards() throws(SQLiteFailure) {
    let switches: [(Int32, Bool)] = [
      (SQLITE_DBCONFIG_ENABLE_FKEY, true),
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, true),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
      (SQLITE_DBCONFIG_DEFENSIVE, true),
      (SQLITE_DBCONFIG_DQS_DML, false),
      (SQLITE_DBCONFIG_DQS_DDL, false),
      (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
    ]
    for (option, on) in switches { try set(option, on) }
    try execute(
      """
      PRAGMA recursive_triggers = ON;
      PRAGMA cell_size_check = ON;
      PRAGMA temp_store = FILE;
      PRAGMA temp.cache_size = -16384;
      PRAGMA synchronous = FULL;
      """)
    try setCache()
  }

  func set(_ option: Int32, _ on: Bool) throws(SQLiteFailure) {
    var now: Int32 = 0
    let code = sixpoint_db_config_flag(handle.database, option, on ? 1 : 0, &now)
    guard code == SQLITE_OK, now == (on ? 1 : 0) else {
      throw SQLiteFailure(code: SQLITE_ERROR, message: "setting \(option) is not available")
    }
  }
}

extension Connection {
  /// How much room the file's pages take in memory, and a sort of them as much again.
  package func setCache(kibibytes: Int = 16_384) throws(SQLiteFailure) {
    try execute("PRAGMA main.cache_size = -\(kibibytes)")
  }

  /// Gives memory back to the system that pages or other work took and nothing uses now.
  package func releaseMemory() {
    sqlite3_db_release_memory(handle.database)
    sixpoint_return_memory()
  }

  /// With how many threads of its own SQLite sorts what an index is made of; none by default.
  package func setSortThreads(_ count: Int) throws(SQLiteFailure) {
    try execute("PRAGMA threads = \(count)")
  }

  /// Whether foreign keys are looked up as rows enter; on by default.
  ///
  /// What was deferred to the commit while they were on stays so: a transaction in which a row waits for its
  /// reference does not commit while they are off either.
  package func setForeignKeys(_ on: Bool) throws(SQLiteFailure) {
    try set(SQLITE_DBCONFIG_ENABLE_FKEY, on)
  }

  /// Rows inserted, updated or deleted by the last such statement, triggers not counted.
  package var changes: Int { Int(sqlite3_changes64(handle.database)) }

  /// The same since the connection opened, triggers counted.
  var totalChanges: Int { Int(sqlite3_total_changes64(handle.database)) }

  package var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle.database) }

  package var isInTransaction: Bool { sqlite3_get_autocommit(handle.database) == 0 }

  /// Whether something is written that is not committed.
  package var isChanging: Bool {
    sqlite3_txn_state(handle.database, "main") == SQLITE_TXN_WRITE
  }

  /// The same, of the temporary tables too.
  var isChangingAnything: Bool {
    sqlite3_txn_state(handle.database, nil) == SQLITE_TXN_WRITE
  }

  /// Whether nothing can be written: asked for so, or the file's permissions leave no choice.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle.database, "main") == 1 }

  /// The file's path; nil where there is none that bears a name.
  package var path: String? {
    guard let name = sqlite3_db_filename(handle.database, "main") else { return nil }
    let path = String(cString: name)
    return path.isEmpty ? nil : path
  }

  package var interruptHandle: InterruptHandle { InterruptHandle(target: handle.interruptTarget) }
}
