import CSV
import Intake

// A record as the file holds it, byte for byte. Its cells are found without decoding: no byte of a GB18030
// character after its first is a comma, a tab, a semicolon, a quote or a line end, and UTF-16 is walked two
// bytes at a time.

/// The bytes of one record, without its line end.
struct RawRecord {
  let bytes: [UInt8]
  private let form: TextForm
  private static let quote = UInt16(UInt8(ascii: "\""))

  init(_ bytes: [UInt8], form: TextForm) {
    self.bytes = bytes
    self.form = form
  }

  /// How many physical lines it stands on; only quotes hold line breaks.
  var lineCount: Int {
    var count = 1
    var previous: UInt16 = 0
    for index in 0..<unitCount {
      let unit = unit(index)
      if unit == 0x0D || (unit == 0x0A && previous != 0x0D) { count += 1 }
      previous = unit
    }
    return count
  }

  /// Where its cells stand among ``bytes``, quotes and all.
  var cells: [Range<Int>] {
    var cells: [Range<Int>] = []
    let delimiter = UInt16(form.delimiter)
    var start = 0
    var (isQuoted, wasQuoted) = (false, false)
    for index in 0..<unitCount {
      let unit = unit(index)
      if unit == Self.quote, wasQuoted || index == start {
        // A doubled quote closes the cell and opens it again.
        isQuoted.toggle()
        wasQuoted = true
      } else if unit == delimiter, !isQuoted {
        cells.append(start * size..<index * size)
        start = index + 1
        wasQuoted = false
      }
    }
    cells.append(start * size..<unitCount * size)
    return cells
  }

  /// The bytes without some of the cells.
  func without(_ left: Set<Int>) -> [UInt8] {
    guard !left.isEmpty else { return bytes }
    var kept: [UInt8] = []
    var isFirst = true
    for (index, range) in cells.enumerated() where !left.contains(index) {
      if !isFirst { kept += delimiterBytes }
      kept += bytes[range]
      isFirst = false
    }
    return kept
  }

  private var size: Int { form.encoding.unitSize }

  private var unitCount: Int { bytes.count / size }

  private func unit(_ index: Int) -> UInt16 {
    switch form.encoding {
    case .utf16LE: UInt16(bytes[index * 2]) | UInt16(bytes[index * 2 + 1]) << 8
    case .utf16BE: UInt16(bytes[index * 2 + 1]) | UInt16(bytes[index * 2]) << 8
    case .utf8, .gb18030: UInt16(bytes[index])
    }
  }

  private var delimiterBytes: [UInt8] {
    switch form.encoding {
    case .utf16LE: [form.delimiter, 0]
    case .utf16BE: [0, form.delimiter]
    case .utf8, .gb18030: [form.delimiter]
    }
  }
}

extension TextEncoding {
  fileprivate var unitSize: Int { self == .utf16LE || self == .utf16BE ? 2 : 1 }
}
