import SQLite

// The entries and the chain. The chain is what finds a byte that changed inside a value, which SQLite's
// own check cannot see. An entry whose content changed is told by its own hash; entries after it are
// judged by the link they hold, so that one fault is not told as many.

extension Register {
  /// Numbers without gaps, moments that rise, every entry sealed and linked to the one before.
  func checkEntries(_ report: inout CheckReport) throws(SQLiteFailure) {
    var findings: [CheckFinding] = []
    var (last, moment): (Int64, String) = (0, "")
    var hash = [UInt8](repeating: 0, count: 32)
    try connection.rows("SELECT id, made_at, previous_hash, hash FROM entry ORDER BY id") { row in
      let number = row.int64(0)
      if number - last > 1 { findings.append(.missingEntries(last + 1...number - 1)) }
      if row.text(1) < moment { findings.append(.moment(entry: number)) }
      if row.bytes(2) != hash { findings.append(.link(entry: number)) }
      if row.isNull(3) { findings.append(.unsealed(entry: number)) }
      (last, moment) = (number, row.text(1))
      hash = row.optionalBytes(3) ?? []
    }
    report.entries = last
    report.lastHash = SHA256Digest(bytes: hash)
    let seen = try partEntries()
    if seen > last { findings.append(.missingEntries(last + 1...seen)) }
    report.findings += findings.prefix(Register.findingsOfOnePart)
  }

  /// The last entry that any range or mark speaks of, for entries cut off at the end.
  private func partEntries() throws(SQLiteFailure) -> Int64 {
    var last =
      try connection.first("SELECT ifnull(max(entry), 0) FROM entry_part") {
        $0.int64(0)
      } ?? 0
    for table in try factTables() {
      let entered = try connection.first(
        "SELECT ifnull((SELECT entered FROM \(table.name) ORDER BY id DESC LIMIT 1), 0)"
      ) { $0.int64(0) }
      last = max(last, entered ?? 0)
    }
    return last
  }

  /// Computes every entry's hash again.
  func checkChain(_ report: inout CheckReport) throws(SQLiteFailure) {
    let tables = try factTables()
    let withdrawn = try allWithdrawn(tables)
    var parts: [Int64: [EntryPart]] = [:]
    let byNumber = Dictionary(tables.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    try connection.rows(
      "SELECT entry, fact_table, first_id, last_id FROM entry_part ORDER BY entry, fact_table"
    ) { row in
      // Ranges that make no sense are told by `checkParts`.
      guard let table = byNumber[row.int64(1)], row.int64(2) >= 1, row.int64(3) < 1 << 60,
        row.int64(2) <= row.int64(3)
      else { return }
      parts[row.int64(0), default: []].append(
        EntryPart(table: table, firstID: row.int64(2), lastID: row.int64(3)))
    }
    var hashes: [(entry: Int64, hash: [UInt8]?)] = []
    try connection.rows("SELECT id, hash FROM entry ORDER BY id") {
      hashes.append(($0.int64(0), $0.optionalBytes(1)))
    }
    var told = 0
    for (entry, hash) in hashes {
      let changes = EntryChanges(
        entry: entry, parts: parts[entry] ?? [], withdrawn: withdrawn[entry] ?? [])
      let computed = try chainHash(of: entry, changes).bytes
      if computed != hash, hash != nil, told < Register.findingsOfOnePart {
        report.findings.append(.chain(entry: entry, isFirst: told == 0))
        told += 1
      }
    }
  }

  /// The rows that each entry withdrew, by table in the chain's order.
  private func allWithdrawn(
    _ tables: [FactTable]
  ) throws(SQLiteFailure) -> [Int64: [(table: FactTable, ids: [Int64])]] {
    var withdrawn: [Int64: [(table: FactTable, ids: [Int64])]] = [:]
    for table in tables where table.canWithdraw {
      var ids: [Int64: [Int64]] = [:]
      try connection.rows(
        """
        SELECT withdrawn, id FROM \(table.name) WHERE withdrawn IS NOT NULL ORDER BY withdrawn, id
        """
      ) { ids[$0.int64(0), default: []].append($0.int64(1)) }
      for (entry, rows) in ids { withdrawn[entry, default: []].append((table, rows)) }
    }
    return withdrawn
  }
}
