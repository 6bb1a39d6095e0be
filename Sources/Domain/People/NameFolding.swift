/// The name of a person as the register keeps it.
///
/// Names of several parts, 阿迪力·买买提, come with a dozen dots; between Chinese characters all of them
/// become U+00B7. Blanks at the ends go, and so do blanks between Chinese characters, with which clerks
/// make short names as wide as long ones (田　六); a name in Latin letters keeps one. Characters that
/// nobody sees go. Every other character stays exactly as written, the rare ones beyond U+FFFF and the
/// private ones of GB18030 above all: a name is what the identity card shows.
package enum NameFolding {
  /// Whether `fold` would keep the cell as it is. Most names need nothing and can be stored from the
  /// cell's own bytes.
  package static func isFolded(_ cell: Span<UInt8>) -> Bool {
    if isPlain(cell) { return true }
    var name = folded(cell)
    return name.withUTF8 { name in
      cell.withUnsafeBytes { $0.elementsEqual(name) }
    }
  }

  /// The folded name; empty where the cell holds nothing.
  package static func fold(_ cell: Span<UInt8>) -> String {
    isPlain(cell) ? CellText.string(cell, in: 0..<cell.count) : folded(cell)
  }

  package static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return fold(bytes.span)
  }

  /// What two writings of a person's name have in common within a household: the folded name without
  /// blanks, and with all middle dots alike.
  package static func comparable(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in fold(name).unicodeScalars where scalar != " " {
      text.append(isDot(scalar.value) ? "\u{B7}" : scalar)
    }
    return String(text)
  }

  /// Whether the cell holds nothing but Chinese characters and ASCII letters.
  private static func isPlain(_ cell: Span<UInt8>) -> Bool {
    var cursor = ScalarCursor(0..<cell.count)
    while let scalar = cursor.next(in: cell) {
      guard ScalarCursor.isChinese(scalar) || scalar < 0x80 && (scalar | 0x20) &- 0x61 < 26 else {
        return false
      }
    }
    return true
  }

  private static func folded(_ cell: Span<UInt8>) -> String {
    var cursor = ScalarCursor(CellText.text(cell))
    var scalars: [UInt32] = []
    while let scalar = cursor.next(in: cell) {
      if ScalarCursor.isInvisible(scalar) { continue }
      let kept = ScalarCursor.isBlank(scalar) ? 0x20 : scalar
      if kept == 0x20, scalars.last ?? 0x20 == 0x20 { continue }
      scalars.append(kept)
    }
    if scalars.last == 0x20 { scalars.removeLast() }
    for place in scalars.indices where isDot(scalars[place]) {
      let before = scalars[..<place].last { $0 != 0x20 }
      let after = scalars[(place + 1)...].first { $0 != 0x20 }
      if let before, let after, ScalarCursor.isChinese(before), ScalarCursor.isChinese(after) {
        scalars[place] = 0xB7
      }
    }
    var name = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      // There is no blank at an end.
      if scalar == 0x20, isJoined(scalars[place - 1]), isJoined(scalars[place + 1]) { continue }
      name.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return String(name)
  }

  /// Takes no blank beside another that takes none.
  private static func isJoined(_ scalar: UInt32) -> Bool {
    ScalarCursor.isChinese(scalar) || scalar == 0xB7
  }

  /// What is written for `·`: other dots, and the full stops `.`, `．`, `。`, `｡`.
  package static let dots =
    "\u{2022}\u{2027}\u{2219}\u{22C5}\u{30FB}\u{FF65}.\u{FF0E}\u{3002}\u{FF61}"

  private static func isDot(_ scalar: UInt32) -> Bool {
    scalar == 0xB7 || dots.unicodeScalars.contains { $0.value == scalar }
  }
}
