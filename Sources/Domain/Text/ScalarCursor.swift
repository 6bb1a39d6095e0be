/// Reads the Unicode scalars of a cell one by one, without a String and without memory of its own.
///
/// A cell is UTF-8 that the CSV floor has judged already; should a byte be wrong all the same, it
/// counts as U+FFFD, and reading goes on with the next byte, so that no input can trap. The cursor
/// keeps places only, never the bytes: the span is handed in at every step, which lets a copy of
/// the cursor serve as a look ahead.
struct ScalarCursor {
  private(set) var position: Int
  private(set) var end: Int

  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position >= end }

  /// The next scalar as it is, or nil at the end.
  @inline(__always)
  mutating func next(in cell: Span<UInt8>) -> UInt32? {
    guard position < end else { return nil }
    let first = cell[position]
    if first < 0x80 {
      position += 1
      return UInt32(first)
    }
    return decode(first, in: cell)
  }

  /// The next scalar with full-width forms turned to ASCII, or nil at the end.
  @inline(__always)
  mutating func nextFolded(in cell: Span<UInt8>) -> UInt32? {
    guard let scalar = next(in: cell) else { return nil }
    return scalar < 0x80 || ScalarCursor.isIdeograph(scalar)
      ? scalar : ScalarCursor.folded(scalar)
  }

  private mutating func decode(_ first: UInt8, in cell: Span<UInt8>) -> UInt32 {
    let length: Int
    var scalar: UInt32
    switch first {
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (4, UInt32(first & 0x07))
    default: (length, scalar) = (1, 0xFFFD)
    }
    guard length > 1, end - position >= length else {
      position += 1
      return 0xFFFD
    }
    for offset in 1..<length {
      let byte = cell[position + offset]
      guard byte & 0xC0 == 0x80 else {
        position += 1
        return 0xFFFD
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    position += length
    return scalar
  }

  /// Drops the last scalar if it is a blank; false if it is not.
  mutating func dropBlankAtEnd(in cell: Span<UInt8>) -> Bool {
    dropLast(in: cell, where: ScalarCursor.isBlank)
  }

  /// Drops the last scalar if it is one of those; false if it is not.
  @inline(__always)
  mutating func dropLast(in cell: Span<UInt8>, where isTaken: (UInt32) -> Bool) -> Bool {
    guard position < end else { return false }
    var start = end - 1
    while start > position, cell[start] & 0xC0 == 0x80, end - start < 4 { start -= 1 }
    var last = ScalarCursor(start..<end)
    guard let scalar = last.next(in: cell), last.isAtEnd, isTaken(scalar) else { return false }
    end = start
    return true
  }

  /// ASCII for a full-width form (U+FF01…U+FF5E), an ASCII space for the spaces that Chinese
  /// software writes, `-` for the mathematical minus, `¥` for the full-width yen sign; any other
  /// scalar is itself.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: 0x20
    case 0x2212: 0x2D
    case 0xFFE5: 0xA5
    default: scalar
    }
  }

  /// The common ideographs: a quick answer for what is neither blank nor full-width.
  @inline(__always)
  static func isIdeograph(_ scalar: UInt32) -> Bool { scalar &- 0x3400 < 0x6C00 }

  /// Whether a scalar shows nothing: the spaces and line ends, the full-width and no-break space,
  /// the byte order mark, zero-width and direction marks.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F,
      0x205F...0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
}
