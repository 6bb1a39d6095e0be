import Domain

/// What taking an entry back did.
package struct UndoneEntry: Sendable {
  /// The facts of one table.
  package struct Table: Sendable, Equatable {
    package let name: String
    /// Rows taken back.
    package let withdrawn: Int
    /// Rows that stand again, as facts of the undo.
    package internal(set) var restored: Int
  }

  /// The number of the undo; what it would have been where it was only tried.
  package let entry: Int64
  /// The tables it touched.
  package let tables: [Table]
  /// What it changes for households; nil where nobody asked, or where it is too much.
  package let effect: EntryEffect?
  /// The closed months of which a figure changes, rising.
  package let closedMonths: [YearMonth]
}
