import SQLite

/// A table whose rows entries add, as `fact_table` lists it.
package struct FactTable: Sendable, Hashable {
  /// Its number in the chain.
  package let number: Int64
  package let name: String
  /// False for keys, closes and redactions, which stay for good.
  package let canWithdraw: Bool
  /// The columns the chain hashes and an undo copies: all but `withdrawn`, in the table's order.
  package let columns: [String]

  /// Where a column stands among `columns`.
  ///
  /// - Precondition: the table has it.
  package func column(_ name: String) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      preconditionFailure("\(self.name) has no column \(name)")
    }
    return index
  }

  /// The columns that say the fact: all but `id`, `entered`, `withdrawn` and `salt`.
  package var factColumns: [String] {
    columns.filter { $0 != "id" && $0 != "entered" && $0 != "salt" }
  }
}

extension Register {
  /// Every fact table in the chain's order.
  package func factTables() throws(SQLiteFailure) -> [FactTable] {
    var tables: [FactTable] = []
    try connection.rows(
      """
      SELECT t.id, t.name, t.can_withdraw, c.name
      FROM fact_table AS t, pragma_table_info(t.name) AS c
      WHERE c.name <> 'withdrawn'
      ORDER BY t.id, c.cid
      """
    ) { row in
      let number = row.int64(0)
      if tables.last?.number == number {
        let last = tables.removeLast()
        tables.append(
          FactTable(
            number: number, name: last.name, canWithdraw: last.canWithdraw,
            columns: last.columns + [row.text(3)]))
      } else {
        tables.append(
          FactTable(
            number: number, name: row.text(1), canWithdraw: row.int(2) == 1,
            columns: [row.text(3)]))
      }
    }
    return tables
  }
}
