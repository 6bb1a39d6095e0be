import CSV
import Testing

@Suite struct RecordReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var rows: [[String]]
    var lines: [Int]
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ rows: [[String]], lines: [Int]? = nil) {
      self.text = text
      self.rows = rows
      self.lines = lines ?? Array(1..<(rows.count + 1))
    }
  }

  static let cases = [
    Case("", []),
    Case("a,b,c", [["a", "b", "c"]]),
    Case("a,b,c\r\n", [["a", "b", "c"]]),
    Case("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    Case("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    Case("a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]),
    Case("a\n\rb", [["a"], [""], ["b"]]),
    Case("\n", [[""]]),
    Case("\r\n\r\nx", [[""], [""], ["x"]]),
    Case(",", [["", ""]]),
    Case(",,\n,,", [["", "", ""], ["", "", ""]]),
    Case("\"a\",\"b\"", [["a", "b"]]),
    Case("\"\"", [[""]]),
    Case("\"\",\"\"\r\n", [["", ""]]),
    Case("\"a \"\"b\"\" c\",d", [["a \"b\" c", "d"]]),
    Case("\"\"\"\"", [["\""]]),
    Case("\"\"\"\"\"\",x", [["\"\"", "x"]]),
    Case("\"a,b\",\"c;d\"", [["a,b", "c;d"]]),
    Case("\"a\r\nb\",c\r\nd,e", [["a\r\nb", "c"], ["d", "e"]], lines: [1, 3]),
    Case(
      "\"\n\r\n\r\n\r\",c\nd,\"\r\"\ne", [["\n\r\n\r\n\r", "c"], ["d", "\r"], ["e"]],
      lines: [1, 6, 8]),
    Case(" a , b ", [[" a ", " b "]]),
    Case("a\tb,c", [["a\tb", "c"]]),
    Case("凤凰县,王\u{20087},𠮷\n·,x", [["凤凰县", "王\u{20087}", "𠮷"], ["·", "x"]]),
    Case("12345678,12345678,1234567\n", [["12345678", "12345678", "1234567"]]),
  ]

  @Test(
    "RFC 4180 and what spreadsheets add are read, wherever a block ends",
    arguments: cases, blockSizes)
  func reads(_ example: Case, blockSize: Int) {
    let reading = Reading(example.text, blockSize: blockSize)
    #expect(reading.faults.isEmpty)
    #expect(reading.rows == example.rows)
    #expect(reading.lines == example.lines)
  }

  @Test(
    "a record of nothing but white space is blank",
    arguments: [
      ("\n", true), (",,\n", true), (" ,\t,\u{3000}\n", true), ("\" \r\n\",\u{A0}\n", true),
      ("\u{200B}\u{FEFF}", true), (",x,\n", false), ("\u{3001}", false), ("\u{A1}", false),
    ])
  func blank(text: String, isBlank: Bool) throws {
    var reader = RecordReader(source: ByteSource(bytes: Array(text.utf8)), form: TextForm())
    var record = Record()
    #expect(try reader.next(into: &record))
    #expect(record.isBlank == isBlank)
  }

  @Test("a record tells its number, its cells' quotes, and nothing of the record before it")
  func facts() throws {
    let bytes = Array("a,\"b\"\"c\",\r\n\nd\r".utf8)
    var reader = RecordReader(source: ByteSource(bytes: bytes), form: TextForm())
    var record = Record()
    #expect(try reader.next(into: &record))
    #expect(record.recordNumber == 1)
    #expect((0..<3).map(record.wasQuoted) == [false, true, false])
    #expect((0..<3).map(record.isEmpty) == [false, false, true])
    #expect(record.withCell(1) { $0.count } == 3)
    #expect(record.byteRange == 0..<9)
    #expect(record.endPlace == Place(line: 1, column: 10))
    #expect(try reader.next(into: &record))
    #expect(record.count == 1)
    #expect(record.recordNumber == 2)
    #expect(record.byteRange == 11..<11)
    #expect(try reader.next(into: &record))
    #expect(record.texts == ["d"])
    #expect(record.line == 3)
    #expect(reader.bytesRead == 14)
    #expect(try !reader.next(into: &record))
    #expect(record.count == 0)
  }

  @Test("a record of more cells than any before it keeps them all", arguments: blockSizes)
  func manyCells(blockSize: Int) {
    let cells = (0..<1000).map(String.init)
    let text = cells.joined(separator: ",") + "\n" + String(repeating: ",", count: 3000)
    let reading = Reading(text, blockSize: blockSize)
    #expect(reading.rows.first == cells)
    #expect(reading.rows.last?.count == 3001)
  }

  #if os(Linux)
    @Test("a source that fails is a fault at the place it failed")
    func failingSource() throws {
      let closed = try ByteSource(path: "/proc/self/mem")
      var reader = RecordReader(source: closed, form: TextForm())
      var record = Record()
      let fault = try #require(throws: CSVFault.self) { try reader.next(into: &record) }
      #expect(fault.kind == .source(.cannotRead(errno: 5)))
      #expect(fault.endsReading)
    }
  #endif
}
