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
}
