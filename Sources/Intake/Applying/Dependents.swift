import SQLite

/// Rows that take back what standing facts rest on.
enum Dependents {
  /// - Parameter sql: gives the line at fault, the number of the table of what rests on it, and its row id.
  static func judge(
    _ work: ImportWork, column: String, _ sql: String
  ) throws(SQLiteFailure) {
    var found: [Int: [(table: Int64, fact: Int64)]] = [:]
    try work.register.connection.rows(sql) { row in
      found[row.int(0), default: []].append((row.int64(1), row.int64(2)))
    }
    for (line, facts) in found.sorted(by: { $0.key < $1.key }) {
      var names: [String] = []
      var entries: Set<Int64> = []
      for (number, fact) in facts {
        let name = try work.register.connection.first(
          "SELECT name FROM fact_table WHERE id = :id", ["id": .integer(number)]
        ) { $0.text(0) }
        guard let name else { continue }
        if !names.contains(name) { names.append(name) }
        let entry = try work.register.connection.first(
          "SELECT entered FROM \(name) WHERE id = :id", ["id": .integer(fact)]
        ) { $0.int64(0) }
        if let entry { entries.insert(entry) }
      }
      work.add(
        Fault(line: line, column: column, .dependedOn(facts: names, entries: entries.sorted())))
    }
  }
}
