import CSQLite

/// One row of an answer, lent for the length of a body and never kept.
///
/// A column that does not hold what it is read as gives 0, an empty text or no bytes, and the call
/// that lent the row then throws: `isMismatch` for another type or NULL, `isCorrupt` for text that
/// is not UTF-8. What a body makes of such a row is therefore never returned to anybody.
/// Columns count from 0.
package struct Row: ~Copyable {
  private let compiled: CompiledStatement
  private let pointer: OpaquePointer

  init(of compiled: CompiledStatement) {
    self.compiled = compiled
    pointer = compiled.pointer
  }

  package func int64(_ column: Int32) -> Int64 { int64(stored(column), column) }

  package func int(_ column: Int32) -> Int { Int(int64(column)) }

  /// An integer beyond 32 bits is a mismatch.
  package func int32(_ column: Int32) -> Int32 {
    Int32(exactly: int64(column)) ?? mismatch(column, "a 32-bit integer", 0)
  }

  package func optionalInt64(_ column: Int32) -> Int64? {
    let value = stored(column)
    return sqlite3_value_type(value) == SQLITE_NULL ? nil : int64(value, column)
  }

  package func optionalInt(_ column: Int32) -> Int? { optionalInt64(column).map { Int($0) } }

  /// An integer is widened.
  package func real(_ column: Int32) -> Double {
    let type = sqlite3_column_type(pointer, column)
    guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else {
      return mismatch(column, "a number", 0)
    }
    return sqlite3_column_double(pointer, column)
  }

  package func optionalReal(_ column: Int32) -> Double? { isNull(column) ? nil : real(column) }

  /// The whole text, NUL included.
  package func text(_ column: Int32) -> String { text(stored(column), column) }

  private func text(_ value: OpaquePointer?, _ column: Int32) -> String {
    guard sqlite3_value_type(value) == SQLITE_TEXT else { return mismatch(column, "text", "") }
    guard let text = validText(Row.bytes(of: value)) else {
      compiled.complain(
        SQLiteFailure(
          code: SQLITE_CORRUPT, message: "the text of \(place(column)) is not UTF-8",
          sql: compiled.sql))
      return ""
    }
    return text
  }

  package func optionalText(_ column: Int32) -> String? {
    let value = stored(column)
    return sqlite3_value_type(value) == SQLITE_NULL ? nil : text(value, column)
  }

  /// The bytes of a text or a blob where SQLite keeps them, unvalidated; NULL is a mismatch.
  package func withBytes<Result, Fault: Error>(
    _ column: Int32, _ body: (Span<UInt8>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    let value = stored(column)
    let type = sqlite3_value_type(value)
    guard type == SQLITE_TEXT || type == SQLITE_BLOB else {
      let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      return try body(mismatch(column, "text or a blob", none).span)
    }
    return try body(Row.bytes(of: value).span)
  }

  /// A copy of what `withBytes` lends.
  package func bytes(_ column: Int32) -> [UInt8] {
    withBytes(column) { span in span.withUnsafeBufferPointer { Array($0) } }
  }

  package func optionalBytes(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

  package func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  package func value(_ column: Int32) -> Value {
    switch type(column) {
    case .null: .null
    case .integer: .integer(int64(column))
    case .real: .real(real(column))
    case .text: .text(text(column))
    case .blob: .blob(bytes(column))
    }
  }

  /// What the column holds, where SQLite keeps it: valid until the next step.
  ///
  /// A real, which no column of a STRICT table may hold, comes as a blob of its text.
  package func lent(_ column: Int32) -> LentColumn {
    switch type(column) {
    case .null: .null
    case .integer: LentColumn(sqlite3_column_int64(pointer, column))
    case .text: LentColumn(text: UnsafeRawBufferPointer(Row.bytes(of: stored(column))))
    case .blob: LentColumn(blob: UnsafeRawBufferPointer(Row.bytes(of: stored(column))))
    case .real:
      LentColumn(
        blob: UnsafeRawBufferPointer(
          start: sqlite3_column_text(pointer, column),
          count: Int(sqlite3_column_bytes(pointer, column))))
    }
  }

  package func type(_ column: Int32) -> ColumnType {
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  package var columnCount: Int32 { sqlite3_column_count(pointer) }

  /// As the query names it: a column without `AS` has no promised name.
  package func columnName(_ column: Int32) -> String {
    sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? ""
  }
}

/// The five storage classes.
package enum ColumnType: Sendable, Equatable {
  case null, integer, real, text, blob
}

extension Row {
  /// The column as SQLite holds it, valid until the next step: to find it costs more than to ask it what it is.
  /// It is used by the connection's own thread alone, as SQLite asks of such a value.
  private func stored(_ column: Int32) -> OpaquePointer? { sqlite3_column_value(pointer, column) }

  private func int64(_ value: OpaquePointer?, _ column: Int32) -> Int64 {
    guard sqlite3_value_type(value) == SQLITE_INTEGER else {
      return mismatch(column, "an integer", 0)
    }
    return sqlite3_value_int64(value)
  }

  /// The bytes of a text or a blob, valid until the next step or the next reading of the column.
  private static func bytes(of value: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
    let start =
      sqlite3_value_type(value) == SQLITE_TEXT
      ? UnsafeRawPointer(sqlite3_value_text(value)) : sqlite3_value_blob(value)
    let count = Int(sqlite3_value_bytes(value))
    return UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
  }

  /// Nil unless the bytes are UTF-8, which is when decoding has nothing to repair.
  /// `String(validating:as:)` says the same ten times as slowly.
  private func validText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var text = String(decoding: bytes, as: UTF8.self)
    return text.withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) } ? text : nil
  }

  private func mismatch<Stand>(_ column: Int32, _ wanted: String, _ stand: Stand) -> Stand {
    precondition(column >= 0 && column < columnCount, "the answer has no column \(column)")
    compiled.complain(
      SQLiteFailure(
        code: SQLITE_MISMATCH, message: "\(place(column)) is not \(wanted)", sql: compiled.sql))
    return stand
  }

  private func place(_ column: Int32) -> String { "column \(column) (\(columnName(column)))" }
}
