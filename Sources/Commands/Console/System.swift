// Every call to the operating system that the commands make is in this file, in `System+Files.swift`
// and in `System+Signals.swift`, so that another system is a small step. Errors come out as `SystemFault`,
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

  /// Why: in English the system's own words, `No space left on device`.
  func reason(in language: Language) -> String {
    let words = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return language == .chinese ? SystemFault.chinese[code] ?? words : words
  }

  /// The reasons that an officer meets.
  private static let chinese: [Int32: String] = [
    EACCES: "没有权限", EBUSY: "正被占用", EEXIST: "已经存在", EFBIG: "文件过大", EIO: "读写出错", EISDIR: "是文件夹",
    ELOOP: "符号链接循环", EMFILE: "打开的文件过多", ENAMETOOLONG: "名称过长", ENODEV: "没有该设备",
    ENOENT: "没有该文件或文件夹", ENOMEM: "内存不足", ENOSPC: "磁盘已满", ENOTDIR: "不是文件夹", ENXIO: "没有该设备",
    EPERM: "不允许该操作", EROFS: "只能读取，不能写入", ETXTBSY: "程序正在运行", EDQUOT: "超出磁盘配额",
  ]

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
  static var loginName: String? { account(of: geteuid())?.name }

  /// The same of another user, by number.
  static func userName(of number: UInt32) -> String? { account(of: number)?.name }

  /// The user's own folder by the password file.
  static var homeFolder: String? { account(of: geteuid())?.folder }

  /// What `/etc/passwd` says of a user. `getpwuid` would load the libraries of directory services, which a
  /// statically linked program must not do.
  private static func account(of number: UInt32) -> (name: String, folder: String?)? {
    guard let file = fopen("/etc/passwd", "re") else { return nil }
    defer { fclose(file) }
    while let entry = fgetpwent(file) {
      guard entry.pointee.pw_uid == number, let name = entry.pointee.pw_name else { continue }
      return (String(cString: name), entry.pointee.pw_dir.map { String(cString: $0) })
    }
    return nil
  }

  /// Where relative paths begin; `.` where that folder is gone.
  static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
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
    // A file larger than the process's limit (`ulimit -f`) is then a full disk, and does not end the process.
    signal(SIGXFSZ, SIG_IGN)
    for stream in standardInput...standardError where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", stream == standardInput ? O_WRONLY : O_RDONLY)
    }
  }

  static func isTerminal(_ stream: Int32) -> Bool { isatty(stream) == 1 }

  /// nil where the stream is no terminal or does not say.
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
}
