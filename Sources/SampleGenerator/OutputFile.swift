#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system answered when the sample could not be written.
struct OutputFault: Error {
  let path: String
  /// `errno` at the failing call.
  let code: Int32

  var reason: String { String(cString: strerror(code)) }
}

/// A file opened for writing from its beginning. The only place that meets the system.
struct OutputFile {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(OutputFault) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw OutputFault(path: path, code: errno) }
  }

  func write(_ bytes: [UInt8]) throws(OutputFault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0, from: done) }
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputFault(path: path, code: errno)
      }
      done += count
    }
  }

  func close() throws(OutputFault) {
    if systemClose(descriptor) != 0 { throw OutputFault(path: path, code: errno) }
  }

  /// Makes the folder and those above it; one that exists already is left as it is.
  static func makeFolder(_ path: String) throws(OutputFault) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      if mkdir(part, 0o755) != 0, errno != EEXIST { throw OutputFault(path: part, code: errno) }
    }
  }

  static func writeError(_ message: String) {
    let bytes = Array((message + "\n").utf8)
    _ = bytes.withUnsafeBytes { systemWrite(2, $0, from: 0) }
  }

  static func leave(status: Int32) -> Never { exit(status) }
}

// The methods above bear the names of the system's calls, which are therefore reached from here.

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, from: Int) -> Int {
  let rest = UnsafeRawBufferPointer(rebasing: bytes[from...])
  return write(descriptor, rest.baseAddress, rest.count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
