import SQLite

/// Some rows of one fact table, made by one thread and inserted by another: every column but `withdrawn`,
/// in the table's order.
package final class FactBlock {
  package let table: FactTable
  private let width: Int
  private let capacity: Int
  private let columns: UnsafeMutableBufferPointer<LentColumn>
  /// Behind a pointer, since the variables of a class are checked for exclusive access at every use.
  private let state: UnsafeMutablePointer<State>

  private struct State: ~Copyable {
    var count = 0
    /// Where the row being made begins among the columns.
    var row = 0
    var bytesRead: Int64 = 0
    var texts = TextRoom()
  }

  package init(_ table: FactTable, capacity: Int) {
    self.table = table
    self.capacity = capacity
    width = table.columns.count
    columns = .allocate(capacity: (capacity + 1) * width)
    columns.initialize(repeating: .null)
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
    columns.deallocate()
  }

  /// The rows it holds.
  package var count: Int { state.pointee.count }

  package var isFull: Bool { state.pointee.count == capacity }

  /// How far the file was read for it, for who shows progress.
  package var bytesRead: Int64 {
    get { state.pointee.bytesRead }
    set { state.pointee.bytesRead = newValue }
  }

  /// Begins anew, with no rows; texts of the old ones are gone.
  package func removeAll() {
    state.pointee.count = 0
    state.pointee.row = 0
    state.pointee.texts.removeAll()
  }

  /// Ends the row whose columns were set.
  ///
  /// - Precondition: not `isFull`.
  package func endRow() {
    state.pointee.count += 1
    state.pointee.row += width
  }

  package func setNull(_ column: Int) { set(column, .null) }

  package func set(_ column: Int, _ integer: Int64) { set(column, LentColumn(integer)) }

  /// Copies the bytes, which are UTF-8.
  package func set(_ column: Int, text: Span<UInt8>) {
    set(column, LentColumn(text: text.withUnsafeBytes { state.pointee.texts.keep($0) }))
  }

  private func set(_ column: Int, _ value: LentColumn) {
    precondition(column < width, "the table has no such column")
    columns[state.pointee.row + column] = value
  }

  /// The columns of a row that has ended.
  func row(_ index: Int) -> UnsafeBufferPointer<LentColumn> {
    UnsafeBufferPointer(rebasing: columns[index * width..<(index + 1) * width])
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
