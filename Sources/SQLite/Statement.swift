import CSQLite

/// A prepared statement of one's own, for loops that bind and step many times.
///
/// Parameters count from 1, columns from 0, as in SQLite. Column access is that of `Row`; what a
/// column complains of is thrown by the next `step` or by `check`.
package struct Statement: ~Copyable {
  /// How long bytes given to a binding stay where they are.
  package enum Keeping: Sendable {
    /// SQLite copies them at once.
    case copied
    /// The caller keeps them in place until the parameter is bound again or cleared, or the statement ends.
    case lent
  }

  private let compiled: CompiledStatement
  private let row: Row

  init(_ compiled: CompiledStatement) {
    self.compiled = compiled
    row = Row(of: compiled)
  }

  package var sql: String { compiled.sql }

  /// Whether it leaves the database file as it is.
  package var isReadOnly: Bool { sqlite3_stmt_readonly(compiled.pointer) != 0 }

  /// The index for `bind`, from a name without its colon.
  ///
  /// - Precondition: the statement has the parameter.
  package func parameterIndex(named name: String) -> Int32 {
    guard let slot = compiled.parameterNames.firstIndex(of: name) else {
      preconditionFailure("no parameter \(name): \(sql)")
    }
    return Int32(slot) + 1
  }

  /// True when a row is there to be read, false when the statement is done.
  ///
  /// - Precondition: every parameter has been bound since the last `clearBindings`.
  package func step() throws(SQLiteFailure) -> Bool { try compiled.step() }

  /// Throws what columns and bindings complained of since the last `step`.
  package func check() throws(SQLiteFailure) { try compiled.check() }

  /// Ready to run again; bindings stay.
  package func reset() { compiled.reset() }

  package func clearBindings() { compiled.clearBindings() }
}

extension Statement {
  package func bind(_ integer: Int64, at index: Int32) {
    compiled.bound(index, sqlite3_bind_int64(compiled.pointer, index, integer))
  }

  package func bind(_ integer: Int, at index: Int32) { bind(Int64(integer), at: index) }

  package func bind(_ integer: Int64?, at index: Int32) {
    if let integer { bind(integer, at: index) } else { bindNull(at: index) }
  }

  package func bind(_ integer: Int?, at index: Int32) {
    if let integer { bind(integer, at: index) } else { bindNull(at: index) }
  }

  package func bind(_ text: String, at index: Int32) { compiled.bind(text: text, at: index) }

  package func bind(_ text: String?, at index: Int32) {
    if let text { bind(text, at: index) } else { bindNull(at: index) }
  }

  package func bind(value: Value, at index: Int32) { compiled.bind(value, at: index) }

  /// Bytes are lent: they stay in place until the parameter is bound again, or the statement is not stepped
  /// before that.
  package func bind(_ value: LentColumn, at index: Int32) {
    switch value.kind {
    case .null: bindNull(at: index)
    case .integer: bind(value.integer, at: index)
    case .text:
      bind(text: value.bytes.assumingMemoryBound(to: UInt8.self), at: index, .lent)
    case .blob:
      bind(blob: value.bytes.assumingMemoryBound(to: UInt8.self).span, at: index, .lent)
    }
  }

  package func bindNull(at index: Int32) {
    compiled.bound(index, sqlite3_bind_null(compiled.pointer, index))
  }

  /// The bytes are taken for UTF-8 unseen.
  package func bind(text: Span<UInt8>, at index: Int32, _ keeping: Keeping = .copied) {
    text.withUnsafeBufferPointer { bind(text: $0, at: index, keeping) }
  }

  package func bind(
    text: UnsafeBufferPointer<UInt8>, at index: Int32, _ keeping: Keeping = .copied
  ) {
    compiled.bind(text: text, at: index, keeping == .copied ? sixpoint_copied() : nil)
  }

  package func bind(blob: Span<UInt8>, at index: Int32, _ keeping: Keeping = .copied) {
    blob.withUnsafeBufferPointer { bytes in
      compiled.bind(blob: bytes, at: index, keeping == .copied ? sixpoint_copied() : nil)
    }
  }
}

extension Statement {
  package func int64(_ column: Int32) -> Int64 { row.int64(column) }
  package func int(_ column: Int32) -> Int { row.int(column) }
  package func int32(_ column: Int32) -> Int32 { row.int32(column) }
  package func optionalInt64(_ column: Int32) -> Int64? { row.optionalInt64(column) }
  package func optionalInt(_ column: Int32) -> Int? { row.optionalInt(column) }
  package func real(_ column: Int32) -> Double { row.real(column) }
  package func optionalReal(_ column: Int32) -> Double? { row.optionalReal(column) }
  package func text(_ column: Int32) -> String { row.text(column) }
  package func optionalText(_ column: Int32) -> String? { row.optionalText(column) }
  package func bytes(_ column: Int32) -> [UInt8] { row.bytes(column) }
  package func optionalBytes(_ column: Int32) -> [UInt8]? { row.optionalBytes(column) }
  package func isNull(_ column: Int32) -> Bool { row.isNull(column) }
  package func value(_ column: Int32) -> Value { row.value(column) }
  package func lent(_ column: Int32) -> LentColumn { row.lent(column) }
  package func type(_ column: Int32) -> ColumnType { row.type(column) }
  package var columnCount: Int32 { row.columnCount }
  package func columnName(_ column: Int32) -> String { row.columnName(column) }

  package func withBytes<Result, Fault: Error>(
    _ column: Int32, _ body: (Span<UInt8>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try row.withBytes(column, body)
  }
}
