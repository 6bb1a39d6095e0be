// How many columns a text takes on a terminal.
//
// A Chinese character takes two columns and a combining mark none, so columns padded by
// character count do not align. The rule here is that of common terminals:
//
// - East Asian Width W and F (Unicode Standard Annex #11, Unicode 16) take two columns.
//   The table below keeps blocks whole where their few exceptions are unassigned.
// - East Asian Width A (`·`, `①`, `─`, `“`) takes one, as terminals do by default.
// - Marks, format characters, conjoining vowels and final consonants of Hangul take none.
// - Emoji that are drawn as pictures take two, and so does a whole sequence of them (flags,
//   families, skin tones); terminals differ here and no table would suit them all.
// - Control characters are counted as nothing; see `neutralised` for what to print instead.

/// The number of terminal columns of a text, and texts fitted to a number of columns.
package enum DisplayWidth {
  /// Which edge of its column a text keeps to.
  package enum Alignment: Sendable {
    case left
    case right
  }

  package static func of(_ text: String) -> Int {
    if let width = ofPlain(text) { return width }
    return text.reduce(0) { $0 + of($1) }
  }

  /// 0, 1, 2, or more for a cluster of several spacing letters.
  package static func of(_ character: Character) -> Int {
    var sum = 0
    var isPicture = false
    for scalar in character.unicodeScalars {
      sum += of(scalar)
      isPicture = isPicture || asksForPicture(scalar)
    }
    return isPicture ? 2 : sum
  }

  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      // U+00AD, the soft hyphen, is a format character that terminals do draw.
      return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1
    }
    if isWide(value) { return 2 }
    if isConjoining(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// The text with spaces up to `width` columns; a wider text is left as it is.
  package static func padded(
    _ text: String, to width: Int, alignment: Alignment = .left
  ) -> String {
    let missing = width - of(text)
    guard missing > 0 else { return text }
    let spaces = String(repeating: " ", count: missing)
    return alignment == .left ? text + spaces : spaces + text
  }

  /// The text cut to at most `width` columns, its last column an ellipsis where it was cut.
  /// A character of two columns is never halved, so the result may be one column short.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    guard of(text) > width else { return text }
    var kept = ""
    var columns = 0
    for character in text {
      let added = of(character)
      if columns + added > width - 1 { break }
      kept.append(character)
      columns += added
    }
    return kept + "…"
  }

  /// Of a text of ASCII and unified ideographs, U+4E00–9FFF, of which each is a character by itself; nil of any
  /// other.
  private static func ofPlain(_ text: String) -> Int? {
    let bytes = text.utf8.span
    var width = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case ..<0x80:
        if byte >= 0x20 && byte != 0x7F { width += 1 }
        index += 1
        continue
      case 0xE4: guard bytes[index + 1] >= 0xB8 else { return nil }
      case 0xE5...0xE9: break
      default: return nil
      }
      index += 3
      width += 2
    }
    return width
  }

  /// A variation selector 16, a joiner between pictures, or a letter of a flag.
  private static func asksForPicture(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x2000 { return false }
    return value == 0xFE0F || (0x1F1E6...0x1F1FF).contains(value)
      || scalar.properties.isEmojiPresentation
  }

  /// Hangul vowels and final consonants, drawn inside the syllable of the letter before them.
  private static func isConjoining(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    if value >= 0x4E00 && value <= 0xA4CF { return true }
    return wideRanges.contains { $0.contains(value) }
  }

  /// Blocks of East Asian Width W or F, without the emoji, which Unicode's own property gives.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // leading consonants of Hangul
    0x2329...0x232A,  // angle brackets
    0x2E80...0x303E,  // radicals, strokes, ideographic punctuation
    0x3041...0x3247,  // kana, bopomofo, compatibility letters, enclosed ideographs
    0x3250...0x4DFF,  // enclosed ideographs, extension A, hexagrams
    0x4E00...0xA4CF,  // unified ideographs, Yi
    0xA960...0xA97F,  // old leading consonants of Hangul
    0xAC00...0xD7A3,  // syllables of Hangul
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19,  // vertical forms
    0xFE30...0xFE6F,  // compatibility and small forms
    0xFF01...0xFF60,  // full-width forms
    0xFFE0...0xFFE6,  // full-width signs
    0x16FE0...0x18DFF,  // Tangut, Khitan
    0x1AFF0...0x1B2FF,  // kana extensions, Nüshu
    0x1D300...0x1D376,  // Tai Xuan Jing, counting rods
    0x1F200...0x1F265,  // enclosed ideographic supplement
    0x20000...0x2FFFD,  // extensions B to F
    0x30000...0x3FFFD,  // extensions G and later
  ]
}
