/// What a file was when it was looked at; another stamp later means that somebody wrote to it.
package struct SourceStamp: Equatable, Sendable {
  package var byteCount: Int64
  package var changedSeconds: Int64
  package var changedNanoseconds: Int64
}

/// The bytes of one file, readable as often as needed and never held whole.
///
/// A regular file is read in place. A pipe or a terminal can be read only once, so it is first
/// copied to a temporary file that no folder lists and that ends with the process, however
/// that ends. See `Spool` for how much of it is.
package final class ByteSource: Sendable {
  /// The unit of reading where the caller names none: large enough to make the calls cheap,
  /// small enough to stay in the second-level cache.
  package static let defaultBlockSize = 256 * 1024

  private enum Storage: Sendable {
    case file(Descriptor, from: Int64)
    case supplied(@Sendable (_ offset: Int64, _ target: UnsafeMutableRawBufferPointer) -> Int)
  }

  private let storage: Storage
  /// As the source was when it was opened.
  package let stamp: SourceStamp

  /// `isInterrupted` is asked after every block of a pipe and every signal while it is copied.
  package init(
    path: String, spooling: SpoolLimits = SpoolLimits(), isInterrupted: () -> Bool = { false }
  ) throws(SourceFault) {
    let descriptor = try Descriptor.open(path: path)
    (storage, stamp) = try Self.settle(descriptor, from: 0, spooling, isInterrupted)
  }

  /// Reads from a descriptor that stays its owner's, such as 0 for standard input, from where it
  /// stands.
  package init(
    descriptor number: Int32, spooling: SpoolLimits = SpoolLimits(),
    isInterrupted: () -> Bool = { false }
  ) throws(SourceFault) {
    let descriptor = try Descriptor.duplicate(of: number)
    (storage, stamp) = try Self.settle(
      descriptor, from: descriptor.position, spooling, isInterrupted)
  }

  package convenience init(bytes: [UInt8]) {
    self.init(byteCount: Int64(bytes.count)) { offset, target in
      guard offset < bytes.count else { return 0 }
      let start = Int(offset)
      let count = min(target.count, bytes.count - start)
      bytes.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[start..<start + count])) }
      return count
    }
  }

  /// A source made on demand: `read` fills the target from an offset and returns how many bytes
  /// it wrote, 0 at the end. It must give the same bytes whenever it is asked.
  package init(
    byteCount: Int64,
    read: @escaping @Sendable (_ offset: Int64, _ target: UnsafeMutableRawBufferPointer) -> Int
  ) {
    storage = .supplied(read)
    stamp = SourceStamp(byteCount: byteCount, changedSeconds: 0, changedNanoseconds: 0)
  }

  private static func settle(
    _ descriptor: Descriptor, from offset: Int64, _ limits: SpoolLimits,
    _ isInterrupted: () -> Bool
  ) throws(SourceFault) -> (Storage, SourceStamp) {
    let (shape, stamp) = try descriptor.status()
    switch shape {
    case .regular: return (.file(descriptor, from: offset), stamp)
    case .directory: throw .isDirectory
    case .device:
      // `/dev/null` is an empty file; what gives a byte may give them for ever.
      guard try descriptor.isAtEnd() else { throw .isDevice }
      let empty = try Descriptor.unlinkedTemporaryFile()
      return (.file(empty, from: 0), try empty.status().stamp)
    case .stream:
      let copy = try Spool.copy(of: descriptor, limits, isInterrupted)
      return (.file(copy, from: 0), try copy.status().stamp)
    }
  }

  /// Fills the target from an offset; fewer bytes than asked are no sign of the end, 0 is.
  package func read(
    into target: UnsafeMutableRawBufferPointer, at offset: Int64
  ) throws(SourceFault) -> Int {
    switch storage {
    case .file(let descriptor, let start): try descriptor.read(into: target, at: start + offset)
    case .supplied(let read): read(offset, target)
    }
  }

  /// True where the file's size or time of change differs from when it was opened.
  package func hasChanged() throws(SourceFault) -> Bool {
    switch storage {
    case .file(let descriptor, _): try descriptor.status().stamp != stamp
    case .supplied: false
    }
  }

  /// The whole source, block by block from the start; `body` returns false to stop early.
  package func forEachBlock(
    of size: Int = defaultBlockSize, _ body: (Span<UInt8>) -> Bool
  ) throws(SourceFault) {
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, size))
    block.initialize(repeating: 0)
    defer { block.deallocate() }
    var offset: Int64 = 0
    while true {
      let count = try read(into: UnsafeMutableRawBufferPointer(block), at: offset)
      guard count > 0 else { return }
      offset += Int64(count)
      guard body(UnsafeBufferPointer(rebasing: block[..<count]).span) else { return }
    }
  }

  /// The bytes of a range, such as ``Record/byteRange``; fewer where the source ends before it.
  package func bytes(in range: Range<Int64>) throws(SourceFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var filled = 0
    while filled < bytes.count {
      let offset = range.lowerBound + Int64(filled)
      var count = 0
      var fault: SourceFault?
      bytes.withUnsafeMutableBytes { whole in
        do throws(SourceFault) {
          count = try read(into: .init(rebasing: whole[filled...]), at: offset)
        } catch {
          fault = error
        }
      }
      if let fault { throw fault }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
