/// The values of one row, by slot.
struct CellValues: CellSink {
  private enum Cell {
    case empty
    case integer(Int64)
    /// Where the text is among `bytes`.
    case text(start: Int, end: Int)
  }

  private var cells: [Cell]
  private var bytes: [UInt8] = []

  init(slots: Int) { cells = Array(repeating: .empty, count: slots) }

  /// Forgets the row before.
  mutating func begin() {
    for slot in cells.indices { cells[slot] = .empty }
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func setNull(_ slot: Int) { cells[slot] = .empty }

  mutating func set(_ slot: Int, _ value: Int64) { cells[slot] = .integer(value) }

  mutating func set(_ slot: Int, text: Span<UInt8>) {
    let start = bytes.count
    text.withUnsafeBytes { bytes.append(contentsOf: $0) }
    cells[slot] = .text(start: start, end: bytes.count)
  }

  /// Nil where there is none, or no such column.
  func integer(_ slot: Int?) -> Int64? {
    if let slot, case .integer(let value) = cells[slot] { value } else { nil }
  }

  func holds(_ slot: Int?) -> Bool {
    guard let slot else { return false }
    if case .empty = cells[slot] { return false }
    return true
  }

  /// Gives the bytes of a text to `body`; nil where there is none.
  func text<Answer>(_ slot: Int?, _ body: (UnsafeRawBufferPointer) -> Answer) -> Answer? {
    guard let slot, case .text(let start, let end) = cells[slot] else { return nil }
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }
}
