// GB18030, read and written by tables of its own.
//
// One byte: ASCII. Two bytes (81-FE, then 40-7E or 80-FE): the characters of GBK, listed in
// GB18030+Characters.swift, and three zones for users that stand for U+E000 to U+E765 in order.
// Four bytes (81-FE, 30-39, 81-FE, 30-39), counted through like a number: the rest of the basic
// plane in the order of Unicode from 81308130 on, and the planes above from 90308130 on. 80 and FF
// begin nothing. The tables are the program's own, so that every machine reads a file alike: the
// system's converters differ, and some systems come without one.
//
// They differ about 25 two-byte codes. The mapping here is that of GB18030-2005, with one step
// taken towards GB18030-2022:
//
// - A8BC is U+1E3F and 8135F437 is U+E7C7, as in 2005 and since. The edition of 2000, and Python
//   after it, has them the other way round.
// - For the 24 codes of `printed`, the editions print a character but give it a private code point,
//   because Unicode had not the character yet; the character itself has a four-byte code. Editions
//   and converters disagree on how to part the two (2022 exchanged 18 of the pairs, glibc knows
//   only the character). Read, both codes give the character: 𠂇 is one person's name, however
//   the clerk's machine wrote it. Written, the character has its four-byte code, which the readers
//   of 2000 and 2005 understand, and the private code point has the two-byte one.
//
// So every character keeps through writing and reading, but for those 24 private code points,
// which come back as the characters that were printed for them.

/// The tables, made once in some tenths of a millisecond when a file first needs them.
final class GB18030: Sendable {
  static let shared = GB18030()

  static let trailCount = 192
  static let leads: ClosedRange<UInt32> = 0x81...0xFE
  /// Four-byte codes of the basic plane: 81308130 to 8431A439.
  static let fourByteCount = 39_420

  /// Two-byte codes whose character, by its second meaning, is a private code point.
  static let printed: [(code: UInt16, privateUse: UInt16)] = [
    (0xA6D9, 0xE78D), (0xA6DA, 0xE78E), (0xA6DB, 0xE78F), (0xA6DC, 0xE790), (0xA6DD, 0xE791),
    (0xA6DE, 0xE792), (0xA6DF, 0xE793), (0xA6EC, 0xE794), (0xA6ED, 0xE795), (0xA6F3, 0xE796),
    (0xFE51, 0xE816), (0xFE52, 0xE817), (0xFE53, 0xE818), (0xFE59, 0xE81E), (0xFE61, 0xE826),
    (0xFE66, 0xE82B), (0xFE67, 0xE82C), (0xFE6C, 0xE831), (0xFE6D, 0xE832), (0xFE76, 0xE83B),
    (0xFE7E, 0xE843), (0xFE90, 0xE854), (0xFE91, 0xE855), (0xFEA0, 0xE864),
  ]

  /// The scalar of each two-byte code, by ``slot(lead:trail:)``; 0 where there is none.
  let scalars: [UInt32]
  /// Its UTF-8, first byte lowest, and the length in the top byte; 0 where it has four bytes.
  let texts: [UInt32]
  /// The basic-plane scalar of each four-byte code, in order.
  let fourByteScalars: [UInt16]

  private init() {
    scalars = Self.twoByteScalars()
    texts = scalars.map(Self.packedText)
    fourByteScalars = Self.fourByteOrder(scalars)
  }

  @inline(__always)
  static func slot(lead: UInt8, trail: UInt8) -> Int {
    (Int(lead) &- 0x81) &* trailCount &+ (Int(trail) &- 0x40)
  }

  private static func twoByteScalars() -> [UInt32] {
    var scalars = [UInt32](repeating: 0, count: leads.count * trailCount)
    var text = twoByteText.description.unicodeScalars.makeIterator()
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        if let scalar = userScalar(lead: lead, trail: trail) {
          scalars[slot(lead: lead, trail: trail)] = scalar
          continue
        }
        var next = text.next()
        while next == "\n" { next = text.next() }
        scalars[slot(lead: lead, trail: trail)] = next?.value ?? 0
      }
    }
    return scalars
  }

  /// U+E000 to U+E765: six rows and seven of 94, then seven of 96.
  private static func userScalar(lead: UInt8, trail: UInt8) -> UInt32? {
    let column = UInt32(trail)
    switch (lead, trail) {
    case (0xAA...0xAF, 0xA1...): return 0xE000 + (UInt32(lead) - 0xAA) * 94 + column - 0xA1
    case (0xF8...0xFE, 0xA1...): return 0xE234 + (UInt32(lead) - 0xF8) * 94 + column - 0xA1
    case (0xA1...0xA7, ...0xA0):
      return 0xE4C6 + (UInt32(lead) - 0xA1) * 96 + column - (trail > 0x7F ? 0x41 : 0x40)
    default: return nil
    }
  }

  private static func packedText(_ scalar: UInt32) -> UInt32 {
    guard scalar > 0, scalar < 0x1_0000 else { return 0 }
    var packed: UInt32 = 0
    return withUnsafeMutableBytes(of: &packed) { bytes -> UInt32 in
      let length = UTF8Scalar.write(scalar, to: bytes, at: 0)
      bytes[3] = UInt8(length)
      return UInt32(littleEndian: bytes.load(as: UInt32.self))
    }
  }

  /// What of the basic plane has no two-byte code in the edition of 2000, in order; U+1E3F, which
  /// has one since 2005, left its place to U+E7C7.
  private static func fourByteOrder(_ scalars: [UInt32]) -> [UInt16] {
    var hasTwoBytes = [Bool](repeating: false, count: 0x1_0000)
    for scalar in scalars where scalar < 0x1_0000 { hasTwoBytes[Int(scalar)] = true }
    for (code, privateUse) in printed {
      let scalar = scalars[slot(lead: UInt8(code >> 8), trail: UInt8(code & 0xFF))]
      if scalar < 0x1_0000 { hasTwoBytes[Int(scalar)] = false }
      hasTwoBytes[Int(privateUse)] = true
    }
    hasTwoBytes[0x1E3F] = false
    hasTwoBytes[0xE7C7] = true
    var order: [UInt16] = []
    order.reserveCapacity(fourByteCount)
    for scalar in UInt16(0x80)...0xFFFF where !hasTwoBytes[Int(scalar)] {
      if (0xD800...0xDFFF).contains(scalar) { continue }
      order.append(scalar == 0x1E3F ? 0xE7C7 : scalar)
    }
    precondition(order.count == fourByteCount, "the list of two-byte characters is damaged")
    return order
  }
}
