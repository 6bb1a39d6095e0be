import SQLite

/// Some rows of one fact table, made by one thread and inserted by another: every column but `withdrawn`,
/// in the table's order. The last, `entered`, is the entry that loads them.
///
/// `@unchecked Sendable`: a block is in one place at a time, and changes place only by the lock of the
/// `BlockExchange`: among the free or the filled ones, where nobody touches it; with the second thread from
/// `takeFree` to `give`; with the first from `exchange` to the next `exchange`. A maker keeps no use of a
/// block beyond `fill`.
package final class FactBlock: @unchecked Sendable {
  package let table: FactTable
  /// Blocks of other tables, whose rows are made along with this one's.
  package let beside: [FactBlock]
  /// The columns of a row, without and with those that are only noted.
  private let width: Int
  private let stride: Int
  private let capacity: Int
  private let columns: UnsafeMutableBufferPointer<LentColumn>
  /// By row.
  private let leftOut: UnsafeMutableBufferPointer<Bool>
  /// By row; those of rows that are left out mean nothing.
  private let leaves: UnsafeMutableBufferPointer<SHA256Digest>
  /// Behind a pointer, since the variables of a class are checked for exclusive access at every use.
  private let state: UnsafeMutablePointer<State>

  private struct State: ~Copyable {
    var count = 0
    var bytesRead: Int64 = 0
    var isHashed = false
    var texts = TextRoom()
  }

  /// - Parameter notes: columns behind the table's own that the maker of rows keeps for itself.
  package init(
    _ table: FactTable, capacity: Int, notes: Int = 0, beside: [FactBlock] = [],
    of entry: borrowing OpenEntry
  ) {
    self.table = table
    self.beside = beside
    self.capacity = capacity
    width = table.columns.count
    stride = width + notes
    columns = .allocate(capacity: capacity * stride)
    columns.initialize(repeating: .null)
    leftOut = .allocate(capacity: capacity)
    leftOut.initialize(repeating: false)
    leaves = .allocate(capacity: capacity)
    state = .allocate(capacity: 1)
    state.initialize(to: State())
    let entered = table.column("entered")
    for row in 0..<capacity { columns[row * stride + entered] = LentColumn(entry.number) }
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
    columns.deallocate()
    leftOut.deallocate()
    leaves.deallocate()
  }

  /// The rows it holds.
  package var count: Int { state.pointee.count }

  package var isFull: Bool { state.pointee.count == capacity }

  /// How far the file was read for it, for who shows progress.
  package var bytesRead: Int64 {
    get { state.pointee.bytesRead }
    set { state.pointee.bytesRead = newValue }
  }

  /// Starts again without rows, here and in the blocks beside it; the texts of the old ones are released.
  /// Columns keep what they had until they are set.
  package func removeAll() {
    state.pointee.count = 0
    state.pointee.isHashed = false
    state.pointee.texts.removeAll()
    for block in beside { block.removeAll() }
  }

  /// The row being made: its columns, and the notes behind them.
  ///
  /// - Precondition: not `isFull`.
  package var row: UnsafeMutableBufferPointer<LentColumn> {
    precondition(!isFull, "the block is full")
    let first = state.pointee.count * stride
    return UnsafeMutableBufferPointer(rebasing: columns[first..<first + stride])
  }

  /// Ends the row whose columns were set.
  package func endRow() {
    leftOut[state.pointee.count] = false
    state.pointee.count += 1
  }

  /// The columns and notes of a row that has ended, to be changed.
  package func ended(_ index: Int) -> UnsafeMutableBufferPointer<LentColumn> {
    UnsafeMutableBufferPointer(rebasing: columns[index * stride..<index * stride + stride])
  }

  /// Has a row that has ended not be added to the table.
  package func leaveOut(_ index: Int) { leftOut[index] = true }

  func isLeftOut(_ index: Int) -> Bool { leftOut[index] }

  /// A text of the block's own, which stays until `removeAll`.
  ///
  /// - Parameter text: UTF-8.
  package func keep(_ text: Span<UInt8>) -> LentColumn {
    LentColumn(text: text.withUnsafeBytes { state.pointee.texts.keep($0) })
  }

  /// Whether `leaf` knows the leaves of all rows.
  var isHashed: Bool { state.pointee.isHashed }

  /// Keeps the leaf of each row that is not left out.
  func hash(_ leaf: (UnsafeBufferPointer<LentColumn>) -> SHA256Digest) {
    for index in 0..<count where !isLeftOut(index) {
      leaves.initializeElement(at: index, to: leaf(row(index)))
    }
    state.pointee.isHashed = true
  }

  func leaf(_ index: Int) -> SHA256Digest { leaves[index] }

  /// The columns of a row that has ended.
  func row(_ index: Int) -> UnsafeBufferPointer<LentColumn> {
    UnsafeBufferPointer(rebasing: columns[index * stride..<index * stride + width])
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
