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
}
