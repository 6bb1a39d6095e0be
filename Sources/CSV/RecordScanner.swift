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
// Behind the last byte are at least eight zero bytes. They count as hits, so that the inner loop
// needs no check for the end: a zero at or behind `end` is the end, one before it is a NUL.

struct RecordScanner {
  enum Outcome {
    /// The record's last byte is before `contentEnd`; the next record begins at `next`.
    case record(contentEnd: Int, next: Int)
    /// The bytes end inside the record.
    case needsMore
    /// Nothing is left.
    case nothing
    /// The file ends inside a quoted cell that was opened here.
    case unclosedQuote(at: Int)
    /// The cell that begins here is one more than a record may have.
    case tooManyCells(at: Int)
  }

  /// Something wrong inside the record, at an index of the buffer.
  struct Mark {
    var kind: CSVFault.Kind
    var index: Int
  }

  /// Zero bytes that must follow the last.
  static let slack = 16
  /// Far beyond the columns of any spreadsheet, and no more than a record of the longest may take
  /// without its cells taking more memory than its bytes.
  static let mostCells = 1 << 20
  /// A record keeps no more marks than this.
  private static let mostMarks = 1_000
  private static let quote = UInt8(ascii: "\"")
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let quotes: UInt64 = 0x2222_2222_2222_2222
  private static let lowSeven: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  let delimiter: UInt8
  private let delimiters: UInt64
  private var cellCount = 0
  private var hasNUL = false
  /// Where the cell begins that did not fit.
  private var cellBeyond = 0
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

  /// Finds the record that begins at `start`; its cells are given relative to `start`.
  ///
  /// `isLast` says that nothing follows the byte before `end`.
  mutating func scan(
    _ buffer: [UInt8], from start: Int, to end: Int, isLast: Bool, into record: inout Record
  ) -> Outcome {
    while true {
      let outcome: Outcome? = buffer.withUnsafeBytes { source in
        record.cells.withUnsafeMutableBufferPointer { cells in
          guard let bytes = source.baseAddress, start < end else {
            return isLast ? .nothing : .needsMore
          }
          return scan(bytes, from: start, to: end, isLast: isLast, into: cells)
        }
      }
      if let outcome {
        record.count = cellCount
        return outcome
      }
      if record.cells.count >= Self.mostCells { return .tooManyCells(at: cellBeyond) }
      // Twice the room, and once more from the start: it happens a few times in a whole file.
      let room = min(max(64, record.cells.count * 2), Self.mostCells)
      record.cells = Array(repeating: Record.Cell(), count: room)
    }
  }

  /// Nil where the cells do not fit.
  private mutating func scan(
    _ bytes: UnsafeRawPointer, from start: Int, to end: Int, isLast: Bool,
    into cells: UnsafeMutableBufferPointer<Record.Cell>
  ) -> Outcome? {
    marks.removeAll(keepingCapacity: true)
    (breaks, cellCount, hasQuotedCell, hasNUL, openQuote) = (0, 0, false, false, nil)
    let (delimiter, delimiters) = (self.delimiter, self.delimiters)
    var count = 0
    var cell = Record.Cell()
    var cellStart = start
    var base = start
    var hits = Self.structure(bytes, base, delimiters)
    while true {
      while hits == 0 {
        base &+= 8
        hits = Self.structure(bytes, base, delimiters)
      }
      let index = base &+ (hits.trailingZeroBitCount &>> 3)
      hits &= hits &- 1
      let byte = Self.byte(bytes, index)
      if byte == delimiter {
        if count == cells.count {
          cellBeyond = cellStart
          return nil
        }
        cell.end = Int32(truncatingIfNeeded: index &- start) &- cell.closingQuotes
        cells[count] = cell
        count &+= 1
        cellStart = index &+ 1
        cell = Record.Cell(start: Int32(truncatingIfNeeded: cellStart &- start))
      } else if byte == 0x0A || byte == 0x0D || index >= end {
        guard let next = Self.lineEnd(bytes, at: index, to: end, isLast: isLast) else {
          return .needsMore
        }
        if count == cells.count {
          cellBeyond = cellStart
          return nil
        }
        cell.end = Int32(truncatingIfNeeded: index &- start) &- cell.closingQuotes
        cells[count] = cell
        cellCount = count &+ 1
        return .record(contentEnd: index, next: next)
      } else if byte == Self.quote, !cell.traits.contains(.quoted) {
        if index != cellStart {
          mark(.strayQuote, at: index)
          continue
        }
        guard let after = quoted(bytes, from: index, to: end, isLast: isLast, &cell) else {
          openQuote = index
          return isLast ? .unclosedQuote(at: index) : .needsMore
        }
        base = after
        hits = Self.structure(bytes, base, delimiters)
      } else if byte == 0 {
        mark(.nul, at: index)
      }
    }
  }

