import CSQLite

// The one object behind a cached and an owned statement.
//
// Columns are read by functions that do not throw, so that a query's body stays a row of plain
// expressions. A value that is not what the reader asked for (text that is not UTF-8, NULL where a
// number was expected: a damaged file, since the schema forbids both) leaves a complaint here, and
// whoever drives the statement throws the first complaint before the next row. The same holds for
// a binding SQLite refuses for its size. A complaint is never dropped in silence.

/// A prepared statement with what must be remembered beside it; finalised with its last owner.
final class CompiledStatement {
  let pointer: OpaquePointer

  /// In order of index, without their prefix; nil for a `?`.
  let parameterNames: [String?]

  /// Lent by the cache to a caller who has not given it back.
  var isInUse = false

  /// Behind a pointer because the properties of a class are checked for exclusive access at every
  /// use, which costs as much as a binding does.
  private let progress: UnsafeMutablePointer<Progress>
  private let isBound: UnsafeMutableBufferPointer<Bool>

  private struct Progress {
    var unboundCount: Int
    var hasComplaint = false
    var complaint: SQLiteFailure?
  }

  /// - Precondition: `sql` is exactly one statement.
  init(_ sql: String, on database: OpaquePointer) throws(SQLiteFailure) {
    var text = sql
    let (compilation, isAlone) = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        let compilation = Compilation(
          of: characters, UInt32(SQLITE_PREPARE_PERSISTENT), on: database)
        guard let start = characters.baseAddress, let tail = compilation.tail else {
          return (compilation, true)
        }
        return (compilation, Self.isBlank(characters[(tail - start)...], on: database))
      }
    }
    if let failure = compilation.failure { throw failure.of(statement: sql) }
    guard let prepared = compilation.statement, isAlone else {
      preconditionFailure("not one statement: \(sql)")
    }
    pointer = prepared
    let count = sqlite3_bind_parameter_count(prepared)
    parameterNames = (0..<count).map { index in
      sqlite3_bind_parameter_name(prepared, index + 1).map { String(cString: $0 + 1) }
    }
    isBound = .allocate(capacity: Int(count))
    isBound.initialize(repeating: false)
    progress = .allocate(capacity: 1)
    progress.initialize(to: Progress(unboundCount: Int(count)))
  }

  deinit {
    sqlite3_finalize(pointer)
    progress.deinitialize(count: 1)
    progress.deallocate()
    isBound.deallocate()
  }

  /// Whether nothing follows the statement but blanks, semicolons and comments.
  private static func isBlank(
    _ rest: Slice<UnsafeBufferPointer<CChar>>, on database: OpaquePointer
  ) -> Bool {
    if rest.allSatisfy({ $0 <= 32 || $0 == 59 }) { return true }
    let following = Compilation(of: UnsafeBufferPointer(rebasing: rest), on: database)
    sqlite3_finalize(following.statement)
    if let failure = following.failure { return failure.isInterrupted }
    return following.statement == nil
  }

  var sql: String { String(cString: sqlite3_sql(pointer)) }

  /// True when a row is there to be read, false when the statement is done.
  ///
  /// - Precondition: every parameter is bound, unless the statement is an EXPLAIN.
  func step() throws(SQLiteFailure) -> Bool {
    precondition(
      progress.pointee.unboundCount == 0 || sqlite3_stmt_isexplain(pointer) != 0,
      "a parameter is left unbound")
    try check()
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    precondition(code != SQLITE_MISUSE, "the statement is used out of turn")
    let failure = SQLiteFailure(of: sqlite3_db_handle(pointer), sql: sql)
    sqlite3_reset(pointer)
    throw failure
  }

  func reset() { sqlite3_reset(pointer) }

  func clearBindings() {
    sqlite3_clear_bindings(pointer)
    isBound.update(repeating: false)
    progress.pointee.unboundCount = isBound.count
  }

  /// Ready for the next borrower: nothing of this one's values, rows or complaints remains.
  func clear() {
    reset()
    clearBindings()
    if progress.pointee.hasComplaint { takeComplaint() }
  }
}

extension CompiledStatement {
  /// Throws what the columns and bindings complained of since the last time, once.
  func check() throws(SQLiteFailure) {
    if let found = complaint {
      takeComplaint()
      throw found
    }
  }

  /// The first thing found wrong with a column or a binding since the last `check`.
  var complaint: SQLiteFailure? {
    progress.pointee.hasComplaint ? progress.pointee.complaint : nil
  }

  func complain(_ failure: SQLiteFailure) {
    if progress.pointee.hasComplaint { return }
    progress.pointee.hasComplaint = true
    progress.pointee.complaint = failure
  }

  private func takeComplaint() {
    progress.pointee.hasComplaint = false
    progress.pointee.complaint = nil
  }

  /// - Precondition: SQLite accepts the binding, or refuses it for its size or for want of memory.
  func bound(_ index: Int32, _ code: Int32) {
    precondition(code != SQLITE_RANGE, "the statement has no such parameter")
    precondition(code != SQLITE_MISUSE, "a value is bound while the statement runs")
    if code != SQLITE_OK {
      let words = String(cString: sqlite3_errstr(code))
      complain(SQLiteFailure(code: code, message: words, sql: sql))
    }
    let slot = Int(index) - 1
    if !isBound[slot] {
      isBound[slot] = true
      progress.pointee.unboundCount -= 1
    }
  }

  func bind(_ value: Value, at index: Int32) {
    switch value {
    case .null: bound(index, sqlite3_bind_null(pointer, index))
    case .integer(let integer): bound(index, sqlite3_bind_int64(pointer, index, integer))
    case .real(let real): bound(index, sqlite3_bind_double(pointer, index, real))
    case .text(let text): bind(text: text, at: index)
    case .blob(let bytes):
      bytes.withUnsafeBufferPointer { bind(blob: $0, at: index, sixpoint_copied()) }
    }
  }

  func bind(text: String, at index: Int32) {
    var text = text
    text.withUTF8 { bind(text: $0, at: index, sixpoint_copied()) }
  }

  /// An empty buffer may have no address, which SQLite would take for NULL.
  func bind(
    text bytes: UnsafeBufferPointer<UInt8>, at index: Int32, _ destructor: sqlite3_destructor_type?
  ) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      return bound(index, sqlite3_bind_text64(pointer, index, "", 0, sixpoint_copied(), utf8))
    }
    start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
      bound(
        index,
        sqlite3_bind_text64(pointer, index, characters, UInt64(bytes.count), destructor, utf8))
    }
  }

  func bind(
    blob bytes: UnsafeBufferPointer<UInt8>, at index: Int32, _ destructor: sqlite3_destructor_type?
  ) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      return bound(index, sqlite3_bind_zeroblob(pointer, index, 0))
    }
    bound(index, sqlite3_bind_blob64(pointer, index, start, UInt64(bytes.count), destructor))
  }

  /// - Precondition: the names are exactly the statement's parameters, each once.
  func bind(_ bindings: Bindings) {
    precondition(
      bindings.count == parameterNames.count,
      "\(parameterNames.count) parameters, \(bindings.count) bindings: \(sql)")
    for (slot, name) in parameterNames.enumerated() {
      guard let value = bindings.first(where: { $0.key == name })?.value else {
        preconditionFailure("no binding for parameter \(name ?? "?"): \(sql)")
      }
      bind(value, at: Int32(slot) + 1)
    }
  }
}

private let utf8 = UInt8(SQLITE_UTF8)
