import CSV
import Intake

/// The rows at a file's head, to know them again where a page break of printing repeats them: the header's,
/// titles and groups, word for word but for blanks, widths and empty cells at the end.
struct RepeatedRows {
  private struct Row {
    /// Folded, without the empty ones at the end.
    let words: [String]
    /// The first of them that says anything.
    let first: Int
    /// A title: one word, in whichever cell it stands.
    let isTitle: Bool
    /// The first word's first two bytes, and how many it has.
    let lead: (UInt8, UInt8)
    let length: Int

    init?(_ texts: [String]) {
      var words = texts.map { HeaderWord($0).folded }
      while words.last?.isEmpty == true { words.removeLast() }
      guard let first = words.firstIndex(where: { !$0.isEmpty }) else { return nil }
      self.words = words
      self.first = first
      isTitle = words.count == first + 1
      let bytes = Array(words[first].utf8.prefix(2))
      lead = (bytes[0], bytes.count > 1 ? bytes[1] : 0)
      length = words[first].utf8.count
    }
  }

  private let rows: [Row]

  init(_ header: SheetFile.Header) {
    rows = (header.above + [header.row]).compactMap { Row($0.texts) }
  }

  func contains(_ record: borrowing Record) -> Bool {
    guard let cell = (0..<record.count).first(where: { !record.isEmpty($0) }) else { return false }
    let range = record.range(cell)
    let first = record.bytes[range.lowerBound]
    for row in rows where range.count >= row.length {
      // Of nearly every row of data the first two bytes tell, and it is folded no further.
      guard
        RepeatedRows.isFoldedAway(first)
          || RepeatedRows.small(first) == row.lead.0
            && (range.count == 1 || row.length == 1
              || RepeatedRows.mayBe(record.bytes[range.lowerBound + 1], row.lead.1))
      else { continue }
      if RepeatedRows.isEqual(row, record) { return true }
    }
    return false
  }

  private static func isEqual(_ row: Row, _ record: borrowing Record) -> Bool {
    var next = row.isTitle ? row.first : 0
    for cell in 0..<record.count {
      let word = record.isEmpty(cell) ? "" : HeaderWord(record.text(cell)).folded
      if row.isTitle, word.isEmpty { continue }
      guard word == (next < row.words.count ? row.words[next] : "") else { return false }
      next += 1
    }
    return next >= row.words.count
  }

  /// Whether a cell may begin with something that folding takes away or makes another: a blank, an
  /// apostrophe, an asterisk, a full-width form.
  private static func isFoldedAway(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0x27, 0x2A, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  private static func mayBe(_ byte: UInt8, _ lead: UInt8) -> Bool {
    isFoldedAway(byte) || small(byte) == lead
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }
}
