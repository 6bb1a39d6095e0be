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

  package func setNull(_ column: Int) { set(column, LentColumn(kind: .null)) }

  package func set(_ column: Int, _ integer: Int64) {
    set(column, LentColumn(kind: .integer, integer: integer))
  }

  package func set(_ column: Int, _ integer: Int64?) {
    if let integer { set(column, integer) } else { setNull(column) }
  }

  /// The bytes are taken for UTF-8 unseen. An empty text is not NULL.
  package func set(_ column: Int, text bytes: UnsafeRawBufferPointer) {
    set(column, LentColumn(kind: .text, start: bytes.baseAddress, count: bytes.count))
  }

  package func set(_ column: Int, text bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { set(column, text: $0) }
  }

  package func set(_ column: Int, blob bytes: UnsafeRawBufferPointer) {
    set(column, LentColumn(kind: .blob, start: bytes.baseAddress, count: bytes.count))
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

/// An integer, or where bytes lie that somebody else keeps.
package struct LentColumn {
  package enum Kind: UInt8 {
    case null, integer, text, blob
  }

  package let kind: Kind
  package let integer: Int64
  package let start: UnsafeRawPointer?
  package let count: Int

  @inlinable package init(
    kind: Kind, integer: Int64 = 0, start: UnsafeRawPointer? = nil, count: Int = 0
  ) {
    self.kind = kind
    self.integer = integer
    self.start = start
    self.count = count
  }

  @inlinable package init(_ integer: Int64) { self.init(kind: .integer, integer: integer) }

  /// UTF-8.
  @inlinable package init(text: UnsafeRawBufferPointer) {
    self.init(kind: .text, start: text.baseAddress, count: text.count)
  }

  @inlinable package static var null: LentColumn { LentColumn(kind: .null) }

  /// The bytes of a text or a blob.
  @inlinable package var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: count)
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
