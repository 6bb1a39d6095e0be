import CSV
import Testing

@Suite struct FormDetectorTests {
  static func form(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, blockSize: Int = 7
  ) -> TextForm {
    var detector = FormDetector()
    var index = 0
    while index < bytes.count {
      let block = Array(bytes[index..<min(index + blockSize, bytes.count)])
      detector.feed(block.span)
      index += blockSize
    }
    return detector.form(encoding: encoding)
  }

  static func form(_ text: String) -> TextForm { form(Array(text.utf8)) }

  static let gbk: [UInt8] = [0xCD, 0xF5, 0x2C, 0xC0, 0xEE, 0x0A]

  @Test(
    "the encoding is its mark, else strict UTF-8, else GB18030",
    arguments: [
      (Array("王,a\n".utf8), "UTF-8"), ([], "UTF-8"), (Array("a,b".utf8), "UTF-8"),
      ([0xEF, 0xBB, 0xBF] + Array("王".utf8), "UTF-8 with BOM"), (gbk, "GB18030"),
      ([0xFF, 0xFE, 0x41, 0x00], "UTF-16LE"), ([0xFE, 0xFF, 0x00, 0x41], "UTF-16BE"),
      ([0x84, 0x31, 0x95, 0x33, 0x41], "GB18030"), ([0xEF, 0xBB, 0xBF, 0xFF], "UTF-8 with BOM"),
      ([0x41, 0xE7, 0x8E], "GB18030"), ([0xC1, 0xAA, 0xCD, 0xA8], "GB18030"),
      ([0x95, 0x32, 0x90, 0x31, 0x41], "GB18030"), ([0xC0, 0xAF], "GB18030"),
      ([0xED, 0xA0, 0x80, 0x41], "GB18030"), ([0xF4, 0x90, 0x80, 0x80], "GB18030"),
      ([0xF4, 0x8F, 0xBF, 0xBF], "UTF-8"), ([0xE0, 0x9F, 0xBF, 0x41], "GB18030"),
    ] as [([UInt8], String)], [1, 2, 3, 7, 64])
  func encodings(example: ([UInt8], String), blockSize: Int) {
    #expect(Self.form(example.0, blockSize: blockSize).encodingName == example.1)
  }

  @Test("one byte that is not UTF-8 at the far end of a long file is enough")
  func lastByte() {
    let text = Array(String(repeating: "Fenghuang,abc\n", count: 50_000).utf8)
    #expect(Self.form(text, blockSize: 4096).encoding == .utf8)
    #expect(Self.form(text + [0xE7, 0x41], blockSize: 4096).encoding == .gb18030)
    var detector = FormDetector()
    detector.feed((text + [0xE7, 0x41]).span)
    #expect(detector.firstByteNotUTF8 == Int64(text.count))
  }

  /// Inside a long text whole sequences are looked at, at its end and across blocks single bytes.
  @Test("UTF-8 is what the standard library takes for UTF-8", arguments: ["", "凤凰县abcdefgh"])
  func strictness(around: String) {
    let around = Array(around.utf8)
    for lead in UInt8(0x7F)...0xFF {
      for second: UInt8 in [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0] {
        for rest: [UInt8] in [[], [0x80], [0xBF, 0xBF], [0xC0], [0x80, 0x7F]] {
          let bytes = around + [lead, second] + rest + around
          let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
          for blockSize in [bytes.count, around.count + 1] {
            let head = Array(bytes.prefix(blockSize))
            let tail = Array(bytes.dropFirst(blockSize))
            var detector = FormDetector()
            detector.feed(head.span)
            detector.feed(tail.span)
            #expect((detector.firstByteNotUTF8 == nil) == isUTF8, "\(bytes)")
          }
        }
      }
    }
  }

  @Test(
    "a file in no encoding gets the one that goes wrong later in it", arguments: [1, 2, 3, 7, 4096])
  func neither(blockSize: Int) {
    let utf8 = Array("王,李四,x\n凤凰县,a\n".utf8)
    #expect(Self.form(utf8 + [0xFF, 0x0A], blockSize: blockSize).encoding == .utf8)
    #expect(Self.form(Self.gbk + [0xFF, 0x0A], blockSize: blockSize).encoding == .gb18030)
    let fourBytes: [UInt8] = [0x41, 0x95, 0x32, 0x90, 0x31, 0xE3, 0x32, 0x9A, 0x36]
    #expect(Self.form(fourBytes, blockSize: blockSize).encoding == .gb18030)
  }

  @Test("an encoding given is taken, and a mark settles the order of UTF-16")
  func overrides() {
    #expect(Self.form(Array("王".utf8), encoding: .gb18030).encoding == .gb18030)
    let marked = Self.form([0xFE, 0xFF, 0x00, 0x41], encoding: .utf16LE)
    #expect(marked.encoding == .utf16BE)
    #expect(marked.hasByteOrderMark)
    let bare = Self.form([0x41, 0x00], encoding: .utf16LE)
    #expect(bare.encoding == .utf16LE)
    #expect(!bare.hasByteOrderMark)
    #expect(!Self.form([0xEF, 0xBB, 0xBF, 0x41], encoding: .gb18030).hasByteOrderMark)
  }

  @Test(
    "the delimiter is the one under which most rows agree",
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\n1;2\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a\nb\n", ","), ("", ","),
      ("a;b;c\n1,5;2,5;3\n1,5;2,5;4\n", ";"), ("姓名,备注\n王,\"a;b;c\"\n李,x;y\n", ","),
      ("花名册\n\na\tb\tc\n1\t2,3\t4\n5\t6,7\t8\n", "\t"), ("\"a\n;\n;\",b\n1,2", ","),
      ("title,,,,\na,b,c,d,e\n1,2,3,4,5\n1,2,3,4\n", ","), ("a\"b,c\nd,e\n", ","),
    ])
  func delimiters(text: String, delimiter: Character) {
    #expect(Self.form(text).delimiter == delimiter.asciiValue)
    if !text.contains("\t"), delimiter != "\t" {
      var utf16: [UInt8] = TextEncoding.utf16LE.byteOrderMark
      TextEncoding.utf16LE.append(Array(text.utf8).span, to: &utf16)
      let expected = text.contains(delimiter) ? delimiter : "\t"
      #expect(Self.form(utf16).delimiter == expected.asciiValue)
    }
  }

  @Test(
    "users' spellings name the encodings",
    arguments: [
      ("utf-8", .utf8), ("UTF8", .utf8), ("gbk", .gb18030), ("GB2312", .gb18030),
      ("gb18030", .gb18030), ("GB_18030", .gb18030), ("utf-16", .utf16LE), ("UTF-16LE", .utf16LE),
      ("utf16be", .utf16BE), ("latin1", nil), ("", nil),
    ] as [(String, TextEncoding?)])
  func spellings(spelling: String, encoding: TextEncoding?) {
    #expect(TextEncoding(spelling: spelling) == encoding)
  }
}
