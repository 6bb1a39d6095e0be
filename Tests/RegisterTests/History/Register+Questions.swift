import Register
import SQLite

extension Register {
  /// The integers of a query's first column.
  func integers(_ sql: String) throws(SQLiteFailure) -> [Int64] {
    var found: [Int64] = []
    let statement = try connection.prepare(sql)
    while try statement.step() { found.append(statement.int64(0)) }
    return found
  }

  func integer(_ sql: String) throws(SQLiteFailure) -> Int64? { try integers(sql).first }

  /// Every row as text, columns parted by a bar, NULL as a dot.
  func texts(_ sql: String) throws(SQLiteFailure) -> [String] {
    var found: [String] = []
    let statement = try connection.prepare(sql)
    while try statement.step() {
      found.append(
        (0..<statement.columnCount).map { statement.value($0).shown }.joined(separator: "|"))
    }
    return found
  }

  /// Adds a fact and gives its id.
  @discardableResult
  func add(
    _ table: String, _ values: [(String, Value)], _ entry: Int64
  ) throws(SQLiteFailure) -> Int64 {
    let names = values.map(\.0).joined(separator: ", ")
    let marks = String(repeating: "?, ", count: values.count)
    let statement = try connection.prepare(
      "INSERT INTO \(table) (\(names), entered) VALUES (\(marks)?)")
    for (index, value) in values.enumerated() {
      statement.bind(value: value.1, at: Int32(index) + 1)
    }
    statement.bind(entry, at: Int32(values.count) + 1)
    while try statement.step() {}
    return connection.lastInsertedRowID
  }

  func withdraw(_ table: String, _ id: Int64, _ entry: Int64) throws(SQLiteFailure) {
    try connection.execute("UPDATE \(table) SET withdrawn = \(entry) WHERE id = \(id)")
  }

  /// One entry whose body only asks SQLite.
  @discardableResult
  func act(
    _ header: EntryHeader, _ body: (Int64) throws(SQLiteFailure) -> Void
  ) throws(RegisterFault) -> Int64? {
    try write(header) { (entry: borrowing OpenEntry) throws(RegisterFault) in
      let number = entry.number
      try asking { () throws(SQLiteFailure) in try body(number) }
    }.entry
  }

  /// The standing facts of every table that can be withdrawn from, as sorted texts; keys, entries and
  /// salts left out.
  func standingFacts() throws(SQLiteFailure) -> Set<String> {
    var facts: Set<String> = []
    for table in try factTables() where table.canWithdraw && table.name != "region" {
      let columns = table.factColumns.joined(separator: ", ")
      for row in try texts("SELECT \(columns) FROM \(table.name) WHERE withdrawn IS NULL") {
        facts.insert("\(table.name): \(row)")
      }
    }
    return facts
  }
}

extension Value {
  var shown: String {
    switch self {
    case .null: "."
    case .integer(let integer): String(integer)
    case .real(let real): String(real)
    case .text(let text): text
    case .blob(let blob): "\(blob)"
    }
  }
}
