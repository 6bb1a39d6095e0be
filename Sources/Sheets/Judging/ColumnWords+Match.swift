import Intake

extension ColumnWords {
  /// A header may hold an explanation; a message shows its beginning.
  private static let longest = 40

  init(_ match: HeaderMatch) {
    var written: [String: String] = [:]
    for (word, column) in zip(match.words, match.columns) {
      guard let column else { continue }
      let text = word.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !text.isEmpty else { continue }
      written[match.sheet.columns[column].name] =
        text.count > ColumnWords.longest ? text.prefix(ColumnWords.longest) + "…" : text
    }
    self.init(written: written)
  }
}
