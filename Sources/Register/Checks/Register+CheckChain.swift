import Domain
import SQLite

// The entries and the chain. The chain is what finds a byte that changed inside a value, which SQLite's
// own check cannot see. An entry whose content changed is found by its own hash; entries after it are
// judged by the link they hold, so that one fault is not reported as many.

extension Register {
  /// Numbers without gaps, moments that rise, every entry sealed and linked to the one before.
  func checkEntries(_ report: inout CheckReport) throws(SQLiteFailure) {
    var findings: [CheckFinding] = []
    var (last, moment): (Int64, String) = (0, "")
    var hash = [UInt8](repeating: 0, count: 32)
    try connection.rows("SELECT id, made_at, previous_hash, hash, is_judged FROM entry ORDER BY id")
    { row in
      let number = row.int64(0)
      if number.subtractingClamped(last) > 1 {
        findings.append(.missingEntries(last + 1...number - 1))
      }
      if row.text(1) < moment { findings.append(.moment(entry: number)) }
      if row.bytes(2) != hash { findings.append(.link(entry: number)) }
      if row.isNull(3) || row.int(4) != 1 { findings.append(.unsealed(entry: number)) }
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
    let last = try lastKnown().entry
    guard last >= 1 else { return }
    let broken = try brokenEntries(1...last).prefix(Register.findingsOfOnePart)
    for (index, entry) in broken.enumerated() {
      report.findings.append(.chain(entry: entry, isFirst: index == 0))
    }
  }

  /// The entries, rising, whose hash is not that of their header and facts.
  package func brokenEntries(_ entries: ClosedRange<Int64>) throws(SQLiteFailure) -> [Int64] {
    let tables = try factTables()
    let columns = try entryColumns()
    let parts = try parts(of: entries, tables)
    let withdrawn = try withdrawn(by: entries, tables)
    var hashes: [(entry: Int64, hash: [UInt8])] = []
    try connection.rows(
      """
      SELECT id, hash FROM entry
      WHERE id BETWEEN :first AND :last AND hash IS NOT NULL ORDER BY id
      """, ["first": .integer(entries.lowerBound), "last": .integer(entries.upperBound)]
    ) { hashes.append(($0.int64(0), $0.bytes(1))) }
    var broken: [Int64] = []
    for (entry, hash) in hashes {
      let changes = EntryChanges(
        entry: entry, parts: parts[entry] ?? [], withdrawn: withdrawn[entry] ?? [])
      if try chainHash(of: entry, changes, header: columns).bytes != hash { broken.append(entry) }
    }
    return broken
  }

  /// The rows that each entry added, by table in the chain's order.
  private func parts(
    of entries: ClosedRange<Int64>, _ tables: [FactTable]
  ) throws(SQLiteFailure) -> [Int64: [EntryPart]] {
    let byNumber = Dictionary(tables.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    var parts: [Int64: [EntryPart]] = [:]
    try connection.rows(
      """
      SELECT entry, fact_table, first_id, last_id FROM entry_part
      WHERE entry BETWEEN :first AND :last ORDER BY entry, fact_table
      """, ["first": .integer(entries.lowerBound), "last": .integer(entries.upperBound)]
    ) { row in
      // Ranges that make no sense are reported by `checkParts`.
      guard let table = byNumber[row.int64(1)], row.int64(2) >= 1, row.int64(3) < 1 << 60,
        row.int64(2) <= row.int64(3)
      else { return }
      parts[row.int64(0), default: []].append(
        EntryPart(table: table, firstID: row.int64(2), lastID: row.int64(3)))
    }
    return parts
  }

  /// The rows that each entry withdrew, by table in the chain's order.
  private func withdrawn(
    by entries: ClosedRange<Int64>, _ tables: [FactTable]
  ) throws(SQLiteFailure) -> [Int64: [(table: FactTable, ids: [Int64])]] {
    var withdrawn: [Int64: [(table: FactTable, ids: [Int64])]] = [:]
    for table in tables where table.canWithdraw {
      var ids: [Int64: [Int64]] = [:]
      try connection.rows(
        """
        SELECT withdrawn, id FROM \(table.name)
        WHERE withdrawn IS NOT NULL AND withdrawn BETWEEN :first AND :last ORDER BY withdrawn, id
        """, ["first": .integer(entries.lowerBound), "last": .integer(entries.upperBound)]
      ) { ids[$0.int64(0), default: []].append($0.int64(1)) }
      for (entry, rows) in ids { withdrawn[entry, default: []].append((table, rows)) }
    }
    return withdrawn
  }

  /// A redaction is of a row about a person, of which it has left nothing.
  func checkRedactions(_ report: inout CheckReport) throws(SQLiteFailure) {
    let tables = try factTables()
    let byNumber = Dictionary(tables.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    var redacted: [(id: Int64, table: Int64, row: Int64)] = []
    try connection.rows("SELECT id, fact_table, fact_id FROM redaction ORDER BY id") {
      redacted.append(($0.int64(0), $0.int64(1), $0.int64(2)))
    }
    var findings: [CheckFinding] = []
    for redaction in redacted where findings.count < Register.findingsOfOnePart {
      let table = byNumber[redaction.table]
      let left = (table?.identityColumns ?? []) + ["salt"]
      let isEmptied: Bool? =
        if let table, table.isPersonal {
          try connection.first(
            "SELECT coalesce(\(left.joined(separator: ", "))) IS NULL FROM \(table.name) WHERE id = :id",
            ["id": .integer(redaction.row)]
          ) { $0.int(0) == 1 }
        } else { nil }
      if isEmptied != true {
        findings.append(
          .redaction(
            redaction.id, table: table?.name ?? String(redaction.table), row: redaction.row,
            isEmptied == nil ? .ofNobody : .notEmptied))
      }
    }
    report.findings += findings
  }
}
