import SQLite

/// What an entry added to each table and withdrew from it.
struct EntryChanges: Sendable {
  let entry: Int64
  /// The rows added, table by table in the chain's order; tables without any left out.
  let parts: [EntryPart]
  /// The rows withdrawn, rising, by table.
  let withdrawn: [(table: FactTable, ids: [Int64])]

  var isEmpty: Bool { parts.isEmpty && withdrawn.isEmpty }

  var addedCount: Int64 { parts.reduce(0) { $0 + $1.count } }

  /// The rows of some tables, added and withdrawn.
  func rows(of tables: [String]) -> Int64 {
    let added = parts.filter { tables.contains($0.table.name) }.reduce(0) { $0 + $1.count }
    return withdrawn.filter { tables.contains($0.table.name) }
      .reduce(added) { $0 + Int64($1.ids.count) }
  }

  func part(of table: String) -> EntryPart? { parts.first { $0.table.name == table } }

  func touches(_ table: String) -> Bool {
    part(of: table) != nil || withdrawn.contains { $0.table.name == table }
  }
}

extension Register {
  /// What the open entry has changed so far.
  ///
  /// Ids of a table rise with the entries, so the rows of the open entry are those after the last part.
  func changes(of entry: borrowing OpenEntry) throws(SQLiteFailure) -> EntryChanges {
    let tables = try factTables()
    var last: [Int64: Int64] = [:]
    try connection.rows(
      """
      SELECT id, ifnull((
        SELECT last_id FROM entry_part AS part
        WHERE part.fact_table = fact_table.id AND part.entry < :entry
        ORDER BY first_id DESC LIMIT 1), 0)
      FROM fact_table
      """, ["entry": .integer(entry.number)]
    ) { last[$0.int64(0)] = $0.int64(1) }
    let newest = try newestIDs(tables)
    let parts = tables.compactMap { table -> EntryPart? in
      let before = last[table.number] ?? 0
      guard let first = newest[table.number]?.first(after: before) else { return nil }
      return EntryPart(table: table, firstID: first.lowerBound, lastID: first.upperBound)
    }
    return EntryChanges(
      entry: entry.number, parts: parts,
      withdrawn: try withdrawnRows(tables.filter(\.canWithdraw), by: entry.number))
  }

  private func newestIDs(_ tables: [FactTable]) throws(SQLiteFailure) -> [Int64: NewestID] {
    let sql = tables.map { "SELECT \($0.number), max(id) FROM \($0.name)" }
      .joined(separator: " UNION ALL ")
    var newest: [Int64: NewestID] = [:]
    try connection.rows(sql) { row in
      if let id = row.optionalInt64(1) { newest[row.int64(0)] = NewestID(id: id) }
    }
    return newest
  }

  private func withdrawnRows(
    _ tables: [FactTable], by entry: Int64
  ) throws(SQLiteFailure) -> [(table: FactTable, ids: [Int64])] {
    var rows: [(table: FactTable, ids: [Int64])] = []
    for table in tables {
      var ids: [Int64] = []
      try connection.rows(
        "SELECT id FROM \(table.name) WHERE withdrawn = :entry ORDER BY id",
        ["entry": .integer(entry)]
      ) { ids.append($0.int64(0)) }
      if !ids.isEmpty { rows.append((table, ids)) }
    }
    return rows
  }
}

private struct NewestID {
  let id: Int64

  func first(after last: Int64) -> ClosedRange<Int64>? { id > last ? last + 1...id : nil }
}
