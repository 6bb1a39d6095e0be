import Domain
import SQLite

@testable import Register

extension Register {
  /// The money on the rungs at a month's end in one statement: the slow twin of `monthRungs`. A line a rung, fund,
  /// source and county: what came in and went out within the year, what stands, and what stood for over 90 and
  /// 365 days.
  func rungsInOneStatement(_ month: YearMonth, _ known: Known) throws(SQLiteFailure) -> [String] {
    var lines: [String] = []
    let first = (YearMonth(year: month.year, month: 1) ?? month).firstDay.dayNumber
    try connection.rows(
      Register.rungsSQL,
      [
        "known": .integer(known.entry), "first": Value(first),
        "day": Value(month.lastDay.dayNumber),
      ]
    ) { row in
      lines.append(
        (["\(row.int64(0))", row.text(1)] + (2..<9).map { "\(row.int64(Int32($0)))" })
          .joined(separator: "|"))
    }
    return lines.sorted()
  }

  func rungs(_ month: YearMonth, _ known: Known) throws(SQLiteFailure) -> [String] {
    try monthRungs(month, known).map { rung in
      let fen = [
        rung.inFen, rung.outFen, rung.heldFen, rung.heldOver90Fen, rung.heldOver365Fen,
      ]
      return
        ([
          "\(rung.rung.rawValue)", rung.fund, "\(rung.source.rawValue)",
          "\(rung.county?.value ?? 0)",
        ] + fen.map(String.init)).joined(separator: "|")
    }
    .sorted()
  }

  static let rungsSQL: String = {
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
  }()
}
