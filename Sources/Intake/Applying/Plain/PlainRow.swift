import Register
import SQLite

/// A row of a sheet in the block that it is loaded from, by columns of its table and notes behind them.
struct PlainRow: CellSink {
  /// By slot, the column or note that holds its value.
  private let places: [Int]
  private let entered: Int
  private var block: FactBlock?
  private(set) var columns = UnsafeMutableBufferPointer<LentColumn>(start: nil, count: 0)

  init(_ sheet: PlainSheet) {
    places = sheet.places
    entered = sheet.table.column("entered")
  }

  /// Turns to the block's next row, of which nothing but its entry is known.
  mutating func begin(in block: FactBlock) {
    self.block = block
    columns = block.row
    for column in columns.indices where column != entered { columns[column] = .null }
  }

  mutating func setNull(_ slot: Int) { columns[places[slot]] = .null }

  mutating func set(_ slot: Int, _ value: Int64) { columns[places[slot]] = LentColumn(value) }

  mutating func set(_ slot: Int, text: Span<UInt8>) {
    guard let block else { preconditionFailure("no row was begun") }
    columns[places[slot]] = block.keep(text)
  }

  subscript(place: Int) -> LentColumn {
    get { columns[place] }
    set { columns[place] = newValue }
  }
}
