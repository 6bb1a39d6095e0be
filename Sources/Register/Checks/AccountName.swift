import Domain
import SQLite

/// A rung of the money ladder in its own terms: what money is of, and where it is.
package struct AccountName: Sendable, Equatable {
  package var batch: String
  package var source: FundSource?
  /// The county's code; nil above and below the county.
  package var county: Int64?
  package var project: String?
  package var household: String?
  package var payee: String?
  /// Whether it is the money that was paid out.
  package var isPaid = false

  package init(batch: String, source: FundSource?) {
    self.batch = batch
    self.source = source
  }
}

extension Register {
  /// - Parameter id: a row of `account`.
  package func accountName(_ id: Int64) throws(SQLiteFailure) -> AccountName? {
    try connection.first(
      """
      SELECT batch_no, source, county_code, project_no, household_no, payee, rung
      FROM account
      JOIN batch ON batch.id = account.batch_id
      LEFT JOIN project ON project.id = account.project_id
      LEFT JOIN household ON household.id = account.household_id
      WHERE account.id = :id
      """, ["id": .integer(id)]
    ) { row in
      var name = AccountName(batch: row.text(0), source: FundSource(rawValue: row.int(1)))
      name.county = row.optionalInt64(2)
      name.project = row.optionalText(3)
      name.household = row.optionalText(4)
      name.payee = row.optionalText(5)
      name.isPaid = row.int(6) == Rung.paid.rawValue
      return name
    }
  }
}
