import SQLite

/// Some rows of one fact table, made by one thread and inserted by another: every column but `withdrawn`,
/// in the table's order.
package final class FactBlock {
  package let table: FactTable
  /// How far the file was read for it, for who shows progress.
  package var bytesRead: Int64 = 0
  /// The rows it holds.
  package private(set) var count = 0
  private let capacity: Int
  private let columns: UnsafeMutableBufferPointer<LentColumn>
  /// The columns of the row being made.
  private var row: UnsafeMutableBufferPointer<LentColumn>
  private var texts = TextRoom()

  package init(_ table: FactTable, capacity: Int) {
    self.table = table
    self.capacity = capacity
    columns = .allocate(capacity: capacity * table.columns.count)
    columns.initialize(repeating: .null)
    row = UnsafeMutableBufferPointer(rebasing: columns[..<table.columns.count])
  }

  deinit { columns.deallocate() }

  package var isFull: Bool { count == capacity }

  /// Begins anew, with no rows; texts of the old ones are gone.
  package func removeAll() {
    count = 0
    texts.removeAll()
    moveRow()
  }

  /// Ends the row whose columns were set.
  ///
  /// - Precondition: not `isFull`.
  package func endRow() {
    count += 1
    if !isFull { moveRow() }
  }

  private func moveRow() {
    let first = count * table.columns.count
    row = UnsafeMutableBufferPointer(rebasing: columns[first..<first + table.columns.count])
  }

  package func setNull(_ column: Int) { row[column] = .null }

  package func set(_ column: Int, _ integer: Int64) { row[column] = LentColumn(integer) }

  package func set(_ column: Int, _ integer: Int64?) {
    row[column] = integer.map { LentColumn($0) } ?? .null
  }

  /// Copies the bytes, which are UTF-8.
  package func set(_ column: Int, text: Span<UInt8>) {
    row[column] = LentColumn(text: text.withUnsafeBytes { texts.keep($0) })
  }

  /// The columns of a row that has ended.
  func row(_ index: Int) -> UnsafeBufferPointer<LentColumn> {
    let first = index * table.columns.count
    return UnsafeBufferPointer(rebasing: columns[first..<first + table.columns.count])
  }
}

/// Room for texts that does not move while they are needed.
private struct TextRoom: ~Copyable {
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var chunk = 0
  private var used = 0
  private static let size = 1 << 18

  mutating func keep(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    while true {
      if chunk == chunks.count {
        chunks.append(.allocate(byteCount: max(TextRoom.size, text.count), alignment: 1))
      }
      let room = chunks[chunk]
      if room.count - used >= text.count {
        let place = UnsafeMutableRawBufferPointer(rebasing: room[used..<used + text.count])
        place.copyMemory(from: text)
        used += text.count
        return UnsafeRawBufferPointer(place)
      }
      chunk += 1
      used = 0
    }
  }

  /// Keeps the first chunk, which most blocks do with.
  mutating func removeAll() {
    for chunk in chunks.dropFirst() { chunk.deallocate() }
    if let first = chunks.first { chunks = [first] }
    (chunk, used) = (0, 0)
  }

  deinit { for chunk in chunks { chunk.deallocate() } }
}
