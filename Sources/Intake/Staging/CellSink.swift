import SQLite

/// Takes the values that a row's cells are read as, each into its slot (`StagedColumns`).
package protocol CellSink: ~Copyable {
  mutating func setNull(_ slot: Int)
  mutating func set(_ slot: Int, _ value: Int64)
  /// Copies the bytes, which are UTF-8.
  mutating func set(_ slot: Int, text: Span<UInt8>)
}

extension CellSink where Self: ~Copyable {
  package mutating func set(_ slot: Int, text: String) {
    var text = text
    text.withUTF8 { set(slot, text: $0.span) }
  }

  package mutating func set(_ slot: Int, _ value: Int64?) {
    if let value { set(slot, value) } else { setNull(slot) }
  }
}

/// The statement that adds a row to `temp.staged`.
struct StagingSink: CellSink, ~Copyable {
  private let insert: Statement

  init(_ columns: StagedColumns, on connection: borrowing Connection) throws(SQLiteFailure) {
    insert = try connection.prepare(columns.insertSQL)
    for slot in columns.slots.indices { setNull(slot) }
  }

  func setNull(_ slot: Int) { insert.bindNull(at: parameter(slot)) }

  func set(_ slot: Int, _ value: Int64) { insert.bind(value, at: parameter(slot)) }

  func set(_ slot: Int, text: Span<UInt8>) { insert.bind(text: text, at: parameter(slot)) }

  /// Adds the row whose slots are set.
  ///
  /// - Parameters:
  ///   - clears: a bit for each column of the sheet whose cell says `(clear)`.
  ///   - withdraws: 1 where the row takes its fact back, 2 where it could not be read.
  func add(row: Int, line: Int, clears: Int64, withdraws: Int) throws(SQLiteFailure) {
    insert.bind(row, at: 1)
    insert.bind(line, at: 2)
    insert.bind(clears, at: 3)
    insert.bind(withdraws, at: 4)
    _ = try insert.step()
    insert.reset()
  }

  private func parameter(_ slot: Int) -> Int32 {
    Int32(slot + StagedColumns.fixedColumns.count + 1)
  }
}
