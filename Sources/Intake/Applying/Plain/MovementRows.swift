import Register
import SQLite

/// Fills blocks with movements.
struct MovementRows: BlockMaker {
  private let given: PlainMovements
  private let sheet: PlainSheet
  private let isPayment: Int64
  private let places: Places
  /// The id before the next row's; nil where some movements may stand.
  private var lastID: Int64?
  private var index = 0

  private struct Places {
    let isPayment, number, upper, lower, amount, day, reverses: Int
  }

  init(_ given: PlainMovements, isPayment: Int, _ sheet: PlainSheet, after lastID: Int64?) {
    self.given = given
    self.sheet = sheet
    self.isPayment = Int64(isPayment)
    self.lastID = lastID
    let table = sheet.table
    places = Places(
      isPayment: table.column("is_payment"), number: table.column("number"),
      upper: table.column("upper_id"), lower: table.column("lower_id"),
      amount: table.column("amount_fen"), day: table.column("moved_on"),
      reverses: table.column("reverses"))
  }

  mutating func fill(_ block: FactBlock) -> Bool {
    block.removeAll()
    while !block.isFull, index < given.movements.count {
      let movement = given.movements[index]
      let row = block.row
      if let lastID {
        row[0] = LentColumn(lastID + Int64(index) + 1)
      }
      row[places.isPayment] = LentColumn(isPayment)
      row[places.number] = block.keep(given.number(index).span)
      row[places.upper] = LentColumn(given.accounts.id(movement.upper))
      row[places.lower] = LentColumn(given.accounts.id(movement.lower))
      row[places.amount] = LentColumn(movement.amount)
      row[places.day] = LentColumn(Int64(movement.day))
      row[places.reverses] =
        movement.reversed < 0
        ? .null : block.keep(given.number(Int(movement.reversed)).span)
      row[sheet.home] = movement.home == 0 ? .null : LentColumn(movement.home)
      block.endRow()
      index += 1
    }
    return block.count > 0
  }
}
