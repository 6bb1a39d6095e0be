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
      guard try !figuresAgree(year, Known(entry: known)) else { continue }
      report.findings += try differences(year, countFigures(year, Known(entry: known)))
    }
  }

  /// Whether the kept figures of a year are those that the facts make; false also where that takes more room than
  /// is given. Throws as `countFigures`.
  ///
  /// - Parameters:
  ///   - placesAtOnce: sums of more places than this are compared as they come, and let go.
  ///   - differencesAtOnce: as many figures may wait for the rest of their households.
  package func figuresAgree(
    _ year: Int, _ known: Known, placesAtOnce: Int = 4_000, differencesAtOnce: Int = 500_000
  ) throws(SQLiteFailure) -> Bool {
    var comparison = FigureComparison(of: year, differencesAtOnce: differencesAtOnce)
    let rest = try sumFigures(year, known, .all) { (sums: inout FigureSums) throws(SQLiteFailure) in
      guard sums.count >= placesAtOnce else { return }
      try comparison.take(sums, on: connection)
      sums.removeAll()
    }
    try comparison.take(rest, on: connection)
    return try comparison.agrees(on: connection)
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
    var wrong: [(place: Postings.Place, kept: Int64?, counted: Int64)] = []
    func compare(_ place: Postings.Place, kept: Int64?, counted: Int64) {
      if kept != counted, wrong.count < Register.findingsOfOnePart {
        wrong.append((place, kept, counted))
      }
    }
    let postings = try Postings(ofAccountsIn: "account", on: connection)
    var next = try postings.next()
    var balance: (account: Int64, fen: Int64)?
    try connection.rows(
      "SELECT account_id, on_day, balance_fen FROM account_day ORDER BY account_id, on_day"
    ) { row throws(SQLiteFailure) in
      let place = Postings.Place(account: row.int64(0), day: row.int64(1))
      while let counted = next, counted.place <= place {
        balance = (counted.place.account, counted.fen)
        if counted.place < place { compare(counted.place, kept: nil, counted: counted.fen) }
        next = try postings.next()
      }
      let counted = balance?.account == place.account ? balance?.fen : nil
      compare(place, kept: row.int64(2), counted: counted ?? 0)
    }
    while let counted = next {
      compare(counted.place, kept: nil, counted: counted.fen)
      next = try postings.next()
    }
    for (place, kept, counted) in wrong {
      guard let day = DayNumber(exactly: place.day) else { throw .beyondRange }
      report.findings.append(
        .balance(account: try accountName(place.account), day: day, kept: kept, counted: counted))
    }
  }
}
