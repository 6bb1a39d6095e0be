extension Connection {
  package enum TransactionStart: String, Sendable {
    /// Takes the write lock at once, waiting for it as long as the busy timeout says, and the lock that keeps
    /// commits and checkpoints apart before it.
    case immediate = "BEGIN IMMEDIATE"
    /// One steady state to read from, fixed at the first reading. Writing later may fail at once
    /// with `isBusy`, timeout or not, when somebody else has written meanwhile.
    case deferred = "BEGIN DEFERRED"
  }

  package func begin(_ start: TransactionStart = .immediate) throws(SQLiteFailure) {
    guard start == .immediate else {
      try run(start.rawValue)
      return
    }
    guard try takeLock(waitMilliseconds: handle.busyTimeoutMilliseconds) else { throw .busy }
    do throws(SQLiteFailure) { try run(start.rawValue) } catch {
      handle.commitLock?.release()
      throw error
    }
    handle.changesBefore = Int64(totalChanges)
  }

  /// Makes the transaction durable. After a failure (a deferred constraint, a full disk) it is
  /// still to be rolled back.
  package func commit() throws(SQLiteFailure) {
    try markFirstPage()
    try run("COMMIT")
    checkpointIfGrown()
    handle.commitLock?.release()
  }

  /// Lets page 1 go into the log with what was written, and with a number drawn for this commit, so that the log
  /// says whose it is (`WriteAheadLog`). The number stands where a file may state how many pages to keep in
  /// memory; every connection of ours says so itself (`setCache`).
  private func markFirstPage() throws(SQLiteFailure) {
    guard handle.commitLock?.isHeld == true, Int64(totalChanges) != handle.changesBefore else {
      return
    }
    let cache = try first("PRAGMA main.cache_size") { $0.int64(0) } ?? 0
    let drawn = Int32.random(in: 2_000...16_000_000)
    try execute(
      "PRAGMA main.default_cache_size = \(drawn); PRAGMA main.cache_size = \(cache)")
  }

  /// Does nothing where SQLite has rolled back by itself, as it may when the disk is full.
  package func rollback() throws(SQLiteFailure) {
    defer { if !isInTransaction { handle.commitLock?.release() } }
    if isInTransaction { try run("ROLLBACK") }
  }

  /// - Precondition: `name` is ASCII letters and `_` only.
  package func savepoint(_ name: String) throws(SQLiteFailure) {
    try run("SAVEPOINT \(identifier(name))")
  }

  package func release(_ name: String) throws(SQLiteFailure) {
    try run("RELEASE \(identifier(name))")
  }

  /// Undoes what came after the savepoint, which stays open.
  package func rollback(to name: String) throws(SQLiteFailure) {
    try run("ROLLBACK TO \(identifier(name))")
  }

  /// Runs `body` in a transaction: committed when it returns, rolled back when it or the commit
  /// throws.
  ///
  /// Where the body has only read, its answer is kept whatever damage the commit reports: once SQLite has met
  /// a damaged page, the end of the reading fails too, and the body has made of the damage what it would.
  @discardableResult
  package func transaction<Answer>(
    _ start: TransactionStart = .immediate, _ body: () throws(SQLiteFailure) -> Answer
  ) throws(SQLiteFailure) -> Answer {
    try transaction(start, wrapping: { $0 }, body)
  }

  /// The same for a body with an error of its own.
  @discardableResult
  package func transaction<Answer, Fault: Error>(
    _ start: TransactionStart = .immediate, wrapping: (SQLiteFailure) -> Fault,
    _ body: () throws(Fault) -> Answer
  ) throws(Fault) -> Answer {
    do throws(SQLiteFailure) { try begin(start) } catch { throw wrapping(error) }
    let answer: Answer
    do throws(Fault) { answer = try body() } catch {
      abandon()
      throw error
    }
    let hasOnlyRead = start == .deferred && !isChangingAnything
    do throws(SQLiteFailure) { try commit() } catch {
      abandon()
      guard hasOnlyRead, error.isCorrupt else { throw wrapping(error) }
    }
    return answer
  }

  /// Rolls back after a failure that is already being thrown and says more than this one would.
  private func abandon() { try? rollback() }

  private func identifier(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a)
    }
    precondition(isPlain && !name.isEmpty, "not a savepoint's name: \(name)")
    return "\"\(name)\""
  }
}
