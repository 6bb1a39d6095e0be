/// Strict UTF-8 (Unicode 3.9, table 3-7), fed block by block: no overlong forms, no surrogates,
/// nothing beyond U+10FFFF.
struct UTF8Validator {
  /// Where the first malformed sequence begins, counted from the first byte fed.
  private(set) var firstFault: Int64?
  /// How many bytes of a sequence are still to come, and the range of the next one.
  private var missing = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF
  private var sequenceStart: Int64 = 0
  private var fed: Int64 = 0

  init() {}

  /// The first fault of all that was fed, the end being the end: a sequence broken off is one.
  var faultAtEnd: Int64? { firstFault ?? (missing > 0 ? sequenceStart : nil) }

  mutating func feed(_ bytes: RawSpan) {
    let end = bytes.byteCount
    var index = 0
    while index < end, firstFault == nil {
      if missing == 0 {
        index = Self.skipSound(bytes, from: index)
        if index == end { break }
      }
      step(bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self), at: fed + Int64(index))
      index += 1
    }
    fed += Int64(end)
  }

  /// Passes over ASCII and whole sequences of two and three bytes, the bulk of any text.
  private static func skipSound(_ bytes: RawSpan, from start: Int) -> Int {
    var index = start
    let lastWord = bytes.byteCount - 8
    while index <= lastWord {
      let word = UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
      let marked = word & 0x8080_8080_8080_8080
      if marked == 0 {
        index &+= 8
        continue
      }
      let ascii = marked.trailingZeroBitCount &>> 3
      if ascii > 0 {
        index &+= ascii
        continue
      }
      if word & 0xC0C0F0 == 0x8080E0 {
        // E0 wants its second byte from A0, ED below A0.
        let lead = word & 0xFF
        let highHalf = word & 0x2000 != 0
        if (lead == 0xE0 && !highHalf) || (lead == 0xED && highHalf) { return index }
        index &+= 3
      } else if word & 0xC0E0 == 0x80C0, word & 0x1E != 0 {
        index &+= 2
      } else {
        return index
      }
    }
    return index
  }

  private mutating func step(_ byte: UInt8, at offset: Int64) {
    if missing > 0 {
      guard (low...high).contains(byte) else {
        firstFault = sequenceStart
        return
      }
      missing -= 1
      (low, high) = (0x80, 0xBF)
      return
    }
    sequenceStart = offset
    switch byte {
    case 0x00...0x7F: break
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, low) = (2, 0xA0)
    case 0xED: (missing, high) = (2, 0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, low) = (3, 0x90)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, high) = (3, 0x8F)
    default: firstFault = offset
    }
  }
}
