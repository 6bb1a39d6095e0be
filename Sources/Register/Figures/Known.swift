import SQLite

/// Which facts a question takes for known: those of entries up to one, before any that came later.
package struct Known: Sendable, Equatable {
  /// The last entry taken into account.
  package let entry: Int64

  package init(entry: Int64) { self.entry = entry }

  /// Every entry that there is.
  package static let everything = Known(entry: .max)

  /// The condition on a fact table's rows, in two halves that exclude each other: those that stand today,
  /// found by the indexes of standing facts, and those withdrawn since, found by the *_past indexes.
  /// Both bind `:known`.
  static let standing = "withdrawn IS NULL AND entered <= :known"
  static let withdrawnSince = "withdrawn > :known AND entered <= :known"

  /// The standing and since-withdrawn rows of one table as one query.
  ///
  /// - Parameter condition: an SQL condition on the table's columns, or nil for all its rows.
  static func query(_ columns: String, from table: String, where condition: String? = nil) -> String
  {
    let more = condition.map { " AND \($0)" } ?? ""
    return """
      SELECT \(columns) FROM \(table) WHERE \(standing)\(more)
      UNION ALL
      SELECT \(columns) FROM \(table) WHERE \(withdrawnSince)\(more)
      """
  }

  /// What `query` gives to this knowledge. To one of everything these are the rows that stand, which SQLite
  /// finds without asking each when it entered and whether it was withdrawn: half the time for a household,
  /// three quarters for all. Binds `:known` either way.
  func facts(_ columns: String, from table: String, where condition: String? = nil) -> String {
    guard self == .everything else {
      return Known.query(columns, from: table, where: condition)
    }
    let more = condition.map { " AND \($0)" } ?? ""
    return "SELECT \(columns) FROM \(table) WHERE withdrawn IS NULL AND :known > 0\(more)"
  }

  /// All rows of a table that ever stood and meet a condition, as one query that the indexes of standing and
  /// of past facts answer: neither of them is found by a condition that leaves open which it is.
  static func ever(_ table: String, where condition: String) -> String {
    """
    SELECT * FROM \(table) WHERE withdrawn IS NULL AND \(condition)
    UNION ALL
    SELECT * FROM \(table) WHERE withdrawn IS NOT NULL AND \(condition)
    """
  }
}
