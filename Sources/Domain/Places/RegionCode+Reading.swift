/// Region codes as counties write them.
extension RegionCode {
  /// 6, 9 or 12 digits of either width. Throws `.spreadsheetNumber` for `4.31222E+11`,
  /// `.regionCodeForm` for anything else.
  package static func read(_ cell: Span<UInt8>) throws(CellFault) -> RegionCode {
    if let value = plainDigits(cell), let code = RegionCode(value) { return code }
    var number: DecimalCell
    do {
      number = try DecimalCell(cell, form: .regionCodeForm)
    } catch .numberRange {
      throw .regionCodeForm
    }
    let range = CellText.typed(cell)
    guard number.isDone(cell), isDigits(cell, range), let value = number.scaled(to: 0),
      let code = RegionCode(value)
    else { throw .regionCodeForm }
    return code
  }

  /// The number of a cell of ASCII digits alone, not beginning with zero; nil for any other cell.
  private static func plainDigits(_ cell: Span<UInt8>) -> Int64? {
    guard 6...12 ~= cell.count, cell[0] != 0x30 else { return nil }
    var value: Int64 = 0
    for place in 0..<cell.count {
      let digit = cell[place] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return value
  }

  private static func isDigits(_ cell: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var cursor = ScalarCursor(range)
    var isFirst = true
    while let scalar = cursor.nextFolded(in: cell) {
      // A leading zero would vanish in the number.
      guard ScalarCursor.isDigit(scalar), !(isFirst && scalar == 0x30) else { return false }
      isFirst = false
    }
    return true
  }
}
