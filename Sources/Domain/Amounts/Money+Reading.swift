/// Amounts as counties write them: `1,234.50`, `¥1234.5`, `-300元`, `３.５万元`.
extension Money {
  /// Larger amounts, either way, are slips of the hand: a trillion yuan is more than the province
  /// produced in a year, and a sum of ninety thousand such cells still fits 64 bits.
  package static let highestWritten = Money(fen: 100_000_000_000_000)

  /// `headerUnit` is the unit that the column's header names, nil where it names none. A cell
  /// without a unit is in the header's unit, else in yuan; a cell's own unit must be the header's.
  package static func read(
    _ cell: Span<UInt8>, headerUnit: MoneyUnit?
  ) throws(CellFault) -> Money {
    var number = try DecimalCell(cell, form: .moneyForm, currency: true)
    let cellUnit = number.isDone(cell) ? nil : try unit(cell, after: number)
    if let headerUnit, let cellUnit, headerUnit != cellUnit {
      throw .unitConflict(header: headerUnit, cell: cellUnit)
    }
    let unit = cellUnit ?? headerUnit ?? .yuan
    guard number.decimals <= unit.decimals else {
      throw .moneyDecimals(found: number.decimals, allowed: unit.decimals)
    }
    guard let fen = number.scaled(to: unit.decimals), fen.magnitude <= highestWritten.fen.magnitude
    else { throw .numberRange }
    return Money(fen: fen)
  }

  private static func unit(
    _ cell: Span<UInt8>, after number: DecimalCell
  ) throws(CellFault) -> MoneyUnit {
    let rest = cell.extracting(number.cursor.position..<number.cursor.end)
    guard let unit = MoneyUnit.read(rest) else { throw .moneyForm }
    return unit
  }
}
