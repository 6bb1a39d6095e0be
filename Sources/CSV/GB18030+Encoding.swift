extension GB18030 {
  /// The bytes of each scalar of the basic plane, first byte highest: below 0x10000 a code of two
  /// bytes, else one of four. 0 for ASCII and surrogates. Made when a file is first written.
  static let basicPlaneCodes: [UInt32] = {
    let mapping = GB18030.shared
    var codes = [UInt32](repeating: 0, count: 0x1_0000)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        let scalar = mapping.scalars[slot(lead: lead, trail: trail)]
        guard scalar > 0, scalar < 0x1_0000 else { continue }
        codes[Int(scalar)] = UInt32(lead) << 8 | UInt32(trail)
      }
    }
    // The characters with a second code take the one of four bytes, as the others without a first.
    for (number, scalar) in mapping.fourByteScalars.enumerated() {
      codes[Int(scalar)] = fourByteCode(UInt32(number))
    }
    for (code, privateUse) in printed { codes[Int(privateUse)] = UInt32(code) }
    return codes
  }()

  static func fourByteCode(_ number: UInt32) -> UInt32 {
    let (third, fourth) = (number / 10 % 126, number % 10)
    let (first, second) = (number / 12_600, number / 1_260 % 10)
    return (0x81 + first) << 24 | (0x30 + second) << 16 | (0x81 + third) << 8 | (0x30 + fourth)
  }

  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
      return
    }
    let code =
      scalar < 0x1_0000
      ? basicPlaneCodes[Int(scalar)]
      : fourByteCode(UInt32(supplementaryStart) + scalar - 0x1_0000)
    if code >= 0x1_0000 {
      bytes.append(UInt8(code >> 24))
      bytes.append(UInt8(code >> 16 & 0xFF))
    }
    bytes.append(UInt8(code >> 8 & 0xFF))
    bytes.append(UInt8(code & 0xFF))
  }
}
