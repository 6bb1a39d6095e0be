import Domain
import SQLite

/// A movement that stands, by what a sheet says of it.
package struct StandingMovement: Sendable, Equatable {
  package let isPayment: Bool
  package let batch: String
  package let source: FundSource
  package let county: RegionCode?
  package let project: String?
  package let household: String?
  package let payee: String?
  package let fen: Int64
  package let day: DayNumber
}

extension Register {
  /// The standing movement and the standing voucher of a number; none, one or both.
  package func movements(
    numbered number: String
  ) throws(SQLiteFailure) -> [StandingMovement] {
    var found: [StandingMovement] = []
    try connection.rows(
      """
      SELECT movement.is_payment, batch.batch_no, batch.source, lower.county_code,
        project.project_no, household.household_no, lower.payee, movement.amount_fen,
        movement.moved_on
      FROM movement JOIN account AS lower ON lower.id = movement.lower_id
      JOIN batch ON batch.id = lower.batch_id
      LEFT JOIN project ON project.id = lower.project_id
      LEFT JOIN household ON household.id = lower.household_id
      WHERE movement.is_payment IN (0, 1) AND movement.number = :number
        AND movement.withdrawn IS NULL
      ORDER BY movement.is_payment
      """, ["number": .text(number)]
    ) { row in
      guard let source = FundSource(rawValue: row.int(2)) else { return }
      found.append(
        StandingMovement(
          isPayment: row.int(0) == 1, batch: row.text(1), source: source,
          county: row.optionalInt64(3).flatMap { RegionCode($0) }, project: row.optionalText(4),
          household: row.optionalText(5), payee: row.optionalText(6), fen: row.int64(7),
          day: row.int32(8)))
    }
    return found
  }
}
