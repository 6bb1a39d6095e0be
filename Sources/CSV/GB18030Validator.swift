/// Whether bytes are GB18030, fed block by block; every two-byte code and every four-byte code that
/// stands for a scalar is.
struct GB18030Validator {
  /// Where the first malformed character begins, counted from the first byte fed.
  private(set) var firstFault: Int64?
  /// The bytes of a character that the block before broke off, first byte highest, and their count.
  private var pending: UInt32 = 0
  private var pendingCount = 0
  private var fed: Int64 = 0

  init() {}

  /// The first fault of all that was fed, the end being the end: a character broken off is one.
  var faultAtEnd: Int64? {
    firstFault ?? (pendingCount > 0 ? fed - Int64(pendingCount) : nil)
  }

  mutating func feed(_ bytes: RawSpan) {
    let end = bytes.byteCount
    var index = 0
    while index < end, firstFault == nil {
      if pendingCount == 0 {
        index = Self.skipSound(bytes, from: index)
        if index == end { break }
      }
      step(bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self), at: fed + Int64(index))
      index += 1
    }
    fed += Int64(end)
  }

  /// Passes over ASCII and whole two-byte characters.
  private static func skipSound(_ bytes: RawSpan, from start: Int) -> Int {
    var index = start
    let lastWord = bytes.byteCount - 8
    while index <= lastWord {
      let word = UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
      let ascii = (word & 0x8080_8080_8080_8080).trailingZeroBitCount &>> 3
      if ascii > 0 {
        index &+= ascii
        continue
      }
      guard isPair(UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word &>> 8)) else {
        return index
      }
      index &+= 2
    }
    return index
  }

  private static func isPair(_ lead: UInt8, _ trail: UInt8) -> Bool {
    lead &- 0x81 < 0x7E && trail >= 0x40 && trail != 0x7F && trail != 0xFF
  }

  private mutating func step(_ byte: UInt8, at offset: Int64) {
    let start = offset - Int64(pendingCount)
    pending = pending << 8 | UInt32(byte)
    pendingCount += 1
    let isSound: Bool
    switch pendingCount {
    case 1:
      isSound = byte < 0x80 || GB18030.leads.contains(UInt32(byte))
      if byte < 0x80 { pendingCount = 0 }
    case 2 where byte < 0x40:
      isSound = (0x30...0x39).contains(byte)
    case 2:
      isSound = Self.isPair(UInt8(truncatingIfNeeded: pending >> 8), byte)
      pendingCount = 0
    case 3:
      isSound = GB18030.leads.contains(UInt32(byte))
    default:
      isSound = (0x30...0x39).contains(byte) && GB18030.isFourByteCode(pending)
      pendingCount = 0
    }
    if !isSound { firstFault = start }
  }
}
