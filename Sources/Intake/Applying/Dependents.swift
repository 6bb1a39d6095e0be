import Register
import SQLite

/// Rows that take back what standing facts rest on.
enum Dependents {
  /// The entries that rest on what the open entry takes back, rising; none where no row takes anything back.
  static func entries(
    on entry: borrowing OpenEntry, _ work: ImportWork
  ) throws(SQLiteFailure) -> [Int64] {
    let taking = try work.register.connection.first(
      "SELECT count(*) FROM temp.staged WHERE withdraws = 1"
    ) { $0.int(0) }
    guard let taking, taking > 0 else { return [] }
    return try work.register.entriesResting(on: entry)
  }

  /// - Parameter sql: gives the line at fault, the table of what rests on it, and its row id.
  static func judge(
    _ work: ImportWork, column: String, _ sql: String
  ) throws(SQLiteFailure) {
    var found: [Int: [(table: String, fact: Int64)]] = [:]
    try work.register.connection.rows(sql) { row in
      found[row.int(0), default: []].append((row.text(1), row.int64(2)))
    }
    guard !found.isEmpty else { return }
    let tables = try work.register.factTables()
    for (line, facts) in found.sorted(by: { $0.key < $1.key }) {
      var names: [String] = []
      var entries: Set<Int64> = []
      for (name, fact) in facts {
        if !names.contains(name) { names.append(name) }
        let entered = try work.register.connection.first(
          "SELECT entered FROM \(name) WHERE id = :id", ["id": .integer(fact)]
        ) { $0.int64(0) }
        guard let entered, let table = tables.first(where: { $0.name == name }) else { continue }
        entries.insert(try work.register.origin(of: fact, entered: entered, in: table))
      }
      work.add(
        Fault(line: line, column: column, .dependedOn(facts: names, entries: entries.sorted())))
    }
  }
}
