import SQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of a register: the database and, while it is open, its log and shared memory or its journal.
package enum RegisterFile {
  /// What follows the register's name in the names of its files: the database, its log and shared memory,
  /// its journal, and the lock of those who write.
  package static let suffixes = ["", "-wal", "-shm", "-journal", "-lock"]

  /// Removes what a creation that failed has left. Nothing is done about a file that cannot be removed:
  /// the failure already being thrown says more.
  static func removeUnfinished(_ path: String) {
    for suffix in suffixes { unlink(path + suffix) }
  }

  /// Removes what a connection that only read has left beside a copy that nobody else knows yet.
  static func removeTraces(beside path: String) {
    for suffix in suffixes.dropFirst() { unlink(path + suffix) }
  }

  /// The files of a register at a path that hold anything, by what stands behind its name.
  package static func filled(at path: String) -> [String] {
    suffixes.filter { suffix in
      var status = stat()
      return lstat(path + suffix, &status) == 0 && status.st_size > 0
    }
  }

  /// Gives a register's file, its log and its journal another name. The shared memory, which only an open
  /// register needs, is removed.
  /// Throws, with everything in its place again, where one cannot be renamed.
  package static func setAside(_ path: String, as other: String) throws(RegisterFault) {
    var done: [String] = []
    for suffix in ["", "-wal", "-journal"] {
      if rename(path + suffix, other + suffix) == 0 {
        done.append(suffix)
      } else if errno != ENOENT {
        let number = errno
        for suffix in done { rename(other + suffix, path + suffix) }
        throw .database(
          SQLiteFailure(
            code: 14, message: String(cString: strerror(number)), systemErrno: number))
      }
    }
    unlink(path + "-shm")
  }
}
