import CSQLite

// SQLite knows the source by four things: the module (one for all, never freed, since SQLite may
// ask the module to disconnect a table after it has let go of the module's own object), the table
// `sixpoint_vtab`, which retains this object, the cursor of the one scan, and this object, which
// owns the columns the cursor reads.

/// A source as lent to one connection under one name.
final class LentSource {
  private let source: any RowSource
  fileprivate let declaration: String
  fileprivate let columns: UnsafeMutableBufferPointer<LentColumn>
  private let keeping: Statement.Keeping
  fileprivate var isBeingScanned = false

  init(_ source: any RowSource, columns names: [String], _ keeping: Statement.Keeping) {
    self.source = source
    self.keeping = keeping
    declaration = "CREATE TABLE source(\(names.map { "\"\($0)\"" }.joined(separator: ", ")))"
    columns = .allocate(capacity: names.count)
    columns.initialize(repeating: .null)
  }

  deinit { columns.deallocate() }

  fileprivate func begin() throws(SQLiteFailure) -> Bool {
    columns.update(repeating: .null)
    try source.begin()
    return try source.next(LentRow(columns: columns))
  }

  fileprivate func next() throws(SQLiteFailure) -> Bool {
    try source.next(LentRow(columns: columns))
  }

  fileprivate var destructor: sqlite3_destructor_type? {
    keeping == .copied ? sixpoint_copied() : nil
  }

  /// Eponymous only: without xCreate nobody can make a table of it in a schema.
  nonisolated(unsafe) static let module: UnsafePointer<sqlite3_module> = {
    let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    module.initialize(to: sqlite3_module())
    module.pointee.iVersion = 1
    module.pointee.xConnect = connect
    module.pointee.xBestIndex = planScan
    module.pointee.xDisconnect = disconnect
    module.pointee.xOpen = openCursor
    module.pointee.xClose = closeCursor
    module.pointee.xFilter = beginScan
    module.pointee.xNext = nextRow
    module.pointee.xEof = isAtEnd
    module.pointee.xColumn = column
    module.pointee.xRowid = rowID
    return UnsafePointer(module)
  }()
}

private typealias Table = UnsafeMutablePointer<sqlite3_vtab>
private typealias Cursor = UnsafeMutablePointer<sqlite3_vtab_cursor>

private func cursor(_ pointer: Cursor?) -> UnsafeMutablePointer<sixpoint_cursor> {
  guard let pointer else { preconditionFailure("SQLite gave no cursor") }
  return UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: sixpoint_cursor.self)
}

private func source(of table: Table?) -> LentSource {
  guard let table else { preconditionFailure("SQLite gave no table") }
  let object = UnsafeRawPointer(table).assumingMemoryBound(to: sixpoint_vtab.self).pointee.object
  guard let object else { preconditionFailure("the table has lost its source") }
  return Unmanaged<LentSource>.fromOpaque(object).takeUnretainedValue()
}

/// Leaves words for SQLite, in memory it frees itself, and gives the code to return.
private func report(_ failure: SQLiteFailure, on table: Table?) -> Int32 {
  sqlite3_free(table?.pointee.zErrMsg)
  table?.pointee.zErrMsg = copied(failure.message)
  return failure.code == SQLITE_OK ? SQLITE_ERROR : failure.code
}

/// Nil when memory is short: SQLite then says what the code says.
private func copied(_ words: String) -> UnsafeMutablePointer<CChar>? {
  let bytes = words.utf8CString
  guard let start = sqlite3_malloc64(UInt64(bytes.count)) else { return nil }
  bytes.withUnsafeBytes {
    start.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(start), byteCount: $0.count)
  }
  return start.assumingMemoryBound(to: CChar.self)
}

private let connect:
  @convention(c) (
    OpaquePointer?, UnsafeMutableRawPointer?, Int32, UnsafePointer<UnsafePointer<CChar>?>?,
    UnsafeMutablePointer<Table?>?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  ) -> Int32 = { database, object, _, _, answer, _ in
    guard let object, let answer else { return SQLITE_INTERNAL }
    let lent = Unmanaged<LentSource>.fromOpaque(object)
    let code = sqlite3_declare_vtab(database, lent.takeUnretainedValue().declaration)
    guard code == SQLITE_OK else { return code }
    let table = UnsafeMutablePointer<sixpoint_vtab>.allocate(capacity: 1)
    table.initialize(to: sixpoint_vtab())
    table.pointee.object = lent.retain().toOpaque()
    answer.pointee = UnsafeMutableRawPointer(table).assumingMemoryBound(to: sqlite3_vtab.self)
    return sixpoint_vtab_direct_only(database)
  }

