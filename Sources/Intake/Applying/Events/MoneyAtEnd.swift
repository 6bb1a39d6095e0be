import Domain
import Register
import SQLite

/// Households that a file ends while money of theirs is not paid out. They end, and it is told: the money has
/// to go back or out.
enum MoneyAtEnd {
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    var ends: [(id: Int64, number: String, line: Int?)] = []
    try work.register.connection.rows(
      """
      SELECT ended.household_id, household.household_no, min(s.line)
      FROM household_end AS ended JOIN household ON household.id = ended.household_id
      LEFT JOIN temp.staged AS s ON s.household_no = household.household_no AND s.rejected = 0
        \(work.sheet.name == Sheet.householdEvents.name ? "AND s.\"on\" = ended.ended_on" : "")
      WHERE ended.entered = :entry AND ended.withdrawn IS NULL
      GROUP BY ended.id ORDER BY household.household_no
      """, ["entry": .integer(work.entry)]
    ) { ends.append(($0.int64(0), $0.text(1), $0.isNull(2) ? nil : $0.int(2))) }
    for end in ends {
      let fen = try work.register.outstanding(ofHousehold: end.id)
      guard fen > 0 else { continue }
      work.warnApplied(
        Fault(
          line: end.line ?? 0, column: end.line == nil ? nil : "household_no", value: end.number,
          .notice(.moneyAtEnd(household: end.number, fen: fen))))
    }
  }
}
