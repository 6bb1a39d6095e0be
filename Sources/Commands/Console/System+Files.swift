// The calls about files; see `System.swift`.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension System {
  enum FileKind: Equatable {
    case regular
    case folder
    /// A device, a pipe, a socket.
    case other
  }

  /// What is at a path, symbolic links followed.
  struct FileFacts: Equatable {
    let kind: FileKind
    /// The permission bits alone.
    let mode: UInt32
    let device: UInt64
    let inode: UInt64

    func isSameFile(as other: FileFacts) -> Bool {
      device == other.device && inode == other.inode
    }
  }

  /// nil where nothing is there.
  static func facts(of path: String) throws(SystemFault) -> FileFacts? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw SystemFault(code: errno, path: path)
    }
    return facts(status)
  }

  /// What an open descriptor leads to; nil where it is closed.
  static func facts(ofDescriptor file: Int32) -> FileFacts? {
    var status = stat()
    return fstat(file, &status) == 0 ? facts(status) : nil
  }

  private static func facts(_ status: stat) -> FileFacts {
    let kind: FileKind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .other
      }
    return FileFacts(
      kind: kind, mode: UInt32(status.st_mode & 0o777), device: UInt64(status.st_dev),
      inode: UInt64(status.st_ino))
  }

  /// Whether anything has the name, a symbolic link that leads nowhere included.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// A new folder for its owner alone; one that stands already is no error.
  static func makeFolder(_ path: String) throws(SystemFault) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    throw SystemFault(code: errno, path: path)
  }

  /// The names in a folder, in the order of their bytes, without `.` and `..`.
  static func names(in path: String) throws(SystemFault) -> [String] {
    guard let folder = opendir(path) else { throw SystemFault(code: errno, path: path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let item = readdir(folder) {
      let name = withUnsafePointer(to: &item.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path with every symbolic link resolved; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Where a path leads in the end: every symbolic link followed, that of the last name too where it
  /// leads to nothing yet. The path itself where a folder on the way is missing.
  static func destination(of path: String) -> String {
    var path = path
    // As many as Linux follows before it gives up.
    for _ in 0..<40 {
      if let whole = resolved(path) { return whole }
      guard let target = linkTarget(path) else { break }
      path = target.hasPrefix("/") ? target : folder(of: path) + "/" + target
    }
    guard let folder = resolved(folder(of: path)) else { return path }
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return folder == "/" ? "/" + name : folder + "/" + name
  }

  /// What a symbolic link says; nil where the path is none.
  private static func linkTarget(_ path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, buffer.count)
      guard count >= 0 else { return nil }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// The folder that a path names a thing in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The first bytes of a regular file, fewer where it is shorter; none where it cannot be read.
  static func firstBytes(of path: String, count: Int) -> [UInt8] {
    guard let facts = try? facts(of: path), facts.kind == .regular else { return [] }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { _ = close(file) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, 0))
    }
  }

  /// A new file, owner only; one that stands already is an error, and so is a symbolic link.
  static func createFile(_ path: String) throws(SystemFault) -> Int32 {
    try checked(open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600), path)
  }

  /// A device or pipe that stands already.
  static func openForWriting(_ path: String) throws(SystemFault) -> Int32 {
    try checked(open(path, O_WRONLY | O_CLOEXEC), path)
  }

  /// The permissions that a new file is to have, by the process's mask.
  static var newFileMode: UInt32 {
    let mask = umask(0o077)
    umask(mask)
    return 0o666 & ~UInt32(mask)
  }

  enum Lock: Equatable {
    case ours
    /// Another has it.
    case taken
    /// The file system has no locks.
    case unsupported
  }

  /// Takes the lock of a file, which lasts as long as the descriptor is open, whatever ends the process.
  static func lock(_ file: Int32) -> Lock {
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return .ours }
    return errno == EWOULDBLOCK ? .taken : .unsupported
  }

  /// Opens a file to ask for its lock; nil where it is gone, is a link or is not ours.
  static func openForLocking(_ path: String) -> Int32? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    return file >= 0 ? file : nil
  }

  static let alreadyThere = EEXIST

  static func setMode(_ mode: UInt32, of file: Int32) throws(SystemFault) {
    _ = try checked(fchmod(file, mode_t(mode)), nil)
  }

  /// The moment of change becomes now with these nanoseconds, where the file system keeps them.
  static func setChanged(nanoseconds: Int, of file: Int32) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    now.tv_nsec = nanoseconds
    let times = [now, now]
    _ = futimens(file, times)
  }

  static func synchronise(_ file: Int32) throws(SystemFault) {
    _ = try checked(fsync(file), nil)
  }

  /// Makes a rename in the folder last. Some file systems cannot; that is no fault of the file.
  static func synchroniseFolder(_ path: String) {
    let folder = open(path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    _ = close(folder)
  }

  static func closeFile(_ file: Int32) throws(SystemFault) {
    // Not made again after EINTR: Linux has let the descriptor go by then.
    if close(file) != 0 && errno != EINTR { throw SystemFault(code: errno) }
  }

  /// The file gets a second name; throws `alreadyThere` where that is taken.
  static func link(_ old: String, to new: String) throws(SystemFault) {
    #if canImport(Glibc)
      _ = try checked(Glibc.link(old, new), new)
    #else
      _ = try checked(Darwin.link(old, new), new)
    #endif
  }

  static func rename(_ old: String, to new: String) throws(SystemFault) {
    #if canImport(Glibc)
      _ = try checked(Glibc.rename(old, new), new)
    #else
      _ = try checked(Darwin.rename(old, new), new)
    #endif
  }

  /// A file that is gone already is no error.
  static func remove(_ path: String) { unlink(path) }

  private static func checked(_ result: Int32, _ path: String?) throws(SystemFault) -> Int32 {
    guard result >= 0 else { throw SystemFault(code: errno, path: path) }
    return result
  }
}
