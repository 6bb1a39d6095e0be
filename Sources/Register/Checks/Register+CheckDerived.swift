import Domain
import SQLite

// What the register keeps beside the facts, worked out again from them.

extension Register {
  func checkFigures(_ report: inout CheckReport) throws(SQLiteFailure) {
    let last = try lastKnown().entry
    var years: [(year: Int, known: Int64)] = []
    // Sums of a year that nothing is noted of are held against what stands.
    try connection.rows(
      """
      SELECT year, known_entry FROM figure_state
      UNION ALL
      SELECT DISTINCT year, :last FROM figure WHERE year NOT IN (SELECT year FROM figure_state)
      ORDER BY year
      """, ["last": .integer(last)]
    ) { years.append(($0.int(0), $0.int64(1))) }
    for (year, known) in years {
      guard known <= last else {
        report.findings.append(.figuresAhead(year: year, known: known, last: last))
        continue
      }
      let counted = try countFigures(year, Known(entry: known))
      report.findings += try differences(year, counted)
    }
  }

  private func differences(
    _ year: Int, _ counted: FigureSums
  ) throws(SQLiteFailure) -> [CheckFinding] {
    var kept = FigureSums()
    try connection.rows(
      """
      SELECT month, village_code, class, \(Figure.allCases.map(\.name).joined(separator: ", "))
      FROM figure WHERE year = :year
      """, ["year": Value(year)]
    ) { row in
      let place = FigurePlace(village: row.int64(1), householdClass: row.int(2))
      let month = row.int(0)
      guard 1...12 ~= month else { return }
      for (index, figure) in Figure.allCases.enumerated() {
        kept.add(month - 1, place, figure, row.int64(Int32(index) + 3))
      }
    }
    let differing = kept.subtracting(counted).byPlace().sorted { $0.key < $1.key }
    var findings: [CheckFinding] = []
    for (place, months) in differing {
      for month in 0..<12 {
        let found = kept.figures(at: place, month: month) ?? MonthlyFigures()
        for figure in Figure.allCases where months[month][figure] != 0 {
          guard findings.count < Register.findingsOfOnePart else { return findings }
          findings.append(
            .figure(
              year: year, month: month + 1, village: place.village, class: place.householdClass,
              figure, kept: found[figure],
              counted: found[figure].subtractingClamped(months[month][figure])))
        }
      }
    }
    return findings
  }

  /// Lists that are behind are not held against anything: nobody asks them.
  func checkExceptions(_ report: inout CheckReport) throws(SQLiteFailure) {
    let last = try lastKnown().entry
    let known = try exceptionsKnown()
    guard known ?? last <= last else {
      return report.findings.append(.candidatesAhead(known: known ?? 0, last: last))
    }
    guard known ?? last == last else { return }
    try gatherCandidates(from: firstExceptionDay)
    let (kept, made) = ("main.exception_candidate", "temp.exception_candidate")
    for (more, less) in known == nil ? [(kept, made)] : [(kept, made), (made, kept)] {
      try connection.rows(
        """
        SELECT kind, ifnull(household_no, household_id) FROM (
          SELECT kind, household_id FROM \(more) EXCEPT SELECT kind, household_id FROM \(less))
        LEFT JOIN household ON household.id = household_id
        ORDER BY kind, household_id LIMIT :limit
        """, ["limit": Value(Register.findingsOfOnePart)]
      ) { row in
        report.findings.append(
          .candidate(kind: row.text(0), household: row.text(1), isKept: more == kept))
      }
    }
    try connection.execute("DROP TABLE temp.exception_candidate")
  }

  /// Walks the kept balances beside those that the movements make, account by account and day by day.
  ///
  /// A day on which all movements were withdrawn keeps its row with the balance of the day before.
  func checkBalances(_ report: inout CheckReport) throws(SQLiteFailure) {
    var wrong: [(account: Int64, day: DayNumber, kept: Int64?, counted: Int64)] = []
    var (account, balance): (Int64, Int64) = (-1, 0)
    try connection.rows(
      """
      SELECT account_id, on_day, max(is_counted), max(is_kept), sum(fen), sum(kept) FROM (
        SELECT account_id, on_day, 1 AS is_counted, 0 AS is_kept, balance_fen AS fen, 0 AS kept
        FROM (\(Register.balancesSQL("")))
        UNION ALL
        SELECT account_id, on_day, 0, 1, 0, balance_fen FROM account_day)
      GROUP BY account_id, on_day ORDER BY account_id, on_day
      """
    ) { row in
      if row.int64(0) != account { (account, balance) = (row.int64(0), 0) }
      if row.int(2) == 1 { balance = row.int64(4) }
      let kept = row.int(3) == 1 ? row.int64(5) : nil
      if kept != balance, wrong.count < Register.findingsOfOnePart {
        wrong.append((account, row.int32(1), kept, balance))
      }
    }
    for row in wrong.prefix(Register.findingsOfOnePart) {
      report.findings.append(
        .balance(
          account: try accountName(row.account), day: row.day, kept: row.kept,
          counted: row.counted))
    }
  }
}
