import CSQLite

/// The first statement of a text, compiled.
///
/// An interrupt that comes while SQLite reads a statement is now and then told as a syntax error at the word it
/// came at (seen with SQLite 3.40.1). So what does not compile is compiled again: where it does then, it was
/// interrupted.
struct Compilation {
  /// Nil where the text holds no statement, and where it failed.
  private(set) var statement: OpaquePointer?
  /// Where the text goes on behind the statement.
  private(set) var tail: UnsafePointer<CChar>?
  /// Without the statement's text.
  private(set) var failure: SQLiteFailure?

  /// - Parameter flags: as of `sqlite3_prepare_v3`.
  init(of text: UnsafeBufferPointer<CChar>, _ flags: UInt32 = 0, on database: OpaquePointer) {
    guard compile(text, flags, database) != SQLITE_OK else { return }
    let first = SQLiteFailure(of: database)
    failure = first
    guard first.primaryCode == SQLITE_ERROR else { return }
    if compile(text, flags, database) == SQLITE_OK {
      sqlite3_finalize(statement)
      (statement, failure) = (nil, .interrupted)
    } else if SQLiteFailure(of: database).isInterrupted {
      failure = .interrupted
    }
  }

  private mutating func compile(
    _ text: UnsafeBufferPointer<CChar>, _ flags: UInt32, _ database: OpaquePointer
  ) -> Int32 {
    sqlite3_prepare_v3(
      database, text.baseAddress, Int32(clamping: text.count), flags, &statement, &tail)
  }
}
