import SQLite

/// What a number names, for lists of those that begin alike.
package enum NumberedThing: String, Sendable, CaseIterable {
  case household, staff, project, batch
}

extension Register {
  /// The numbers that begin with a text, in order; where they are more than the limit, what they begin with
  /// further on, as far as the limit allows.
  package func numbers(
    of thing: NumberedThing, beginningWith text: String, limit: Int
  ) throws(SQLiteFailure) -> [String] {
    let (table, column) = (thing.rawValue, thing.rawValue + "_no")
    var numbers: [String] = []
    // A whole number is shorter than a hundred characters.
    for length in [100] + (1...8).reversed().map({ text.count + $0 }) {
      numbers = []
      try connection.rows(
        """
        SELECT DISTINCT substr(\(column), 1, :length) FROM \(table)
        WHERE \(column) >= :low AND \(column) < :high ORDER BY 1 LIMIT :limit
        """,
        [
          "low": .text(text), "high": .text(text + "\u{10FFFF}"), "length": Value(length),
          "limit": Value(limit + 1),
        ]
      ) { numbers.append($0.text(0)) }
      if numbers.count <= limit { return numbers }
    }
    return Array(numbers.prefix(limit))
  }
}
