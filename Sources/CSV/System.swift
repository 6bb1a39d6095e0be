#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Every call into the system that this module makes.

/// A descriptor that is closed when its owner goes away.
final class Descriptor: Sendable {
  let number: Int32

  init(owning number: Int32) {
    self.number = number
  }

  deinit {
    _ = close(number)
  }

  static func open(path: String) throws(SourceFault) -> Descriptor {
    var number: Int32
    repeat {
      #if canImport(Glibc)
        number = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      #else
        number = Darwin.open(path, O_RDONLY | O_CLOEXEC)
      #endif
    } while number < 0 && errno == EINTR
    guard number >= 0 else { throw .cannotOpen(errno: errno) }
    return Descriptor(owning: number)
  }

  static func duplicate(of number: Int32) throws(SourceFault) -> Descriptor {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .cannotOpen(errno: errno) }
    return Descriptor(owning: copy)
  }

  /// A new file of mode 0600 in `TMPDIR`, else `/tmp`, that no folder lists.
  static func unlinkedTemporaryFile() throws(SourceFault) -> Descriptor {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(folder.isEmpty ? "/tmp" : folder)/sixpoint-XXXXXX".utf8CString)
    let number = mkstemp(&template)
    guard number >= 0 else { throw .cannotSpool(errno: errno) }
    _ = unlink(template)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    return Descriptor(owning: number)
  }

  enum Shape {
    case regular
    case directory
    /// A pipe, a terminal, a socket: read once, in order.
    case stream
    /// A disk, or a device that is no terminal.
    case device
  }

  func status() throws(SourceFault) -> (shape: Shape, stamp: SourceStamp) {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .cannotOpen(errno: errno) }
    let shape: Shape =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFBLK: .device
      case S_IFCHR: isatty(number) == 1 ? .stream : .device
      default: .stream
      }
    #if canImport(Glibc)
      let changed = status.st_mtim
    #else
      let changed = status.st_mtimespec
    #endif
    let stamp = SourceStamp(
      byteCount: Int64(status.st_size), changedSeconds: Int64(changed.tv_sec),
      changedNanoseconds: Int64(changed.tv_nsec))
    return (shape, stamp)
  }

  /// The place in its file of a descriptor that somebody else opened; 0 where it is not known.
  var position: Int64 { Int64(max(0, lseek(number, 0, SEEK_CUR))) }

  /// Bytes read at a file offset; 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(SourceFault) -> Int
  {
    while true {
      let count = pread(number, target.baseAddress, target.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw .cannotRead(errno: errno) }
    }
  }

  /// The next bytes of a stream; 0 at the end.
  func readNext(
    into target: UnsafeMutableRawBufferPointer, _ isInterrupted: () -> Bool
  ) throws(SourceFault) -> Int {
    while true {
      if isInterrupted() { throw .interrupted }
      #if canImport(Glibc)
        let count = Glibc.read(number, target.baseAddress, target.count)
      #else
        let count = Darwin.read(number, target.baseAddress, target.count)
      #endif
      if count >= 0 { return count }
      guard errno == EINTR else { throw .cannotRead(errno: errno) }
    }
  }

  /// Whether a stream has nothing to give; takes a byte of one that has.
  func isAtEnd() throws(SourceFault) -> Bool {
    var fault: SourceFault?
    let count = withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { byte in
      do throws(SourceFault) { return try readNext(into: byte) { false } } catch {
        fault = error
        return 0
      }
    }
    if let fault { throw fault }
    return count == 0
  }

  /// Throws where a disk has no more than so many bytes free; one that does not say counts as having more.
  func leaveFree(_ leastFree: Int64) throws(SourceFault) {
    var disk = statvfs()
    guard fstatvfs(number, &disk) == 0 else { return }
    let free = UInt64(disk.f_bavail).multipliedFullWidth(by: UInt64(disk.f_frsize))
    let isNearlyFull = free.high == 0 && free.low <= UInt64(leastFree)
    if isNearlyFull { throw .cannotSpool(errno: ENOSPC) }
  }

  func writeAll(_ bytes: UnsafeRawBufferPointer) throws(SourceFault) {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = write(number, rest.baseAddress, rest.count)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .cannotSpool(errno: errno)
      }
    }
  }
}
