import Intake

// What is wrong with the words of a header: what they are, what the column holds, and what would be right.

extension FaultWording {
  func englishHeader(_ words: String, _ isKnown: Bool, _ column: String?) -> String {
    let words = FaultWording.shortened(words)
    guard let column else { return "“\(words)” in the header is not understood; take it out" }
    let holds = guidance(of: column).map { " (\($0.english))" } ?? ""
    let name = bare(column, words)
    return isKnown
      ? "“\(words)” is not what \(name) holds\(holds); put the cells right and write \(name) alone in the header, or leave the column out"
      : "“\(words)” is not understood, and \(name)\(holds) may not be what it says; write \(name) alone in the header if it is, or leave the column out"
  }

  func chineseHeader(_ words: String, _ isKnown: Bool, _ column: String?) -> String {
    let words = FaultWording.shortened(words)
    guard let column else { return "表头中的“\(words)”无法理解，请去掉" }
    let holds = guidance(of: column).map { "（\($0.chinese)）" } ?? ""
    return isKnown
      ? "表头中的“\(words)”与该列内容不符\(holds)；请改正各格，表头只写“\(bare(column, words))”，或去掉该列"
      : "表头中的“\(words)”无法理解，该列\(holds)可能另有含义；如无误，表头请只写“\(bare(column, words))”，否则去掉该列"
  }

  /// Headers as written, the first few of them; what is personal in them is masked.
  static func headers(_ texts: [String], _ comma: String) -> String {
    let shown = texts.prefix(5).map { "“\(CellMask.masked(shortened($0), as: .text))”" }
    return shown.joined(separator: comma) + (texts.count > shown.count ? " …" : "")
  }

  /// A column as the file calls it, without the brackets and words that its header may not have.
  private func bare(_ column: String, _ words: String) -> String {
    let header = name(column)
    let name = String(
      header.prefix { !"（(【[:：".contains($0) }.reversed().drop(while: \.isWhitespace).reversed())
    let own = usesChinese ? sheet?.column(column)?.chinese ?? column : column
    return name.isEmpty || name.contains(words) ? own : name
  }
}
