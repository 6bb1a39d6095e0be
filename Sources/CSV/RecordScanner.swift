// Finding the cells of one record.
//
// The scanner looks at raw bytes, eight at a time, for the few that mean something: the delimiter,
// the quote and everything below 0x20 (CR, LF, NUL and the tab). It works on UTF-8 and on GB18030
// alike, because no byte of a GB18030 character after its first lies below 0x30, and the second
// and fourth of four are digits: neither holds a comma, a tab, a semicolon, a quote or a line end.
// UTF-16 is turned into UTF-8 before it comes here.
//
// It only finds where cells begin and end. Nothing is moved or unescaped before the whole record
// is in the buffer; a record that the buffer breaks off is scanned again from its start when more
// has been read, so that no state is carried from one block to the next.
//
// Behind the last byte stand at least eight zero bytes. They count as hits, so that the inner loop
// needs no check for the end: a zero at or behind `end` is the end, one before it is a NUL.

struct RecordScanner {
  enum Outcome {
    /// The record's last byte stands before `contentEnd`; the next record begins at `next`.
    case record(contentEnd: Int, next: Int)
    /// The bytes end inside the record.
    case needsMore
    /// Nothing is left.
    case nothing
    /// The file ends inside a quoted cell that was opened here.
    case unclosedQuote(at: Int)
  }

  /// Something wrong inside the record, at an index of the buffer.
  struct Mark {
    var kind: CSVFault.Kind
    var index: Int
  }

