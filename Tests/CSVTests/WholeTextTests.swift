import CSV
import Testing

@Suite("The text of a whole file")
struct WholeTextTests {
  static let text = "户1 发放 12头\n€ 𠂇 a"

  @Test(
    "each encoding gives back what it wrote, with its mark or, but for UTF-16, without",
    arguments: TextEncoding.allCases)
  func comesBack(_ encoding: TextEncoding) {
    var bytes: [UInt8] = []
    encoding.append(Array(Self.text.utf8).span, to: &bytes)
    #expect(encoding.text(of: bytes) == Self.text)
    #expect(TextEncoding.text(ofFile: encoding.byteOrderMark + bytes) == Self.text)
    if encoding == .utf8 || encoding == .gb18030 {
      #expect(TextEncoding.text(ofFile: bytes) == Self.text)
    }
  }

  @Test(
    "bytes that are no text are told from an empty text",
    arguments: [
      [0xEF, 0xBB, 0xBF, 0xBB, 0xA7], [0xFF, 0xFE, 0x37], [0xFE, 0xFF, 0xD8, 0x00], [0x80], [0x81],
    ] as [[UInt8]])
  func noText(_ bytes: [UInt8]) {
    #expect(TextEncoding.text(ofFile: bytes) == nil)
  }

  @Test(
    "what stands before the first bytes that are no text is told",
    arguments: [
      ([0x61, 0x0A, 0xE6, 0x88, 0xB7, 0xFF], "a\n户"), ([0x61, 0x0A, 0xBB, 0xA7, 0xFF], "a\n户"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xBB, 0xA7], "a"), ([0xFF, 0xFE, 0x37, 0x62, 0x00, 0xDC], "户"),
      ([0x80], ""), ([0x61], "a"),
    ] as [([UInt8], String)])
  func before(_ bytes: [UInt8], _ text: String) {
    #expect(TextEncoding.soundText(ofFile: bytes) == text)
  }

  @Test func empty() {
    #expect(TextEncoding.allCases.allSatisfy { $0.text(of: []) == "" })
    #expect(TextEncoding.text(ofFile: []) == "")
  }
}
