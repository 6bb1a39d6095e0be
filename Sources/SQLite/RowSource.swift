import CSQLite

// The quickest way into a table: one `INSERT … SELECT … FROM source`, in which SQLite asks a Swift
// object for each row and reads texts where they lie, in the block of the file just read, instead
// of a bind, a step and a reset for every row.

/// An object whose rows a statement reads as a table.
package protocol RowSource: AnyObject {
  /// A scan begins. A source that can be read once throws the second time.
  func begin() throws(SQLiteFailure)

  /// Sets the next row's columns; false after the last row.
  ///
  /// Columns not set keep what they had. Bytes lent stay in place until the next call, or the end
  /// of the statement. What is thrown ends the statement with the same code and message; a cause
  /// that says more than SQLite's words is the source's to keep.
  func next(_ row: borrowing LentRow) throws(SQLiteFailure) -> Bool
}

/// The columns of the row a source is about to give; they count from 0 and begin as NULL.
package struct LentRow: ~Copyable {
  let columns: UnsafeMutableBufferPointer<LentColumn>

  package func setNull(_ column: Int) { set(column, .null) }

  package func set(_ column: Int, _ integer: Int64) {
    set(column, LentColumn(integer))
  }

  package func set(_ column: Int, _ integer: Int64?) {
    if let integer { set(column, integer) } else { setNull(column) }
  }

  /// The bytes are taken for UTF-8 unseen. An empty text is not NULL.
  package func set(_ column: Int, text bytes: UnsafeRawBufferPointer) {
    set(column, LentColumn(text: bytes))
  }

  package func set(_ column: Int, text bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { set(column, text: $0) }
  }

  package func set(_ column: Int, blob bytes: UnsafeRawBufferPointer) {
    set(column, LentColumn(blob: bytes))
  }

  package func set(_ column: Int, blob bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { set(column, blob: $0) }
  }

  /// Sets every column at once.
  ///
  /// - Precondition: there are as many as the source has.
  package func set(_ values: UnsafeBufferPointer<LentColumn>) {
    precondition(values.count == columns.count, "the source has another number of columns")
    _ = columns.update(fromContentsOf: values)
  }

  private func set(_ column: Int, _ value: LentColumn) {
    precondition(column >= 0 && column < columns.count, "the source has no such column")
    columns[column] = value
  }
}

/// An integer, or where bytes lie that somebody else keeps; in two words, since a row has many.
@frozen package struct LentColumn {
  @frozen package enum Kind: UInt8 {
    case null, integer, text, blob
  }

  /// The integer, or the address.
  @usableFromInline let word: Int
  /// The kind, below the count of bytes.
  @usableFromInline let kindAndCount: Int

  @inlinable @inline(__always) init(_ kind: Kind, word: Int, count: Int) {
    self.word = word
    kindAndCount = count << 8 | Int(kind.rawValue)
  }

  @inlinable @inline(__always) package init(_ integer: Int64) {
    self.init(.integer, word: Int(integer), count: 0)
  }

  /// UTF-8.
  @inlinable @inline(__always) package init(text: UnsafeRawBufferPointer) { self.init(.text, text) }

  @inlinable package init(blob: UnsafeRawBufferPointer) { self.init(.blob, blob) }

  @inlinable @inline(__always) init(_ kind: Kind, _ bytes: UnsafeRawBufferPointer) {
    self.init(kind, word: Int(bitPattern: bytes.baseAddress), count: bytes.count)
  }

  @inlinable package static var null: LentColumn {
    @inline(__always) get { LentColumn(.null, word: 0, count: 0) }
  }

  @inlinable package var kind: Kind {
    @inline(__always) get { Kind(rawValue: UInt8(truncatingIfNeeded: kindAndCount)) ?? .null }
  }

  @inlinable package var isInteger: Bool {
    @inline(__always) get { kindAndCount & 0xFF == Int(Kind.integer.rawValue) }
  }

  @inlinable package var isNull: Bool {
    @inline(__always) get { kindAndCount & 0xFF == Int(Kind.null.rawValue) }
  }

  @inlinable package var isText: Bool {
    @inline(__always) get { kindAndCount & 0xFF == Int(Kind.text.rawValue) }
  }

  /// How many bytes a text or a blob has; 0 for what is neither.
  @inlinable package var byteCount: Int { @inline(__always) get { kindAndCount >> 8 } }

  /// The integer of an integer.
  @inlinable package var integer: Int64 { @inline(__always) get { Int64(word) } }

  /// The bytes of a text or a blob.
  @inlinable package var bytes: UnsafeRawBufferPointer {
    @inline(__always) get {
      UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: word), count: byteCount)
    }
  }

  /// Whether the other holds the same, as SQL's `IS` compares.
  @inlinable package func isSame(as other: LentColumn) -> Bool {
    guard kindAndCount == other.kindAndCount else { return false }
    if isNull || isInteger { return isNull || word == other.word }
    return bytes.elementsEqual(other.bytes)
  }
}

extension Connection {
  /// Makes `source` readable as the table `name` by this connection's own statements, not by
  /// triggers and views, until it is withdrawn or the connection closes. Scanned by one statement
  /// at a time. A source lent under the name before is withdrawn.
  ///
  /// With `.lent`, SQLite reads bytes where they are; the statement must then hold on to no row
  /// but the present one: no `DISTINCT`, `GROUP BY`, window, `min` or `max` over the source's
  /// texts, which `.copied` allows.
  ///
  /// - Precondition: `columns` are plain names.
  package func lend(
    _ source: any RowSource, as name: String, columns: [String],
    _ keeping: Statement.Keeping = .lent
  ) throws(SQLiteFailure) {
    handle.forgetStatements()
    let lent = LentSource(source, columns: columns, keeping)
    let code = sqlite3_create_module_v2(
      handle.database, name, LentSource.module, Unmanaged.passRetained(lent).toOpaque(),
      { pointer in pointer.map { Unmanaged<LentSource>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw handle.failure() }
  }

  /// The same with columns `c0`, `c1`, ….
  package func lend(
    _ source: any RowSource, as name: String, columnCount: Int,
    _ keeping: Statement.Keeping = .lent
  ) throws(SQLiteFailure) {
    try lend(source, as: name, columns: (0..<columnCount).map { "c\($0)" }, keeping)
  }

  /// Lets go of the source, or once no statement of one's own refers to it any more.
  package func withdraw(source name: String) throws(SQLiteFailure) {
    handle.forgetStatements()
    guard sqlite3_create_module_v2(handle.database, name, nil, nil, nil) == SQLITE_OK else {
      throw handle.failure()
    }
    // SQLite disconnects a dropped table only when it next prepares something.
    try execute(";")
  }
}
