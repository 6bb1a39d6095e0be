import Domain
import SQLite

extension MonthRung {
  /// Asks for the rungs as known at `:known` by `:day`, with what moved since `:first`. First in, first out:
  /// see `Register.rungSums`.
  static var sql: String {
    let issues = Known.query(
      "account_id, amount_fen, issued_on", from: "batch_issue", where: "issued_on <= :day")
    let movements = Known.query(
      "upper_id, lower_id, amount_fen, moved_on", from: "movement", where: "moved_on <= :day")
    let funds = Known.query("batch_id, fund", from: "batch_issue")
    let records = Known.query("project_id, county_code", from: "project_record")
    let idle = { (days: String) in
      """
      sum(CASE WHEN account.rung = \(Rung.paid.rawValue) THEN 0
        ELSE max(0, flow.in_all - flow.out_all - flow.recent_\(days)) END) AS over_\(days)_fen
      """
    }
    return """
      SELECT account.rung AS rung, ifnull(issue.fund, '') AS fund, batch.source AS source,
        ifnull(ifnull(account.county_code, record.county_code), 0) AS county,
        sum(flow.in_year) AS in_fen, sum(flow.out_year) AS out_fen,
        sum(flow.in_all - flow.out_all) AS held_fen, \(idle("90")), \(idle("365"))
      FROM (
        SELECT account_id, sum(in_fen) AS in_all, sum(out_fen) AS out_all,
          sum(CASE WHEN on_day >= :first THEN in_fen ELSE 0 END) AS in_year,
          sum(CASE WHEN on_day >= :first THEN out_fen ELSE 0 END) AS out_year,
          sum(CASE WHEN on_day >= :day - 90 THEN gross ELSE 0 END) AS recent_90,
          sum(CASE WHEN on_day >= :day - 365 THEN gross ELSE 0 END) AS recent_365
        FROM (
          SELECT account_id, amount_fen AS in_fen, 0 AS out_fen, amount_fen AS gross,
            issued_on AS on_day
          FROM (\(issues))
          UNION ALL
          SELECT lower_id, amount_fen, 0, max(amount_fen, 0), moved_on FROM (\(movements))
          UNION ALL
          SELECT upper_id, 0, amount_fen, max(-amount_fen, 0), moved_on FROM (\(movements)))
        GROUP BY account_id) AS flow
      JOIN account ON account.id = flow.account_id
      JOIN batch ON batch.id = account.batch_id
      LEFT JOIN (\(funds)) AS issue ON issue.batch_id = batch.id
      LEFT JOIN (\(records)) AS record ON record.project_id = account.project_id
      GROUP BY account.rung, ifnull(issue.fund, ''), batch.source,
        ifnull(ifnull(account.county_code, record.county_code), 0)
      ORDER BY 1, 2, 3, 4
      """
  }

  /// Reads the columns of `sql`, or of `closed_rung` in the same order; nil where a code is none.
  init?(_ row: borrowing Row) {
    guard let rung = Rung(rawValue: row.int(0)), let source = FundSource(rawValue: row.int(2))
    else { return nil }
    self.init(
      rung: rung, fund: row.text(1), source: source, county: RegionCode(row.int64(3)),
      inFen: row.int64(4), outFen: row.int64(5), heldFen: row.int64(6),
      heldOver90Fen: row.int64(7), heldOver365Fen: row.int64(8))
  }
}

extension Register {
  /// As known at an entry.
  func monthRungs(_ month: YearMonth, _ known: Known) throws(SQLiteFailure) -> [MonthRung] {
    var rungs: [MonthRung] = []
    try connection.rows(
      MonthRung.sql,
      [
        "known": .integer(known.entry), "first": Value(month.firstDayOfYear),
        "day": Value(month.lastDay.dayNumber),
      ]
    ) { if let rung = MonthRung($0) { rungs.append(rung) } }
    return rungs
  }

  func closedRungs(_ month: YearMonth) throws(SQLiteFailure) -> [MonthRung] {
    var rungs: [MonthRung] = []
    try connection.rows(
      """
      SELECT rung, fund, source, county_code, in_fen, out_fen, held_fen, held_over_90_fen,
        held_over_365_fen
      FROM closed_rung WHERE year = :year AND month = :month
      ORDER BY rung, fund, source, county_code
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { if let rung = MonthRung($0) { rungs.append(rung) } }
    return rungs
  }
}

extension YearMonth {
  /// 1 January of the month's year.
  var firstDayOfYear: DayNumber { (YearMonth(year: year, month: 1) ?? self).firstDay.dayNumber }
}
