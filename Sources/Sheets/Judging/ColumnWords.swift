import Domain

/// What a file calls its columns, so that its faults can be reported in its own words.
package struct ColumnWords: Sendable, Equatable {
  /// By the column's key: the header as the file has it, on one line.
  private let written: [String: String]
  /// Whether most of its known headers are Chinese: the language for columns that the file lacks, and for
  /// the words of a closed list.
  package let isChinese: Bool

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
    self.written = written
    let chinese = written.values.count { word in
      word.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    isChinese = chinese * 2 > written.count
  }

  /// The header of a column; nil where the file lacks it.
  func header(of column: String) -> String? { written[column] }
}