  /// The index behind the quote that closes a cell; nil where the bytes end before that is known.
  private mutating func quoted(
    _ bytes: UnsafeRawPointer, from open: Int, to end: Int, isLast: Bool, _ cell: inout Record.Cell
  ) -> Int? {
    cell.traits = .quoted
    cell.start &+= 1
    hasQuotedCell = true
    var base = open &+ 1
    var hits = Self.structure(bytes, base, delimiters)
    while true {
      while hits == 0 {
        base &+= 8
        hits = Self.structure(bytes, base, delimiters)
      }
      let index = base &+ (hits.trailingZeroBitCount &>> 3)
      hits &= hits &- 1
      if index >= end { return nil }
      switch Self.byte(bytes, index) {
      case Self.quote where Self.byte(bytes, index &+ 1) == Self.quote:
        cell.traits.insert(.doubledQuote)
        base = index &+ 2
        hits = Self.structure(bytes, base, delimiters)
      case Self.quote:
        let after = index &+ 1
        if after >= end { return isLast ? after : nil }
        if !endsCell(bytes, at: after) {
          mark(.textAfterQuote, at: after)
          cell.traits.insert(.tail)
        }
        return after
      case 0x0D: breaks &+= 1
      case 0x0A where Self.byte(bytes, index &- 1) != 0x0D: breaks &+= 1
      case 0: mark(.nul, at: index)
      default: break
      }
    }
  }

  private func endsCell(_ bytes: UnsafeRawPointer, at index: Int) -> Bool {
    let next = Self.byte(bytes, index)
    return next == delimiter || next == 0x0A || next == 0x0D
  }

  /// Where the next record begins, behind LF, CR, CRLF or the last byte of the file; nil where
  /// more must be read to know.
  private static func lineEnd(
    _ bytes: UnsafeRawPointer, at index: Int, to end: Int, isLast: Bool
  ) -> Int? {
    if index >= end { return isLast ? end : nil }
    if byte(bytes, index) == 0x0A { return index &+ 1 }
    if index &+ 1 == end { return isLast ? end : nil }
    return byte(bytes, index &+ 1) == 0x0A ? index &+ 2 : index &+ 1
  }

  private mutating func mark(_ kind: CSVFault.Kind, at index: Int) {
    // A NUL is not forgiven, so that one must be kept, however much that is stands before it.
    if marks.count < Self.mostMarks || kind == .nul && !hasNUL {
      marks.append(Mark(kind: kind, index: index))
    }
    if kind == .nul { hasNUL = true }
  }

  @inline(__always)
  private static func byte(_ bytes: UnsafeRawPointer, _ index: Int) -> UInt8 {
    bytes.load(fromByteOffset: index, as: UInt8.self)
  }

  /// The top bit of each of the eight bytes at an index that is a delimiter, a quote or a control.
  @inline(__always)
  private static func structure(
    _ bytes: UnsafeRawPointer, _ index: Int, _ delimiters: UInt64
  ) -> UInt64 {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    let controls = word & 0xE0E0_E0E0_E0E0_E0E0
    // A byte b is zero exactly where neither (b & 0x7F) + 0x7F nor b has the top bit; no byte's
    // sum carries into the next.
    let other = word ^ delimiters
    let third = word ^ quotes
    let none =
      (((controls & lowSeven) &+ lowSeven) | controls) & (((other & lowSeven) &+ lowSeven) | other)
      & (((third & lowSeven) &+ lowSeven) | third)
    return ~none & 0x8080_8080_8080_8080
  }
}
