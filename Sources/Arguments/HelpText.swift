/// The help, derived from the definitions.
package struct HelpText {
  package let tree: CommandTree
  package let language: HelpLanguage
  let columns: Int
  let width: (String) -> Int

  /// `columns` is the terminal's width; the help keeps between 40 and 100 of it. `width` gives how
  /// many columns a text takes.
  package init(
    _ tree: CommandTree, language: HelpLanguage, columns: Int = 80,
    width: @escaping (String) -> Int
  ) {
    self.tree = tree
    self.language = language
    self.columns = min(max(columns, 40), 100)
    self.width = width
  }

  /// Lines that end with a line feed. `path` is that of a command or a group; empty, or unknown,
  /// it gives the overview of the program.
  package func text(for path: [String]) -> String {
    let lines: [String]
    if let command = tree.command(at: path) {
      lines = explanation(of: command)
    } else if !path.isEmpty && tree.hasCommands(under: path) {
      lines = overview(ofGroup: path)
    } else {
      lines = overviewOfProgram()
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Overviews

  private func overviewOfProgram() -> [String] {
    var lines = opening()
    lines += ["", headings.usage + "\(tree.program) \(headings.command) …"]
    var listed: Set<String> = []
    for chapter in tree.chapters {
      let words = chapter.words.filter { tree.words(after: []).contains($0) }
      if words.isEmpty { continue }
      listed.formUnion(words)
      lines += ["", chapter.title.text(in: language) + headings.colon]
      lines += table(words.map { ($0, summary(of: [$0])) })
    }
    let rest = tree.words(after: []).filter { !listed.contains($0) }
    if !rest.isEmpty {
      lines += ["", headings.commands]
      lines += table(rest.map { ($0, summary(of: [$0])) })
    }
    if tree.further.isEmpty { return lines + ["", headings.more(tree.program, [])] }
    return lines + tree.further.flatMap { [""] + steps(of: $0) }
  }

  private func overview(ofGroup path: [String]) -> [String] {
    var lines: [String] = []
    if let summary = tree.summary(of: path) { lines += wrapped(summary, indent: 0) + [""] }
    let name = path.joined(separator: " ")
    lines += [headings.usage + "\(tree.program) \(name) \(headings.command) …"]
    lines += ["", headings.commands]
    lines += table(tree.words(after: path).map { ("\(name) \($0)", summary(of: path + [$0])) })
    return lines + ["", headings.more(tree.program, path)]
  }

  /// The summary of a command, or of a group with the words that may follow it.
  private func summary(of path: [String]) -> String {
    let summary = tree.summary(of: path)?.text(in: language)
    if tree.command(at: path) != nil { return summary ?? "" }
    let words = tree.words(after: path).joined(separator: ", ")
    guard let summary else { return words }
    return language == .chinese ? "\(summary)（\(words)）" : "\(summary) (\(words))"
  }

  // MARK: One command

  private func explanation(of command: CommandDefinition) -> [String] {
    var lines = usage(of: command) + [""] + wrapped(command.summary, indent: 0)
    if let discussion = command.discussion { lines += [""] + wrapped(discussion, indent: 0) }
    if !command.arguments.isEmpty {
      lines += ["", headings.arguments]
      lines += table(
        command.arguments.map {
          (word($0.name, of: command) + ($0.isMany ? "…" : ""), headings.explained($0))
        })
    }
    let options = tree.options(of: command)
    lines += section(headings.options, options.filter { !$0.isCommon }, of: command)
    lines += section(headings.commonOptions, options.filter(\.isCommon), of: command)
    if !command.examples.isEmpty {
      lines += ["", headings.examples] + command.examples.map { "  " + $0 }
    }
    return lines
  }

  private func section(
    _ heading: String, _ options: [Option], of command: CommandDefinition
  ) -> [String] {
    if options.isEmpty { return [] }
    return ["", heading] + table(options.map { (term($0, of: command), headings.explained($0)) })
  }

  /// `-o, --output FILE`; a long option without a letter is put under the others' long names.
  private func term(_ option: Option, of command: CommandDefinition) -> String {
    let letter = option.short.map { "-\($0), " } ?? "    "
    let value = option.placeholder.map { " " + word($0, of: command) } ?? ""
    return letter + option.spelling + value
  }

  private func word(_ placeholder: String, of command: CommandDefinition) -> String {
    tree.placeholderWords.word(placeholder, of: command.path, in: language)
  }

  private func usage(of command: CommandDefinition) -> [String] {
    let head = "\(headings.usage)\(tree.program) \(command.name)"
    let text = ([head] + tree.usageParts(of: command, in: language)).joined(separator: " ")
    let indent = width(headings.usage)
    let lines = TextWrapping(columns: columns - indent, width: width).lines(of: text)
    // The no-break spaces of `usageParts` have done their work.
    let plain = lines.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
    return plain.enumerated().map { $0.offset == 0 ? $0.element : spaces(indent) + $0.element }
  }

  // MARK: Setting

  var headings: HelpHeadings { HelpHeadings(language: language) }

  func wrapped(_ text: Bilingual, indent: Int) -> [String] {
    TextWrapping(columns: columns - indent, width: width).lines(of: text.text(in: language))
  }

  /// Terms on the left, explanations beside them; a term too wide has a line of its own.
  private func table(_ rows: [(term: String, explanation: String)]) -> [String] {
    let limit = columns / 3 + 2
    let widths = rows.map { width($0.term) }.filter { $0 <= limit }
    let indent = 2 + (widths.max() ?? limit) + 2
    var lines: [String] = []
    for row in rows {
      let beside = TextWrapping(columns: columns - indent, width: width).lines(of: row.explanation)
      let taken = 2 + width(row.term)
      let fits = taken + 2 <= indent
      let first = fits ? beside.first ?? "" : ""
      let gap = first.isEmpty ? "" : spaces(indent - taken)
      lines.append("  " + row.term + gap + first)
      lines += beside.dropFirst(fits ? 1 : 0).map { spaces(indent) + $0 }
    }
    return lines
  }

  func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
