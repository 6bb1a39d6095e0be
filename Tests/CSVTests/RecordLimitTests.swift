import CSV
import Testing

@Suite struct RecordLimitTests {
  static let gigabyte: Int64 = 1 << 30

  /// A gigabyte of one letter behind a first byte, and how far it was read.
  static func endless(first: UInt8) -> ByteSource {
    ByteSource(byteCount: gigabyte) { offset, target in
      let count = Int(min(Int64(target.count), gigabyte - offset))
      if offset > 64 << 20 { Issue.record("read far beyond the bound") }
      target.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "a"))
      if offset == 0, count > 0 { target[0] = first }
      return count
    }
  }

  @Test("a line of a gigabyte is refused before it is read whole", .timeLimit(.minutes(1)))
  func line() throws {
    let source = Self.endless(first: UInt8(ascii: "a"))
    var reader = RecordReader(source: source, form: TextForm())
    var record = Record()
    let fault = try #require(throws: CSVFault.self) { try reader.next(into: &record) }
    #expect(fault.kind == .recordTooLong(limit: 16 << 20, insideQuotes: false))
    #expect(fault.line == 1)
    #expect(fault.byteOffset == 0)
  }

  @Test("a quote that is never closed is refused at the quote", .timeLimit(.minutes(1)))
  func quoted() throws {
    let source = Self.endless(first: UInt8(ascii: "\""))
    var reader = RecordReader(source: source, form: TextForm())
    var record = Record()
    let fault = try #require(throws: CSVFault.self) { try reader.next(into: &record) }
    #expect(fault.kind == .recordTooLong(limit: 16 << 20, insideQuotes: true))
    #expect(fault.column == 1)
  }

  @Test("the bound is the same wherever a block ends", arguments: blockSizes)
  func bound(blockSize: Int) {
    let text = Array("a\n1234567890\r\nb\n12345678901\nc\n".utf8)
    let reading = Reading(text, blockSize: blockSize, recordLimit: 10)
    #expect(reading.rows == [["a"], ["1234567890"], ["b"]])
    #expect(reading.faults.map(\.kind) == [.recordTooLong(limit: 10, insideQuotes: false)])
    #expect(reading.faults.map(\.line) == [4])
  }
}
