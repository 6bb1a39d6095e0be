import Domain

/// A fact of a household that an entry added or withdrew, in the register's own terms. What each part means
/// depends on the table; see `Register.householdFacts`.
package struct HouseholdChange: Sendable, Equatable {
  package let entry: Int64
  /// false: the entry took the fact back.
  package let isAdded: Bool
  /// The fact's table: `member`, `movement` …
  package let table: String
  /// The day it is about, or from which it holds; nil from before any day that is asked about.
  package let since: DayNumber?
  /// The first day on which it no longer holds; nil for an open end.
  package let until: DayNumber?
  package let code: Int64?
  package let text: String?
  package let other: String?
  package let fen: Int64?
}

/// A household's entries, each with what it changed in the household.
package struct HouseholdHistory: Sendable {
  package let entries: [(record: EntryRecord, changes: [HouseholdChange])]
  /// The names of the places that a change names by code.
  package let places: RegionTree
}
