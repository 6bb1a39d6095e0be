/// The values of one row, slot by slot, in memory.
struct RowValues: CellSink {
  enum Value: Equatable {
    case null
    case integer(Int64)
    /// Where the text lies in `texts`.
    case text(Range<Int>)
  }

  private(set) var values: [Value]
  private(set) var texts: [UInt8] = []

  init(_ columns: StagedColumns) {
    values = Array(repeating: .null, count: columns.slots.count)
    texts.reserveCapacity(1_024)
  }

  /// Forgets the texts of the row before; its values are set anew.
  mutating func begin() { texts.removeAll(keepingCapacity: true) }

  mutating func setNull(_ slot: Int) { values[slot] = .null }

  mutating func set(_ slot: Int, _ value: Int64) { values[slot] = .integer(value) }

  mutating func set(_ slot: Int, text: Span<UInt8>) {
    let start = texts.count
    text.withUnsafeBufferPointer { texts.append(contentsOf: $0) }
    values[slot] = .text(start..<texts.count)
  }

  func integer(_ slot: Int) -> Int64? {
    guard case .integer(let value) = values[slot] else { return nil }
    return value
  }

  func isNull(_ slot: Int) -> Bool { values[slot] == .null }

  /// The bytes of a text; nil where the slot holds none.
  func text(_ slot: Int) -> Range<Int>? {
    guard case .text(let range) = values[slot] else { return nil }
    return range
  }
}
