import CSV
import Intake

/// Tells a header that stands among the rows, of another sheet or with other columns than the file's own: two
/// sheets were put into one file.
enum SecondHeader {
  /// Whether every filled cell is a column's name in some sheet, or the row is a sheet's header as it is.
  static func isOne(_ record: borrowing Record) -> Bool {
    var seen = 0
    // A serial number's column, which no sheet has, may come first.
    for cell in 0..<record.count where !record.isEmpty(cell) {
      if record.withCell(cell, { mayBeName($0) }), isName(record.text(cell)) {
        return isHeader(record.texts)
      }
      seen += 1
      if seen == 2 { return false }
    }
    return false
  }

  private static func isHeader(_ texts: [String]) -> Bool {
    let filled = texts.filter { !HeaderRow.isBlank($0) }
    guard filled.count > 1 else { return false }
    if filled.allSatisfy(isName) { return true }
    guard case .success(let match)? = HeaderMatcher.match(texts) else { return false }
    return match.found > 1
  }

  private static func isName(_ text: String) -> Bool {
    HeaderWord(text).readings.contains { $0.isMarked && names.contains($0.name) }
  }

  /// Every spelling of every sheet's columns.
  private static let names = Set(Sheet.all.flatMap { HeaderWord.spellings(of: $0).keys })

  /// The beginnings of the names: of nearly every row of data they tell, and it is folded no further. A shorter
  /// name is its own beginning, also of a cell in which a bracket follows it.
  private static let leads = Set(names.map { lead(of: Array($0.utf8).span, leadLength) })

  /// By byte, whether a name begins with it.
  private static let firstBytes: [Bool] = {
    let first = Set(names.map { lead(of: Array($0.utf8).span, 1) })
    return (0...UInt64(UInt8.max)).map { first.contains($0) }
  }()

  private static let shortLengths = Set(names.map(\.utf8.count).filter { $0 < leadLength })

  /// In bytes.
  private static let leadLength = 8

  private static func mayBeName(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 0, cell.count <= longest else { return false }
    switch cell[0] {
    // What folding takes away or makes another: a blank, an asterisk, a full-width form.
    case ...0x20, 0x2A, 0xC2, 0xE3, 0xEF: return true
    default:
      guard firstBytes[Int(lead(of: cell, 1))] else { return false }
      return leads.contains(lead(of: cell, leadLength))
        || shortLengths.contains { length in
          cell.count > length && !goesOn(cell[length]) && leads.contains(lead(of: cell, length))
        }
    }
  }

  /// In bytes; no column's name is longer.
  private static let longest = 200

  /// The first bytes, letters in lower case; zeros where the cell is shorter.
  private static func lead(of cell: Span<UInt8>, _ length: Int) -> UInt64 {
    var lead: UInt64 = 0
    for place in 0..<min(cell.count, length) {
      let byte = cell[place]
      lead = lead << 8 | UInt64(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    return lead
  }

  /// Whether a word or a number goes on with the byte: any but a blank's or a mark's, full-width ones included.
  private static func goesOn(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    case ..<0x80, 0xC2, 0xE3, 0xEF: false
    default: true
    }
  }
}
