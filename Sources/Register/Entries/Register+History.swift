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
    try entryRecords([number]).first
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

  /// The entries of some numbers, in their order; those that are none are left out.
  package func entryRecords(_ numbers: [Int64]) throws(SQLiteFailure) -> [EntryRecord] {
    try reading { () throws(SQLiteFailure) in try recorded(numbers) }
  }

  private func recorded(_ numbers: [Int64]) throws(SQLiteFailure) -> [EntryRecord] {
    let list = numbers.map(String.init).joined(separator: ", ")
    var records: [Int64: EntryRecord] = [:]
    try connection.rows(
      """
      SELECT entry.id, entry.made_at, entry.clock_at, entry.officer, entry.office_code, entry.command,
        entry.reason, entry.source_name, entry.source_rows, entry.undoes, undo.id, entry.hash
      FROM entry LEFT JOIN entry AS undo ON undo.undoes = entry.id
      WHERE entry.id IN (\(list))
      """
    ) { row in
      records[row.int64(0)] = EntryRecord(
        number: row.int64(0), moment: row.text(1), clock: row.optionalText(2),
        officer: row.text(3), office: row.int64(4), command: row.text(5),
        reason: row.optionalText(6), sourceName: row.optionalText(7),
        sourceRows: row.optionalInt64(8), undoes: row.optionalInt64(9),
        undoneBy: row.optionalInt64(10),
        hash: row.optionalBytes(11).flatMap { SHA256Digest(bytes: $0) })
    }
    try connection.rows(
      """
      SELECT entry, fact_table.name, last_id - first_id + 1 FROM entry_part
      JOIN fact_table ON fact_table.id = entry_part.fact_table
      WHERE entry IN (\(list)) ORDER BY entry, fact_table.id
      """
    ) { records[$0.int64(0)]?.added.append(($0.text(1), $0.int64(2))) }
    for table in try factTables() where table.canWithdraw {
      try connection.rows(
        """
        SELECT withdrawn, count(*) FROM \(table.name)
        WHERE withdrawn IN (\(list)) AND withdrawn IS NOT NULL GROUP BY withdrawn
        """
      ) { records[$0.int64(0)]?.withdrawn.append((table.name, $0.int64(1))) }
    }
    return numbers.compactMap { records[$0] }
  }
}
