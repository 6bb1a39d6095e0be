/// A number that names something (household, staff, project, batch, voucher, movement, account, phone) as
/// the register keeps it. Files and the command line fold alike, so that two numbers that look alike are
/// one.
///
/// Out go: blanks at the ends, characters that nobody sees, `="…"`, an apostrophe before a digit or sign.
/// Full-width forms become ASCII, every short dash `-`, a run of blanks one space. A key of digits also
/// loses the blanks inside, separators that group thousands, and `.0` behind a whole number below 2^53,
/// as far as a spreadsheet or a program that keeps numbers with decimals gets them right.
package enum KeyFolding {
  /// The longest key, in characters.
  package static let longestKey = 32
  /// The digits of the longest phone number with its country's code (ITU-T E.164).
  package static let longestPhone = 15

  package struct Folded: Sendable {
    package var text: String
    /// Whether anything of a key of digits was taken out: blanks, thousands separators, `.0`.
    package var wasTidied = false
  }

  /// Whether `fold` and `foldPhone` would keep the cell as it is: ASCII letters, digits, `-`, `_`, `/`,
  /// brackets and the like, beginning with a letter or digit.
  package static func isFolded(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 0, isLetterOrDigit(cell[0]) else { return false }
    for place in cell.indices {
      let byte = cell[place]
      guard byte &- 0x21 < 0x5E, byte != 0x2C, byte != 0x2E else { return false }
    }
    return true
  }

  /// Throws `.spreadsheetNumber` where a program has written a number of more than 2^53 with a decimal,
  /// so that its last digits are lost.
  package static func fold(_ cell: Span<UInt8>) throws(CellFault) -> Folded {
    var scalars = plain(cell)
    let written = scalars.count
    if let digits = digitsAndBlanks(scalars), digits.count <= longestKey { scalars = digits }
    try takeOffThousands(&scalars)
    return Folded(text: string(scalars), wasTidied: scalars.count != written)
  }

  /// A text of the command line as `fold` reads a cell; as written where its digits are lost.
  package static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return folded(bytes.span)
  }

  /// As `fold`, of a cell whose faults are not reported.
  package static func folded(_ cell: Span<UInt8>) -> String {
    do { return try fold(cell).text } catch { return CellText.foldedString(cell) }
  }

  /// A phone number. Several of them in one cell are kept as written.
  package static func foldPhone(_ cell: Span<UInt8>) throws(CellFault) -> Folded {
    var scalars = plain(cell)
    if holdsSeveralPhones(scalars) {
      return Folded(text: CellText.string(cell, in: CellText.text(cell, beforeDigits: true)))
    }
    let written = scalars.count
    if let digits = digitsAndBlanks(scalars), digits.count <= longestPhone { scalars = digits }
    try takeOffThousands(&scalars)
    return Folded(text: string(scalars), wasTidied: scalars.count != written)
  }

  /// Folded scalar by scalar, blanks joined and none at the ends.
  private static func plain(_ cell: Span<UInt8>) -> [UInt32] {
    let tidy = TidyCell(cell)
    var cursor = ScalarCursor(CellText.typed(tidy.bytes.span))
    var scalars: [UInt32] = []
    while let scalar = cursor.nextFolded(in: tidy.bytes.span) {
      if isSelector(scalar) { continue }
      let kept: UInt32 =
        ScalarCursor.isBlank(scalar) ? 0x20 : 0x2010...0x2013 ~= scalar ? 0x2D : scalar
      if kept == 0x20, scalars.last == 0x20 { continue }
      scalars.append(kept)
    }
    return scalars
  }

  /// The digits alone, where there are nothing but digits and blanks.
  private static func digitsAndBlanks(_ scalars: [UInt32]) -> [UInt32]? {
    guard scalars.contains(0x20),
      scalars.allSatisfy({ $0 == 0x20 || ScalarCursor.isDigit($0) })
    else { return nil }
    return scalars.filter { $0 != 0x20 }
  }

  private static func takeOffThousands(_ scalars: inout [UInt32]) throws(CellFault) {
    var whole = scalars[...]
    let hasZero = whole.suffix(2).elementsEqual([0x2E, 0x30])
    if hasZero { whole = whole.dropLast(2) }
    let groups = whole.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard hasZero || groups.count > 1,
      groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(ScalarCursor.isDigit) }),
      groups.count == 1
        || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return }
    let digits = groups.flatMap { $0 }
    if hasZero {
      let number = digits.reduce(UInt64(0)) { $0 > 1 << 56 ? $0 : $0 * 10 + UInt64($1 - 0x30) }
      guard number < 1 << 53 else { throw .spreadsheetNumber }
    }
    scalars = digits
  }

  /// Runs of digits as long as a phone number without its area code, at least two.
  private static func holdsSeveralPhones(_ scalars: [UInt32]) -> Bool {
    scalars.split { !ScalarCursor.isDigit($0) }.count { $0.count >= 7 } > 1
  }

  private static func string(_ scalars: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(text)
  }

  /// Choose the form of a character, which a number does not have.
  private static func isSelector(_ scalar: UInt32) -> Bool {
    0xFE00...0xFE0F ~= scalar || 0xE0100...0xE01EF ~= scalar
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
