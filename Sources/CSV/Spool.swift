// A program that writes without end, `yes`, would fill the disk before the first byte of it is looked at.
// So the copy of a pipe ends
//
// - with a fault, where there is more than a sheet can have, or where the disk is nearly full;
// - quietly, where so long a stretch holds no line break that the record it belongs to is too long whatever
//   comes: the reader will find that record in what was copied, and report its place.

/// How much of a pipe is copied.
package struct SpoolLimits: Sendable {
  /// The bytes of the longest stream; a province's roster takes some 100 MB.
  package var mostBytes: Int64 = 4 << 30
  /// The bytes of the longest line; see ``LineWatch``.
  package var longestLine = LineWatch.longest
  /// The bytes that stay free on the disk, once more than `longestLine` was copied.
  package var leastFree: Int64 = 256 << 20

  package init() {}
}

enum Spool {
  /// A copy of what a stream gives.
  static func copy(
    of stream: Descriptor, _ limits: SpoolLimits, _ isInterrupted: () -> Bool
  ) throws(SourceFault) -> Descriptor {
    let copy = try Descriptor.unlinkedTemporaryFile()
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: ByteSource.defaultBlockSize)
    block.initialize(repeating: 0)
    defer { block.deallocate() }
    var watch = LineWatch(longest: limits.longestLine)
    var (total, nextLook): (Int64, Int64) = (0, Int64(limits.longestLine))
    while true {
      let count = try stream.readNext(into: UnsafeMutableRawBufferPointer(block), isInterrupted)
      if count == 0 { return copy }
      let bytes = UnsafeBufferPointer(rebasing: block[..<count])
      total += Int64(count)
      if total > limits.mostBytes { throw .streamTooLong(limit: limits.mostBytes) }
      if total > nextLook {
        try copy.leaveFree(limits.leastFree)
        nextLook += Int64(limits.longestLine)
      }
      try copy.writeAll(UnsafeRawBufferPointer(bytes))
      guard watch.feed(bytes.span) else { return copy }
    }
  }
}
