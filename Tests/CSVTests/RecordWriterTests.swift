import CSV
import Testing

@Suite struct RecordWriterTests {
  static func written(
    _ rows: [[String]], form: TextForm = TextForm(), lineEnd: RecordWriter.LineEnd = .crlf,
    guarded: Bool = false
  ) -> [UInt8] {
    var options = RecordWriter.Options(form: form)
    options.lineEnd = lineEnd
    options.guardsFormulas = guarded
    return RoundTripTests.written(rows, options)
  }

  static func text(_ rows: [[String]], guarded: Bool = false) -> String {
    String(decoding: written(rows, lineEnd: .lf, guarded: guarded), as: UTF8.self)
  }

  @Test("cells are quoted where they must be and nowhere else")
  func quotes() {
    #expect(Self.text([["a", " b ", "", "c;d"]]) == "a, b ,,c;d\n")
    #expect(
      Self.text([["a,b", "c\"d", "e\nf", "g\rh"]]) == "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\n")
    #expect(Self.text([[""], ["", ""]]) == "\"\"\n,\n")
    #expect(Self.text([["\u{FEFF}a"], ["\u{FEFF}a"]]) == "\"\u{FEFF}a\"\n\u{FEFF}a\n")
  }

  @Test("each encoding has its mark and its bytes")
  func encodings() {
    let row = [["é", "王"]]
    func bytes(_ encoding: TextEncoding, _ marked: Bool) -> [UInt8] {
      let form = TextForm(
        encoding: encoding, hasByteOrderMark: marked, delimiter: UInt8(ascii: "\t"))
      return Self.written(row, form: form)
    }
    #expect(bytes(.utf8, true) == [0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 9, 0xE7, 0x8E, 0x8B, 13, 10])
    #expect(bytes(.gb18030, false) == [0xA8, 0xA6, 9, 0xCD, 0xF5, 13, 10])
    #expect(bytes(.utf16LE, true) == [0xFF, 0xFE, 0xE9, 0, 9, 0, 0x8B, 0x73, 13, 0, 10, 0])
    #expect(bytes(.utf16BE, true) == [0xFE, 0xFF, 0, 0xE9, 0, 9, 0x73, 0x8B, 0, 13, 0, 10])
  }

  @Test(
    "a formula gets an apostrophe, a number does not, and an apostrophe that would be taken off is doubled",
    arguments: [
      ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"),
      ("-", "'-"), ("-5-3", "'-5-3"), ("+1.2.3", "'+1.2.3"), ("-1e", "'-1e"), ("-.", "'-."),
      ("-5", "-5"), ("+8613812345678", "+8613812345678"), ("-0.50", "-0.50"), ("-.5", "-.5"),
      ("-1E+10", "-1E+10"), ("a=b", "a=b"), ("", ""), (" =1", " =1"), ("'quoted", "'quoted"),
      ("'", "'"), ("'=1", "''=1"), ("'5", "''5"), ("''", "'''"), ("'\tx", "''\tx"),
    ])
  func guards(cell: String, expected: String) {
    #expect(Self.text([["x", cell]], guarded: true) == "x,\(expected)\n")
    #expect(Self.text([["x", cell]]) == "x,\(cell)\n")
    let utf8 = Array(expected.utf8)
    #expect(SpreadsheetGuard.isPresent(in: utf8.span) == (cell != expected))
  }

  @Test("a carriage return is guarded and quoted")
  func guardsCarriageReturn() {
    #expect(Self.text([["x", "\r=1"]], guarded: true) == "x,\"'\r=1\"\n")
  }

  @Test("cells and a clerk's own bytes make one row")
  func rawCells() {
    var options = RecordWriter.Options(form: TextForm(encoding: .gb18030))
    options.lineEnd = .lf
    var writer = RecordWriter(options: options)
    writer.append("14")
    writer.append("王")
    let raw: [UInt8] = [0xFE, 0x51, 0x2C, 0x22, 0x78, 0x22]
    writer.endRecord(withRawCells: raw.span)
    #expect(writer.bytes == [0x31, 0x34, 0x2C, 0xCD, 0xF5, 0x2C] + raw + [10])
  }

  @Test("what a sink refuses is not forgotten")
  func drains() {
    struct Full: Error {}
    var writer = RecordWriter()
    writer.write(["a"])
    #expect(throws: Full.self) { try writer.drain { _ throws(Full) in throw Full() } }
    #expect(writer.bytes == Array("a\r\n".utf8))
    writer.drain { _ in }
    #expect(writer.bytes.isEmpty)
  }
}