private let disconnect: @convention(c) (Table?) -> Int32 = { table in
  guard let table else { return SQLITE_OK }
  Unmanaged.passUnretained(source(of: table)).release()
  UnsafeMutableRawPointer(table).assumingMemoryBound(to: sixpoint_vtab.self).deallocate()
  return SQLITE_OK
}

/// Dear, so that in a join the source is the outer loop and read once.
private let planScan: @convention(c) (Table?, UnsafeMutablePointer<sqlite3_index_info>?) -> Int32 =
  {
    _, plan in
    plan?.pointee.estimatedCost = 1e12
    plan?.pointee.estimatedRows = 1_000_000
    return SQLITE_OK
  }

private let openCursor: @convention(c) (Table?, UnsafeMutablePointer<Cursor?>?) -> Int32 = {
  table, answer in
  let lent = source(of: table)
  guard !lent.isBeingScanned else {
    let words = "the source is being read already"
    return report(SQLiteFailure(code: SQLITE_LOCKED, message: words), on: table)
  }
  lent.isBeingScanned = true
  let opened = UnsafeMutablePointer<sixpoint_cursor>.allocate(capacity: 1)
  opened.initialize(to: sixpoint_cursor())
  opened.pointee.columns = UnsafeRawPointer(lent.columns.baseAddress)
  answer?.pointee = UnsafeMutableRawPointer(opened).assumingMemoryBound(
    to: sqlite3_vtab_cursor.self)
  return SQLITE_OK
}

private let closeCursor: @convention(c) (Cursor?) -> Int32 = { pointer in
  source(of: pointer?.pointee.pVtab).isBeingScanned = false
  cursor(pointer).deallocate()
  return SQLITE_OK
}

private let beginScan:
  @convention(c) (
    Cursor?, Int32, UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<OpaquePointer?>?
  ) -> Int32 = { pointer, _, _, _, _ in
    let table = pointer?.pointee.pVtab
    cursor(pointer).pointee.row = 0
    do throws(SQLiteFailure) {
      cursor(pointer).pointee.at_end = try source(of: table).begin() ? 0 : 1
      return SQLITE_OK
    } catch { return report(error, on: table) }
  }

private let nextRow: @convention(c) (Cursor?) -> Int32 = { pointer in
  let table = pointer?.pointee.pVtab
  cursor(pointer).pointee.row += 1
  do throws(SQLiteFailure) {
    cursor(pointer).pointee.at_end = try source(of: table).next() ? 0 : 1
    return SQLITE_OK
  } catch { return report(error, on: table) }
}

private let isAtEnd: @convention(c) (Cursor?) -> Int32 = { cursor($0).pointee.at_end }

private let rowID: @convention(c) (Cursor?, UnsafeMutablePointer<sqlite3_int64>?) -> Int32 = {
  pointer, answer in
  answer?.pointee = cursor(pointer).pointee.row
  return SQLITE_OK
}

private let column: @convention(c) (Cursor?, OpaquePointer?, Int32) -> Int32 = {
  pointer, context, index in
  let scan = cursor(pointer)
  guard let columns = scan.pointee.columns, index >= 0 else { return SQLITE_INTERNAL }
  let lent = columns.assumingMemoryBound(to: LentColumn.self)[Int(index)]
  switch lent.kind {
  case .null: sqlite3_result_null(context)
  case .integer: sqlite3_result_int64(context, lent.integer)
  case .text, .blob: give(lent, context, source(of: pointer?.pointee.pVtab).destructor)
  }
  return SQLITE_OK
}

/// Bytes without an address would be NULL to SQLite.
private func give(
  _ lent: LentColumn, _ context: OpaquePointer?, _ destructor: sqlite3_destructor_type?
) {
  let bytes = lent.bytes
  guard let start = bytes.baseAddress, bytes.count > 0 else {
    if lent.kind == .text {
      sqlite3_result_text(context, "", 0, sixpoint_copied())
    } else {
      sqlite3_result_zeroblob(context, 0)
    }
    return
  }
  if lent.kind == .text {
    sqlite3_result_text64(
      context, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), destructor,
      UInt8(SQLITE_UTF8))
  } else {
    sqlite3_result_blob64(context, start, UInt64(bytes.count), destructor)
  }
}
