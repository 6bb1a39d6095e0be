import CSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// SQLite plays a log of the right name into the database, whosever it is: nothing in it names the database. What
// it holds of page 1 does. Every commit writes page 1 (`Connection.markFirstPage`), so a log that holds a commit
// holds that page. The schema cookie there begins at a random number in each register and rises by one with each
// change of the schema. The change counter never falls, and a log begins where the file ends: its first page 1
// is at most one ahead of the file, and its last one never behind it. Two copies of one file that went on apart
// agree in both; each commit's page 1 has a number drawn for it, so the copies differ in that of the same counter.
//
// The log's form is that of "Database File Format", section 4, of sqlite.org. What SQLite would not play (another
// salt, a checksum that is wrong) is no evidence.

/// The write-ahead log beside a database file.
package struct WriteAheadLog {
  private let descriptor: Int32
  private let size: Int64
  private let pageSize: Int
  private let salts: [UInt8]
  private let isBigEndian: Bool
  private var sums: (UInt32, UInt32)

  /// What page 1 says of the file that it is of.
  private struct Mark {
    /// How the schema's number begins, at random, and rises.
    let cookie: UInt32
    let counter: UInt32
    let application: UInt32
    /// Drawn at random for each commit; 0 in a file that was written before there were such numbers.
    let drawn: UInt32

    /// - Parameter page: at least its first hundred bytes.
    init(_ page: ArraySlice<UInt8>) {
      cookie = WriteAheadLog.number(page, 40)
      counter = WriteAheadLog.number(page, 24)
      application = WriteAheadLog.number(page, 68)
      drawn = WriteAheadLog.number(page, 48)
    }
  }

  /// Whether the log beside a file is another's, or of another moment of the file: playing it in would put
  /// another's pages into the file.
  ///
  /// False where there is no log, or one in which SQLite finds nothing to play. Others may write meanwhile, so
  /// what looks stray is looked at again while nobody does.
  package static func isStray(beside path: String) -> Bool {
    guard looksStray(beside: path) else { return false }
    let lock = CommitLock(beside: path, isForLooking: true)
    // Where there is no lock that may be read, looking twice has to do.
    guard let isHeld = try? lock.take(waitMilliseconds: 2_000) else {
      return looksStray(beside: path)
    }
    defer { lock.release() }
    // Who writes now has found the log to be the file's own.
    return isHeld && looksStray(beside: path)
  }

  private static func looksStray(beside path: String) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    let own = bytes(100, of: file, at: 0)
    // SQLite removes the log of an empty file.
    guard own.count == 100 else { return false }
    let descriptor = open(path + "-wal", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ELOOP }
    defer { close(descriptor) }
    guard var log = WriteAheadLog(descriptor) else { return false }
    let stated = Int(own[16]) << 8 | Int(own[17])
    guard log.pageSize == (stated == 1 ? 65_536 : stated) else { return true }
    return log.isStray(from: Mark(own[...]))
  }

  /// Nil where SQLite finds nothing to play in it.
  private init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let head = WriteAheadLog.bytes(32, of: descriptor, at: 0)
    guard head.count == 32 else { return nil }
    let magic = WriteAheadLog.number(head[...], 0)
    let pageSize = Int(WriteAheadLog.number(head[...], 8))
    guard magic & ~1 == 0x377F_0682, WriteAheadLog.number(head[...], 4) == 3_007_000,
      (512...65_536).contains(pageSize), pageSize & (pageSize - 1) == 0
    else { return nil }
    self.descriptor = descriptor
    self.pageSize = pageSize
    size = Int64(status.st_size)
    salts = Array(head[16..<24])
    isBigEndian = magic & 1 == 1
    sums = (0, 0)
    add(head[..<24])
    guard sums.0 == WriteAheadLog.number(head[...], 24),
      sums.1 == WriteAheadLog.number(head[...], 28)
    else { return nil }
  }

  private mutating func isStray(from own: Mark) -> Bool {
    var first: Mark?
    var last: Mark?
    /// Of the commit that the file ends with, where the log has it too.
    var same: Mark?
    var offset: Int64 = 32
    while offset + Int64(24 + pageSize) <= size {
      let frame = WriteAheadLog.bytes(24 + pageSize, of: descriptor, at: offset)
      guard frame.count == 24 + pageSize, frame[8..<16].elementsEqual(salts) else { break }
      add(frame[..<8])
      add(frame[24...])
      guard sums.0 == WriteAheadLog.number(frame[...], 16),
        sums.1 == WriteAheadLog.number(frame[...], 20)
      else { break }
      if WriteAheadLog.number(frame[...], 0) == 1 {
        last = Mark(frame[24...])
        first = first ?? last
        if last?.counter == own.counter { same = last }
      }
      offset += Int64(frame.count)
    }
    guard let first, let last else { return false }
    return abs(Int64(Int32(bitPattern: first.cookie &- own.cookie)))
      > WriteAheadLog.mostSchemaChanges
      || first.application != own.application
      || Int32(bitPattern: first.counter &- own.counter) > 1
      || Int32(bitPattern: own.counter &- last.counter) > 0
      || (same.map { $0.drawn != own.drawn } ?? false)
  }

  /// How many changes of the schema one log may hold.
  private static let mostSchemaChanges: Int64 = 4_096

  /// Goes on with the log's running checksum over words of 32 bits, two at a time.
  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    var (first, second) = sums
    bytes.withUnsafeBytes { words in
      for place in stride(from: 0, to: words.count - 7, by: 8) {
        let pair = (
          words.loadUnaligned(fromByteOffset: place, as: UInt32.self),
          words.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
        )
        first &+= (isBigEndian ? UInt32(bigEndian: pair.0) : UInt32(littleEndian: pair.0)) &+ second
        second &+= (isBigEndian ? UInt32(bigEndian: pair.1) : UInt32(littleEndian: pair.1)) &+ first
      }
    }
    sums = (first, second)
  }

  private static func bytes(_ count: Int, of file: Int32, at offset: Int64) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, off_t(offset)))
    }
  }

  /// - Parameter place: from the slice's start.
  private static func number(_ bytes: ArraySlice<UInt8>, _ place: Int) -> UInt32 {
    let start = bytes.startIndex + place
    return bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
