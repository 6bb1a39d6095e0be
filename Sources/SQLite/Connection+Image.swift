import CSQLite

extension Connection {
  /// Writes the database as a new file in WAL mode, for its owner alone: the file has its name only when it is
  /// whole and on disk, so that a process that dies meanwhile leaves none.
  ///
  /// The schema cookie, by whose change SQLite knows that a schema changed, begins at a random number: so
  /// the file's own rollback journal is known from another's (`RollbackJournal`).
  ///
  /// Throws `isMissing` without the folder, `isAlreadyThere` where anything has the name, `isFull`.
  ///
  /// - Parameters:
  ///   - anonymously: whether the file is made without a name where the system can; else under a name beside
  ///     it, which the next call removes where one was cut short.
  ///   - naming: called just before the file gets its name, and with the outcome after.
  package func write(
    toNew path: String, anonymously: Bool = true, naming: (NamingMoment) -> Void = { _ in }
  ) throws(SQLiteFailure) {
    var size: sqlite3_int64 = 0
    guard let image = sqlite3_serialize(handle.database, "main", &size, 0) else {
      throw SQLiteFailure(code: SQLITE_NOMEM, message: "out of memory")
    }
    defer { sqlite3_free(image) }
    let bytes = UnsafeMutableRawBufferPointer(start: image, count: Int(size))
    precondition(bytes.count >= 100, "a database has a header")
    // File format 1.3: write and read version 2 are the write-ahead log.
    bytes[18] = 2
    bytes[19] = 2
    bytes.storeBytes(of: Randomness.cookie.bigEndian, toByteOffset: 40, as: UInt32.self)
    let file = try NewFile(path, anonymously: anonymously)
    try file.write(UnsafeRawBufferPointer(bytes))
    naming(.begins)
    do throws(SQLiteFailure) { try file.name() } catch {
      naming(.ends(isDone: false))
      throw error
    }
    naming(.ends(isDone: true))
  }

  /// Throws `isAlreadyThere` where anything has the name, a dangling link included; `isMissing` without the folder.
  package static func refuseTaken(_ path: String) throws(SQLiteFailure) {
    try DatabaseFile(resolving: path).refuseTaken()
  }

  package enum NamingMoment {
    case begins
    case ends(isDone: Bool)
  }
}
