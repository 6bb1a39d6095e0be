import Intake

/// The columns that a file of rejected rows has in front of the sheet's own.
enum RejectsColumns {
  static let names = ["line", "column", "rule", "message"]

  /// The rule of a row that falls with its household.
  static let householdRule = "household"

  /// The cells of a header that are these columns; none where not all of them are there, since a county
  /// may have a column of one such name.
  static func cells(in words: [HeaderWord]) -> Set<Int> {
    let places = names.map { name in words.firstIndex { $0.folded == name } }
    let found = Set(places.compactMap(\.self))
    return found.count == names.count ? found : []
  }
}
