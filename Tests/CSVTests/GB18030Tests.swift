import CSV
import Testing

@Suite struct GB18030Tests {
  static let form = TextForm(encoding: .gb18030)

  /// What a cell of these bytes says; nil where they are no GB18030.
  static func decoded(_ bytes: [UInt8]) -> String? {
    let reading = Reading(bytes, form: form)
    return reading.faults.isEmpty ? reading.rows.first?.first ?? "" : nil
  }

  static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    let utf8 = Array(text.utf8)
    TextEncoding.gb18030.append(utf8.span, to: &bytes)
    return bytes
  }

  static func bytes(_ code: UInt32) -> [UInt8] {
    let all = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }
    return code > 0xFFFF ? all : Array(all.suffix(2))
  }

  /// Values of GB 18030-2005 on which other converters agree.
  static let characters: [(UInt32, UInt32)] = [
    (0xB0A1, 0x554A), (0xF7FE, 0x9F44), (0x8140, 0x4E02), (0xA1A1, 0x3000), (0xA1A4, 0xB7),
    (0xA1AA, 0x2014), (0xA3A4, 0xFFE5), (0xA2E3, 0x20AC), (0xA8BF, 0x1F9), (0xA989, 0x303E),
    (0xA995, 0x2FFB), (0xFE50, 0x2E81), (0xFE55, 0x3473), (0xFE9F, 0x4DAE), (0xFD9C, 0xF92C),
    (0xFE4F, 0xFA29), (0xA2A1, 0x2170), (0xA2AB, 0xE766), (0xD7FA, 0xE810), (0xD7FE, 0xE814),
    (0x8130_8130, 0x80), (0x8130_8436, 0xA5), (0x8130_B639, 0x2C2), (0x8138_FD38, 0x2E80),
    (0x8139_EE39, 0x3400),
    (0x8235_8731, 0x4DAD), (0x8235_8F33, 0x9FA6), (0x8235_9135, 0x9FBC), (0x8336_C739, 0xE76C),
    (0x8336_C830, 0xE7C8), (0x8431_9533, 0xFEFF), (0x8431_A439, 0xFFFF), (0x9030_8130, 0x1_0000),
    (0x9534_8730, 0x2_0A04), (0x9532_8236, 0x2_0000), (0xE332_9A35, 0x10_FFFF),
    // The user's zones.
    (0xAAA1, 0xE000), (0xAFFE, 0xE233), (0xF8A1, 0xE234), (0xFEFE, 0xE4C5), (0xA140, 0xE4C6),
    (0xA17E, 0xE504), (0xA180, 0xE505), (0xA7A0, 0xE765),
    // The edition of 2005 exchanged these two.
    (0xA8BC, 0x1E3F), (0x8135_F437, 0xE7C7),
  ]

  @Test("characters of the standard's tables are read and written", arguments: characters)
  func tables(code: UInt32, scalar: UInt32) throws {
    let text = String(try #require(Unicode.Scalar(scalar)))
    #expect(Self.decoded([0x78] + Self.bytes(code)) == "x" + text)
    #expect(Self.encoded(text) == Self.bytes(code))
  }

  /// Two-byte code, its private code point, its character, the character's four-byte code.
  static let disputed: [[UInt32]] = [
    [0xA6D9, 0xE78D, 0xFE10, 0x8431_8236], [0xA6DA, 0xE78E, 0xFE12, 0x8431_8238],
    [0xA6DB, 0xE78F, 0xFE11, 0x8431_8237], [0xA6DC, 0xE790, 0xFE13, 0x8431_8239],
    [0xA6DD, 0xE791, 0xFE14, 0x8431_8330], [0xA6DE, 0xE792, 0xFE15, 0x8431_8331],
    [0xA6DF, 0xE793, 0xFE16, 0x8431_8332], [0xA6EC, 0xE794, 0xFE17, 0x8431_8333],
    [0xA6ED, 0xE795, 0xFE18, 0x8431_8334], [0xA6F3, 0xE796, 0xFE19, 0x8431_8335],
    [0xFE51, 0xE816, 0x20087, 0x9532_9031], [0xFE52, 0xE817, 0x20089, 0x9532_9033],
    [0xFE53, 0xE818, 0x200CC, 0x9532_9730], [0xFE59, 0xE81E, 0x9FB4, 0x8235_9037],
    [0xFE61, 0xE826, 0x9FB5, 0x8235_9038], [0xFE66, 0xE82B, 0x9FB6, 0x8235_9039],
    [0xFE67, 0xE82C, 0x9FB7, 0x8235_9130], [0xFE6C, 0xE831, 0x215D7, 0x9536_B937],
    [0xFE6D, 0xE832, 0x9FB8, 0x8235_9131], [0xFE76, 0xE83B, 0x2298F, 0x9630_BA35],
    [0xFE7E, 0xE843, 0x9FB9, 0x8235_9132], [0xFE90, 0xE854, 0x9FBA, 0x8235_9133],
    [0xFE91, 0xE855, 0x241FE, 0x9635_B630], [0xFEA0, 0xE864, 0x9FBB, 0x8235_9134],
  ]

  @Test("a disputed code is read as the character printed for it", arguments: disputed)
  func disputedCodes(_ row: [UInt32]) throws {
    let character = String(try #require(Unicode.Scalar(row[2])))
    let privateUse = String(try #require(Unicode.Scalar(row[1])))
    #expect(Self.decoded(Self.bytes(row[0])) == character)
    #expect(Self.decoded(Self.bytes(row[3])) == character)
    #expect(Self.encoded(character) == Self.bytes(row[3]))
    #expect(Self.encoded(privateUse) == Self.bytes(row[0]))
  }

  /// All of the basic plane, and one in 251 of the planes above.
  @Test("every scalar but the 24 comes back as it was written, each from a code of its own")
  func everyScalar() {
    let folded = Set(Self.disputed.map { $0[1] })
    var codes: Set<[UInt8]> = []
    var bytes: [UInt8] = []
    var text: [UInt8] = []
    for scalar in UInt32(0x80)...0x10_FFFF {
      if scalar > 0xFFFF, scalar % 251 != 0 { continue }
      guard let scalar = Unicode.Scalar(scalar), !folded.contains(scalar.value) else { continue }
      let code = Self.encoded(String(scalar))
      if scalar.value < 0x1_0000 { codes.insert(code) }
      bytes += code
      text += Array(String(scalar).utf8)
    }
    #expect(codes.count == 0x1_0000 - 0x80 - 0x800 - folded.count)
    let reading = Reading(bytes, form: Self.form)
    #expect(reading.rows.first?.first.map { Array($0.utf8) } == text)
  }

  @Test("every two-byte code has a character, and 80, FF, 7F and short codes have none")
  func everyCode() {
    var sound: [UInt8] = []
    for lead in UInt8(0x80)...0xFF {
      for trail in UInt8(0x30)...0xFF {
        if (0x81...0xFE).contains(lead), (0x40...0xFE).contains(trail), trail != 0x7F {
          sound += [lead, trail]
        } else if trail.isMultiple(of: 5) || trail > 0x7E {
          #expect(Self.decoded([lead, trail]) == nil, "\(lead) \(trail)")
        }
      }
    }
    #expect(Self.decoded(sound)?.unicodeScalars.count == 23_940)
  }
}
