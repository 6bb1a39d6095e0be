/// One of a closed list of words, stored as a number.
///
/// The raw value is the number that the database keeps: it never changes its meaning. `name` is the
/// English key of sheets, CSV and JSON; `chinese` is the label for people.
package protocol CodedValue: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == Int {
  var name: String { get }
  var chinese: String { get }
  /// Other spellings that counties write. No spelling belongs to two cases of a type.
  var synonyms: [String] { get }
  /// All spellings, made once: `static let words = WordTable(of: Self.self)`.
  static var words: WordTable { get }
  /// The value that the cell names in English or Chinese, or nil where it names none.
  static func read(_ cell: Span<UInt8>) -> Self?
}

extension CodedValue {
  package var synonyms: [String] { [] }

  package static func read(_ cell: Span<UInt8>) -> Self? {
    words.code(cell).flatMap { Self(rawValue: $0) }
  }

  /// As `read(_:)`, for an option of the command line.
  package static func read(_ text: String) -> Self? {
    let bytes = Array(text.utf8)
    return read(bytes.span)
  }

  /// The English keys in the order of the list, for messages that say what would be right.
  package static var names: [String] { allCases.map(\.name) }
}
