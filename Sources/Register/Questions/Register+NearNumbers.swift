import Domain
import SQLite

extension NumberedThing {
  /// The identity's table, the number's column, and what stands of it.
  fileprivate var source: (table: String, column: String, fact: String, key: String) {
    let fact =
      switch self {
      case .household: "residence"
      case .staff: "staff_record"
      case .project: "project_record"
      case .batch: "batch_issue"
      }
    return (rawValue, rawValue + "_no", fact, rawValue + "_id")
  }
}

extension Register {
  /// Numbers that stand and are near one that is unknown, nearest first: at most three.
  package func numbers(
    near number: String, of thing: NumberedThing
  ) throws(SQLiteFailure) -> [String] {
    let (table, column, fact, key) = thing.source
    // A slip at the end leaves the beginning as it is; one further ahead is looked for in a wider
    // neighbourhood, and at last everywhere, each cut off before it grows slow.
    let stems = [3, 7].map { String(number.dropLast(min($0, max(number.count - 1, 0)))) } + [""]
    for stem in stems {
      var candidates: [String] = []
      try connection.rows(
        """
        SELECT DISTINCT \(column) FROM \(table)
        WHERE \(column) >= :low AND \(column) < :high AND EXISTS (
          SELECT 1 FROM \(fact) WHERE \(fact).\(key) = \(table).id AND \(fact).withdrawn IS NULL)
        LIMIT 3000
        """, ["low": .text(stem), "high": .text(stem + "\u{10FFFF}")]
      ) { candidates.append($0.text(0)) }
      let near = CodeSuggestion.nearest(to: number, among: candidates)
      if !near.isEmpty { return near }
    }
    return []
  }

  /// Whether something stands that bears the number.
  package func isNumber(_ number: String, of thing: NumberedThing) throws(SQLiteFailure) -> Bool {
    let (table, column, fact, key) = thing.source
    return try connection.first(
      """
      SELECT 1 FROM \(table) WHERE \(column) = :number AND EXISTS (
        SELECT 1 FROM \(fact) WHERE \(fact).\(key) = \(table).id AND \(fact).withdrawn IS NULL)
      LIMIT 1
      """, ["number": .text(number)]
    ) { _ in true } ?? false
  }
}
