extension ScalarCursor {
  /// Whether a scalar is a character that nobody sees and that parts nothing: soft hyphen, zero-width
  /// characters, bidirectional marks, byte order mark, tags, fillers, and control characters other than
  /// tab and line ends. Blanks are not among them. Variation selectors (U+FE00…U+FE0F, U+E0100…U+E01EF)
  /// are not either: in a name they choose the form of a rare character.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160,
      0x17B4, 0x17B5, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164,
      0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Ideographs of every plane, 〇, and the private characters that stand for some of them.
  static func isChinese(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3007, 0x3400...0x9FFF, 0xE000...0xFAFF, 0x20000...0x3FFFF, 0xF0000...0x10FFFF: true
    default: false
    }
  }
}
