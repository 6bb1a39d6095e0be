// Every call to the operating system that the commands make stands in this file and in
// `System+Signals.swift`, so that another system is a small step. Errors come out as `SystemFault`,
// interrupted calls are made again.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A call that the operating system refused.
package struct SystemFault: Error, Equatable, Sendable {
  /// `errno`.
  package let code: Int32
  /// The file it was about; nil for a stream.
  package let path: String?

  package init(code: Int32, path: String? = nil) {
    self.code = code
    self.path = path
  }

  /// The system's own words: `No space left on device`.
  package var reason: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }

  package var isClosedPipe: Bool { code == EPIPE }
  package var isAbsence: Bool { code == ENOENT }
}

enum System {
  // MARK: The process

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static var processNumber: Int32 { getpid() }

  /// The name that the password file gives the user; nil where it gives none.
  static var loginName: String? {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return nil }
    return String(cString: name)
  }

  /// The user's own folder by the password file.
  static var homeFolder: String? {
    guard let entry = getpwuid(geteuid()), let folder = entry.pointee.pw_dir else { return nil }
    return String(cString: folder)
  }

  /// Milliseconds since 1970-01-01 UTC by the machine's clock.
  static var millisecondsSince1970: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Nanoseconds of a clock that nobody sets, for measuring spans.
  static var monotonicNanoseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  static let inputOutputError = EIO

  /// Ends the process at once: nothing is flushed and no `deinit` runs.
  static func exitNow(_ status: Int32) -> Never { _exit(status) }

  static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  // MARK: Streams

  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// Makes a closed pipe an error of the write, and sees that the first three descriptors are
  /// taken: a file opened later would otherwise become standard output. What is missing is opened
  /// so that using it fails, instead of losing a report without a word.
  static func prepareStreams() {
    signal(SIGPIPE, SIG_IGN)
    // A file beyond the process's limit (`ulimit -f`) is then a full disk, and not the end.
    signal(SIGXFSZ, SIG_IGN)
    for stream in standardInput...standardError where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", stream == standardInput ? O_WRONLY : O_RDONLY)
    }
  }

  static func isTerminal(_ stream: Int32) -> Bool { isatty(stream) == 1 }

  /// nil where the stream is no terminal or does not tell.
  static func terminalColumns(_ stream: Int32) -> Int? {
    var size = winsize()
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func write(_ bytes: Span<UInt8>, to stream: Int32) throws(SystemFault) {
    var done = 0
    while done < bytes.count {
      let rest = bytes.extracting(done..<bytes.count)
      let written = rest.withUnsafeBytes { writeOnce(stream, $0) }
      if written > 0 {
        done += written
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        // A terminal or pipe that another program has left non-blocking.
        var wait = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, 100)
      } else if errno != EINTR {
        throw SystemFault(code: errno)
      }
    }
  }

  private static func writeOnce(_ stream: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(stream, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(stream, bytes.baseAddress, bytes.count)
    #endif
  }

  // MARK: Files

  enum FileKind: Equatable {
    case regular
    case folder
    /// A device, a pipe, a socket.
    case other
  }

  /// What stands at a path, symbolic links followed.
  struct FileFacts: Equatable {
    let kind: FileKind
    /// The permission bits alone.
    let mode: UInt32
    let device: UInt64
    let inode: UInt64
  }

  /// nil where nothing stands there.
  static func facts(of path: String) throws(SystemFault) -> FileFacts? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw SystemFault(code: errno, path: path)
    }
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

  /// Whether anything bears the name, a symbolic link that leads nowhere included.
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

  /// The path with every symbolic link resolved; nil where nothing stands there.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
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

  static func setMode(_ mode: UInt32, of file: Int32) throws(SystemFault) {
    _ = try checked(fchmod(file, mode_t(mode)), nil)
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
