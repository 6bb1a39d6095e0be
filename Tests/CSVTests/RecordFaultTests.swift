import CSV
import Testing

@Suite struct RecordFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var form: TextForm
    var fault: CSVFault
    var testDescription: String {
      "\(fault.kind) in \(String(decoding: bytes, as: UTF8.self).debugDescription)"
    }

    init(
      _ text: String, _ kind: CSVFault.Kind, record: Int, line: Int, column: Int, byte: Int64
    ) {
      self.init(
        Array(text.utf8), TextForm(), kind, record: record, line: line, column: column, byte: byte)
    }

    init(
      _ bytes: [UInt8], _ form: TextForm, _ kind: CSVFault.Kind, record: Int, line: Int,
      column: Int, byte: Int64
    ) {
      self.bytes = bytes
      self.form = form
      fault = CSVFault(kind: kind, record: record, line: line, column: column, byteOffset: byte)
    }
  }

  static let gb = TextForm(encoding: .gb18030)
  static let marked = TextForm(encoding: .utf8, hasByteOrderMark: true)
  static let little = TextForm(encoding: .utf16LE, hasByteOrderMark: true)
  static let big = TextForm(encoding: .utf16BE, hasByteOrderMark: true)

  static let cases = [
    Case("a\"b", .strayQuote, record: 1, line: 1, column: 2, byte: 1),
    Case("x,y\n王,李\"四\"\n", .strayQuote, record: 2, line: 2, column: 4, byte: 11),
    Case("x\n \"a\"", .strayQuote, record: 2, line: 2, column: 2, byte: 3),
    Case("\"a\"b,c", .textAfterQuote, record: 1, line: 1, column: 4, byte: 3),
    Case("\"a\" ,c", .textAfterQuote, record: 1, line: 1, column: 4, byte: 3),
    Case("\"甲\r\n乙\"丙\"", .textAfterQuote, record: 1, line: 2, column: 3, byte: 10),
    Case("a,b\r\nc,\"d\r\ne\r\n", .unclosedQuote, record: 2, line: 2, column: 3, byte: 7),
    Case("\"", .unclosedQuote, record: 1, line: 1, column: 1, byte: 0),
    Case("\"a\"\"", .unclosedQuote, record: 1, line: 1, column: 1, byte: 0),
    Case("a\rb\r\nc,d\0e", .nul, record: 3, line: 3, column: 4, byte: 8),
    Case("\"a\n\0\"", .nul, record: 1, line: 2, column: 1, byte: 3),
    Case(
      [0x61, 0x0A, 0xE7, 0x8E, 0x8B, 0x2C, 0xE7, 0x8E, 0x0A], TextForm(), .invalidBytes(.utf8),
      record: 2, line: 2, column: 3, byte: 6),
    Case(
      [0x61, 0xC0, 0x80], TextForm(), .invalidBytes(.utf8), record: 1, line: 1, column: 2, byte: 1),
    Case(
      [0xED, 0xA0, 0x80], TextForm(), .invalidBytes(.utf8), record: 1, line: 1, column: 1, byte: 0),
    Case(
      [0xEF, 0xBB, 0xBF, 0x61, 0xFF], marked, .invalidBytes(.utf8), record: 1, line: 1, column: 2,
      byte: 4),
    Case(
      [0xEF, 0xBB, 0xBF, 0x61, 0x22], marked, .strayQuote, record: 1, line: 1, column: 2, byte: 4),
    // 王,一 in GB18030 and then a lead byte without its trail.
    Case(
      [0xCD, 0xF5, 0x2C, 0xD2, 0xBB, 0x81, 0x0A], gb, .invalidBytes(.gb18030), record: 1, line: 1,
      column: 4, byte: 5),
    Case([0x80, 0x0A], gb, .invalidBytes(.gb18030), record: 1, line: 1, column: 1, byte: 0),
    Case(
      [0x61, 0x2C, 0xFF, 0x40], gb, .invalidBytes(.gb18030), record: 1, line: 1, column: 3, byte: 2),
    Case([0xB0, 0x7F], gb, .invalidBytes(.gb18030), record: 1, line: 1, column: 1, byte: 0),
    Case(
      [0x81, 0x30, 0x81, 0x2C, 0x61], gb, .invalidBytes(.gb18030), record: 1, line: 1, column: 1,
      byte: 0),
    Case(
      [0xE3, 0x32, 0x9A, 0x36], gb, .invalidBytes(.gb18030), record: 1, line: 1, column: 1, byte: 0),
    Case(
      [0x84, 0x31, 0xA5, 0x30], gb, .invalidBytes(.gb18030), record: 1, line: 1, column: 1, byte: 0),
    // 𠂇王" with the first character in four bytes.
    Case(
      [0x0A, 0x95, 0x32, 0x90, 0x31, 0xCD, 0xF5, 0x22], gb, .strayQuote, record: 2, line: 2,
      column: 3, byte: 7),
    Case(
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x8B, 0x73, 0x22, 0x00], little, .strayQuote, record: 2,
      line: 2, column: 2, byte: 8),
    Case(
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x8B, 0x73, 0x00, 0xDC], little, .invalidBytes(.utf16LE),
      record: 2, line: 2, column: 2, byte: 8),
    Case(
      [0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x40, 0xDC, 0x87, 0xD8, 0x40, 0x00, 0x0A], big,
      .invalidBytes(.utf16BE), record: 1, line: 1, column: 3, byte: 8),
    Case(
      [0xFF, 0xFE, 0x61, 0x00, 0x62], little, .invalidBytes(.utf16LE), record: 1, line: 1,
      column: 2, byte: 4),
    Case(
      [0xFF, 0xFE, 0x22, 0x00, 0x62], little, .invalidBytes(.utf16LE), record: 1, line: 1,
      column: 2, byte: 4),
    Case(
      [0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], little, .nul, record: 1, line: 1, column: 2, byte: 4),
  ]

  @Test("a fault is told with its place, wherever a block ends", arguments: cases, blockSizes)
  func tellsPlace(_ example: Case, blockSize: Int) {
    let reading = Reading(example.bytes, form: example.form, blockSize: blockSize)
    #expect(reading.faults.first == example.fault)
  }

  @Test("reading goes on behind a fault that lies within one record", arguments: blockSizes)
  func goesOn(blockSize: Int) {
    let text = "a,b\nc\"c,d\n\"e\"e,f\ng\0,h\ni,j\n"
    let reading = Reading(text, blockSize: blockSize)
    #expect(reading.rows == [["a", "b"], ["i", "j"]])
    #expect(reading.faults.map(\.kind) == [.strayQuote, .textAfterQuote, .nul])
    #expect(reading.faults.map(\.line) == [2, 3, 4])
    let invalid = Reading([0x61, 0x0A, 0xFF, 0x0A, 0x62, 0x0A], blockSize: blockSize)
    #expect(invalid.rows == [["a"], ["b"]])
  }

  @Test("lenient reading keeps ragged rows and stray quotes, and notes each", arguments: blockSizes)
  func lenient(blockSize: Int) {
    let text = "a,b\nc\"\"c,\"d\"x\"y\"\ne\nf,g,h\n\n"
    let reading = Reading(text, blockSize: blockSize, lenient: true, expectedCells: 2)
    #expect(reading.rows == [["a", "b"], ["c\"\"c", "dx\"y\""], ["e"], ["f", "g", "h"], [""]])
    #expect(reading.faults.isEmpty)
    #expect(
      reading.notes.map(\.kind) == [
        .strayQuote, .strayQuote, .textAfterQuote, .ragged(expected: 2, found: 1),
        .ragged(expected: 2, found: 3),
      ])
    #expect(reading.notes.map(\.column) == [2, 3, 9, 2, 5])
    #expect(reading.notes.map(\.line) == [2, 2, 2, 3, 4])
  }

  @Test("lenient reading forgives no unclosed quote, no NUL and no invalid byte")
  func lenientForgivesNoMore() {
    #expect(Reading("a\n\"b", lenient: true).faults.map(\.kind) == [.unclosedQuote])
    #expect(Reading("a\0\"", lenient: true).faults.map(\.kind) == [.nul])
    let reading = Reading([0x61, 0xFF], lenient: true)
    #expect(reading.faults.map(\.kind) == [.invalidBytes(.utf8)])
  }

  @Test("a NUL behind any number of stray quotes is still refused")
  func nulBehindManyQuotes() {
    let reading = Reading("a" + String(repeating: "\"", count: 5000) + "\0\n", lenient: true)
    #expect(reading.faults.map(\.kind) == [.nul])
  }

  @Test("a row with more or fewer cells than expected is told where it goes wrong")
  func ragged() {
    let reading = Reading("a,b,c\n1,2\n\n , ,\n1,2,3,4\n1,\"2\n\",3,4\n", expectedCells: 3)
    #expect(
      reading.faults.map(\.kind) == [
        .ragged(expected: 3, found: 2), .ragged(expected: 3, found: 4),
        .ragged(expected: 3, found: 4),
      ])
    #expect(reading.faults.map(\.line) == [2, 5, 6])
    #expect(reading.faults.map(\.column) == [4, 7, 1])
    #expect(reading.rows == [["a", "b", "c"], [""], [" ", " ", ""]])
  }

  @Test("of several faults in a record the first is thrown", arguments: blockSizes)
  func firstOfSeveral(blockSize: Int) {
    let reading = Reading([0x61, 0xFF, 0x22, 0x2C, 0x0A], blockSize: blockSize, expectedCells: 9)
    #expect(reading.faults.map(\.kind) == [.invalidBytes(.utf8)])
    let second = Reading([0x61, 0x22, 0xFF, 0x0A], blockSize: blockSize)
    #expect(second.faults.map(\.kind) == [.strayQuote])
  }

  @Test("a fault that ends the reading is thrown again, never taken for the end of the file")
  func staysEnded() throws {
    var reader = RecordReader(source: ByteSource(bytes: Array("\"a".utf8)), form: TextForm())
    var record = Record()
    for _ in 0..<3 {
      #expect(throws: CSVFault.self) { try reader.next(into: &record) }
    }
  }

  @Test("a fault that ends the reading leaves an empty record where the unread one begins")
  func emptyAtTheEnd() throws {
    var reader = RecordReader(source: ByteSource(bytes: Array("a\nb,\"c".utf8)), form: TextForm())
    var record = Record()
    #expect(try reader.next(into: &record))
    #expect(throws: CSVFault.self) { try reader.next(into: &record) }
    #expect((record.line, record.recordNumber) == (2, 2))
    #expect(record.byteRange == 2..<2)
    #expect(record.texts.isEmpty)
  }
}
