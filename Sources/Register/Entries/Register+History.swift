import Domain
import SQLite

/// One entry, as its header says.
package struct EntryRecord: Sendable {
  package let number: Int64
  package let moment: String
  /// What the machine's clock said, where it said something earlier.
  package let clock: String?
  package let officer: String
  package let office: Int64
  package let command: String
  package let reason: String?
  package let sourceName: String?
  package let sourceRows: Int64?
  package let undoes: Int64?
  package let undoneBy: Int64?
  package let hash: SHA256Digest?
  /// How many facts the entry added, by table, in the chain's order.
  package var added: [(table: String, count: Int64)] = []
  /// How many it withdrew.
  package var withdrawn: [(table: String, count: Int64)] = []
}

extension Register {
  /// The entry of a number; nil where there is none.
  package func entryRecord(_ number: Int64) throws(SQLiteFailure) -> EntryRecord? {
    try reading { () throws(SQLiteFailure) in try recorded(number) }
  }

  /// The moment and the officer of an entry; nil where there is none.
  package func entryLine(
    _ number: Int64
  ) throws(RegisterFault) -> (moment: String, officer: String)? {
    try asking { () throws(SQLiteFailure) in
      try connection.first(
        "SELECT made_at, officer FROM entry WHERE id = :id", ["id": .integer(number)]
      ) { ($0.text(0), $0.text(1)) }
    }
  }

  private func recorded(_ number: Int64) throws(SQLiteFailure) -> EntryRecord? {
    let found = try connection.first(
      """
      SELECT entry.id, entry.made_at, entry.clock_at, entry.officer, entry.office_code, entry.command,
        entry.reason, entry.source_name, entry.source_rows, entry.undoes, undo.id, entry.hash
      FROM entry LEFT JOIN entry AS undo ON undo.undoes = entry.id
      WHERE entry.id = :id
      """, ["id": .integer(number)]
    ) { row in
      EntryRecord(
        number: row.int64(0), moment: row.text(1), clock: row.optionalText(2),
        officer: row.text(3), office: row.int64(4), command: row.text(5),
        reason: row.optionalText(6), sourceName: row.optionalText(7),
        sourceRows: row.optionalInt64(8), undoes: row.optionalInt64(9),
        undoneBy: row.optionalInt64(10),
        hash: row.optionalBytes(11).flatMap { SHA256Digest(bytes: $0) })
    }
    guard var record = found else { return nil }
    try connection.rows(
      """
      SELECT fact_table.name, last_id - first_id + 1 FROM entry_part
      JOIN fact_table ON fact_table.id = entry_part.fact_table
      WHERE entry = :id ORDER BY fact_table.id
      """, ["id": .integer(number)]
    ) { record.added.append(($0.text(0), $0.int64(1))) }
    for table in try factTables() where table.canWithdraw {
      let count = try connection.first(
        """
        SELECT count(*) FROM \(table.name) WHERE withdrawn = :id AND withdrawn IS NOT NULL
        """, ["id": .integer(number)]
      ) { $0.int64(0) }
      if let count, count > 0 { record.withdrawn.append((table.name, count)) }
    }
    return record
  }
}
