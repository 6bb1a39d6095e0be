/// One record of a CSV file: its cells unescaped, as UTF-8, in one buffer that is used again for
/// the next record.
///
/// A blank line is a record of one empty cell.
package struct Record: Sendable {
  /// Room for the text of all cells; each is at its ``range(_:)``, and what is between
  /// them and behind the last means nothing. `bytes.span.extracting(range(index))` is a cell.
  package internal(set) var bytes: [UInt8] = []
  /// The first ``count`` are this record's; the rest is room.
  @usableFromInline var cells: [Cell] = []
  package internal(set) var count = 0

  /// 1 for the first record of the file; blank lines are counted.
  package internal(set) var recordNumber = 0
  /// The physical line on which the record begins, 1-based.
  package internal(set) var line = 0
  /// Where the record is in the file's own bytes, without its line end.
  package internal(set) var byteRange: Range<Int64> = 0..<0
  /// What lenient reading passed over in this record, in file order.
  package internal(set) var notes: [CSVFault] = []

  package init() {}

  /// Where a cell's text is in ``bytes`` (in the raw record, until it is unescaped).
  @usableFromInline struct Cell {
    @usableFromInline var start: Int32 = 0
    @usableFromInline var end: Int32 = 0
    /// Quote characters that stand in the file and not in the text.
    var hiddenQuotes: Int32 = 0
    @usableFromInline var traits: CellTraits = []

    /// How many quotes are between a quoted cell's text and what ends the cell.
    var closingQuotes: Int32 { traits.contains(.quoted) && !traits.contains(.tail) ? 1 : 0 }
  }

  @usableFromInline struct CellTraits: OptionSet {
    @usableFromInline var rawValue: UInt32
    @usableFromInline init(rawValue: UInt32) { self.rawValue = rawValue }
    @usableFromInline static var quoted: CellTraits { CellTraits(rawValue: 1) }
    static var doubledQuote: CellTraits { CellTraits(rawValue: 2) }
    /// There is text after the closing quote.
    static var tail: CellTraits { CellTraits(rawValue: 4) }
  }

  /// Where a cell's text is in ``bytes``; `index` is below ``count``.
  @inlinable @inline(__always) package func range(_ index: Int) -> Range<Int> {
    precondition(index < count, "the record has no such cell")
    let cell = cells[index]
    return Int(cell.start)..<Int(cell.end)
  }

  @inlinable @inline(__always) package func withCell<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(range(index)))
  }

  /// Where in ``bytes`` the cells are, from the first to the last.
  package var extent: Range<Int> {
    count == 0 ? 0..<0 : Int(cells[0].start)..<Int(cells[count - 1].end)
  }

  package func wasQuoted(_ index: Int) -> Bool { cells[index].traits.contains(.quoted) }

  @inlinable @inline(__always) package func isEmpty(_ index: Int) -> Bool { range(index).isEmpty }

  /// The cell as a `String`; for messages and tests, not for every cell of a large file.
  package func text(_ index: Int) -> String {
    String(decoding: bytes[range(index)], as: UTF8.self)
  }

  package var texts: [String] { (0..<count).map(text) }

  /// True where no cell holds anything but spaces, tabs, no-break and ideographic spaces.
  package var isBlank: Bool {
    (0..<count).allSatisfy { bytes[range($0)].isWhite }
  }
}

extension ArraySlice<UInt8> {
  /// Space, tab, line break, U+00A0, U+3000, U+200B or U+FEFF, and nothing else.
  fileprivate var isWhite: Bool {
    var rest = self
    while let first = rest.first {
      switch first {
      case 0x20, 0x09, 0x0A, 0x0D:
        rest = rest.dropFirst()
      case 0xC2 where rest.starts(with: [0xC2, 0xA0]):
        rest = rest.dropFirst(2)
      case 0xE3 where rest.starts(with: [0xE3, 0x80, 0x80]),
        0xE2 where rest.starts(with: [0xE2, 0x80, 0x8B]),
        0xEF where rest.starts(with: [0xEF, 0xBB, 0xBF]):
        rest = rest.dropFirst(3)
      default:
        return false
      }
    }
    return true
  }
}
