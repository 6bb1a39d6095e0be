/// UTF-16 to UTF-8, block by block. A surrogate alone, or a last byte without its second, ends the text.
struct UTF16Decoder {
  let isBigEndian: Bool
  /// True once something was no UTF-16; nothing behind it is decoded.
  private(set) var isBroken = false
  /// The first byte of a unit whose second comes with the next block.
  private var heldByte: UInt8?
  /// A high surrogate whose low one is still to come.
  private var heldHigh: UInt32?

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  /// Writes the block's text and returns its length; the target must have room for three bytes for
  /// every two and six more. `isLast` says that nothing follows the block.
  mutating func decode(
    _ block: UnsafeRawBufferPointer, isLast: Bool, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    var written = 0
    var index = 0
    while index < block.count, !isBroken {
      let first: UInt8
      if let held = heldByte {
        first = held
        heldByte = nil
      } else {
        first = block[index]
        index += 1
        if index == block.count {
          heldByte = first
          break
        }
      }
      let second = block[index]
      index += 1
      let unit =
        isBigEndian ? UInt32(first) << 8 | UInt32(second) : UInt32(second) << 8 | UInt32(first)
      written += take(unit, into: target, at: written)
    }
    if isLast, heldByte != nil || heldHigh != nil { isBroken = true }
    return written
  }

  private mutating func take(
    _ unit: UInt32, into target: UnsafeMutableRawBufferPointer, at index: Int
  ) -> Int {
    if let high = heldHigh {
      heldHigh = nil
      guard unit & 0xFC00 == 0xDC00 else {
        isBroken = true
        return 0
      }
      let scalar = 0x1_0000 + ((high & 0x3FF) << 10 | unit & 0x3FF)
      return UTF8Scalar.write(scalar, to: target, at: index)
    }
    switch unit & 0xFC00 {
    case 0xD800:
      heldHigh = unit
      return 0
    case 0xDC00:
      isBroken = true
      return 0
    default:
      return UTF8Scalar.write(unit, to: target, at: index)
    }
  }
}

/// A Unicode scalar's one to four bytes.
enum UTF8Scalar {
  @inline(__always)
  static func write(
    _ scalar: UInt32, to target: UnsafeMutableRawBufferPointer, at index: Int
  ) -> Int {
    switch scalar {
    case 0..<0x80:
      target[index] = UInt8(scalar)
      return 1
    case 0x80..<0x800:
      target[index] = UInt8(0xC0 | scalar >> 6)
      target[index + 1] = UInt8(0x80 | scalar & 0x3F)
      return 2
    case 0x800..<0x1_0000:
      target[index] = UInt8(0xE0 | scalar >> 12)
      target[index + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
      target[index + 2] = UInt8(0x80 | scalar & 0x3F)
      return 3
    default:
      target[index] = UInt8(0xF0 | scalar >> 18 & 0x07)
      target[index + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
      target[index + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
      target[index + 3] = UInt8(0x80 | scalar & 0x3F)
      return 4
    }
  }
}
