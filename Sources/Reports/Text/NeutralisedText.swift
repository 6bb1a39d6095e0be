// Text from data may hold escape sequences that repaint a terminal, and marks that turn the
// direction of writing so that a name reads as another. They are shown instead of obeyed.
//
// Dangerous are: C0 controls and DEL (U+0000–001F, 007F), C1 controls (U+0080–009F, which some
// terminals obey in UTF-8), the line and paragraph separators (U+2028, 2029), and the marks,
// embeddings, overrides and isolates of the bidirectional algorithm (U+061C, 200E, 200F,
// 202A–202E, 2066–2069; Unicode Standard Annex #9). Joiners and variation selectors are left:
// ordinary text needs them.

/// One dangerous character found in UTF-8 bytes.
struct DangerousCharacter {
  let scalar: UInt32
  /// How many bytes it takes.
  let length: Int

  /// nil where the character that begins at `index` is harmless.
  init?(at index: Int, in bytes: Span<UInt8>) {
    let first = bytes[index]
    if first < 0x20 || first == 0x7F {
      (scalar, length) = (UInt32(first), 1)
      return
    }
    guard first == 0xC2 || first == 0xD8 || first == 0xE2, index + 1 < bytes.count else {
      return nil
    }
    let second = bytes[index + 1]
    switch first {
    case 0xC2 where second < 0xA0:
      (scalar, length) = (UInt32(second), 2)
    case 0xD8 where second == 0x9C:
      (scalar, length) = (0x061C, 2)
    case 0xE2 where index + 2 < bytes.count:
      let third = UInt32(bytes[index + 2])
      let value = 0x2000 + UInt32(second & 0x3F) << 6 + (third & 0x3F)
      guard Self.turnsOrBreaksLines(value) else { return nil }
      (scalar, length) = (value, 3)
    default:
      return nil
    }
  }

  private static func turnsOrBreaksLines(_ value: UInt32) -> Bool {
    value == 0x200E || value == 0x200F || (0x2028...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}

extension String {
  /// The text on one line and safe for a terminal: `\n`, `\r` and `\t` in that form, every other
  /// dangerous character as `\u{1B}`. A backslash stays as it is, so this is for reading only.
  package var neutralised: String {
    neutralised(keepingLineBreaks: false)
  }

  /// As `neutralised`; with `keepingLineBreaks` a line feed stays one.
  package func neutralised(keepingLineBreaks: Bool) -> String {
    let bytes = utf8.span
    var safe: [UInt8] = []
    var index = 0
    var copied = 0
    while index < bytes.count {
      guard let found = DangerousCharacter(at: index, in: bytes),
        !(keepingLineBreaks && found.scalar == 0x0A)
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
