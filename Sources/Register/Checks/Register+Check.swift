import Domain
import SQLite
import Schema

// `check`: everything that can be asked of the file without knowing what it should say. From the bottom
// up: pages, schema, references, entries, chain, rules, derived tables. Each part stands alone, so that a
// damaged page in one table does not hide what is wrong elsewhere: where reading fails because the file
// is damaged, that is a finding and the next part goes on.

extension Register {
  /// More findings of one part than this are counted, not told.
  static let findingsOfOnePart = 50

  /// Goes through the whole register, from one steady state of it.
  ///
  /// - Parameter progress: called with the name of each part as it begins.
  package func check(
    progress: (String) -> Void = { _ in }
  ) throws(RegisterFault) -> CheckReport {
    try reading(wrapping: RegisterFault.database) { () throws(RegisterFault) in
      try checked(progress)
    }
  }

  private func checked(_ progress: (String) -> Void) throws(RegisterFault) -> CheckReport {
    var report = CheckReport()
    let parts: [(String, (inout CheckReport) throws(SQLiteFailure) -> Void)] = [
      ("storage", checkStorage), ("marks", checkMarks), ("schema", checkSchema),
      ("references", checkReferences), ("entries", checkEntries), ("parts", checkParts),
      ("chain", checkChain), ("redactions", checkRedactions), ("rules", checkRules), ("figures", checkFigures),
      ("balances", checkBalances),
    ]
    for (name, part) in parts {
      progress(name)
      do throws(SQLiteFailure) {
        try part(&report)
      } catch {
        // A query may also fail because a table it asks for is gone, or a number in it is absurd.
        guard error.isCorrupt || error.isMismatch || error.primaryCode == 1 else {
          throw .database(error)
        }
        report.findings.append(.storage("\(name): \(error.message)"))
      }
    }
    return report
  }

  private func checkStorage(_ report: inout CheckReport) throws(SQLiteFailure) {
    var lines: [String] = []
    try connection.rows("PRAGMA integrity_check(\(Register.findingsOfOnePart))") { row in
      let line = row.text(0)
      if line != "ok" { lines.append(line) }
    }
    report.findings += lines.map { .storage($0) }
  }

  private func checkMarks(_ report: inout CheckReport) throws(SQLiteFailure) {
    let expected: [(String, Int64)] = [
      ("application_id", Int64(Migrations.applicationID)),
      ("user_version", Int64(Migrations.released.newest)),
    ]
    for (name, value) in expected {
      let found = try connection.first("PRAGMA \(name)") { $0.int64(0) } ?? 0
      if found != value {
        report.findings.append(.mark(name: name, found: found, expected: value))
      }
    }
  }

  /// Holds the file's schema against one made anew: a rule is worth what its trigger is.
  private func checkSchema(_ report: inout CheckReport) throws(SQLiteFailure) {
    let fresh = try Connection.inMemory()
    try Migrations.released.run(on: fresh)
    let expected = try schemaTexts(fresh)
    let found = try schemaTexts(connection)
    for key in Set(expected.keys).union(found.keys).sorted(by: { $0.name < $1.name }) {
      let difference: CheckFinding.Difference? =
        if found[key] == nil {
          .missing
        } else if expected[key] == nil {
          .foreign
        } else {
          expected[key] == found[key] ? nil : .changed
        }
      if let difference {
        report.findings.append(.schema(kind: key.kind, name: key.name, difference))
      }
    }
    try checkLists(fresh, &report)
  }

  /// The lists of tables and columns decide what the chain covers.
  private func checkLists(
    _ fresh: borrowing Connection, _ report: inout CheckReport
  ) throws(SQLiteFailure) {
    func rows(_ list: String, _ connection: borrowing Connection) throws(SQLiteFailure) -> [[Value]] {
      var rows: [[Value]] = []
      try connection.rows("SELECT * FROM \(list) ORDER BY 1, 2") { row in
        rows.append((0..<row.columnCount).map { row.value($0) })
      }
      return rows
    }
    for list in ["fact_table", "fact_column", "entry_column"] {
      if try rows(list, fresh) != rows(list, connection) {
        report.findings.append(.schema(kind: "rows", name: list, .changed))
      }
    }
  }

  private struct SchemaKey: Hashable {
    let kind: String
    let name: String
  }

  private func schemaTexts(
    _ connection: borrowing Connection
  ) throws(SQLiteFailure) -> [SchemaKey: String] {
    var texts: [SchemaKey: String] = [:]
    try connection.rows(
      "SELECT type, name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    ) { texts[SchemaKey(kind: $0.text(0), name: $0.text(1))] = $0.text(2) }
    return texts
  }

  private func checkReferences(_ report: inout CheckReport) throws(SQLiteFailure) {
    var found: [CheckFinding] = []
    try connection.rows("PRAGMA foreign_key_check") { row in
      if found.count < Register.findingsOfOnePart {
        found.append(
          .reference(table: row.text(0), row: row.optionalInt64(1), to: row.text(2)))
      }
    }
    report.findings += found
  }

  private func checkRules(_ report: inout CheckReport) throws(SQLiteFailure) {
    let limit = Register.findingsOfOnePart
    for rule in Rule.all {
      let breaches = try breaches(of: rule.name, limit: limit + 1)
      report.findings += breaches.prefix(limit).map { .rule(rule.name, $0) }
      if breaches.count > limit {
        let count = try connection.first(
          "SELECT count(*) FROM (SELECT DISTINCT * FROM rule_\(rule.name))"
        ) { $0.int(0) }
        report.findings.append(
          .moreBreaches(rule: rule.name, count: (count ?? breaches.count) - limit))
      }
    }
  }
}
