// Reading the texts of a sheet: bytes to text, text to records, and cells to codes, days and fen.

import Foundation

package enum RefText {
  /// UTF-8 with or without BOM, UTF-16 with BOM, else GB18030; nil where it is none of them.
  package static func decode(_ bytes: Data) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return String(data: bytes, encoding: .utf16)
    }
    var plain = bytes
    if plain.starts(with: [0xEF, 0xBB, 0xBF]) { plain = plain.dropFirst(3) }
    if let text = String(data: plain, encoding: .utf8) { return text }
    // kCFStringEncodingGB_18030_2000 with the mark of a CoreFoundation encoding.
    return String(data: plain, encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  /// Records with the physical line each begins on. The delimiter is the one of `,`, tab and `;`
  /// that occurs most in the text.
  package static func records(_ text: String) -> [(line: Int, cells: [String])] {
    let scalars = Array(text.unicodeScalars)
    let delimiter = delimiter(of: scalars)
    var records: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var inQuotes = false
    var line = 1
    var begun = 1
    var index = 0

    func endCell() {
      cells.append(String(cell))
      cell = String.UnicodeScalarView()
    }
    func endRecord() {
      endCell()
      if cells != [""] { records.append((begun, cells)) }
      cells = []
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let next: Unicode.Scalar? = index + 1 < scalars.count ? scalars[index + 1] : nil
      let endsLine = scalar == "\n" || (scalar == "\r" && next != "\n")
      if endsLine { line += 1 }
      if inQuotes {
        if scalar == "\"" && next == "\"" {
          cell.append("\"")
          index += 1
        } else if scalar == "\"" {
          inQuotes = false
        } else {
          cell.append(scalar)
        }
      } else if scalar == "\"" && cell.isEmpty {
        inQuotes = true
      } else if scalar == delimiter {
        endCell()
      } else if endsLine {
        endRecord()
        begun = line
      } else if scalar != "\r" {
        cell.append(scalar)
      }
      index += 1
    }
    if !cell.isEmpty || !cells.isEmpty { endRecord() }
    return records
  }

  private static func delimiter(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    var best: Unicode.Scalar = ","
    var most = 0
    for candidate: Unicode.Scalar in [",", "\t", ";"] {
      let number = scalars.reduce(0) { $1 == candidate ? $0 + 1 : $0 }
      if number > most {
        most = number
        best = candidate
      }
    }
    return best
  }

  /// Without the spaces around it, narrow or wide, and without the apostrophe of a spreadsheet
  /// before a digit.
  package static func trimmed(_ cell: String) -> String {
    var text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix("'"), let second = text.dropFirst().first, second.isNumber {
      text.removeFirst()
    }
    return text
  }

  /// Full-width ASCII made narrow.
  package static func narrow(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value),
        let half = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        view.append(half)
      } else if scalar.value == 0x3000 || scalar.value == 0xA0 {
        view.append(" ")
      } else {
        view.append(scalar)
      }
    }
    return String(view)
  }

  package static func code(_ cell: String) -> String {
    narrow(trimmed(cell)).trimmingCharacters(in: .whitespaces)
  }

  /// A day in any of the accepted forms; nil where the cell is none. `longAgo`: a birth, a day of joining.
  package static func day(_ cell: String, longAgo: Bool = false) -> RefDay? {
    var text = code(cell)
    if text.count == 8, Int(text) != nil {
      text = text.prefix(4) + "-" + text.dropFirst(4).prefix(2) + "-" + text.suffix(2)
      return RefCalendar.day(iso: text)
    }
    // 1980-01-01 to 2099-12-31; what may lie long ago from 1906 on.
    if let serial = Int(text), ((longAgo ? 2_200 : 29_221)...73_050).contains(serial) {
      return RefCalendar.day(1899, 12, 30) + serial
    }
    for mark in ["/", ".", "年", "月"] { text = text.replacingOccurrences(of: mark, with: "-") }
    if text.hasSuffix("日") { text.removeLast() }
    return RefCalendar.day(iso: text)
  }

  /// Yuan as written, in fen; `wan` where the header's unit is ten thousand yuan.
  package static func fen(_ cell: String, wan: Bool = false) -> Int? {
    var text = code(cell).replacingOccurrences(of: ",", with: "")
    var isWan = wan
    if text.hasSuffix("万元") {
      isWan = true
      text.removeLast(2)
    } else if text.hasSuffix("元") {
      text.removeLast()
    }
    var isNegative = false
    if text.hasPrefix("-") || text.hasPrefix("+") {
      isNegative = text.hasPrefix("-")
      text.removeFirst()
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first else { return nil }
    var decimals = parts.count == 2 ? String(parts[1]) : ""
    let places = isWan ? 6 : 2
    while decimals.count < places { decimals += "0" }
    while decimals.count > places, decimals.hasSuffix("0") { decimals.removeLast() }
    guard decimals.count == places, let fen = Int(first + decimals) else { return nil }
    return isNegative ? -fen : fen
  }

  /// A resident ID in its 18-character form; nil where the cell says that there is none.
  package static func residentID(_ cell: String) -> String? {
    var text = code(cell).uppercased()
    for mark in ["×", "Х"] where text.hasSuffix(mark) {
      text.removeLast()
      text += "X"
    }
    if text.isEmpty || text == "0" || text == "无" { return nil }
    if text.count == 15, Int(text) != nil {
      text = text.prefix(6) + "19" + text.dropFirst(6)
      text += checkCharacter(of: text)
    }
    return text
  }

  /// The birth date in an ID of 18 characters.
  package static func birth(inID id: String) -> RefDay? {
    id.count == 18 ? day(String(id.dropFirst(6).prefix(8))) : nil
  }

  /// MOD 11-2 over 17 digits, GB 11643-1999.
  private static func checkCharacter(of digits: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (digit, weight) in zip(digits, weights) { sum += (digit.wholeNumberValue ?? 0) * weight }
    return ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }
}
