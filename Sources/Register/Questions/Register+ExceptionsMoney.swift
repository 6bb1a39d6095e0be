import Domain
import SQLite

extension Register {
  func unlinkedMoney() throws(SQLiteFailure) -> [RegisterException] {
    try list(.unlinkedMoney) { exception, row in
      exception.day = row.int32(2)
      exception.project = row.text(3)
      exception.number = row.text(4)
      exception.fen = row.int64(5)
      exception.entry = row.int64(6)
    }
  }

  /// Households that had ended by the day with money on their rung on it.
  func moneyAtEnd(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(
      """
      SELECT household_no, village, ended_on, ground, fen FROM (
        SELECT household.household_no, \(ExceptionQuery.village("household.id")) AS village,
          ended.ended_on, ended.ground, (
            SELECT sum((
              SELECT balance_fen FROM account_day
              WHERE account_id = account.id AND on_day <= :day
              ORDER BY on_day DESC LIMIT 1))
            FROM account WHERE account.household_id = household.id AND account.rung = \(Rung.household.rawValue)) AS fen
        FROM household_end AS ended JOIN household ON household.id = ended.household_id
        WHERE ended.withdrawn IS NULL AND ended.ended_on <= :day)
      WHERE fen > 0
      ORDER BY village, household_no
      """, ["day": Value(day)]
    ) { row in
      var exception = RegisterException(.moneyAtEnd, row.text(0), village: row.optionalInt64(1))
      exception.day = row.int32(2)
      exception.note = row.optionalText(3)
      exception.fen = row.int64(4)
      found.append(exception)
    }
    return found
  }

  /// Rows that the bank could not pay, of lists drawn by the day, that no later list has paid (one that names
  /// the list in its row, or one that names that one), and whose money has not left the household otherwise.
  func bankFailures(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(
      """
      WITH RECURSIVE settled (list, account) AS (
        SELECT pay_list_id, account_id FROM bank_return
        WHERE withdrawn IS NULL AND is_paid = 1 AND paid_on <= :day
        UNION
        SELECT later.after_id, later.account_id
        FROM settled JOIN pay_list_row AS later
          ON later.pay_list_id = settled.list AND later.account_id = settled.account
        WHERE later.withdrawn IS NULL AND later.after_id IS NOT NULL)
      SELECT household.household_no, \(ExceptionQuery.village("household.id")) AS village,
        project.project_no, pay_list.paylist_no, failed.amount_fen, failed.reason, failed.entered,
        record.drawn_on
      FROM bank_return AS failed
      JOIN pay_list ON pay_list.id = failed.pay_list_id
      JOIN account ON account.id = failed.account_id
      JOIN household ON household.id = account.household_id
      JOIN project ON project.id = account.project_id
      LEFT JOIN pay_list_record AS record ON record.pay_list_id = pay_list.id
        AND record.withdrawn IS NULL
      WHERE failed.withdrawn IS NULL AND failed.is_paid = 0 AND ifnull(record.drawn_on, 0) <= :day
        AND NOT EXISTS (
          SELECT 1 FROM settled
          WHERE settled.list = failed.pay_list_id AND settled.account = failed.account_id)
        AND NOT \(Register.isEmptied("failed"))
      ORDER BY village, household.household_no, failed.id
      """, ["day": Value(day)]
    ) { row in
      var exception = RegisterException(.bankFailed, row.text(0), village: row.optionalInt64(1))
      exception.project = row.text(2)
      exception.number = row.text(3)
      exception.fen = row.int64(4)
      exception.note = row.optionalText(5)
      exception.entry = row.int64(6)
      exception.day = row.optionalInt64(7).flatMap { DayNumber(exactly: $0) }
      found.append(exception)
    }
    return found
  }
}
