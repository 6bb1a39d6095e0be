import Domain

/// What a file calls its columns, so that its faults can be reported in its own words.
package struct ColumnWords: Sendable, Equatable {
  /// By the column's key: the header as the file has it, on one line.
  private let written: [String: String]
  /// Whether most of its known headers are Chinese: the language for columns that the file lacks, and for
  /// the words of a closed list.
  package let isChinese: Bool

  package init(written: [String: String]) {
    self.written = written
    let chinese = written.values.count { word in
      word.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    isChinese = chinese * 2 > written.count
  }

  /// The header of a column; nil where the file lacks it.
  package func header(of column: String) -> String? { written[column] }
}