  /// Zero bytes that must stand behind the last.
  static let slack = 16
  /// A record keeps no more marks than this.
  private static let mostMarks = 1_000
  private static let quote = UInt8(ascii: "\"")
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lowSeven: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  let delimiter: UInt8
  private let delimiters: UInt64
  private let quotes = UInt64(RecordScanner.quote) &* RecordScanner.ones
  private(set) var marks: [Mark] = []
  /// Physical line breaks inside the record's quotes.
  private(set) var breaks = 0
  private(set) var hasQuotedCell = false
  /// Where the quoted cell that the bytes end in was opened.
  private(set) var openQuote: Int?

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    delimiters = UInt64(delimiter) &* Self.ones
  }

  /// Finds the record that begins at `start`; its cells are told relative to `start`.
  ///
  /// `isLast` says that nothing follows the byte before `end`.
  mutating func scan(
    in buffer: [UInt8], from start: Int, to end: Int, isLast: Bool, cells: inout [Record.Cell]
  ) -> Outcome {
    scan(buffer.span.bytes, from: start, to: end, isLast: isLast, cells: &cells)
  }

  private mutating func scan(
    _ bytes: RawSpan, from start: Int, to end: Int, isLast: Bool, cells: inout [Record.Cell]
  ) -> Outcome {
    marks.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    breaks = 0
    hasQuotedCell = false
    openQuote = nil
    if start == end { return isLast ? .nothing : .needsMore }

    var cell = Record.Cell(start: 0, end: 0)
    var cellStart = start
    var base = start
    var hits = structure(bytes, base)
    while true {
      while hits == 0 {
        base &+= 8
        hits = structure(bytes, base)
      }
      let index = base &+ (hits.trailingZeroBitCount &>> 3)
      hits &= hits &- 1
      let byte = byte(bytes, index)
      if byte == delimiter, index < end {
        close(&cell, at: index &- start, into: &cells)
        cellStart = index &+ 1
        cell = Record.Cell(start: Int32(truncatingIfNeeded: cellStart &- start), end: 0)
      } else if byte == 0x0A || byte == 0x0D || index >= end {
        if index >= end, !isLast { return .needsMore }
        guard let next = lineEnd(bytes, at: index, to: end, isLast: isLast) else {
          return .needsMore
        }
        close(&cell, at: index &- start, into: &cells)
        return .record(contentEnd: index, next: next)
      } else if byte == Self.quote {
        if cell.wasQuoted { continue }
        if index != cellStart {
          mark(.strayQuote, at: index)
          continue
        }
        guard let after = quoted(bytes, from: index &+ 1, to: end, into: &cell),
          after < end || isLast
        else {
          openQuote = index
          return isLast ? .unclosedQuote(at: index) : .needsMore
        }
        cell.start &+= 1
        if !endsCell(bytes, at: after, end: end) {
          mark(.textAfterQuote, at: after)
          cell.hasTail = true
        }
        base = after
        hits = structure(bytes, base)
      } else if byte == 0 {
        mark(.nul, at: index)
      }
    }
  }

  private func close(_ cell: inout Record.Cell, at end: Int, into cells: inout [Record.Cell]) {
    // The closing quote of a quoted cell stands just before its end.
    let hidden = cell.wasQuoted && !cell.hasTail ? 1 : 0
    cell.end = Int32(truncatingIfNeeded: end &- hidden)
    cells.append(cell)
  }

  /// The index behind the quote that closes a cell; nil where the bytes end before it.
  private mutating func quoted(
    _ bytes: RawSpan, from start: Int, to end: Int, into cell: inout Record.Cell
  ) -> Int? {
    cell.wasQuoted = true
    hasQuotedCell = true
    var base = start
    var hits = structure(bytes, base)
    while true {
      while hits == 0 {
        base &+= 8
        hits = structure(bytes, base)
      }
      let index = base &+ (hits.trailingZeroBitCount &>> 3)
      hits &= hits &- 1
      if index >= end { return nil }
      switch byte(bytes, index) {
      case Self.quote:
        guard byte(bytes, index &+ 1) == Self.quote, index &+ 1 < end else { return index &+ 1 }
        cell.hasDoubledQuote = true
        base = index &+ 2
        hits = structure(bytes, base)
      case 0x0D: breaks &+= 1
      case 0x0A where index == start || byte(bytes, index &- 1) != 0x0D: breaks &+= 1
      case 0: mark(.nul, at: index)
      default: break
      }
    }
  }

  private func endsCell(_ bytes: RawSpan, at index: Int, end: Int) -> Bool {
    if index >= end { return true }
    let next = byte(bytes, index)
    return next == delimiter || next == 0x0A || next == 0x0D
  }

  /// Where the next record begins, behind LF, CR, CRLF or the last byte of the file; nil where
  /// more must be read to tell a CR from a CRLF.
  private func lineEnd(_ bytes: RawSpan, at index: Int, to end: Int, isLast: Bool) -> Int? {
    if index >= end { return end }
    if byte(bytes, index) == 0x0A { return index &+ 1 }
    if index &+ 1 == end { return isLast ? end : nil }
    return byte(bytes, index &+ 1) == 0x0A ? index &+ 2 : index &+ 1
  }

  private mutating func mark(_ kind: CSVFault.Kind, at index: Int) {
    if marks.count < Self.mostMarks { marks.append(Mark(kind: kind, index: index)) }
  }

  @inline(__always)
  private func byte(_ bytes: RawSpan, _ index: Int) -> UInt8 {
    bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
  }

  /// The top bit of each of the eight bytes at an index that is a delimiter, a quote or a control.
  @inline(__always)
  private func structure(_ bytes: RawSpan, _ index: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
    let controls = word & 0xE0E0_E0E0_E0E0_E0E0
    // A byte b is zero exactly where neither (b & 0x7F) + 0x7F nor b has the top bit; no byte's
    // sum carries into the next.
    let other = word ^ delimiters
    let third = word ^ quotes
    let none =
      (((controls & Self.lowSeven) &+ Self.lowSeven) | controls)
      & (((other & Self.lowSeven) &+ Self.lowSeven) | other)
      & (((third & Self.lowSeven) &+ Self.lowSeven) | third)
    return ~none & 0x8080_8080_8080_8080
  }
}
