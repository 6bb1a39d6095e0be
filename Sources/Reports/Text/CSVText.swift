// CSV as every report writes it: RFC 4180 quoting, a comma between cells, a line feed after each
// row, UTF-8 without a byte order mark.
//
// A spreadsheet runs a cell that begins with = + - @, a tab or a carriage return as a formula, so
// such a cell gets a leading apostrophe unless it is a number.

/// Rows of CSV under construction.
package struct CSVText: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func row(_ cells: [String]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    // A row of one empty cell would be an empty line, which readers pass over.
    if cells.count == 1 && cells[0].isEmpty { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    let guarded = Self.wouldRun(cell)
    guard cell.utf8.contains(where: Self.asksForQuotes) else {
      if guarded { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if guarded { bytes.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func asksForQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  /// Whether a spreadsheet may take the cell for a formula.
  private static func wouldRun(_ cell: String) -> Bool {
    switch cell.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(cell)
    default: false
    }
  }

  /// A sign, digits, and a point with digits where it has one: `-12`, `+0.50`.
  private static func isNumber(_ cell: String) -> Bool {
    var digits = 0
    var points = 0
    for byte in cell.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ".") where digits > 0 && points == 0: (points, digits) = (1, 0)
      default: return false
      }
    }
    return digits > 0
  }
}

extension String {
  /// As `neutralised`, but tabs and line breaks stay: CSV quotes them, and they are data.
  var neutralisedForCSV: String {
    var safe = ""
    var piece = Substring.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\t" || scalar == "\n" || scalar == "\r" {
        safe += String(piece).neutralised
        safe.unicodeScalars.append(scalar)
        piece = Substring.UnicodeScalarView()
      } else {
        piece.append(scalar)
      }
    }
    return safe + String(piece).neutralised
  }
}
