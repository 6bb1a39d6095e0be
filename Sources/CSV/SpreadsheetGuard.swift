/// The leading apostrophe that keeps a spreadsheet from taking a cell for a formula.
///
/// Writing puts it before a cell that begins with `=`, `+`, `-`, `@`, tab or CR and is not a number, and
/// before the full-width `＝＋－＠`, which some spreadsheets take for the same;
/// reading takes it off. So that a text which itself begins with an apostrophe comes back whole,
/// one that would look guarded gets a second.
package enum SpreadsheetGuard {
  /// True where a cell is written with an apostrophe in front.
  package static func isNeeded(for cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty else { return false }
    if cell[0] == apostrophe { return isPresent(in: cell) }
    return isFullWidthSign(cell, at: 0) || (beginsFormula(cell[0]) && !isNumber(cell))
  }

  /// True where a cell's first apostrophe is before a digit, an apostrophe or the beginning of
  /// a formula, and is therefore no part of its text.
  package static func isPresent(in cell: Span<UInt8>) -> Bool {
    guard cell.count > 1, cell[0] == apostrophe else { return false }
    let second = cell[1]
    return second == apostrophe || beginsFormula(second) || isDigit(second)
      || isFullWidthSign(cell, at: 1)
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  /// U+FF1D, FF0B, FF0D, FF20 in UTF-8: EF BC and a third byte.
  private static func isFullWidthSign(_ cell: Span<UInt8>, at index: Int) -> Bool {
    guard index + 2 < cell.count, cell[index] == 0xEF, cell[index + 1] == 0xBC else { return false }
    return switch cell[index + 2] {
    case 0x9D, 0x8B, 0x8D, 0xA0: true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A sign or none, digits with at most one point, and an exponent or none.
  private static func isNumber(_ cell: Span<UInt8>) -> Bool {
    var index = isSign(cell[0]) ? 1 : 0
    let whole = digits(cell, from: &index)
    var fraction = 0
    if index < cell.count, cell[index] == UInt8(ascii: ".") {
      index += 1
      fraction = digits(cell, from: &index)
    }
    guard whole + fraction > 0 else { return false }
    if index < cell.count, cell[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < cell.count, isSign(cell[index]) { index += 1 }
      guard digits(cell, from: &index) > 0 else { return false }
    }
    return index == cell.count
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func digits(_ cell: Span<UInt8>, from index: inout Int) -> Int {
    let start = index
    while index < cell.count, isDigit(cell[index]) { index += 1 }
    return index - start
  }
}
