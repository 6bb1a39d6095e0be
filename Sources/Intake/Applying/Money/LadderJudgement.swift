import SQLite

// An account is overdrawn at the end of a day. The rows to blame are those of this file that took money out
// of it on or before the day, the last first, as many as the deficit needs; what remains of the file leaves
// the account sound on that day. The days are taken in order, and what the rows already named give back
// counts on every later one. An account further down that lived on a row named here is found short in the
// next round, without the row.

enum LadderJudgement {
  private struct Candidate {
    let line: Int
    let day: Int32
    let fen: Int64
  }

  /// - Parameters:
  ///   - candidates: what the file's rows took out of accounts, as SQL that gives `account_id`,
  ///   `line`, `on_day`, `row` and `fen`.
  ///   - columns: by line, the column to blame where it is not the amount.
  static func judge(
    _ work: ImportWork, candidates sql: String, _ bindings: Bindings,
    columns: [Int: String] = [:]
  ) throws(SQLiteFailure) {
    var overdrawn: [(account: Int64, days: [(day: Int32, fen: Int64)])] = []
    try work.register.connection.rows(
      "SELECT account_id, on_day, balance_fen FROM rule_ladder ORDER BY account_id, on_day"
    ) { row in
      let account = row.int64(0)
      if overdrawn.last?.account != account { overdrawn.append((account, [])) }
      overdrawn[overdrawn.count - 1].days.append((row.int32(1), row.int64(2)))
    }
    guard !overdrawn.isEmpty else { return }
    var takings: [Int64: [Candidate]] = [:]
    try work.register.connection.rows(
      """
      SELECT account_id, line, on_day, fen FROM (\(sql))
      WHERE account_id IN (SELECT account_id FROM rule_ladder)
      ORDER BY account_id, on_day DESC, row DESC
      """, bindings
    ) { row in
      takings[row.int64(0), default: []].append(
        Candidate(line: row.int(1), day: row.int32(2), fen: row.int64(3)))
    }
    for (account, days) in overdrawn {
      try blame(work, account, days, takings[account] ?? [], columns)
    }
  }

  /// What a row takes that may have taken anything: a batch issued anew with less, later, or not at all.
  static let unbounded = Int64.max / 2

  /// What such a batch holds on the day, and what has gone down from it.
  private static func issued(
    _ work: ImportWork, _ account: Int64, _ day: Int32, _ balance: Int64
  ) throws(SQLiteFailure) -> (holds: Int64, asked: Int64) {
    let holds = try work.register.connection.first(
      """
      SELECT ifnull(sum(amount_fen), 0) FROM batch_issue
      WHERE account_id = :account AND withdrawn IS NULL AND issued_on <= :day
      """, ["account": .integer(account), "day": Value(day)]
    ) { $0.int64(0) }
    return (holds ?? 0, (holds ?? 0) - balance)
  }

  /// - Parameter takings: the last first.
  private static func blame(
    _ work: ImportWork, _ account: Int64, _ days: [(day: Int32, fen: Int64)],
    _ takings: [Candidate], _ columns: [Int: String]
  ) throws(SQLiteFailure) {
    let name = try work.rungName(account)
    var isBlamed = [Bool](repeating: false, count: takings.count)
    for (day, balance) in days {
      var given = Int64(0)
      for (index, taking) in takings.enumerated() where isBlamed[index] && taking.day <= day {
        given = given.addingReportingOverflow(taking.fen).partialValue
      }
      var blamed: [Candidate] = []
      for (index, taking) in takings.enumerated() where !isBlamed[index] && taking.day <= day {
        guard balance + given < 0 else { break }
        isBlamed[index] = true
        given = given.addingReportingOverflow(taking.fen).partialValue
        blamed.append(taking)
      }
      for taking in blamed {
        let column = columns[taking.line] ?? "amount"
        let (holds, asked) =
          taking.fen == unbounded
          ? try issued(work, account, day, balance) : (balance + given, taking.fen)
        work.add(
          Fault(
            line: taking.line, column: column,
            value: try work.written(column, line: taking.line),
            .overdrawn(name, day: day, holds: holds, asked: asked)))
      }
    }
  }
}
