extension GB18030 {
  /// Room that the text of so many bytes may need, with what is written beyond its end.
  static func room(for byteCount: Int) -> Int { byteCount + byteCount / 2 + 16 }

  /// Turns one cell into UTF-8: two bytes of GB18030 become three at most, four at most four.
  ///
  /// Returns the length written, and the index in `source` of the first byte that is no GB18030.
  /// The target has ``room(for:)`` the cell, and `source` may be read eight bytes beyond its end.
  func decode(
    _ source: UnsafePointer<UInt8>, count: Int, into target: UnsafeMutablePointer<UInt8>
  ) -> (written: Int, invalid: Int?) {
    texts.withUnsafeBufferPointer { texts in
      var index = 0
      var written = 0
      while index < count {
        let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
        let marked = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
        let ascii = min(marked.trailingZeroBitCount &>> 3, count &- index)
        if ascii > 0 {
          UnsafeMutableRawPointer(target + written).storeBytes(of: word, as: UInt64.self)
          index &+= ascii
          written &+= ascii
          continue
        }
        // A run of two-byte characters.
        while index &+ 1 < count {
          let lead = source[index]
          let trail = source[index &+ 1]
          guard lead &- 0x81 < 0x7E, trail >= 0x40, trail != 0xFF else { break }
          let text = texts[Self.slot(lead: lead, trail: trail)]
          if text == 0 { break }
          UnsafeMutableRawPointer(target + written).storeBytes(
            of: text.littleEndian, as: UInt32.self)
          index &+= 2
          written &+= Int(text &>> 24)
        }
        if index == count { break }
        if source[index] < 0x80 { continue }
        guard let (scalar, length) = rare(source + index, count: count - index) else {
          return (written, index)
        }
        index += length
        written += UTF8Scalar.write(
          scalar, to: UnsafeMutableRawBufferPointer(start: target + written, count: 4), at: 0)
      }
      return (written, nil)
    }
  }

  /// A character of four bytes, or one of two that lies outside the basic plane; nil for no
  /// character.
  private func rare(
    _ source: UnsafePointer<UInt8>, count: Int
  ) -> (scalar: UInt32, length: Int)? {
    guard count >= 2, Self.leads.contains(UInt32(source[0])) else { return nil }
    if source[1] >= 0x40 {
      guard source[1] != 0xFF else { return nil }
      let scalar = scalars[Self.slot(lead: source[0], trail: source[1])]
      return scalar == 0 ? nil : (scalar, 2)
    }
    guard count >= 4, (0x30...0x39).contains(source[1]),
      Self.leads.contains(UInt32(source[2])), (0x30...0x39).contains(source[3])
    else { return nil }
    let code =
      UInt32(source[0]) << 24 | UInt32(source[1]) << 16 | UInt32(source[2]) << 8 | UInt32(source[3])
    let number = Self.number(ofFourByteCode: code)
    if number < Self.fourByteCount { return (UInt32(fourByteScalars[number]), 4) }
    guard Self.isFourByteCode(code) else { return nil }
    return (UInt32(0x1_0000 + number - Self.supplementaryStart), 4)
  }

  /// The number of a code with bytes in the four ranges, counted from 81308130 as 0.
  private static func number(ofFourByteCode code: UInt32) -> Int {
    let high = (Int(code >> 24) - 0x81) * 10 + Int(code >> 16 & 0xFF) - 0x30
    return (high * 126 + Int(code >> 8 & 0xFF) - 0x81) * 10 + Int(code & 0xFF) - 0x30
  }

  /// True where a code with bytes in the four ranges stands for a scalar.
  static func isFourByteCode(_ code: UInt32) -> Bool {
    let number = number(ofFourByteCode: code)
    return number < fourByteCount
      || (supplementaryStart...supplementaryStart + 0xF_FFFF).contains(number)
  }

  /// The number of 90308130, which stands for U+10000.
  static let supplementaryStart = 189_000

  /// Characters in valid GB18030.
  static func characterCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] < 0x80 {
        index += 1
      } else if index + 1 < bytes.endIndex, bytes[index + 1] < 0x40 {
        index += 4
      } else {
        index += 2
      }
      count += 1
    }
    return count
  }
}
