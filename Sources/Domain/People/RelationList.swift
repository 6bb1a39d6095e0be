/// Which numbered list a file's relation column uses. One file uses one list.
package enum RelationList: Hashable, Sendable, CaseIterable {
  /// GB/T 4761: two digits, 01…99.
  case nationalStandard4761
  /// The list of the poor household register: 1…21.
  case register

  /// The list's key, as in `--codes`.
  package var name: String {
    switch self {
    case .nationalStandard4761: "relation_gbt4761"
    case .register: "relation_jdlk"
    }
  }

  package init?(name: String) {
    guard let list = RelationList.allCases.first(where: { $0.name == name }) else { return nil }
    self = list
  }

  var entries: [Entry] {
    switch self {
    case .nationalStandard4761: RelationList.nationalStandard
    case .register: RelationList.householdRegister
    }
  }

  /// What a number of this list is added to in `Relation.code`.
  var offset: Int {
    switch self {
    case .nationalStandard4761: 100
    case .register: 200
    }
  }
}

/// Finds the list of a file from all values of its relation column: a leading zero or a number above
/// 21 occurs in GB/T 4761 only.
package struct RelationListChooser: Sendable {
  /// Whether any value was a number; where none was, no list is used.
  package private(set) var sawNumber = false
  private var sawStandard = false

  package init() {}

  package mutating func see(_ cell: Span<UInt8>) {
    guard let number = CodeList.number(cell) else { return }
    sawNumber = true
    let range = CellText.typed(cell)
    var cursor = ScalarCursor(range)
    let first = cursor.nextFolded(in: cell)
    if number > 21 || (first == 0x30 && !cursor.isAtEnd) { sawStandard = true }
  }

  package var list: RelationList { sawStandard ? .nationalStandard4761 : .register }
}
