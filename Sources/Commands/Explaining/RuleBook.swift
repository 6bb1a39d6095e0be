import Arguments
import Intake
import Register
import Reports
import Sheets

/// What there is to say of each rule, read from the pages that say it: the clerks' guide for the rules of
/// sheets, Rules.md for those of the register, the program and its command line. The kinds of `report exceptions`
/// are told as that report tells them, the lists as their commands do. Words.md has the columns of reports and
/// lists, and what `list due` names.
struct RuleBook {
  struct Entry: Equatable {
    /// As in `--json`: `date_form`.
    let rule: String
    let meaning: String
    /// Nil where there is nothing to do about it.
    let remedy: String?
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
    let written = pages.flatMap { Self.rows(of: $0) }.map { cells in
      Entry(
        rule: cells[0], meaning: cells[1], remedy: Self.stated(cells[2]),
        example: cells.count > 3 ? Self.stated(cells[3]) : nil)
    }.filter { !sheets.contains($0.rule) }
    let exceptions = RegisterException.Kind.allCases.map { kind in
      Entry(
        rule: kind.rawValue, meaning: kind.title[language.ofReports],
        remedy: kind.remedy[language.ofReports],
        example: nil)
    }
    let lists = Program.tree.commands.filter { $0.path.first == "list" }.map { command in
      let help = "`sixpoint help \(command.name)`"
      return Entry(
        rule: command.path.last ?? "",
        meaning: language == .chinese ? command.summary.chinese : command.summary.english,
        remedy: language == .chinese ? "用法见 \(help)。" : "See \(help).", example: nil)
    }
    let words = Self.rows(
      of: language == .chinese ? PackageResources.Words_zh_md : PackageResources.Words_md
    ).map { cells in
      Entry(rule: cells[0], meaning: cells[1], remedy: Self.stated(cells[2]), example: nil)
    }
    entries = written + exceptions + lists + words
  }

  /// What is said of a rule, which may be named by a Chinese name; one that a sheet and a command have in
  /// common is told of both. A column of a comparison, or in fen, is told as the figure is.
  func entries(of name: String) -> [Entry] {
    let rule = Self.chineseNames.rules[name] ?? name
    let exact = entries.filter { $0.rule == rule }
    guard exact.isEmpty else { return exact }
    let column = Self.column(rule)
    return entries.filter { $0.rule == column }
  }

  /// What a rule is called in Chinese; nil where it has no name but its own.
  func chineseName(of rule: String) -> String? { Self.chineseNames.names[rule] }

  /// Chinese names with the rules that they name, and each rule's first name.
  private static let chineseNames: (rules: [String: String], names: [String: String]) = {
    var rules: [String: String] = [:]
    var names: [String: String] = [:]
    func add(_ name: String, of rule: String) {
      if rules[name] == nil { rules[name] = rule }
      if names[rule] == nil { names[rule] = name }
    }
    for (rule, name) in FaultRuleNames.chinese.sorted(by: { $0.key < $1.key }) {
      add(name, of: rule)
    }
    for kind in RegisterException.Kind.allCases { add(kind.title.zh, of: kind.rawValue) }
    for cells in rows(of: PackageResources.Words_zh_md) where cells.count > 3 {
      for name in stated(cells[3])?.split(separator: "、") ?? [] {
        add(String(name), of: cells[0])
      }
    }
    return (rules, names)
  }()

  /// The column that tells of one of a kind: `paid_fen` and `paid_difference_yuan` are `paid_yuan`.
  private static func column(_ name: String) -> String {
    let bare = name.replacing("_compared", with: "").replacing("_difference", with: "")
    if bare.hasPrefix("month_"), let month = Int(bare.dropFirst("month_".count)),
      1...12 ~= month
    {
      return "month_01"
    }
    if bare.hasPrefix("idle_over_") { return "idle_over_N_yuan" }
    return bare.hasSuffix("_fen") ? String(bare.dropLast("fen".count)) + "yuan" : bare
  }

  /// A cell that says something.
  private static func stated(_ cell: String) -> String? { cell == "–" ? nil : cell }

  /// The rows of a page's tables whose first cell is a rule in backticks, which are off; each of three cells at
  /// least.
  private static func rows(of page: [UInt8]) -> [[String]] {
    String(decoding: page, as: UTF8.self).split(separator: "\n").compactMap {
      line -> [String]? in
      guard line.hasPrefix("| `"), line.hasSuffix(" |") else { return nil }
      var cells = Self.cells(line)
      guard cells.count >= 3, cells[0].hasPrefix("`"), cells[0].hasSuffix("`") else { return nil }
      cells[0] = String(cells[0].dropFirst().dropLast())
      return cells
    }
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
