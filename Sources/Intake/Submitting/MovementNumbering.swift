/// How movements of money get their numbers.
package enum MovementNumbering: Sendable, Equatable {
  /// Each row gives its own.
  case asGiven
  /// By office, year and entry, inside the entry's transaction: `433123-2011-17`, with the row behind it where
  /// the entry has several. A row that equals a movement of the same day is refused unless it `repeats`.
  case byEntry(repeats: Bool)
}
