import Domain

/// Why the figures of a closed month are others now: the households behind each cell, each with its share of
/// the difference, and the entries behind each share.
package struct Restatement: Sendable {
  /// A figure of a row.
  package struct Cell: Hashable, Sendable {
    package let row: RowKey
    package let figure: Figure

    package init(row: RowKey, figure: Figure) {
      self.row = row
      self.figure = figure
    }
  }

  package struct EntryBehind: Hashable, Sendable {
    package let entry: Int64
    package let officer: String
  }

  /// What a household adds to a cell now less what it added as the month was closed. Zero where entries changed
  /// it and others changed it back: they stand behind the difference too.
  package struct Share: Sendable {
    package let householdNo: String
    package let share: Int64
    /// Entries at which what the household adds was another than at the one before, rising.
    package let entries: [EntryBehind]
  }

  /// In the order of household numbers. Shares of a cell add up to its difference. Of cells that differ, and of
  /// the persons supported of rows whose quota changed, since a gap to the pace is made of both.
  package let shares: [Cell: [Share]]
  /// The entries at which a row's quota, or its pace, changed; rows of the same quota left out.
  package let quotas: [RowKey: [EntryBehind]]
}
