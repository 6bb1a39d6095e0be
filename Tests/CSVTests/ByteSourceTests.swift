import CSV
import Foundation
import Testing

@Suite struct ByteSourceTests {
  static func temporaryFile(_ bytes: [UInt8]) throws -> String {
    let path = NSTemporaryDirectory() + "/csv-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("a pipe can be read twice")
  func pipe() throws {
    let pipe = Pipe()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let writing = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writing.start()
    let source = try ByteSource(descriptor: pipe.fileHandleForReading.fileDescriptor)
    for size in [1000, ByteSource.defaultBlockSize] {
      var read: [UInt8] = []
      try source.forEachBlock(of: size) { block in
        block.withUnsafeBufferPointer { read += $0 }
        return true
      }
      #expect(read == bytes)
    }
    #expect(source.stamp.byteCount == 200_000)
  }

  @Test("copying a pipe stops when it is interrupted")
  func interrupted() {
    let pipe = Pipe()
    var asked = 0
    #expect(throws: SourceFault.interrupted) {
      try pipe.fileHandleForWriting.write(contentsOf: Data([1]))
      _ = try ByteSource(descriptor: pipe.fileHandleForReading.fileDescriptor) {
        asked += 1
        return asked > 1
      }
    }
  }

  /// A pipe that gives a piece again and again until nobody reads it any more.
  private static func endless(_ piece: String) -> Pipe {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    let bytes = Data(String(repeating: piece, count: 4_096).utf8)
    let writing = Thread {
      while (try? pipe.fileHandleForWriting.write(contentsOf: bytes)) != nil {}
    }
    writing.start()
    return pipe
  }

  @Test("a pipe without end is a fault once it is longer than any sheet")
  func endlessStream() throws {
    var limits = SpoolLimits()
    limits.mostBytes = 3 << 20
    let pipe = Self.endless("y\n")
    defer { try? pipe.fileHandleForReading.close() }
    #expect(throws: SourceFault.streamTooLong(limit: 3 << 20)) {
      try ByteSource(
        descriptor: pipe.fileHandleForReading.fileDescriptor, spooling: limits)
    }
  }

  @Test("of a pipe whose line is too long no more is copied than tells so")
  func endlessLine() throws {
    var limits = SpoolLimits()
    limits.longestLine = 2 << 20
    let pipe = Self.endless("y,")
    defer { try? pipe.fileHandleForReading.close() }
    let source = try ByteSource(
      descriptor: pipe.fileHandleForReading.fileDescriptor, spooling: limits)
    #expect(source.stamp.byteCount > 2 << 20 && source.stamp.byteCount < 3 << 20)
    var options = RecordReader.Options()
    options.recordLimit = 1 << 20
    var reader = RecordReader(source: source, form: TextForm(), options: options)
    var record = Record()
    let fault = try #require(throws: CSVFault.self) { try reader.next(into: &record) }
    #expect(fault.kind == .recordTooLong(limit: 1 << 20, suspect: .none))
  }

  @Test("a pipe that would fill the disk is a fault before it does")
  func diskNearlyFull() throws {
    var limits = SpoolLimits()
    limits.longestLine = 1 << 20
    limits.leastFree = .max
    let pipe = Self.endless("y\n")
    defer { try? pipe.fileHandleForReading.close() }
    #expect(throws: SourceFault.cannotSpool(errno: ENOSPC)) {
      try ByteSource(
        descriptor: pipe.fileHandleForReading.fileDescriptor, spooling: limits)
    }
  }

  @Test("a regular file on a descriptor is read from where the descriptor stands")
  func descriptor() throws {
    let path = try Self.temporaryFile(Array("skipped,rest".utf8))
    defer { unlink(path) }
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    try file.seek(toOffset: 8)
    let source = try ByteSource(descriptor: file.fileDescriptor)
    #expect(try source.bytes(in: 0..<100) == Array("rest".utf8))
    #expect(try source.bytes(in: 1..<3) == Array("es".utf8))
  }

  @Test("what cannot be read is refused with the system's reason")
  func refuses() {
    #expect(throws: SourceFault.isDirectory) { try ByteSource(path: NSTemporaryDirectory()) }
    #expect(throws: SourceFault.cannotOpen(errno: ENOENT)) {
      try ByteSource(path: "/nowhere/at/all.csv")
    }
    #expect(throws: SourceFault.cannotOpen(errno: EBADF)) { try ByteSource(descriptor: 9999) }
  }

  @Test("a file written to since it was opened says so")
  func changes() throws {
    let path = try Self.temporaryFile(Array("a".utf8))
    defer { unlink(path) }
    let source = try ByteSource(path: path)
    #expect(try !source.hasChanged())
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("b".utf8))
    #expect(try source.hasChanged())
  }

  @Test("blocks stop when they are not wanted")
  func stops() throws {
    var blocks = 0
    try ByteSource(bytes: [1, 2, 3]).forEachBlock(of: 1) { _ in
      blocks += 1
      return blocks < 2
    }
    #expect(blocks == 2)
  }
}
