import SQLite

/// Rows that are read and not staged yet: those of the household at hand.
struct HeldRows: CellSink {
  struct Row {
    let number: Int
    let line: Int
    let clears: Int64
    let withdraws: Bool
    /// Whether it is sound by itself, and neither empties a cell nor takes its fact back.
    let isPlain: Bool
  }

  /// An integer, or where a text is among the bytes of all texts.
  private struct Cell {
    var word: Int64 = 0
    /// The bytes of a text; `none` or `integer` of what is no text.
    var count = Cell.none

    static let none = -1
    static let integer = -2

    var isText: Bool { count >= 0 }
  }

  private let width: Int
  private(set) var rows: [Row] = []
  /// Row by row, the slots of a row one after the other.
  private var cells: [Cell] = []
  private var texts: [UInt8] = []
  /// Where the texts of the last row begin.
  private var lastText = 0

  init(_ columns: StagedColumns) { width = columns.slots.count }

  /// Begins a row that holds nothing yet, in the place of one that was begun and not ended.
  mutating func begin() {
    cells.removeLast(cells.count - rows.count * width)
    cells.append(contentsOf: repeatElement(Cell(), count: width))
    lastText = texts.count
  }

  mutating func end(_ row: Row) { rows.append(row) }

  mutating func setNull(_ slot: Int) { cells[cells.count - width + slot] = Cell() }

  mutating func set(_ slot: Int, _ value: Int64) {
    cells[cells.count - width + slot] = Cell(word: value, count: Cell.integer)
  }

  mutating func set(_ slot: Int, text: Span<UInt8>) {
    cells[cells.count - width + slot] = Cell(word: Int64(texts.count), count: text.count)
    text.withUnsafeBufferPointer { texts.append(contentsOf: $0) }
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  /// Lets go of all rows but the last.
  mutating func keepLast() {
    guard rows.count > 1 else { return }
    cells.removeFirst(cells.count - width)
    for slot in cells.indices where cells[slot].isText { cells[slot].word -= Int64(lastText) }
    texts.removeFirst(lastText)
    rows.removeFirst(rows.count - 1)
    lastText = 0
  }

  // What the rows hold.

  func isNull(_ row: Int, _ slot: Int) -> Bool { cells[row * width + slot].count == Cell.none }

  /// Nil where the slot holds no integer.
  func integer(_ row: Int, _ slot: Int) -> Int64? {
    let cell = cells[row * width + slot]
    return cell.count == Cell.integer ? cell.word : nil
  }

  /// The text of a slot; empty where it holds none.
  func text(_ row: Int, _ slot: Int) -> ArraySlice<UInt8> {
    texts[range(cells[row * width + slot])]
  }

  /// Whether a slot holds what is stored, nothing where nothing is.
  func isSame(_ row: Int, _ slot: Int, _ stored: LentColumn) -> Bool {
    let cell = cells[row * width + slot]
    switch cell.count {
    case Cell.none: return stored.isNull
    case Cell.integer: return stored.isInteger && stored.integer == cell.word
    default:
      guard stored.isText, stored.byteCount == cell.count else { return false }
      return texts.withUnsafeBytes {
        UnsafeRawBufferPointer(rebasing: $0[range(cell)]).elementsEqual(stored.bytes)
      }
    }
  }

  /// Whether the last row's slot holds what the first row's does.
  func isLastLikeFirst(in slot: Int) -> Bool {
    let (first, last) = (cells[slot], cells[(rows.count - 1) * width + slot])
    guard first.count == last.count else { return false }
    return first.isText ? texts[range(first)] == texts[range(last)] : first.word == last.word
  }

  private func range(_ cell: Cell) -> Range<Int> {
    cell.isText ? Int(cell.word)..<Int(cell.word) + cell.count : 0..<0
  }

  /// Stages a row.
  func stage(_ index: Int, in sink: inout StagingSink) throws(SQLiteFailure) {
    for slot in 0..<width {
      let cell = cells[index * width + slot]
      switch cell.count {
      case Cell.none: sink.setNull(slot)
      case Cell.integer: sink.set(slot, cell.word)
      default: sink.set(slot, text: texts.span.extracting(range(cell)))
      }
    }
    let row = rows[index]
    try sink.add(
      row: row.number, line: row.line, clears: row.clears, withdraws: row.withdraws ? 1 : 0)
  }
}
