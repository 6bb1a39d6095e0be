// Manual pages in the man macros of groff (man(7)), one for the program, each group and each
// command, as git has them: `sixpoint.1`, `sixpoint-report-monthly.1`. They hold no date, so that
// the same definitions give the same bytes.

/// A section that only the program's own page has: `EXIT STATUS`.
package struct ManualSection: Equatable, Sendable {
  package let title: Bilingual
  package let text: Bilingual

  package init(_ title: Bilingual, _ text: Bilingual) {
    self.title = title
    self.text = text
  }
}

package struct ManualPage {
  package let tree: CommandTree
  package let language: HelpLanguage
  /// What is written at the foot beside the program's name.
  package let version: String
  package let sections: [ManualSection]

  package init(
    _ tree: CommandTree, language: HelpLanguage, version: String, sections: [ManualSection] = []
  ) {
    self.tree = tree
    self.language = language
    self.version = version
    self.sections = sections
  }

  /// The paths that have a page: the program's, the groups' and the commands'.
  package var paths: [[String]] {
    var paths: [[String]] = [[]]
    for command in tree.commands {
      for length in 1..<command.path.count + 1 {
        let path = Array(command.path.prefix(length))
        if !paths.contains(path) { paths.append(path) }
      }
    }
    return paths
  }

  /// `sixpoint-report-monthly.1`
  package func fileName(for path: [String]) -> String {
    ([tree.program] + path).joined(separator: "-") + ".1"
  }

  package func text(for path: [String]) -> String {
    let name = ([tree.program] + path).joined(separator: "-")
    let summary = path.isEmpty ? tree.summary : tree.summary(of: path)
    var lines = [
      ".TH \(quoted(name.uppercased())) 1 \"\" \(quoted("\(tree.program) \(version)"))",
      // Ragged right and no hyphens: commands and Chinese are spoilt by both.
      ".ad l", ".nh",
      section("NAME", "名称"),
      "\(escaped(name)) \\- \(escaped(summary?.text(in: language) ?? ""))",
    ]
    if let command = tree.command(at: path) {
      lines += explanation(of: command)
    } else {
      lines += overview(of: path)
    }
    if path.isEmpty {
      for section in sections {
        lines += [".SH \(quoted(section.title.text(in: language)))"]
        lines += paragraphs(section.text)
      }
    } else {
      let above = ([tree.program] + path.dropLast()).joined(separator: "-")
      lines += [section("SEE ALSO", "参见"), ".BR \(escaped(above)) (1)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func overview(of path: [String]) -> [String] {
    let name = ([tree.program] + path).joined(separator: " ")
    var lines = [section("SYNOPSIS", "用法"), ".B \(escaped(name))"]
    lines += [".I \(escaped(say("COMMAND", "命令")))", "\\&...", section("COMMANDS", "命令")]
    for word in tree.words(after: path) {
      let summary = tree.summary(of: path + [word])?.text(in: language) ?? ""
      lines += [".TP", ".B \(escaped("\(name) \(word)"))", line(summary)]
    }
    return lines
  }

  private func explanation(of command: CommandDefinition) -> [String] {
    var lines = [section("SYNOPSIS", "用法"), ".B \(escaped("\(tree.program) \(command.name)"))"]
    lines += tree.usageParts(of: command, in: language).map(line)
    if let discussion = command.discussion {
      lines += [section("DESCRIPTION", "说明")] + paragraphs(discussion)
    }
    if !command.arguments.isEmpty { lines.append(section("ARGUMENTS", "参数")) }
    for argument in command.arguments {
      let name = word(argument.name, of: command)
      lines += [".TP", ".I \(escaped(name))", line(headings.explained(argument))]
    }
    lines.append(section("OPTIONS", "选项"))
    for option in tree.options(of: command) {
      let names = [option.short.map { "-\($0)" }, option.spelling].compactMap { $0 }
      let bold = names.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
      let value =
        option.placeholder.map { " \\fI\(escaped(word($0, of: command)))\\fR" } ?? ""
      lines += [".TP", bold + value, line(headings.explained(option))]
    }
    lines += [section("EXAMPLES", "示例"), ".nf"] + command.examples.map(line) + [".fi"]
    return lines
  }

  private func word(_ placeholder: String, of command: CommandDefinition) -> String {
    tree.placeholderWords.word(placeholder, of: command.path, in: language)
  }

  private func paragraphs(_ text: Bilingual) -> [String] {
    text.text(in: language).split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? ".PP" : line(String($0))
    }
  }

  private var headings: HelpHeadings { HelpHeadings(language: language) }

  private func section(_ english: String, _ chinese: String) -> String {
    ".SH \(quoted(say(english, chinese)))"
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  /// A line of text: a dot, an apostrophe or blank at its head would be a request or a break.
  private func line(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.first == "." || escaped.first == "'" ? "\\&" + escaped : escaped
  }

  /// A plain `-` may be set as a hyphen, which cannot be pasted into a shell; a plain `'` and `` ` ``
  /// as curly quotes. Other than ASCII is written by its code point, so that a page reads the same
  /// whatever the locale that sets it. A line of Chinese may end before any character that no bracket opens
  /// for; groff 1.22 does not know that by itself.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    var last: Character = " "
    for character in text {
      defer { last = character }
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "\u{A0}": escaped += "\\ "
      case _ where character.isASCII: escaped.append(character)
      default:
        let isIdeograph = character.unicodeScalars.first?.properties.isIdeographic == true
        if isIdeograph, !last.isASCII, !"（“《「".contains(last) { escaped += "\\:" }
        for scalar in character.unicodeScalars {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        }
      }
    }
    return escaped
  }

  private func quoted(_ text: String) -> String {
    "\""
      + escaped(text).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\\(dq") + "\""
  }
}
