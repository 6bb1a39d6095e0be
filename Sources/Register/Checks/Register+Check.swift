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
      ("chain", checkChain), ("rules", checkRules), ("figures", checkFigures),
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
      ("user_version", Int64(Migrations.all.count)),
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
    for migration in Migrations.all {
      try fresh.execute(String(decoding: migration.sql, as: UTF8.self))
    }
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
    try checkFactTables(fresh, &report)
  }

  /// The list of fact tables decides what the chain covers.
  private func checkFactTables(
    _ fresh: borrowing Connection, _ report: inout CheckReport
  ) throws(SQLiteFailure) {
    func list(_ connection: borrowing Connection) throws(SQLiteFailure) -> [String] {
      var rows: [String] = []
      try connection.rows(
        """
        SELECT id || ' ' || name || ' ' || can_withdraw || ' ' || is_personal
        FROM fact_table ORDER BY id
        """
      ) { rows.append($0.text(0)) }
      return rows
    }
    if try list(fresh) != list(connection) {
      report.findings.append(.schema(kind: "rows", name: "fact_table", .changed))
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
