import Domain
import SQLite

extension MonthRung {
  /// Reads the columns of `closed_rung` and `rung_figure`; nil where a code is none.
  fileprivate init?(_ row: borrowing Row) {
    guard let rung = Rung(rawValue: row.int(0)), let source = FundSource(rawValue: row.int(2))
    else { return nil }
    self.init(
      rung: rung, fund: row.text(1), source: source, county: RegionCode(row.int64(3)),
      inFen: row.int64(4), outFen: row.int64(5), heldFen: row.int64(6),
      heldOver90Fen: row.int64(7), heldOver365Fen: row.int64(8))
  }

  fileprivate static func precede(_ one: MonthRung, _ other: MonthRung) -> Bool {
    (one.rung.rawValue, one.fund, one.source.rawValue, one.county?.value ?? 0)
      < (other.rung.rawValue, other.fund, other.source.rawValue, other.county?.value ?? 0)
  }
}

extension Register {
  /// The money on the rungs at a month's end as known at an entry: what is kept where it knows just this entry,
  /// else worked out. Throws `beyondRange` where a sum is more than 64 bits hold.
  package func monthRungs(_ month: YearMonth, _ known: Known) throws(SQLiteFailure) -> [MonthRung] {
    try reading { () throws(SQLiteFailure) in
      if try figuresKnown(month.year) == known.entry {
        return try rungs("rung_figure", month)
      }
      let sums = try countRungs([month], try rungPlaces(known))
      guard !sums.isBeyondRange else { throw .beyondRange }
      return sums.sums.compactMap { group, months in
        months.first.map { sum in
          MonthRung(
            rung: group.rung, fund: group.fund, source: group.source,
            county: RegionCode(group.county), inFen: sum.inFen, outFen: sum.outFen,
            heldFen: sum.heldFen, heldOver90Fen: sum.heldOver90Fen,
            heldOver365Fen: sum.heldOver365Fen)
        }
      }.sorted(by: MonthRung.precede)
    }
  }

  func closedRungs(_ month: YearMonth) throws(SQLiteFailure) -> [MonthRung] {
    try rungs("closed_rung", month)
  }

  private func rungs(_ table: String, _ month: YearMonth) throws(SQLiteFailure) -> [MonthRung] {
    var rungs: [MonthRung] = []
    try connection.rows(
      """
      SELECT rung, fund, source, county_code, in_fen, out_fen, held_fen, held_over_90_fen,
        held_over_365_fen
      FROM \(table) WHERE year = :year AND month = :month
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { if let rung = MonthRung($0) { rungs.append(rung) } }
    return rungs.sorted(by: MonthRung.precede)
  }
}
