import Domain
import SQLite

// Money on the rungs, worked out from the issues and movements themselves, not from the kept balances, so that
// the two can be held against each other.
//
// First in, first out: what stands on a rung is what came in last. So of a balance, what came in more than
// N days ago is the balance less all that came in since. Each place where money stands (a county's rung of
// one batch and source, a project's, a household's) is a queue of its own.

extension Register {
  /// The rungs by the end of a day, in the order of rung, batch, source and county.
  package func rungSums(
    on day: DayNumber, _ filter: RungFilter = RungFilter()
  ) throws(SQLiteFailure) -> [RungSum] {
    var sums: [RungSum] = []
    let bindings: Bindings = [
      "day": Value(day), "batch": filter.batch.map(Value.text) ?? .null,
      "county": filter.county.map { .integer($0.value) } ?? .null,
      "project": filter.project.map(Value.text) ?? .null,
      "household": filter.household.map(Value.text) ?? .null,
    ]
    try connection.rows(sql(filter), bindings) { row in
      guard let rung = Rung(rawValue: row.int(0)),
        let source = FundSource(rawValue: row.int(2))
      else { return }
      sums.append(
        RungSum(
          rung: rung, batch: row.text(1), source: source, fund: row.optionalText(3),
          county: row.optionalInt64(4).flatMap { RegionCode($0) }, project: row.optionalText(5),
          household: row.optionalText(6), payee: row.optionalText(7), inFen: row.int64(8),
          outFen: row.int64(9),
          idleFen: filter.aging.indices.map { row.int64(Int32(10 + $0)) }))
    }
    return sums
  }

  private func sql(_ filter: RungFilter) -> String {
    let recent = filter.aging.enumerated().map {
      ", sum(CASE WHEN on_day >= :day - \($1) THEN gross ELSE 0 END) AS recent_\($0)"
    }
    let idle = filter.aging.indices.map {
      ", sum(CASE WHEN account.rung = \(Rung.paid.rawValue) THEN 0 ELSE max(0, in_fen - out_fen - recent_\($0)) END)"
    }
    return """
      WITH flow AS (
        SELECT account_id, sum(in_fen) AS in_fen, sum(out_fen) AS out_fen\(recent.joined())
        FROM (
          SELECT account_id, amount_fen AS in_fen, 0 AS out_fen, amount_fen AS gross,
            issued_on AS on_day
          FROM batch_issue WHERE withdrawn IS NULL AND issued_on <= :day
          UNION ALL
          SELECT lower_id, amount_fen, 0, max(amount_fen, 0), moved_on
          FROM movement WHERE withdrawn IS NULL AND moved_on <= :day
          UNION ALL
          SELECT upper_id, 0, amount_fen, max(-amount_fen, 0), moved_on
          FROM movement WHERE withdrawn IS NULL AND moved_on <= :day)
        GROUP BY account_id)
      SELECT account.rung, batch.batch_no, batch.source, issue.fund,
        ifnull(account.county_code, record.county_code) AS county,
        \(filter.tellsProjects ? "project.project_no" : "NULL") AS project_told,
        \(filter.tellsHouseholds ? "household.household_no" : "NULL") AS household_told,
        \(filter.tellsProjects ? "account.payee" : "NULL") AS payee_told,
        sum(flow.in_fen), sum(flow.out_fen)\(idle.joined())
      FROM flow JOIN account ON account.id = flow.account_id
      JOIN batch ON batch.id = account.batch_id
      LEFT JOIN batch_issue AS issue ON issue.batch_id = batch.id AND issue.withdrawn IS NULL
      LEFT JOIN project ON project.id = account.project_id
      LEFT JOIN project_record AS record ON record.project_id = account.project_id
        AND record.withdrawn IS NULL
      LEFT JOIN household ON household.id = account.household_id
      WHERE (:batch IS NULL OR batch.batch_no = :batch)
        AND (:project IS NULL OR project.project_no = :project)
        AND (:household IS NULL OR household.household_no = :household)
        AND \(lies("ifnull(account.county_code, record.county_code)"))
      GROUP BY account.rung, batch.batch_no, batch.source, county, project_told, household_told,
        payee_told
      ORDER BY account.rung, batch.batch_no, batch.source, county, project_told, household_told,
        payee_told
      """
  }

  /// Whether a county lies in `:county`: is it, or is of that prefecture or province; of nothing asked, always.
  private func lies(_ county: String) -> String {
    """
    (:county IS NULL OR :county % 10000 = 0
          OR CASE WHEN :county % 100 = 0 THEN \(county) / 100 = :county / 100
            ELSE \(county) = :county END)
    """
  }

  /// The batches issued by a day whose allocation was not announced by it, in the order of issue; of a county
  /// those of which it had received money by then, net of what went back.
  package func unannouncedBatches(
    on day: DayNumber, in county: RegionCode?
  ) throws(SQLiteFailure) -> [UnannouncedBatch] {
    var batches: [UnannouncedBatch] = []
    try connection.rows(
      """
      SELECT batch.batch_no, batch.source, issue.fund, issue.document_no, issue.issued_on,
        issue.amount_fen
      FROM batch_issue AS issue JOIN batch ON batch.id = issue.batch_id
      WHERE issue.withdrawn IS NULL AND issue.issued_on <= :day
        AND (issue.announced_on IS NULL OR issue.announced_on > :day)
        AND (:county IS NULL OR :county % 10000 = 0 OR EXISTS (
          SELECT 1 FROM account
          WHERE account.batch_id = batch.id AND account.rung = \(Rung.county.rawValue)
            AND \(lies("account.county_code"))
            AND 0 < (
              SELECT sum(amount_fen) FROM movement
              WHERE lower_id = account.id AND movement.withdrawn IS NULL AND moved_on <= :day)))
      ORDER BY issue.issued_on, batch.batch_no, batch.source
      """, ["day": Value(day), "county": county.map { .integer($0.value) } ?? .null]
    ) { row in
      guard let source = FundSource(rawValue: row.int(1)) else { return }
      batches.append(
        UnannouncedBatch(
          batch: row.text(0), source: source, fund: row.text(2), document: row.text(3),
          issuedOn: row.int32(4), fen: row.int64(5)))
    }
    return batches
  }
}
