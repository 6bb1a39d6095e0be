import Register
import SQLite

/// The row of `member` that a row of the roster becomes, in the block it is loaded from. What the row says of
/// its household is noted behind the table's columns.
struct MemberRow: CellSink {
  /// By slot, the column or note that holds its value.
  private let places: [Int]
  /// The slots that columns of `member` hold as they are.
  let ofMember: [Int]
  private var block: FactBlock?
  private var row = UnsafeMutableBufferPointer<LentColumn>(start: nil, count: 0)

  /// Columns of `member` that are worked out from the slots of their name and not what these hold.
  private static let workedOut: Set = ["joined_on", "left_on"]

  init(_ table: FactTable) {
    var notes = 0
    places = StagedColumns(.roster).slots.map { staged in
      let name = staged.name.filter { $0 != "\"" }
      if let column = table.columns.firstIndex(of: name), !MemberRow.workedOut.contains(name) {
        return column
      }
      notes += 1
      return table.columns.count + notes - 1
    }
    ofMember = places.indices.filter { [places] in places[$0] < table.columns.count }
  }

  /// The notes that a block needs for a row.
  static func notes(for table: FactTable) -> Int {
    (MemberRow(table).places.max() ?? 0) + 1 - table.columns.count
  }

  /// Turns to the block's next row, which holds nothing yet.
  mutating func begin(in block: FactBlock) {
    self.block = block
    row = block.row
  }

  mutating func setNull(_ slot: Int) { row[places[slot]] = .null }

  mutating func set(_ slot: Int, _ value: Int64) { row[places[slot]] = LentColumn(value) }

  mutating func set(_ slot: Int, text: Span<UInt8>) {
    guard let block else { preconditionFailure("no row was begun") }
    row[places[slot]] = block.keep(text)
  }

  /// Sets a column of the table.
  mutating func set(column: Int, _ value: Int64) { row[column] = LentColumn(value) }

  func integer(_ slot: Int) -> Int64? {
    let value = row[places[slot]]
    return value.isInteger ? value.integer : nil
  }

  func isNull(_ slot: Int) -> Bool { row[places[slot]].isNull }

  /// The bytes of a text; nil where the slot holds none.
  func text(_ slot: Int) -> UnsafeRawBufferPointer? {
    let value = row[places[slot]]
    return value.isText ? value.bytes : nil
  }

  /// Of the values of slots: distinguishes people without an ID; equal for different people now and then, which
  /// is unusual and no more.
  func hash(of slots: [Int]) -> Int {
    var hash = 17
    for slot in slots {
      let value = row[places[slot]]
      if value.isInteger {
        hash = (hash &* 31) ^ Int(value.integer)
      } else {
        for byte in value.bytes { hash = (hash &* 31) ^ Int(byte) }
      }
      hash = hash &* 31
    }
    return hash
  }
}
