/// The 32 bytes of a SHA-256, as four big-endian words.
package struct SHA256Digest: Sendable, Equatable, Hashable {
  private let first, second, third, fourth: UInt64

  init(words: SIMD8<UInt32>) {
    first = UInt64(words[0]) << 32 | UInt64(words[1])
    second = UInt64(words[2]) << 32 | UInt64(words[3])
    third = UInt64(words[4]) << 32 | UInt64(words[5])
    fourth = UInt64(words[6]) << 32 | UInt64(words[7])
  }

  /// Nil unless there are 32.
  package init?(bytes: Span<UInt8>) {
    guard bytes.count == 32 else { return nil }
    func word(_ start: Int) -> UInt64 {
      bytes.withUnsafeBytes {
        UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      }
    }
    (first, second, third, fourth) = (word(0), word(8), word(16), word(24))
  }

  /// Nil unless there are 32.
  package init?(bytes: [UInt8]) { self.init(bytes: bytes.span) }

  /// From 64 digits, small or capital; nil for anything else.
  package init?(hexadecimal: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for digit in hexadecimal.utf8 {
      guard let nibble = Self.nibble(digit), bytes.count < 32 else { return nil }
      if let upper = high {
        bytes.append(upper << 4 | nibble)
        high = nil
      } else {
        high = nibble
      }
    }
    guard high == nil else { return nil }
    self.init(bytes: bytes)
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  package var bytes: [UInt8] {
    Array(unsafeUninitializedCapacity: 32) { bytes, count in
      withBytes { span in
        for index in span.indices { bytes.initializeElement(at: index, to: span[index]) }
      }
      count = 32
    }
  }

  /// The 32 bytes without an allocation, as for hashing or binding them.
  package func withBytes<Result, Fault: Error>(
    _ body: (Span<UInt8>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    var words = SIMD4(first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian)
    return try withUnsafeMutableBytes(of: &words) { raw throws(Fault) in
      try body(raw.assumingMemoryBound(to: UInt8.self).span)
    }
  }

  /// 64 small digits.
  package var hexadecimal: String { digits(64) }

  /// The first 12 digits, for people to tell digests apart.
  package var shortHexadecimal: String { digits(12) }

  private func digits(_ count: Int) -> String {
    let digits = StaticString("0123456789abcdef").utf8Start
    return String(unsafeUninitializedCapacity: count) { text in
      withBytes { bytes in
        for index in 0..<count {
          let byte = bytes[index / 2]
          text.initializeElement(
            at: index, to: digits[Int(index.isMultiple(of: 2) ? byte >> 4 : byte & 0xf)])
        }
      }
      return count
    }
  }
}

extension SHA256Digest: CustomStringConvertible {
  package var description: String { hexadecimal }
}
