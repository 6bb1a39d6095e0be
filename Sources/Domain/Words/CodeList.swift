/// A list of numbered labels as the yearly registers print it.
package struct CodeList: Sendable {
  /// The list's key, as in `--codes`.
  package let name: String
  package let entries: [(code: Int, label: String)]
  private let words: WordTable

  init(_ name: String, _ entries: [(code: Int, label: String)], synonyms: [(String, Int)] = []) {
    self.name = name
    self.entries = entries
    words = WordTable(
      entries.map { ($0.label, $0.code) } + synonyms.map { (word: $0.0, code: $0.1) })
  }

  /// The list of that key, nil where there is none.
  package static func named(_ name: String) -> CodeList? { all.first { $0.name == name } }

  /// Nil for a number that the list lacks.
  package func label(_ code: Int) -> String? {
    entries.first { $0.code == code }?.label
  }

  /// The number of a cell that holds a number or a label of the list; nil for any other.
  package func read(_ cell: Span<UInt8>) -> Int? {
    if let code = words.code(cell) { return code }
    guard let code = CodeList.number(cell), label(code) != nil else { return nil }
    return code
  }

  /// One to four digits of either width and nothing else, leading zeros and all; else nil.
  package static func number(_ cell: Span<UInt8>) -> Int? {
    var cursor = ScalarCursor(CellText.typed(cell))
    var value = 0
    var count = 0
    while let scalar = cursor.nextFolded(in: cell) {
      guard ScalarCursor.isDigit(scalar), count < 4 else { return nil }
      value = value * 10 + Int(scalar - 0x30)
      count += 1
    }
    return count > 0 ? value : nil
  }
}
