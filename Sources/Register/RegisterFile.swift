#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of a register: the database and, while it is open, its log and shared memory or its journal.
enum RegisterFile {
  /// Removes what a creation that failed has left. Nothing is done about a file that cannot be removed:
  /// the failure already being thrown says more.
  static func removeUnfinished(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }
}
