import CSV
import Domain
import Intake

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
  let sheet: Sheet?
  /// Whether a command is answered, whose remedies are commands and not rows.
  let isOfCommand: Bool
  /// What the file calls its columns; nil where no file is spoken of.
  private let columns: ColumnWords?
  /// Whether what is told of was written; else it was only judged, or refused with the rest of its file.
  let isWritten: Bool

  /// - Parameters:
  ///   - sheet: the sheet's key, as receipts have it.
  ///   - ofCommand: whether the rows are those of a command.
  ///   - isTrial: whether nothing was to be written.
  package init(
    _ language: Language, sheet: String?, ofCommand: Bool = false, isTrial: Bool = false
  ) {
    self.init(language, sheet, nil, ofCommand, isWritten: !isTrial)
  }

  /// For a file's faults: with the columns and words that the file uses, whatever the language.
  ///
  /// - Parameter isTrial: whether nothing was to be written.
  package init(_ language: Language, of receipt: Receipt, isTrial: Bool = false) {
    let isRefused = receipt.hasFaults && receipt.entry == nil
    self.init(
      language, receipt.sheet, receipt.columns, false, isWritten: !isTrial && !isRefused)
  }

  private init(
    _ language: Language, _ sheet: String?, _ columns: ColumnWords?, _ isOfCommand: Bool,
    isWritten: Bool
  ) {
    self.language = language
    self.sheet = sheet.flatMap(Sheet.named)
    self.columns = columns
    self.isOfCommand = isOfCommand
    self.isWritten = isWritten
  }

  /// `was taken`; of what was not written, `would be taken`.
  var was: String { isWritten ? "was" : "would be" }
  var were: String { isWritten ? "were" : "would be" }
  /// `已录入`; of what was not written, `将录入`.
  var done: String { isWritten ? "已" : "将" }

  /// What mends a fault: words for who fills in a sheet, or for who gives a command and has no rows.
  func remedy(_ ofSheet: String, command ofCommand: String) -> String {
    isOfCommand ? ofCommand : ofSheet
  }

  /// Whether columns and the words of closed lists are Chinese where the file does not say how it writes them.
  var usesChinese: Bool { columns?.isChinese ?? (language == .chinese) }

  /// One sentence without its place and without a full stop.
  package func message(_ fault: Fault) -> String {
    var message =
      switch language {
      case .english: english(fault.kind, column: fault.column)
      case .chinese: chinese(fault.kind, column: fault.column)
      }
    message += meant(fault)
    // A message may quote another cell, a name or a number of the register.
    return PersonalNumbers.masked(message, in: .numbers)
  }

  /// What of a closed list was probably meant.
  private func meant(_ fault: Fault) -> String {
    guard case .cell(.unknownValue, let allowed) = fault.kind, let value = fault.value else {
      return ""
    }
    let keys = CodeSuggestion.nearest(to: value, among: allowed)
    guard !keys.isEmpty else { return "" }
    let nearest = fault.column.map { words(of: $0, keys, " / ") } ?? keys.joined(separator: " / ")
    return language == .chinese ? "，是不是 \(nearest)？" : "; did you mean \(nearest)?"
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
  package static func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }

  /// A column as the file calls it; where it lacks the column, its key in English or its header in Chinese.
  package func name(_ column: String) -> String {
    if let header = columns?.header(of: column) {
      return CellMask.masked(header, as: .text)
    }
    return usesChinese ? sheet?.column(column)?.chinese ?? column : column
  }

  /// The values a cell may hold, in the language of the file.
  func choices(_ allowed: [String], _ column: String?, _ separator: String) -> String {
    guard usesChinese, let column else { return FaultWording.listed(allowed, separator) }
    return switch kind(of: column) {
    case .coded(let list): FaultWording.listed(list.words.map(\.chinese), separator)
    case .yesNo: FaultWording.listed(["是", "否"], separator)
    case .relation: FaultWording.listed(Relation.Base.allCases.map(\.chinese), separator)
    default: FaultWording.listed(allowed, separator)
    }
  }

  /// Keys of a column's closed list, in the language of the file.
  func words(of column: String, _ keys: [String], _ separator: String) -> String {
    guard usesChinese, case .coded(let list)? = kind(of: column) else {
      return FaultWording.listed(keys, separator)
    }
    return FaultWording.listed(
      keys.map { key in list.words.first { $0.name == key }?.chinese ?? key }, separator)
  }

  /// The sheet that a reference's things come with.
  func sheetName(_ reference: FaultKind.Reference) -> String {
    guard let sheet = reference == .region ? .regions : reference.sheet else {
      return reference.rawValue
    }
    return language == .chinese ? sheet.chinese : sheet.name
  }

  func guidance(of column: String) -> Column.Bilingual? { sheet?.column(column)?.guidance }

  func kind(of column: String) -> ColumnKind? { sheet?.column(column)?.kind }

  /// Whether the sheet moves money: its numbers are used once, so that an equal second row is no repetition
  /// to pass over.
  var isOfMovements: Bool {
    ["allocations", "payments", "bank_returns"].contains(sheet?.name)
  }

  /// Whether the sheet asks for payments that are still to come.
  var isOfPayLists: Bool { sheet?.name == "pay_lists" }

  /// What rows that must agree are of.
  var oneThing: (english: String, chinese: String) {
    switch sheet?.name {
    case "projects": ("project", "一项目")
    case "inspections": ("inspection", "一检查")
    default: ("household", "户")
    }
  }

  /// Whether an ID with a wrong check digit may be taken with a reason.
  var takesReasons: Bool { sheet == nil || sheet?.column("id_verified") != nil }

  /// The command that corrects what the sheet's commands registered; nil where withdrawing is the way.
  var correcting: String? {
    switch sheet?.name {
    case "staff": "staff correct"
    case "projects": "project correct"
    case "plans": "plan correct"
    case "batches": "fund correct"
    default: nil
    }
  }

  /// The command that changes what a household's history holds of a column.
  func changing(_ column: String?) -> String {
    switch column {
    case "village_code": "household move"
    case "class", "class_ground": "household reclass"
    case "relation": "household head"
    default: "help household"
    }
  }

  /// The command of a step of projects, by the column of its day.
  static func stepping(_ column: String) -> String {
    switch column {
    case "proposed_on": "project propose"
    case "reviewed_on": "project review"
    case "approved_on": "project approve"
    case "started_on": "project start"
    case "accepted_on": "project accept"
    default: "help project"
    }
  }

  /// The command that registers one of them; nil where none does.
  static func making(_ reference: FaultKind.Reference) -> String? {
    switch reference {
    case .household: "enrol"
    case .staff: "staff add"
    case .project: "project propose"
    case .batch: "fund issue"
    case .paylist: "fund paylist"
    case .inspection, .region, .movement, .voucher, .member: nil
    }
  }

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
