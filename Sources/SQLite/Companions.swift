#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A database file and the files beside it, as they were when they were looked at.
package struct Companions: Equatable, Sendable {
  /// Bytes of the log; 0 where there is none.
  package let logSize: Int64
  /// Bytes of the rollback journal; 0 where there is none.
  package let journalSize: Int64
  private let size: Int64
  private let inode: UInt64
  private let changedSeconds: Int64
  private let changedNanoseconds: Int64

  package init(of path: String) {
    var status = stat()
    if stat(path, &status) != 0 { status = stat() }
    size = Int64(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Glibc)
      changedSeconds = Int64(status.st_mtim.tv_sec)
      changedNanoseconds = Int64(status.st_mtim.tv_nsec)
    #else
      changedSeconds = Int64(status.st_mtimespec.tv_sec)
      changedNanoseconds = Int64(status.st_mtimespec.tv_nsec)
    #endif
    logSize = Companions.size(path + "-wal")
    journalSize = Companions.size(path + "-journal")
  }

  /// Whether the file alone is the whole database, and no log with its shared memory says that it is open.
  package static func restsAlone(_ path: String) -> Bool {
    let companions = Companions(of: path)
    return companions.logSize == 0 && companions.journalSize == 0
      && !["-wal", "-shm"].allSatisfy { access(path + $0, F_OK) == 0 }
  }

  private static func size(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }
}
