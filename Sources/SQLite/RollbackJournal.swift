import CSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// SQLite plays a journal of the right name back into the database, whosever it is: nothing in it names the
// database. What it holds of page 1 does: as long as the journal is needed, the database's own page 1 is that
// page or what one transaction made of it. The schema cookie there begins at a random number in each register
// (`Connection.write(toNew:)`) and rises by one with each change of the schema, the change counter by one with
// each transaction of this kind.
//
// The journal's form is that of "Database File Format", section 3, of sqlite.org.

/// The rollback journal beside a database file.
package struct RollbackJournal {
  private let descriptor: Int32
  private let size: Int64
  private let pageSize: Int64
  private let sectorSize: Int64

  /// Whether the journal beside a file is another's: playing it back would put another's pages into the file.
  ///
  /// False where there is no journal, or one in which SQLite finds nothing to play.
  package static func isStray(beside path: String) -> Bool {
    let journal = open(path + "-journal", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard journal >= 0 else { return errno == ELOOP }
    defer { close(journal) }
    var status = stat()
    guard fstat(journal, &status) == 0, status.st_size > 0 else { return false }
    let head = bytes(28, of: journal, at: 0)
    // SQLite takes a journal that begins with a zero for one that is done with.
    guard head.first != 0 else { return false }
    guard head.count == 28, Array(head[..<8]) == magic else { return true }
    let (pageSize, sectorSize) = (Int64(number(head, 24)), Int64(number(head, 20)))
    guard (512...65_536).contains(pageSize), (32...65_536).contains(sectorSize) else {
      return false
    }
    return RollbackJournal(
      descriptor: journal, size: Int64(status.st_size), pageSize: pageSize, sectorSize: sectorSize
    ).isStray(from: path, pagesBefore: Int64(number(head, 16)))
  }

  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// How many changes of the schema one transaction may make.
  private static let mostSchemaChanges: UInt32 = 4_096

  private func isStray(from path: String, pagesBefore: Int64) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    let own = RollbackJournal.bytes(100, of: file, at: 0)
    guard own.count == 100, fstat(file, &status) == 0 else { return true }
    let ownPageSize = Int64(own[16]) << 8 | Int64(own[17])
    guard (ownPageSize == 1 ? 65_536 : ownPageSize) == pageSize else { return true }
    let (page, isSynced) = firstPage()
    guard let page else {
      // Before anything is synced, the file is as it was: at most its length would be set.
      return isSynced || Int64(status.st_size) / pageSize != pagesBefore
    }
    func rise(_ place: Int) -> UInt32 {
      RollbackJournal.number(own, place) &- RollbackJournal.number(page, place)
    }
    // Schema cookie, change counter, application id.
    return rise(40) > RollbackJournal.mostSchemaChanges || rise(24) > 2 || rise(68) != 0
  }

  /// The beginning of page 1 as the journal keeps it, and whether the journal says that it holds pages.
  private func firstPage() -> (page: [UInt8]?, isSynced: Bool) {
    var offset: Int64 = 0
    var isSynced = false
    while offset + 28 <= size {
      let head = RollbackJournal.bytes(28, of: descriptor, at: offset)
      guard head.count == 28, Array(head[..<8]) == RollbackJournal.magic else { break }
      let stated = RollbackJournal.number(head, 8)
      isSynced = isSynced || stated != 0
      offset += sectorSize
      let fitting = max(0, size - offset) / (pageSize + 8)
      let count = stated == 0 || stated == .max ? fitting : min(Int64(stated), fitting)
      for _ in 0..<count {
        let start = RollbackJournal.bytes(104, of: descriptor, at: offset)
        guard start.count == 104 else { break }
        if RollbackJournal.number(start, 0) == 1 { return (Array(start[4...]), isSynced) }
        offset += pageSize + 8
      }
      offset = (offset + sectorSize - 1) / sectorSize * sectorSize
    }
    return (nil, isSynced)
  }

  private static func bytes(_ count: Int, of file: Int32, at offset: Int64) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let found = pread(file, &bytes, count, off_t(offset))
    return Array(bytes[..<max(0, found)])
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
