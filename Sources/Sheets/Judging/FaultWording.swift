import CSV
import Domain

// The one place where the faults of a file become words. `FaultWording+English.swift` and
// `FaultWording+Chinese.swift` each word every kind; this file says what goes around the words: the
// place before them, the value in quotes, and what must never be shown.
//
// A message never completes a masked number. The digits that masking hides in a resident ID are the
// birth date, so no message tells the date that an ID holds.

/// Puts a file's faults in words: what is wrong, where, and what would be right.
package struct FaultWording: Sendable {
  package enum Language: Sendable, CaseIterable {
    case english, chinese
  }

  package let language: Language
  /// For the columns' names in Chinese; nil where no sheet was recognised.
  private let sheet: Sheet?

  /// `sheet` is the sheet's key, as receipts have it.
  package init(_ language: Language, sheet: String?) {
    self.language = language
    self.sheet = sheet.flatMap(Sheet.named)
  }

  /// One sentence without its place and without a full stop.
  package func message(_ fault: Fault) -> String {
    let message =
      switch language {
      case .english: english(fault.kind, column: fault.column)
      case .chinese: chinese(fault.kind, column: fault.column)
      }
    // A message may quote another cell, a name or a number of the register.
    return PersonalNumbers.masked(message, in: .numbers)
  }

  /// The whole line: `roster_433123.csv:14: resident_id "433123********0015": check digit is 5 …`.
  package func line(_ fault: Fault, file: String) -> String {
    var place = file
    if fault.line > 0 { place += ":\(fault.line)" }
    var subject = fault.column.map(name) ?? ""
    if let value = FaultWording.shownValue(of: fault), !subject.isEmpty {
      subject += " \"\(FaultWording.shortened(value))\""
    }
    let colon = language == .chinese ? "：" : ": "
    return place + ": " + (subject.isEmpty ? "" : subject + colon) + message(fault)
  }

  /// The cell as messages and JSON may show it. Cells of personal columns come masked; an ID or a phone that
  /// stands in a column of another kind, or as a header, is masked here.
  package static func shownValue(of fault: Fault) -> String? {
    fault.value.map { CellMask.masked($0, inColumn: fault.column) }
  }

  /// A cell may hold pages; a line shows its beginning.
  static func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }

  /// A column as people know it: its key in English, its header in Chinese.
  func name(_ column: String) -> String {
    language == .chinese ? sheet?.column(column)?.chinese ?? column : column
  }

  func guidance(of column: String) -> Column.Bilingual? { sheet?.column(column)?.guidance }

  func kind(of column: String) -> ColumnKind? { sheet?.column(column)?.kind }

  /// Whether the sheet moves money: its numbers are used once, so that an equal second row is no repetition
  /// to pass over.
  var isOfMovements: Bool { sheet?.name == "allocations" || sheet?.name == "payments" }

  func names(_ columns: [String], _ separator: String) -> String {
    columns.map(name).joined(separator: separator)
  }

  /// `head, spouse, child …`: at most twelve.
  static func listed(_ words: [String], _ separator: String) -> String {
    let shown = words.prefix(12).joined(separator: separator)
    return words.count > 12 ? shown + separator + "…" : shown
  }

  /// `16 MB`, by the 1,024; what is no whole number of them in bytes.
  package static func bytes(_ count: Int64) -> String {
    for (unit, shift) in [("GB", Int64(30)), ("MB", 20)]
    where count > 0 && count % (1 << shift) == 0 {
      return "\(count >> shift) \(unit)"
    }
    return "\(count) B"
  }

  static func day(_ number: Int32) -> String { CalendarDate(dayNumber: number).description }

  static func yuan(_ fen: Int64) -> String { Money(fen: fen).description }

  /// Check values are 0…10, 10 being `X`.
  static func checkCharacter(_ value: Int) -> String { value == 10 ? "X" : String(value) }
}
