import Intake
import Register
import Reports
import Sheets

/// What there is to say of each rule, read from the pages that say it: the clerks' guide for the rules of
/// sheets, Rules.md for those of the register, the program and its command line. The kinds of `report exceptions`
/// are told as that report tells them.
struct RuleBook {
  struct Entry: Equatable {
    /// As in `--json`: `date_form`.
    let rule: String
    let meaning: String
    let remedy: String
    /// A smallest cause; nil where none is given.
    let example: String?
  }

  let entries: [Entry]

  init(_ language: Language) {
    let pages =
      language == .chinese
      ? [ClerksGuideText.chinese, PackageResources.Rules_zh_md]
      : [ClerksGuideText.english, PackageResources.Rules_md]
    let sheets = Set(Sheet.all.map(\.name))
    let written = pages.flatMap { page in
      String(decoding: page, as: UTF8.self).split(separator: "\n").compactMap(Self.entry)
    }.filter { !sheets.contains($0.rule) }
    let exceptions = RegisterException.Kind.allCases.map { kind in
      Entry(
        rule: kind.rawValue, meaning: kind.title[language.ofReports],
        remedy: kind.remedy[language.ofReports],
        example: nil)
    }
    entries = written + exceptions
  }

  /// What is said of a rule, which may be named by its Chinese name; one that a sheet and a command have in
  /// common is told of both.
  func entries(of name: String) -> [Entry] {
    let rule = FaultRuleNames.chinese.first { $0.value == name }?.key ?? name
    return entries.filter { $0.rule == rule }
  }

  /// A row of a table whose first cell is a rule in backticks; nil for any other line.
  private static func entry(_ line: Substring) -> Entry? {
    guard line.hasPrefix("| `"), line.hasSuffix(" |") else { return nil }
    let cells = cells(line)
    guard cells.count >= 3, cells[0].hasPrefix("`"), cells[0].hasSuffix("`") else { return nil }
    let example = cells.count > 3 && cells[3] != "–" ? cells[3] : nil
    return Entry(
      rule: String(cells[0].dropFirst().dropLast()), meaning: cells[1], remedy: cells[2],
      example: example)
  }

  /// The cells of a row; `\|` is a bar within one.
  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst(2).dropLast(1) {
      if character == "|", !isEscaped {
        cells.append(cell.withoutBlanksAround)
        cell = ""
      } else if character != "\\" || isEscaped {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells.append(cell.withoutBlanksAround)
    return cells
  }
}
