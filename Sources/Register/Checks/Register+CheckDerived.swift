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
      SELECT year, :last FROM (
        SELECT year FROM figure UNION SELECT year FROM county_figure
        UNION SELECT year FROM rung_figure)
      WHERE year NOT IN (SELECT year FROM figure_state)
      ORDER BY year
      """, ["last": .integer(last)]
    ) { years.append(($0.int(0), $0.int64(1))) }
    for (year, known) in years {
      guard known <= last else {
        report.findings.append(.figuresAhead(year: year, known: known, last: last))
        continue
      }
      try checkRungs(year, Known(entry: known), &report)
      guard try !figuresAgree(year, Known(entry: known)) else { continue }
      var villages = try countFigures(year, Known(entry: known))
      var counties = FigureSums.ofCounties(in: villages)
      report.findings += try differences(year, &villages, keptBy: .village)
      report.findings += try differences(year, &counties, keptBy: .county)
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
    var counties = FigureSums()
    func take(_ sums: FigureSums) throws(SQLiteFailure) {
      counties.add(FigureSums.ofCounties(in: sums))
      try comparison.take(sums, on: connection)
    }
    let rest = try sumFigures(year, known, .all, placesAtOnce: placesAtOnce, taking: take)
    try take(rest)
    guard try comparison.agrees(on: connection) else { return false }
    return try differences(year, &counties, keptBy: .county).isEmpty
  }

  /// Where the kept sums of a year are others.
  ///
  /// - Parameter sums: as the facts make them; left with what they have more than the kept ones.
  private func differences(
    _ year: Int, _ sums: inout FigureSums, keptBy detail: FigureDetail
  ) throws(SQLiteFailure) -> [CheckFinding] {
    let names = Figure.allCases.map(\.name).joined(separator: ", ")
    let kept = try connection.prepare(
      "SELECT month, \(detail.column), class, \(names) FROM \(detail.table) WHERE year = \(year)")
    while try kept.step() {
      let place = FigurePlace(village: kept.int64(1), householdClass: kept.int(2))
      let month = kept.int(0)
      guard 1...12 ~= month else { continue }
      for (index, figure) in Figure.allCases.enumerated() {
        let less = Int64(0).subtractingClamped(kept.int64(Int32(index) + 3))
        sums.add(month - 1, place, figure, less)
      }
    }
    var findings: [CheckFinding] = []
    for (place, number) in sums.inOrder {
      for month in 0..<12 {
        for figure in Figure.allCases where sums.value(figure, number, month) != 0 {
          guard findings.count < Register.findingsOfOnePart else { return findings }
          let found = try connection.first(
            """
            SELECT \(figure.name) FROM \(detail.table)
            WHERE year = :year AND month = :month AND \(detail.column) = :place AND class = :class
            """,
            [
              "year": Value(year), "month": Value(month + 1), "place": .integer(place.village),
              "class": Value(place.householdClass),
            ]
          ) { $0.int64(0) }
          findings.append(
            .figure(
              year: year, month: month + 1, village: place.village, class: place.householdClass,
              figure, kept: found ?? 0,
              counted: (found ?? 0).addingClamped(sums.value(figure, number, month))))
        }
      }
    }
    return findings
  }

  /// Rows of one side that the other has not, of a kept table and the same made anew.
  private static func unlike(_ table: String, _ columns: String) -> String {
    """
    SELECT \(columns) FROM (SELECT * FROM main.\(table) EXCEPT SELECT * FROM temp.\(table))
    UNION
    SELECT \(columns) FROM (SELECT * FROM temp.\(table) EXCEPT SELECT * FROM main.\(table))
    """
  }

  private func checkRungs(
    _ year: Int, _ known: Known, _ report: inout CheckReport
  ) throws(SQLiteFailure) {
    try makeTemporary("rung_figure", key: "year, month, rung, fund, source, county_code")
    guard try fillRungs(year, known, into: "temp") else { throw .beyondRange }
    try connection.rows(
      """
      SELECT month, rung, fund, county_code FROM (
        \(Register.unlike("rung_figure", "year, month, rung, fund, county_code")))
      WHERE year = :year ORDER BY month, rung, fund, county_code LIMIT :limit
      """, ["year": Value(year), "limit": Value(Register.findingsOfOnePart)]
    ) { row in
      report.findings.append(
        .rung(
          year: year, month: row.int(0), rung: row.int(1), fund: row.text(2), county: row.int64(3)))
    }
    try connection.execute("DROP TABLE temp.rung_figure")
  }

  /// An empty table in `temp` with the columns of a kept one.
  private func makeTemporary(_ table: String, key: String) throws(SQLiteFailure) {
    try connection.execute(
      """
      DROP TABLE IF EXISTS temp.\(table);
      CREATE TEMP TABLE \(table) AS SELECT * FROM main.\(table) LIMIT 0;
      CREATE UNIQUE INDEX temp.\(table)_key ON \(table) (\(key));
      """)
  }

  /// Days that are behind are not held against anything: nobody asks them.
  func checkExceptions(_ report: inout CheckReport) throws(SQLiteFailure) {
    let last = try lastKnown().entry
    let known = try exceptionsKnown()
    guard known ?? last <= last else {
      return report.findings.append(.exceptionsAhead(known: known ?? 0, last: last))
    }
    guard known ?? last == last else { return }
    let first = firstExceptionDay
    try makeTemporary("exception_change", key: "kind, household_id, on_day, village_code")
    if known != nil {
      try fillExceptions("temp", from: first, ExceptionCandidates(first: first, among: nil).lists)
    }
    try connection.rows(
      """
      SELECT DISTINCT kind, ifnull(household_no, unlike.household_id) FROM (
        \(Register.unlike("exception_change", "kind, household_id"))) AS unlike
      LEFT JOIN household ON household.id = unlike.household_id
      ORDER BY kind, unlike.household_id LIMIT :limit
      """, ["limit": Value(Register.findingsOfOnePart)]
    ) { row in
      let kind = RegisterException.Kind(number: row.int(0))?.rawValue
      report.findings.append(
        .exceptionDays(kind: kind ?? String(row.int(0)), household: row.text(1)))
    }
    try connection.execute("DROP TABLE temp.exception_change")
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

extension FigureSums {
  /// The sums by county, each held by the code that it is kept by, whatever code that is.
  fileprivate static func ofCounties(in villages: FigureSums) -> FigureSums {
    var counties = FigureSums()
    counties.add(villages.byCounty())
    return counties
  }
}
