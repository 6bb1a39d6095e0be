/// A number at the head of a typed cell: sign, digits, thousands separators, decimals.
///
/// Separators are taken only where they are well placed, `1,234,567` and never `1,23` or `1,2345`,
/// which may be a slip or a comma of another country. Decimals are counted as written: `1.230` has
/// three, for it may as well be a thousand and some in another country's hand.
struct DecimalCell {
  private(set) var isNegative = false
  /// The digits without the point: 12.34 is 1234 with two decimals.
  private(set) var mantissa: UInt64 = 0
  private(set) var decimals = 0
  private(set) var cursor: ScalarCursor

  /// Throws `form` where there is no number, `.spreadsheetNumber` for `1.2E+17`, and
  /// `.numberRange` beyond 64 bits. `currency` allows a `¥` before the digits.
  init(_ cell: Span<UInt8>, form: CellFault, currency: Bool = false) throws(CellFault) {
    let range = CellText.typed(cell)
    guard !range.isEmpty else { throw .missing }
    cursor = ScalarCursor(range)
    let signed = takeSign(cell)
    if currency, take(0xA5, cell) {
      skipBlanks(cell)
      if !signed { _ = takeSign(cell) }
    }
    guard try takeWhole(cell) else { throw form }
    if take(0x2E, cell) {
      decimals = try takeDigits(cell)
      guard decimals > 0 else { throw form }
    }
    if isExponent(cell) { throw .spreadsheetNumber }
  }

  /// Nothing but blanks is left of the cell.
  mutating func isDone(_ cell: Span<UInt8>) -> Bool {
    skipBlanks(cell)
    return cursor.isAtEnd
  }

  /// Takes the scalar if it comes next.
  mutating func take(_ wanted: UInt32, _ cell: Span<UInt8>) -> Bool {
    var ahead = cursor
    guard ahead.nextFolded(in: cell) == wanted else { return false }
    cursor = ahead
    return true
  }

  mutating func skipBlanks(_ cell: Span<UInt8>) {
    var ahead = cursor
    while let scalar = ahead.next(in: cell), ScalarCursor.isBlank(scalar) { cursor = ahead }
  }

  /// The number as that many units of the last place, nil where 64 bits do not hold it:
  /// 12.34 scaled to 3 is 12340. `places` is not below `decimals`.
  func scaled(to places: Int) -> Int64? {
    var value = mantissa
    for _ in decimals..<max(places, decimals) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    guard let magnitude = Int64(exactly: value) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  private mutating func takeSign(_ cell: Span<UInt8>) -> Bool {
    if take(0x2D, cell) {
      isNegative = true
      return true
    }
    return take(0x2B, cell)
  }

  /// The digits before the point; false where there are none or a separator is misplaced.
  private mutating func takeWhole(_ cell: Span<UInt8>) throws(CellFault) -> Bool {
    let lead = try takeDigits(cell)
    guard lead > 0 else { return false }
    var isGrouped = false
    while take(0x2C, cell) {
      isGrouped = true
      guard try takeDigits(cell) == 3 else { return false }
    }
    return !isGrouped || lead <= 3
  }

  private mutating func takeDigits(_ cell: Span<UInt8>) throws(CellFault) -> Int {
    var count = 0
    var ahead = cursor
    while let scalar = ahead.nextFolded(in: cell), ScalarCursor.isDigit(scalar) {
      let (tenfold, tooLarge) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tenfold.addingReportingOverflow(UInt64(scalar - 0x30))
      if tooLarge || overflow { throw .numberRange }
      mantissa = sum
      count += 1
      cursor = ahead
    }
    return count
  }

  private func isExponent(_ cell: Span<UInt8>) -> Bool {
    var ahead = cursor
    guard let letter = ahead.nextFolded(in: cell), letter | 0x20 == 0x65 else { return false }
    guard let sign = ahead.nextFolded(in: cell) else { return false }
    if ScalarCursor.isDigit(sign) { return true }
    guard sign == 0x2B || sign == 0x2D, let digit = ahead.nextFolded(in: cell) else { return false }
    return ScalarCursor.isDigit(digit)
  }
}
