/// A kind of sheet that counties send.
package struct Sheet: Sendable {
  package let name: String
  package let chinese: String
  /// What one row is, in both languages.
  package let summary: Column.Bilingual
  /// The columns in the template's order, `withdraw` last.
  package let columns: [Column]

  init(
    _ name: String, _ chinese: String, _ english: String, _ summaryChinese: String,
    _ columns: [Column]
  ) {
    self.name = name
    self.chinese = chinese
    summary = Column.Bilingual(english: english, chinese: summaryChinese)
    self.columns = columns + [Sheet.withdraw]
  }

  package func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The place of a column among `columns`.
  ///
  /// - Precondition: the sheet has it.
  func place(of name: String) -> Int {
    guard let index = index(of: name) else {
      preconditionFailure("the sheet \(self.name) has no column \(name)")
    }
    return index
  }

  package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// What its `withdraw` cell holds where a row takes its fact back.
  package static let withdrawWord = "(withdraw)"

  private static let withdraw = Column(
    "withdraw", "作废", .withdraw, "`\(withdrawWord)` takes the row's fact back",
    "填“作废”撤回本行所记事实")

  /// Every sheet, in the order in which they depend on each other.
  package static let all: [Sheet] = [
    .regions, .povertyLines, .years, .targets, .indicators, .staff, .roster, .householdEvents,
    .dibaoList, .plans, .projects, .projectHouseholds, .assignments, .batches, .allocations,
    .payLists, .payments, .bankReturns, .income, .progress, .disclosures, .inspections, .findings,
  ]

  package static func named(_ name: String) -> Sheet? {
    all.first { $0.name == name || $0.chinese == name }
  }
}
