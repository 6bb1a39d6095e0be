import Domain
import SQLite
import Schema

// `check`: everything that can be asked of the file without knowing what it should say. From the bottom
// up: pages, schema, references, entries, chain, rules, derived tables. Each part is judged alone, so that a
// damaged page in one table does not hide what is wrong elsewhere: where reading fails because the file
// is damaged, that is a finding and the next part goes on.

extension Register {
  /// More findings of one part than this are counted, not reported.
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
      ("chain", checkChain), ("redactions", checkRedactions), ("rules", checkRules),
      ("figures", checkFigures), ("closes", checkCloses),
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
      ("user_version", Int64(schema.newest)),
    ]
    for (name, value) in expected {
      let found = try connection.first("PRAGMA \(name)") { $0.int64(0) } ?? 0
      if found != value {
        report.findings.append(.mark(name: name, found: found, expected: value))
      }
    }
  }

  /// Holds the file's schema against one made anew, and the lists that decide what the chain covers.
  private func checkSchema(_ report: inout CheckReport) throws(SQLiteFailure) {
    let expected = try SchemaText(of: schema, version: schema.newest)
    report.findings += try SchemaText(of: connection).differences(from: expected)
      .map { .schema($0) }
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
