/// A cell without what nobody sees in it and without the formula around it.
///
/// Characters that nobody sees come from web pages, telephones and word processors. `="0123"` is how
/// some programs make a spreadsheet keep a number as text.
package struct TidyCell: Sendable {
  /// UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// Whether characters that nobody sees were taken out.
  package private(set) var hadInvisible = false
  /// Whether the whole cell was inside `="…"`.
  package private(set) var wasUnwrapped = false

  /// - Parameter keepsInvisible: leaves the characters in place, as a remark needs them.
  package init(_ cell: Span<UInt8>, keepsInvisible: Bool = false) {
    bytes.reserveCapacity(cell.count)
    let range = TidyCell.unwrapped(cell)
    wasUnwrapped = range != nil
    if keepsInvisible {
      for place in range ?? 0..<cell.count { bytes.append(cell[place]) }
    } else {
      var cursor = ScalarCursor(range ?? 0..<cell.count)
      var start = cursor.position
      while let scalar = cursor.next(in: cell) {
        if ScalarCursor.isInvisible(scalar) {
          hadInvisible = true
        } else {
          for place in start..<cursor.position { bytes.append(cell[place]) }
        }
        start = cursor.position
      }
    }
    if wasUnwrapped { undouble() }
  }

  /// Whether a record's bytes hold anything that has to be looked at more closely than byte by byte:
  /// what may begin a character that nobody sees, a sign of a formula, of a spreadsheet's error or of a
  /// lost character. ASCII letters, digits and the common ideographs hold nothing of it.
  package static func maySeeMore(_ bytes: Span<UInt8>) -> Bool {
    // A look-up a byte takes about a cycle; comparing sixteen bytes at once took ten times as long.
    notable.withUnsafeBufferPointer { notable in
      bytes.withUnsafeBufferPointer { bytes in
        var seen: UInt8 = 0
        for byte in bytes { seen |= notable[Int(byte)] }
        return seen != 0
      }
    }
  }

  /// By byte, 1 for control characters but tab and line ends, `#`, `<`, `=`, `?`, and what begins a character
  /// below U+4000 or above U+EFFF.
  private static let notable: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x00..<0x09, 0x0E..<0x20, 0x7F: 1
    case 0x23, 0x3C, 0x3D, 0x3F: 1
    // 0xE4…0xEE begin the ideographs and the private characters.
    case 0xC2..<0xE4, 0xEF...0xFF: 1
    default: 0
    }
  }

  /// What is between `="` and `"`, where they enclose the whole cell but for blanks; nil where they
  /// do not.
  private static func unwrapped(_ cell: Span<UInt8>) -> Range<Int>? {
    var ends = ScalarCursor(0..<cell.count)
    // There may be invisible characters around the formula.
    var ahead = ends
    while let scalar = ahead.next(in: cell), isAround(scalar) { ends = ahead }
    while ends.dropLast(in: cell, where: isAround) {}
    let range = ends.position..<ends.end
    guard range.count >= 3, cell[range.upperBound - 1] == UInt8(ascii: "\"") else { return nil }
    var cursor = ScalarCursor(range)
    guard cursor.nextFolded(in: cell) == 0x3D, cursor.next(in: cell) == 0x22,
      cursor.position <= range.upperBound - 1
    else { return nil }
    let inner = cursor.position..<range.upperBound - 1
    // A quote inside is written twice; a single one ends the text, and more of a formula follows.
    var place = inner.lowerBound
    while place < inner.upperBound {
      if cell[place] == UInt8(ascii: "\"") {
        guard place + 1 < inner.upperBound, cell[place + 1] == UInt8(ascii: "\"") else {
          return nil
        }
        place += 1
      }
      place += 1
    }
    return inner
  }

  private static func isAround(_ scalar: UInt32) -> Bool {
    ScalarCursor.isBlank(scalar) || ScalarCursor.isInvisible(scalar)
  }

  private mutating func undouble() {
    guard bytes.contains(UInt8(ascii: "\"")) else { return }
    var single: [UInt8] = []
    var skips = false
    for byte in bytes {
      if byte == UInt8(ascii: "\""), !skips {
        skips = true
        continue
      }
      skips = false
      single.append(byte)
    }
    bytes = single
  }
}
