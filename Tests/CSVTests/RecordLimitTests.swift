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

  @Test("a line of a gigabyte is refused before it is read whole")
  func line() throws {
    let source = Self.endless(first: UInt8(ascii: "a"))
    var reader = RecordReader(source: source, form: TextForm())
    var record = Record()
    let fault = try #require(throws: CSVFault.self) { try reader.next(into: &record) }
    #expect(fault.kind == .recordTooLong(limit: 16 << 20, suspect: .none))
    #expect(fault.line == 1)
    #expect(fault.byteOffset == 0)
  }

  @Test("a quote that is never closed is refused at the quote")
  func quoted() throws {
    let source = Self.endless(first: UInt8(ascii: "\""))
    var reader = RecordReader(source: source, form: TextForm())
    var record = Record()
    let fault = try #require(throws: CSVFault.self) { try reader.next(into: &record) }
    #expect(fault.kind == .recordTooLong(limit: 16 << 20, suspect: .openQuote))
    #expect(fault.column == 1)
  }

  @Test("a gigabyte of NULs is told to be NULs, from the first")
  func nuls() throws {
    let source = ByteSource(byteCount: Self.gigabyte) { offset, target in
      if offset > 64 << 20 { Issue.record("read far beyond the bound") }
      target.initializeMemory(as: UInt8.self, repeating: 0)
      if offset == 0 { target[0] = UInt8(ascii: "a") }
      return target.count
    }
    var reader = RecordReader(source: source, form: TextForm())
    var record = Record()
    let fault = try #require(throws: CSVFault.self) { try reader.next(into: &record) }
    #expect(fault.kind == .recordTooLong(limit: 16 << 20, suspect: .nul))
    #expect(fault.column == 2)
    #expect(fault.endsReading)
  }

  @Test("of a quote and a NUL in a record too long the first is the suspect")
  func suspects() {
    for (text, suspect) in [
      ("\"a\0bcdefghijklmnop", CSVFault.Suspect.openQuote), ("a\0,\"bcdefghijklmnop", .nul),
      ("\"a\",bcdefghijklmnop", .none),
    ] {
      let reading = Reading(Array(text.utf8), recordLimit: 10)
      #expect(reading.faults.map(\.kind) == [.recordTooLong(limit: 10, suspect: suspect)])
    }
  }

  @Test("a record of a million cells is read, and one more refused where it begins")
  func cells() {
    let most = 1 << 20
    let commas = [UInt8](repeating: UInt8(ascii: ","), count: most)
    #expect(Reading(Array(commas.dropLast())).rows.map(\.count) == [most])
    let beyond = Reading(Array("a\n".utf8) + commas + Array("\nb\n".utf8))
    #expect(beyond.rows == [["a"]])
    #expect(beyond.faults.map(\.kind) == [.tooManyCells(limit: most)])
    #expect(beyond.faults.map(\.line) == [2])
    #expect(beyond.faults.map(\.column) == [most + 1])
  }

  @Test("the bound is the same wherever a block ends", arguments: blockSizes)
  func bound(blockSize: Int) {
    let text = Array("a\n1234567890\r\nb\n12345678901\nc\n".utf8)
    let reading = Reading(text, blockSize: blockSize, recordLimit: 10)
    #expect(reading.rows == [["a"], ["1234567890"], ["b"]])
    #expect(reading.faults.map(\.kind) == [.recordTooLong(limit: 10, suspect: .none)])
    #expect(reading.faults.map(\.line) == [4])
  }
}
