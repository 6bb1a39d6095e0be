extension CellText {
  /// Whether a cell of a number that names something holds what a spreadsheet made of it, `4.33123E+15`:
  /// one digit, perhaps decimals, `E+` and the power. `E12` and `P2E5` are numbers of things.
  package static func isSpreadsheetNumber(_ cell: Span<UInt8>) -> Bool {
    let range = typed(cell)
    guard range.count >= 4, isDigit(cell[range.lowerBound]) else { return false }
    var place = range.upperBound - 1
    while place > range.lowerBound, isDigit(cell[place]) { place -= 1 }
    guard place < range.upperBound - 1, cell[place] == UInt8(ascii: "+"),
      cell[place - 1] | 0x20 == UInt8(ascii: "e")
    else { return false }
    let decimals = range.lowerBound + 1..<place - 1
    guard let point = decimals.first else { return true }
    return decimals.count > 1 && cell[point] == UInt8(ascii: ".")
      && decimals.dropFirst().allSatisfy { isDigit(cell[$0]) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
