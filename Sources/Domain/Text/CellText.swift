/// What a cell says without the marks that spreadsheets leave around it.
///
/// There are two kinds of cell. A *typed* cell is an amount, a date, a code or a number: there
/// full-width forms mean their ASCII twins and an apostrophe before a digit is Excel's sign for
/// "this is text". A *text* cell is a name or a remark: only blanks at its ends are taken off, and
/// the apostrophe that an export puts before a formula sign.
package enum CellText {
  /// The bytes between the blanks at both ends.
  package static func trimmed(_ cell: Span<UInt8>) -> Range<Int> {
    guard cell.count > 0 else { return 0..<0 }
    if isPlainlyInked(cell) { return 0..<cell.count }
    var cursor = ScalarCursor(0..<cell.count)
    while cursor.dropBlankAtEnd(in: cell) {}
    var ahead = cursor
    while let scalar = ahead.next(in: cell), ScalarCursor.isBlank(scalar) { cursor = ahead }
    return cursor.position..<cursor.end
  }

  /// Nearly every cell begins and ends with visible ASCII or with an ideograph of U+4000…U+9FFF,
  /// three bytes of which the first is 0xE4…0xE9: nothing to trim, and no need to decode.
  @inline(__always)
  private static func isPlainlyInked(_ cell: Span<UInt8>) -> Bool {
    let count = cell.count
    let first = cell[0]
    guard first &- 0x21 < 0x5E || first &- 0xE4 < 6 else { return false }
    let last = cell[count - 1]
    return last &- 0x21 < 0x5E || (last >= 0x80 && count >= 3 && cell[count - 3] &- 0xE4 < 6)
  }

  /// The bytes of a typed cell: trimmed, and without an apostrophe before a digit or a sign.
  package static func typed(_ cell: Span<UInt8>) -> Range<Int> {
    withoutApostrophe(cell, trimmed(cell), beforeDigits: true)
  }

  /// The bytes of a text cell: trimmed, and without the apostrophe that an export puts before
  /// `= + - @ '` (the full-width signs too), a tab or a carriage return. One before a digit belongs to the text, unless
  /// `beforeDigits` says that the column holds codes (a household number, a voucher number).
  package static func text(_ cell: Span<UInt8>, beforeDigits: Bool = false) -> Range<Int> {
    withoutApostrophe(cell, trimmed(cell), beforeDigits: beforeDigits)
  }

  /// A text cell as a String; see `text(_:beforeDigits:)`.
  package static func string(_ cell: Span<UInt8>, beforeDigits: Bool = false) -> String {
    string(cell, in: text(cell, beforeDigits: beforeDigits))
  }

  /// A typed cell as a String, full-width forms as ASCII.
  package static func foldedString(_ cell: Span<UInt8>) -> String {
    var cursor = ScalarCursor(typed(cell))
    var text = ""
    while let scalar = cursor.nextFolded(in: cell) {
      text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return text
  }

  /// Whether a typed cell is its own folded string: visible ASCII, with no apostrophe before it.
  package static func isPlain(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 0, cell[0] != 0x27 else { return false }
    for index in cell.indices where cell[index] &- 0x21 >= 0x5E { return false }
    return true
  }

  /// Reads a text as if it were a cell: for options of the command line and stored words.
  package static func reading<Value>(
    _ text: String, _ read: (Span<UInt8>) throws(CellFault) -> Value
  ) throws(CellFault) -> Value {
    let bytes = Array(text.utf8)
    return try read(bytes.span)
  }

  /// Whether the cell holds `*` of either width, as an export without `--reveal` writes it.
  package static func isMasked(_ cell: Span<UInt8>) -> Bool {
    var cursor = ScalarCursor(0..<cell.count)
    while let scalar = cursor.nextFolded(in: cell) {
      if scalar == 0x2A { return true }
    }
    return false
  }

  package static func isEmpty(_ cell: Span<UInt8>) -> Bool { trimmed(cell).isEmpty }

  static func string(_ cell: Span<UInt8>, in range: Range<Int>) -> String {
    cell.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  private static func withoutApostrophe(
    _ cell: Span<UInt8>, _ range: Range<Int>, beforeDigits: Bool
  ) -> Range<Int> {
    guard range.count > 1 else { return range }
    let lead = cell[range.lowerBound]
    guard lead == 0x27 || (beforeDigits && (lead == 0xE2 || lead == 0xEF)) else { return range }
    var cursor = ScalarCursor(range)
    guard let mark = cursor.next(in: cell), isApostrophe(mark, typed: beforeDigits) else {
      return range
    }
    var ahead = cursor
    guard let following = beforeDigits ? ahead.nextFolded(in: cell) : ahead.next(in: cell) else {
      return range
    }
    switch following {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x27, 0x09, 0x0D, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20:
      return cursor.position..<range.upperBound
    case 0x30...0x39 where beforeDigits: return cursor.position..<range.upperBound
    default: return range
    }
  }

  /// `'`, and in typed cells the full-width and the curled ones that typing aids make of it.
  private static func isApostrophe(_ scalar: UInt32, typed: Bool) -> Bool {
    scalar == 0x27 || (typed && (scalar == 0xFF07 || scalar == 0x2018 || scalar == 0x2019))
  }
}
