// Where results go: standard output, or the file that `-o` names.
//
// A file is written whole or not at all: the bytes go to a temporary file in the same folder, which
// takes the name only when everything is on disk. A file that exists already is replaced only where the
// caller says so, and a register and what belongs to it never. A device or a pipe has no whole, so
// `-o /dev/full` is written straight through, as standard output is.
//
// A write that fails is thrown. A closed pipe is not a failure: whoever read has read enough
// (`sixpoint list households | head`). From then on everything is dropped, `isClosed` lets long
// work that it may stop, and the status is what it would have been, as a rule 0. SIGPIPE is ignored
// for this, see `System.prepareStreams`.

import Synchronization

/// Buffered bytes on their way out. `finish` must be called; without it a file is not written.
package struct Output: ~Copyable {
  /// Who may read the file.
  package enum Readers: Sendable {
    /// A new file by the process's mask; one that is replaced keeps its permissions.
    case byMask
    /// 0600, for what holds identity numbers, whatever the permissions of a file that is replaced.
    case ownerOnly
  }

  private struct Replacement {
    let temporary: String
    let target: String
    let mode: UInt32
    /// Whether a file that has appeared meanwhile may be replaced.
    let replaces: Bool
  }

  private let stream: Int32
  /// nil for standard output and for a device.
  private let replacement: Replacement?
  /// What the caller named; nil for standard output.
  private let path: String?
  private var buffer: [UInt8] = []
  private var isFinished = false
  /// What the first failed write said; from then on nothing is sent.
  private var fault: OutputFault?
  /// Whether the reader of a pipe has closed it.
  package private(set) var isClosed = false

  private static let capacity = 65_536

  /// Whether this process has put out anything of a result: to begin anew would put it out twice.
  package static var hasSent: Bool { sent.load(ordering: .relaxed) }
  private static let sent = Atomic(false)

  private init(stream: Int32, path: String?, replacement: Replacement? = nil) {
    self.stream = stream
    self.path = path
    self.replacement = replacement
  }

  /// Standard output.
  package init() { self.init(stream: System.standardOutput, path: nil) }

  /// nil and `-` are standard output.
  ///
  /// - Parameters:
  ///   - replaces: whether a regular file that exists may be replaced.
  ///   - protected: the files that are never replaced.
  package init(
    path: String?, readers: Readers = .byMask, replaces: Bool = false,
    sparing protected: ProtectedFiles = ProtectedFiles(register: nil)
  ) throws(OutputFault) {
    guard let path, !Self.isStandardOutput(path) else {
      self.init()
      return
    }
    let standing = try Self.place(path, replaces: replaces, sparing: protected)
    if standing?.kind == .other {
      let stream = try Self.wrapping(path) { () throws(SystemFault) in
        try System.openForWriting(path)
      }
      self.init(stream: stream, path: path)
      return
    }
    // A symbolic link stays, and what it names is replaced.
    let target = System.destination(of: path)
    let (temporary, stream) = try Self.wrapping(path) { () throws(SystemFault) in
      try UnfinishedFiles.create(in: System.folder(of: target))
    }
    let mode = readers == .ownerOnly ? 0o600 : standing?.mode ?? System.newFileMode
    let replacement = Replacement(
      temporary: temporary, target: target, mode: mode, replaces: replaces)
    self.init(stream: stream, path: path, replacement: replacement)
  }

  static func isStandardOutput(_ path: String) -> Bool {
    path == "-" || path == "/dev/stdout"
  }

  /// Throws where nothing may be written to `path`, before the work for it is begun.
  package static func check(
    _ path: String?, replaces: Bool, sparing protected: ProtectedFiles
  ) throws(OutputFault) {
    guard let path, !isStandardOutput(path) else { return }
    let standing = try place(path, replaces: replaces, sparing: protected)
    guard standing?.kind != .other else { return }
    // Whether the folder is there and takes a file, only a file can say.
    let target = System.destination(of: path)
    let (temporary, stream) = try wrapping(path) { () throws(SystemFault) in
      try UnfinishedFiles.create(in: System.folder(of: target))
    }
    try? System.closeFile(stream)
    UnfinishedFiles.remove(temporary)
  }

  /// What is at the path; nil where nothing is.
  private static func place(
    _ path: String, replaces: Bool, sparing protected: ProtectedFiles
  ) throws(OutputFault) -> System.FileFacts? {
    let standing = try wrapping(path) { () throws(SystemFault) in try System.facts(of: path) }
    if standing?.kind == .folder { throw .isFolder(path: path) }
    if protected.contains(path, standing) { throw .isRegister(path: path) }
    if standing?.kind == .regular, !replaces { throw .exists(path: path) }
    return standing
  }

  deinit {
    if isFinished { return }
    if path != nil { try? System.closeFile(stream) }
    if let replacement { UnfinishedFiles.remove(replacement.temporary) }
  }

  package mutating func write(_ bytes: Span<UInt8>) throws(OutputFault) {
    if buffer.count + bytes.count > Self.capacity { try flush() }
    if bytes.count > Self.capacity {
      try send(bytes)
    } else if !isClosed {
      bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    }
  }

  package mutating func write(_ bytes: [UInt8]) throws(OutputFault) { try write(bytes.span) }

  package mutating func write(_ text: String) throws(OutputFault) { try write(text.utf8.span) }

  package mutating func line(_ text: String) throws(OutputFault) {
    try write(text)
    try write("\n")
  }

  /// Sends what is buffered, so that it is on the terminal before a question is asked.
  package mutating func flush() throws(OutputFault) {
    let waiting = buffer
    buffer.removeAll(keepingCapacity: true)
    if !waiting.isEmpty { try send(waiting.span) }
  }

  /// Sends the rest, and puts a file in its place. Where this throws, and it does where a write
  /// before it did, what was there stays.
  ///
  /// - Parameter mark: nanoseconds for the file's time of change; nil: as it comes.
  package mutating func finish(mark: Int? = nil) throws(OutputFault) {
    if isFinished { return }
    try flush()
    if let fault { throw fault }
    let (stream, path, replacement) = (stream, path, replacement)
    if let replacement {
      // Refused by file systems that know no permissions; the file is then the owner's alone.
      try? System.setMode(replacement.mode, of: stream)
      if let mark { System.setChanged(nanoseconds: mark, of: stream) }
      try Self.wrapping(path ?? replacement.target) { () throws(SystemFault) in
        try System.synchronise(stream)
      }
    }
    isFinished = true
    do throws(SystemFault) {
      // Before it is closed, since it is then no longer locked. What a close may refuse was asked above.
      if let replacement {
        try UnfinishedFiles.finish(
          replacement.temporary, as: replacement.target, replaces: replacement.replaces)
        Self.sent.store(true, ordering: .relaxed)
        System.synchroniseFolder(System.folder(of: replacement.target))
        try? System.closeFile(stream)
      } else if path != nil {
        try System.closeFile(stream)
      }
    } catch {
      if let replacement {
        try? System.closeFile(stream)
        UnfinishedFiles.remove(replacement.temporary)
      }
      if error.code == System.alreadyThere, let path { throw .exists(path: path) }
      throw .system(SystemFault(code: error.code, path: path))
    }
  }

  private mutating func send(_ bytes: Span<UInt8>) throws(OutputFault) {
    if isClosed { return }
    if let fault { throw fault }
    do throws(SystemFault) {
      if replacement == nil { Self.sent.store(true, ordering: .relaxed) }
      try System.write(bytes, to: stream)
    } catch {
      if error.isClosedPipe {
        isClosed = true
        return
      }
      let fault = OutputFault.system(SystemFault(code: error.code, path: path))
      self.fault = fault
      throw fault
    }
  }

  /// Errors name the file that the caller asked for, not the temporary one.
  private static func wrapping<Result>(
    _ path: String, _ body: () throws(SystemFault) -> Result
  ) throws(OutputFault) -> Result {
    do throws(SystemFault) {
      return try body()
    } catch {
      throw .system(SystemFault(code: error.code, path: path))
    }
  }
}

/// Why a result could not be put out.
package enum OutputFault: Error, Equatable, Sendable {
  /// The path of the fault is nil for standard output.
  case system(SystemFault)
  case isFolder(path: String)
  /// A register, or a file that belongs to one.
  case isRegister(path: String)
  /// A regular file that may not be replaced without `--force`.
  case exists(path: String)
}
