import Domain
import SQLite

/// What the register knows of a batch on a day: for the card.
package struct BatchFile: Sendable {
  /// The batch's share of one source.
  package struct Issue: Sendable {
    package let source: FundSource
    package let documentNo: String
    package let issuedOn: DayNumber
    package let fund: String
    package let amountFen: Int64
    package let announcedOn: DayNumber?
    /// From the batch to counties by the day, net.
    package let allocatedFen: Int64
  }

  /// What became of a source's money in one county, by the day, net of returns and reversals.
  package struct Share: Sendable {
    package let county: RegionCode
    package let source: FundSource
    package let receivedFen: Int64
    package let toProjectsFen: Int64
    package let toHouseholdsFen: Int64
    /// To households and to payees.
    package let paidFen: Int64
  }

  package let batchNo: String
  package let issues: [Issue]
  /// By county, then source.
  package let shares: [Share]
  package let places: RegionTree
}

extension Register {
  /// The batch of a number on a day, as known now; nil where there is none that stands.
  package func batchFile(_ number: String, on day: DayNumber) throws(SQLiteFailure) -> BatchFile? {
    try reading { () throws(SQLiteFailure) in
      let issues = try issues(of: number, by: day)
      guard !issues.isEmpty else { return nil }
      return BatchFile(
        batchNo: number, issues: issues, shares: try shares(of: number, by: day),
        places: try regionsKnown(Known(entry: .max), on: day, to: .county))
    }
  }

  private func issues(
    of number: String, by day: DayNumber
  ) throws(SQLiteFailure) -> [BatchFile.Issue] {
    var issues: [BatchFile.Issue] = []
    try connection.rows(
      """
      SELECT batch.source, document_no, issued_on, fund, amount_fen, announced_on, (
          SELECT ifnull(sum(movement.amount_fen), 0) FROM movement
          WHERE movement.upper_id = issue.account_id AND movement.withdrawn IS NULL
            AND movement.moved_on <= :day)
      FROM batch JOIN batch_issue AS issue ON issue.batch_id = batch.id
        AND issue.withdrawn IS NULL
      WHERE batch_no = :number ORDER BY batch.source
      """, ["number": .text(number), "day": Value(day)]
    ) { row in
      guard let source = FundSource(rawValue: row.int(0)) else { return }
      issues.append(
        BatchFile.Issue(
          source: source, documentNo: row.text(1), issuedOn: row.int32(2), fund: row.text(3),
          amountFen: row.int64(4),
          announcedOn: row.optionalInt64(5).flatMap { DayNumber(exactly: $0) },
          allocatedFen: row.int64(6)))
    }
    return issues
  }

  /// A project's money is its county's, by its record.
  private func shares(
    of number: String, by day: DayNumber
  ) throws(SQLiteFailure) -> [BatchFile.Share] {
    var shares: [BatchFile.Share] = []
    try connection.rows(
      """
      SELECT ifnull(account.county_code, record.county_code) AS county, batch.source,
        ifnull(sum(CASE WHEN rung = \(Rung.county.rawValue) THEN amount_fen END), 0),
        ifnull(sum(CASE WHEN rung = \(Rung.project.rawValue) THEN amount_fen END), 0),
        ifnull(sum(CASE WHEN rung = \(Rung.household.rawValue) THEN amount_fen END), 0),
        ifnull(sum(CASE WHEN rung = \(Rung.paid.rawValue) THEN amount_fen END), 0)
      FROM batch JOIN account ON account.batch_id = batch.id AND rung > 0
      JOIN movement ON movement.lower_id = account.id
      LEFT JOIN (
        SELECT project_id, county_code FROM project_record WHERE withdrawn IS NULL
      ) AS record ON record.project_id = account.project_id
      WHERE batch_no = :number AND movement.withdrawn IS NULL AND moved_on <= :day
      GROUP BY county, batch.source ORDER BY county, batch.source
      """, ["number": .text(number), "day": Value(day)]
    ) { row in
      guard let county = RegionCode(row.int64(0)), let source = FundSource(rawValue: row.int(1))
      else { return }
      shares.append(
        BatchFile.Share(
          county: county, source: source, receivedFen: row.int64(2), toProjectsFen: row.int64(3),
          toHouseholdsFen: row.int64(4), paidFen: row.int64(5)))
    }
    return shares
  }
}
