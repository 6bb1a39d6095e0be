import CSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// SQLite from 3.7.0 to 3.51.2 can lose a committed transaction, or damage an index, where one connection
// moves the log into the file while another commits and begins the log anew (mended in 3.51.3, 3.50.7 and
// 3.44.6). So the two never meet here: who commits and who moves the log holds one lock, a file beside the
// database. It is never removed, since whoever waits for it has it open.

/// The lock that a connection holds while it writes, and while it moves the log into the file.
final class CommitLock {
  private let database: String
  /// -1 until it is first asked for.
  private var descriptor: Int32 = -1
  private(set) var isHeld = false
  private let isForLooking: Bool

  /// - Parameters:
  ///   - database: the path of a file that is there.
  ///   - isForLooking: whether it is to keep others from writing for a moment only; then the right to read
  ///     the lock will do.
  init(beside database: String, isForLooking: Bool = false) {
    self.database = database
    self.isForLooking = isForLooking
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  static func path(of database: String) -> String { database + "-lock" }

  /// Takes the lock, unless it is held; false where another has it for longer than the wait.
  ///
  /// - Parameter goesOn: asked now and then while waiting; false ends the wait.
  func take(
    waitMilliseconds: Int32, while goesOn: () -> Bool = { true }
  ) throws(SQLiteFailure) -> Bool {
    if isHeld { return true }
    if descriptor < 0 { try openFile() }
    var (waited, pause): (Int32, Int32) = (0, 1)
    while true {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        isHeld = true
        return true
      }
      let number = errno
      guard number == EWOULDBLOCK || number == EINTR else {
        throw SQLiteFailure(
          code: SQLITE_IOERR, message: String(cString: strerror(number)), systemErrno: number)
      }
      guard waited < waitMilliseconds, goesOn() else { return false }
      usleep(UInt32(pause) * 1000)
      waited += pause
      pause = min(pause * 2, 20)
    }
  }

  func release() {
    guard isHeld else { return }
    flock(descriptor, LOCK_UN)
    isHeld = false
  }

  /// The lock may be taken by whoever may write to the database, as its log may.
  private func openFile() throws(SQLiteFailure) {
    var status = stat()
    guard stat(database, &status) == 0 else { throw SQLiteFailure(cannotOpen: errno) }
    let mode = status.st_mode & 0o666
    let path = CommitLock.path(of: database)
    let flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC
    descriptor = open(path, flags | O_CREAT | O_EXCL, mode)
    if descriptor >= 0 {
      // The umask may have taken bits away.
      fchmod(descriptor, mode)
      return
    }
    guard errno == EEXIST else { throw CommitLock.cannotOpen(errno) }
    descriptor = open(path, flags)
    if descriptor < 0, isForLooking { descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
    guard descriptor >= 0 else { throw CommitLock.cannotOpen(errno) }
  }

  private static func cannotOpen(_ number: Int32) -> SQLiteFailure {
    let isReadOnly = number == EACCES || number == EROFS || number == EPERM
    return SQLiteFailure(
      code: isReadOnly ? SQLITE_READONLY : SQLITE_CANTOPEN,
      message: String(cString: strerror(number)), systemErrno: number)
  }
}
