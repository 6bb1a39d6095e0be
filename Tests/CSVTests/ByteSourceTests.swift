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
