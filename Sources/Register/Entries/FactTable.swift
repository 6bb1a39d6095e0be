import SQLite

/// A table whose rows entries add, as `fact_table` and `fact_column` list it.
package struct FactTable: Sendable, Hashable {
  /// Its number in the chain.
  package let number: Int64
  package let name: String
  /// False for keys, closes and redactions, which stay for good.
  package let canWithdraw: Bool
  /// The columns that say the fact, in the order of their numbers.
  let facts: [FactColumn]

  /// Whether its rows are about people: salted, and open to a redaction.
  package var isPersonal: Bool { facts.contains(where: \.isIdentity) }

  /// The columns that the chain hashes and an undo copies: all but `withdrawn`. `id` is the first, `entered`
  /// the last.
  package let columns: [String]

  init(number: Int64, name: String, canWithdraw: Bool, facts: [FactColumn]) {
    self.number = number
    self.name = name
    self.canWithdraw = canWithdraw
    self.facts = facts
    let salt = facts.contains(where: \.isIdentity) ? ["salt"] : []
    columns = ["id"] + facts.map(\.name) + salt + ["entered"]
  }

  /// The place of a column among `columns`.
  ///
  /// - Precondition: the table has it.
  package func column(_ name: String) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      preconditionFailure("\(self.name) has no column \(name)")
    }
    return index
  }

  /// The columns that say the fact: all but `id`, `entered`, `withdrawn` and `salt`.
  package var factColumns: [String] { facts.map(\.name) }

  /// The columns that say who a person is; none where the table is not about people.
  package var identityColumns: [String] { facts.filter(\.isIdentity).map(\.name) }
}

/// A column of a fact table, as `fact_column` lists it.
struct FactColumn: Sendable, Hashable {
  /// Its number in the leaf of a row, for ever.
  let number: UInt8
  let name: String
  /// Whether it says who a person is.
  let isIdentity: Bool
}

extension Register {
  /// Every fact table in the chain's order.
  package func factTables() throws(SQLiteFailure) -> [FactTable] {
    var tables: [FactTable] = []
    var facts: [FactColumn] = []
    try connection.rows(
      """
      SELECT t.id, t.name, t.can_withdraw, c.number, c.name, c.is_identity,
        ifnull(lead(t.id) OVER (ORDER BY t.id, c.number), 0) <> t.id
      FROM fact_table AS t JOIN fact_column AS c ON c.fact_table = t.id
      ORDER BY t.id, c.number
      """
    ) { row in
      facts.append(
        FactColumn(
          number: UInt8(truncatingIfNeeded: row.int64(3)), name: row.text(4),
          isIdentity: row.int(5) == 1))
      guard row.int(6) == 1 else { return }
      tables.append(
        FactTable(
          number: row.int64(0), name: row.text(1), canWithdraw: row.int(2) == 1, facts: facts))
      facts = []
    }
    return tables
  }
}
