import Domain

/// Hides what a message must not show: a personal column's cell as that column's kind is masked, and in any
/// other cell the resident IDs, mobile numbers and landlines that stand in it.
package enum CellMask {
  package static func masked(_ text: String, as kind: ColumnKind) -> String {
    switch kind {
    case .residentID:
      let characters = Array(text)
      guard characters.count > 10 else { return String(repeating: "*", count: characters.count) }
      let hidden = String(repeating: "*", count: characters.count - 10)
      return String(characters.prefix(6)) + hidden + String(characters.suffix(4))
    case .phone: return Masking.phone(text)
    case .account: return Masking.account(text)
    case .identifier: return PersonalNumbers.masked(text, in: .numbers)
    default: return PersonalNumbers.masked(text)
    }
  }

  /// As `masked(_:as:)`, where nothing is known of the cell but its column's name, if that.
  package static func masked(_ text: String, inColumn column: String?) -> String {
    let isNumber = column.map(numberColumns.contains) ?? false
    return PersonalNumbers.masked(text, in: isNumber ? .numbers : .anything)
  }

  /// The columns of any sheet that hold numbers of things.
  private static let numberColumns = Set(
    Sheet.all.flatMap { sheet in sheet.columns.filter { $0.kind == .identifier }.map(\.name) })
}
