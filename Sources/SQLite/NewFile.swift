import CSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Linux makes a file that has no name yet (O_TMPFILE) and gives it one when it is whole: whatever ends the
// process before leaves nothing. Some file systems cannot; there the file is made as NAME-new, locked while its
// maker lives, and given its own name by a second link, which never replaces a file.

/// A file on its way to its name; mode 0600.
struct NewFile: ~Copyable {
  private let place: DatabaseFile
  private let descriptor: Int32
  /// Its name until then; nil where it has none.
  private let temporary: String?

  init(_ path: String, anonymously: Bool) throws(SQLiteFailure) {
    let place = try DatabaseFile(resolving: path)
    try place.refuseTaken()
    let unnamed = anonymously ? NewFile.unnamed(in: place.folder) : nil
    let descriptor: Int32
    if let unnamed {
      descriptor = unnamed
    } else {
      descriptor = try NewFile.locked(place.path + "-new")
    }
    self.init(place, descriptor, unnamed == nil ? place.path + "-new" : nil)
  }

  private init(_ place: DatabaseFile, _ descriptor: Int32, _ temporary: String?) {
    self.place = place
    self.descriptor = descriptor
    self.temporary = temporary
  }

  deinit {
    if let temporary { unlink(temporary) }
    close(descriptor)
  }

  /// Writes the file's bytes and brings them to the disk.
  func write(_ bytes: UnsafeRawBufferPointer) throws(SQLiteFailure) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(done))
      if written > 0 { done += written } else if errno != EINTR { throw NewFile.failure(errno) }
    }
    guard fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
      throw NewFile.failure(errno)
    }
  }

  /// Gives it its name, which must be free, and makes that last.
  func name() throws(SQLiteFailure) {
    if let temporary {
      guard link(temporary, place.path) == 0 else { throw NewFile.failure(errno) }
    } else {
      let code = linkat(
        AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, place.path, AT_SYMLINK_FOLLOW)
      guard code == 0 else { throw NewFile.failure(errno) }
    }
    try place.synchroniseFolder()
  }

  /// Nil where the system, or the folder's file system, cannot.
  private static func unnamed(in folder: String) -> Int32? {
    #if canImport(Glibc)
      // __O_TMPFILE of <bits/fcntl-linux.h>, which Swift does not import; it goes with O_DIRECTORY.
      let temporaryFile: Int32 = 0o20_000_000 | O_DIRECTORY
      guard access("/proc/self/fd", X_OK) == 0 else { return nil }
      let descriptor = open(folder, O_RDWR | temporaryFile | O_CLOEXEC, 0o600)
      return descriptor >= 0 ? descriptor : nil
    #else
      return nil
    #endif
  }

  /// What was left of one that was cut short is removed, where it is what such a call leaves.
  private static func locked(_ path: String) throws(SQLiteFailure) -> Int32 {
    for _ in 0..<3 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
          close(descriptor)
          continue
        }
        return descriptor
      }
      guard errno == EEXIST else { throw failure(errno) }
      try removeLeftover(path)
    }
    throw SQLiteFailure(code: SQLITE_BUSY, message: "another is making the file")
  }

  private static func removeLeftover(_ path: String) throws(SQLiteFailure) {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw failure(errno)
    }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw SQLiteFailure(code: SQLITE_BUSY, message: "another is making the file")
    }
    var start = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &start, start.count, 0)
    guard count == 0 || start.elementsEqual("SQLite format 3\0".utf8) else { throw failure(EEXIST) }
    unlink(path)
  }

  private static func failure(_ number: Int32) -> SQLiteFailure {
    switch number {
    case ENOSPC, EDQUOT, EFBIG:
      SQLiteFailure(
        code: SQLITE_FULL, message: String(cString: strerror(number)), systemErrno: number)
    case EROFS, EACCES, EPERM:
      SQLiteFailure(
        code: SQLITE_READONLY, message: String(cString: strerror(number)), systemErrno: number)
    default: SQLiteFailure(cannotOpen: number)
    }
  }
}
