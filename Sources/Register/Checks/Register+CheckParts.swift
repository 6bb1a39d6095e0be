import SQLite

// `entry_part` says which rows an entry added. The chain hashes the rows of those ranges, so a row outside
// every range would be outside the chain: the ranges must cover each table without gap or overlap.

extension Register {
  func checkParts(_ report: inout CheckReport) throws(SQLiteFailure) {
    let tables = try factTables()
    let numbers = Set(tables.map(\.number))
    var ranges: [Int64: [PartRange]] = [:]
    var findings: [CheckFinding] = []
    let lastEntry = try lastKnown().entry
    try connection.rows(
      "SELECT fact_table, entry, first_id, last_id FROM entry_part ORDER BY fact_table, first_id"
    ) { row in
      let range = PartRange(entry: row.int64(1), first: row.int64(2), last: row.int64(3))
      guard range.isSane else {
        findings.append(.part(table: "entry_part", entry: range.entry, rows: 0...0, .stray))
        return
      }
      if numbers.contains(row.int64(0)), 1...max(lastEntry, 1) ~= range.entry {
        ranges[row.int64(0), default: []].append(range)
      } else {
        findings.append(
          .part(
            table: "entry_part", entry: range.entry, rows: range.first...range.last, .stray))
      }
    }
    for table in tables {
      findings += try faults(of: table, ranges[table.number] ?? [], &report.rows)
      if table.canWithdraw { findings += try withdrawalFaults(of: table) }
    }
    report.findings += findings.prefix(Register.findingsOfOnePart)
  }

  private struct PartRange {
    let entry: Int64
    let first: Int64
    let last: Int64

    /// A damaged file may hold any numbers.
    var isSane: Bool { first >= 1 && first <= last && last < 1 << 60 }
  }

  /// Walks a table's runs of rows of one entry beside the ranges that should hold them.
  private func faults(
    of table: FactTable, _ ranges: [PartRange], _ rows: inout Int64
  ) throws(SQLiteFailure) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    func fault(_ entry: Int64, _ rows: ClosedRange<Int64>, _ kind: CheckFinding.PartFault) {
      findings.append(.part(table: table.name, entry: entry, rows: rows, kind))
    }
    for (before, after) in zip(ranges, ranges.dropFirst()) where after.first <= before.last {
      fault(after.entry, after.first...min(before.last, after.last), .overlap)
    }
    var index = 0
    var inRange: Int64 = 0
    var counted: Int64 = 0
    func close() {
      guard index < ranges.count else { return }
      let range = ranges[index]
      if inRange < range.last - range.first + 1 {
        fault(range.entry, range.first...range.last, .rowsMissing)
      }
      inRange = 0
      index += 1
    }
    try connection.rows("SELECT id, entered FROM \(table.name) ORDER BY id") { row in
      let (id, entered) = (row.int64(0), row.int64(1))
      counted += 1
      while index < ranges.count, ranges[index].last < id { close() }
      guard index < ranges.count, ranges[index].first <= id else {
        if findings.count < Register.findingsOfOnePart { fault(entered, id...id, .unlisted) }
        return
      }
      inRange += 1
      if ranges[index].entry != entered, findings.count < Register.findingsOfOnePart {
        fault(entered, id...id, .otherEntry)
      }
    }
    while index < ranges.count { close() }
    rows += counted
    return findings
  }

  /// A fact is withdrawn by an entry after the one that added it.
  private func withdrawalFaults(of table: FactTable) throws(SQLiteFailure) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    try connection.rows(
      """
      SELECT id, entered, withdrawn FROM \(table.name)
      WHERE withdrawn IS NOT NULL
        AND (withdrawn <= entered OR withdrawn NOT IN (SELECT id FROM entry)) LIMIT 50
      """
    ) {
      findings.append(
        .withdrawal(
          table: table.name, row: $0.int64(0), entered: $0.int64(1), withdrawn: $0.int64(2)))
    }
    return findings
  }
}
