import Domain
import SQLite

extension Register {
  /// Money down to a household, allocated or paid by the day and not reversed, on a day on which no link
  /// to the project held.
  func unlinkedMoney(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(
      """
      SELECT household.household_no, (
          SELECT village_code FROM residence
          WHERE residence.household_id = household.id AND residence.withdrawn IS NULL
          ORDER BY since > :day, abs(since - :day) LIMIT 1) AS village,
        movement.moved_on, project.project_no, movement.number, movement.amount_fen,
        movement.entered
      FROM movement JOIN account ON account.id = movement.lower_id
      JOIN household ON household.id = account.household_id
      JOIN project ON project.id = account.project_id
      WHERE movement.withdrawn IS NULL AND movement.amount_fen > 0 AND movement.moved_on <= :day
        AND NOT EXISTS (
          SELECT 1 FROM movement AS reversal
          WHERE reversal.is_payment = movement.is_payment AND reversal.reverses = movement.number
            AND reversal.reverses IS NOT NULL AND reversal.withdrawn IS NULL)
        AND NOT EXISTS (
          SELECT 1 FROM project_household AS link
          WHERE link.household_id = account.household_id AND link.project_id = account.project_id
            AND link.withdrawn IS NULL AND link.since <= movement.moved_on
            AND movement.moved_on < link.until)
      ORDER BY village, household.household_no, movement.moved_on, movement.id
      """, ["day": Value(day)]
    ) { row in
      var exception = RegisterException(
        .unlinkedMoney, row.text(0), village: row.optionalInt64(1))
      exception.day = row.int32(2)
      exception.project = row.text(3)
      exception.number = row.text(4)
      exception.fen = row.int64(5)
      exception.entry = row.int64(6)
      found.append(exception)
    }
    return found
  }

  /// Households that had ended by the day with money on their rung on it.
  func moneyAtEnd(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(
      """
      SELECT household_no, village, ended_on, ground, fen FROM (
        SELECT household.household_no, (
            SELECT village_code FROM residence
            WHERE residence.household_id = household.id AND residence.withdrawn IS NULL
            ORDER BY since > :day, abs(since - :day) LIMIT 1) AS village,
          ended.ended_on, ended.ground, (
            SELECT sum((
              SELECT balance_fen FROM account_day
              WHERE account_id = account.id AND on_day <= :day
              ORDER BY on_day DESC LIMIT 1))
            FROM account WHERE account.household_id = household.id AND account.rung = 3) AS fen
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
}
