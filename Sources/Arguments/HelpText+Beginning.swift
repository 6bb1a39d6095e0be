extension HelpText {
  /// The first screen: what the program is, what to do first, what a day needs, where to read on.
  package func beginning() -> String {
    let lines = opening() + tree.beginningFurther.flatMap { [""] + steps(of: $0) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the first screen and the overview have in common.
  func opening() -> [String] {
    wrapped(tree.summary, indent: 0) + tree.beginning.flatMap { [""] + steps(of: $0) }
  }

  /// Each line with its explanation beside it, or below it where the terminal is too narrow.
  func steps(of guide: CommandGuide) -> [String] {
    let rows = guide.steps.map { ($0.line.text(in: language), $0.help.text(in: language)) }
    let beside = 2 + (rows.map { width($0.0) }.max() ?? 0) + 2
    let fits = rows.allSatisfy { beside + width($0.1) <= columns }
    var lines = [guide.title.text(in: language) + headings.colon]
    for (line, help) in rows {
      if fits {
        lines.append("  " + line + spaces(beside - 2 - width(line)) + help)
      } else {
        lines.append("  " + line)
        lines += TextWrapping(columns: columns - 6, width: width).lines(of: help)
          .map { spaces(6) + $0 }
      }
    }
    return lines
  }
}
