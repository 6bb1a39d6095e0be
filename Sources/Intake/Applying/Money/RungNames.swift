import Domain
import SQLite

extension ImportWork {
  /// A rung as people know it.
  func rungName(_ account: Int64) throws(SQLiteFailure) -> RungName {
    let name: RungName? = try register.connection.first(
      """
      SELECT batch.batch_no, CASE WHEN (
          SELECT count(*) FROM batch AS other JOIN batch_issue ON batch_issue.batch_id = other.id
            AND batch_issue.withdrawn IS NULL
          WHERE other.batch_no = batch.batch_no) > 1 THEN batch.source END,
        region.name_en, region.name_zh, account.county_code, project.project_no,
        household.household_no, account.payee, account.rung
      FROM account JOIN batch ON batch.id = account.batch_id
      LEFT JOIN region ON region.code = account.county_code AND region.withdrawn IS NULL
      LEFT JOIN project ON project.id = account.project_id
      LEFT JOIN household ON household.id = account.household_id
      WHERE account.id = :id ORDER BY region.valid_from DESC LIMIT 1
      """, ["id": .integer(account)]
    ) { row in
      var name = RungName(batch: row.text(0))
      name.source = row.optionalInt64(1).flatMap { FundSource(rawValue: Int($0)) }?.name
      if let code = row.optionalInt64(4) {
        let chinese = row.optionalText(3) ?? String(code)
        name.county = FaultKind.PlaceNames(
          english: row.optionalText(2) ?? chinese, chinese: chinese)
      }
      name.project = row.optionalText(5)
      name.household = row.optionalText(6)
      name.payee = row.optionalText(7)
      name.isPaid = row.int(8) == 4
      return name
    }
    return name ?? RungName(batch: "")
  }
}
