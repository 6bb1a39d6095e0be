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

  /// Goes through the whole register, from one steady state of it; what depends on nothing else by a second
  /// connection and on a second thread, where there can be one.
  ///
  /// - Parameter progress: called with the name of each part as it begins.
  package func check(
    progress: (String) -> Void = { _ in }
  ) throws(RegisterFault) -> CheckReport {
    let apart = Beside(self, seeing: nil) { second throws(RegisterFault) in
      // Both processors have work already.
      second.limits.householdsForTwo = .max
      return try second.reports(of: { $0.isApart })
    }
    defer { apart?.end() }
    return try reading(wrapping: RegisterFault.database) { () throws(RegisterFault) in
      var reports = try self.reports(progress) { apart == nil || !$0.isApart }
      let answer = try asking { () throws(SQLiteFailure) in try apart?.takeAnswer() }
      if let apart = answer { reports.merge(apart) { own, _ in own } }
      let left = try self.reports(progress) { reports[$0] == nil }
      reports.merge(left) { own, _ in own }
      let ground: [CheckPart] = [.storage, .schema, .references]
      if ground.contains(where: { reports[$0]?.findings.isEmpty == false }) {
        reports[.rules] = try report(of: .rules) { (report) throws(SQLiteFailure) in
          try checkRules(&report, isWhole: false)
        }
      }
      var whole = CheckReport()
      for part in CheckPart.allCases {
        guard let report = reports[part] else { continue }
        whole.findings += report.findings
        whole.entries += report.entries
        whole.rows += report.rows
        whole.lastHash = report.lastHash ?? whole.lastHash
      }
      return whole
    }
  }

  /// What some parts find, each judged alone.
  func reports(
    _ progress: (String) -> Void = { _ in }, of isWanted: (CheckPart) -> Bool
  ) throws(RegisterFault) -> [CheckPart: CheckReport] {
    try reading(wrapping: RegisterFault.database) { () throws(RegisterFault) in
      var reports: [CheckPart: CheckReport] = [:]
      for part in CheckPart.allCases where isWanted(part) {
        progress(part.rawValue)
        reports[part] = try report(of: part)
      }
      return reports
    }
  }

  /// What one part finds.
  private func report(of part: CheckPart) throws(RegisterFault) -> CheckReport {
    try report(of: part) { (report) throws(SQLiteFailure) in try check(part, &report) }
  }

  private func report(
    of part: CheckPart, _ body: (inout CheckReport) throws(SQLiteFailure) -> Void
  ) throws(RegisterFault) -> CheckReport {
    var report = CheckReport()
    do throws(SQLiteFailure) {
      try body(&report)
    } catch {
      // A query may also fail because a table it asks for is gone, or a number in it is absurd.
      guard error.isCorrupt || error.isMismatch || error.primaryCode == 1 else {
        throw .database(error)
      }
      report.findings.append(.storage("\(part.rawValue): \(error.message)"))
    }
    return report
  }

  private func check(_ part: CheckPart, _ report: inout CheckReport) throws(SQLiteFailure) {
    switch part {
    case .storage: try checkStorage(&report)
    case .marks: try checkMarks(&report)
    case .schema: try checkSchema(&report)
    case .references: try checkReferences(&report)
    case .entries: try checkEntries(&report)
    case .parts: try checkParts(&report)
    case .chain: try checkChain(&report)
    case .redactions: try checkRedactions(&report)
    case .rules: try checkRules(&report, isWhole: true)
    case .figures: try checkFigures(&report)
    case .exceptions: try checkExceptions(&report)
    case .closes: try checkCloses(&report)
    case .balances: try checkBalances(&report)
    }
  }

  private func checkStorage(_ report: inout CheckReport) throws(SQLiteFailure) {
    guard !connection.isChanging, unchanging == nil, let path = connection.path else {
      return try checkPages(of: connection, &report)
    }
    let checking: Connection
    do throws(SQLiteFailure) {
      checking = try Connection(path: path, mode: .checking, busyTimeoutMilliseconds: 0)
    } catch { return try checkPages(of: connection, &report) }
    try checkPages(of: checking, &report)
  }

  private func checkPages(
    of connection: borrowing Connection, _ report: inout CheckReport
  ) throws(SQLiteFailure) {
    // What is found before the pages can be read no further counts.
    try connection.rows("PRAGMA integrity_check(\(Register.findingsOfOnePart))") { row in
      let line = row.text(0)
      if line != "ok" { report.findings.append(.storage(line)) }
    }
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

  private func viewsAreWhole() throws(SQLiteFailure) -> Bool {
    try schema.differences(of: connection, version: schema.newest).allSatisfy { $0.type != "view" }
  }

  private func checkReferences(_ report: inout CheckReport) throws(SQLiteFailure) {
    try connection.rows("PRAGMA foreign_key_check") { row in
      if report.findings.count < Register.findingsOfOnePart {
        report.findings.append(
          .reference(table: row.text(0), row: row.optionalInt64(1), to: row.text(2)))
      }
    }
  }

  /// - Parameter isWhole: whether the file is taken to have neither a damaged page or index nor a reference that
  ///   leads nowhere. Where it has, every rule is asked of every fact.
  private func checkRules(
    _ report: inout CheckReport, isWhole: Bool
  ) throws(SQLiteFailure) {
    // A view that is not the migrations' may say anything, or have no end; it is told with the schema.
    guard try viewsAreWhole() else { return }
    let limit = Register.findingsOfOnePart
    for rule in Rule.all {
      let isDoubtful = isWhole ? try mayBeBroken(rule) : true
      guard isDoubtful else { continue }
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

  private func mayBeBroken(_ rule: Rule) throws(SQLiteFailure) -> Bool {
    guard let doubt = rule.doubtSQL else { return true }
    do throws(SQLiteFailure) {
      return try connection.first(doubt) { _ in true } ?? false
    } catch {
      // What cannot be read is told by who asks the rule itself.
      guard !error.isInterrupted else { throw error }
      return true
    }
  }
}
