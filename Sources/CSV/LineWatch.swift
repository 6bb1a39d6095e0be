/// Notices, while a file's blocks pass by, that a line is too long for any record, whatever its encoding
/// and its quotes: reading on would find nothing more.
package struct LineWatch: Sendable {
  /// The bytes of the longest stretch without LF or CR. A record that may take 16 MiB as UTF-8 takes at
  /// most twice as many in UTF-16.
  package static let longest = 64 << 20

  private let longest: Int
  private var length = 0

  package init(longest: Int = LineWatch.longest) { self.longest = longest }

  /// False once a line is too long; the reader will find its record among the bytes fed so far.
  package mutating func feed(_ block: Span<UInt8>) -> Bool {
    var index = block.count
    while index > 0, block[index - 1] != 0x0A, block[index - 1] != 0x0D { index -= 1 }
    length = index > 0 ? block.count - index : length + block.count
    return length <= longest
  }
}
