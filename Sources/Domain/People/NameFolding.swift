/// The name of a person as the register keeps it.
///
/// Names of several parts, 阿迪力·买买提, come with half a dozen dots; between Chinese characters all
/// of them become U+00B7. Blanks at the ends go, a run of blanks inside becomes one space. Every
/// other character stays exactly as written, the rare ones beyond U+FFFF and the private ones of
/// GB18030 above all: a name is what the identity card shows.
package enum NameFolding {
  /// Whether `fold` would change the cell. Most names need nothing and can be stored from the cell's
  /// own bytes.
  package static func isFolded(_ cell: Span<UInt8>) -> Bool {
    guard CellText.text(cell) == 0..<cell.count else { return false }
    var cursor = ScalarCursor(0..<cell.count)
    var previous: UInt32 = 0
    while let scalar = cursor.next(in: cell) {
      if ScalarCursor.isBlank(scalar), scalar != 0x20 || previous == 0x20 { return false }
      if scalar != 0xB7, isDot(scalar), isPartsDot(after: previous, cursor, cell) { return false }
      previous = scalar
    }
    return true
  }

  /// The folded name; empty where the cell holds nothing.
  package static func fold(_ cell: Span<UInt8>) -> String {
    let range = CellText.text(cell)
    if isFolded(cell) { return CellText.string(cell, in: range) }
    var cursor = ScalarCursor(range)
    var previous: UInt32 = 0
    var name = String.UnicodeScalarView()
    while let scalar = cursor.next(in: cell) {
      var kept = scalar
      if ScalarCursor.isBlank(scalar) {
        if isInvisible(scalar) { continue }
        kept = 0x20
        if previous == 0x20 { continue }
      } else if isDot(scalar), isPartsDot(after: previous, cursor, cell) {
        kept = 0xB7
      }
      name.append(Unicode.Scalar(kept) ?? "\u{FFFD}")
      previous = kept
    }
    return String(name)
  }

  package static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return fold(bytes.span)
  }

  /// · and ・ and their like: U+2022, U+2027, U+2219, U+22C5, U+30FB, U+FF65, U+FF0E.
  private static func isDot(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0xFF0E: true
    default: false
    }
  }

  private static func isPartsDot(
    after previous: UInt32, _ cursor: ScalarCursor, _ cell: Span<UInt8>
  ) -> Bool {
    var ahead = cursor
    guard isChinese(previous), let following = ahead.next(in: cell) else { return false }
    return isChinese(following)
  }

  /// The zero-width blanks, which part nothing.
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Ideographs of every plane, 〇, and the private characters that stand for some of them.
  private static func isChinese(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3007, 0x3400...0x9FFF, 0xE000...0xFAFF, 0x20000...0x3FFFF, 0xF0000...0x10FFFF: true
    default: false
    }
  }
}
