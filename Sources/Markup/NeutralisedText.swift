// Text from data may hold escape sequences that repaint a terminal or that no page may hold, marks that turn the direction of
// writing so that a name reads as another, and characters that nobody sees, so that two names look alike.
// They are shown instead of obeyed.
//
// Dangerous are: C0 controls and DEL (U+0000–001F, 007F), C1 controls (U+0080–009F, which some
// terminals obey in UTF-8), the line and paragraph separators (U+2028, 2029), the marks, embeddings,
// overrides and isolates of the bidirectional algorithm (U+061C, 200E, 200F, 202A–202E, 2066–2069;
// Unicode Standard Annex #9), and what has no width: the soft hyphen (00AD), the grapheme joiner (034F),
// the Hangul fillers (115F, 1160, 3164, FFA0), the Mongolian vowel separator (180E), the zero-width blank
// and joiners (200B–200D), the invisible operators (2060–206F), the byte order mark (FEFF), the
// interlinear marks (FFF9–FFFB), what is no character (FFFE, FFFF) and the tags (E0000–E007F). Variation selectors are left: ordinary text
// needs them.

/// One dangerous character found in UTF-8 bytes.
package struct DangerousCharacter {
  package let scalar: UInt32
  /// How many bytes it takes.
  package let length: Int

  /// Whether a dangerous character may begin with the byte; none of ASCII but the controls does, nor an
  /// ideograph from U+4000 on.
  fileprivate static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3: true
    default: false
    }
  }

  /// nil where the character that begins at `index` is harmless.
  package init?(at index: Int, in bytes: Span<UInt8>) {
    let first = bytes[index]
    if first < 0x80 {
      guard first < 0x20 || first == 0x7F else { return nil }
      (scalar, length) = (UInt32(first), 1)
      return
    }
    // The first bytes of what `isDangerous` knows; ideographs but those of U+3000 to 3FFF have others.
    let count: Int
    switch first {
    case 0xC2, 0xCD, 0xD8: count = 2
    case 0xE1, 0xE2, 0xE3, 0xEF: count = 3
    case 0xF3: count = 4
    default: return nil
    }
    guard index + count <= bytes.count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(count + 1))
    for place in 1..<count { value = value << 6 | UInt32(bytes[index + place] & 0x3F) }
    guard Self.isDangerous(value) else { return nil }
    (scalar, length) = (value, count)
  }

  private static func isDangerous(_ value: UInt32) -> Bool {
    switch value {
    case 0x80..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }
}

extension String {
  /// The text on one line and safe for a terminal: `\n`, `\r` and `\t` in that form, every other
  /// dangerous character as `\u{1B}`. A backslash stays as it is, so this is for reading only.
  package var neutralised: String { neutralised(keeping: []) }

  /// As `neutralised`; with `keepingLineBreaks` a line feed stays one.
  package func neutralised(keepingLineBreaks: Bool) -> String {
    neutralised(keeping: keepingLineBreaks ? ["\n"] : [])
  }

  /// As `neutralised`, but the characters of `kept` stay as they are. Most texts hold nothing dangerous and are
  /// given back as they came.
  package func neutralised(keeping kept: [Unicode.Scalar]) -> String {
    let bytes = utf8.span
    var safe: [UInt8] = []
    var index = 0
    var copied = 0
    while index < bytes.count {
      guard DangerousCharacter.mayBegin(bytes[index]),
        let found = DangerousCharacter(at: index, in: bytes),
        !kept.contains(where: { $0.value == found.scalar })
      else {
        index += 1
        continue
      }
      for position in copied..<index { safe.append(bytes[position]) }
      safe.append(contentsOf: Self.visibleForm(of: found.scalar).utf8)
      index += found.length
      copied = index
    }
    guard copied > 0 else { return self }
    for position in copied..<bytes.count { safe.append(bytes[position]) }
    return String(decoding: safe, as: UTF8.self)
  }

  private static func visibleForm(of scalar: UInt32) -> String {
    switch scalar {
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    default: "\\u{" + String(scalar, radix: 16, uppercase: true) + "}"
    }
  }
}
