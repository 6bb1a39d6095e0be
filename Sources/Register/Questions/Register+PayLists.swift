import Domain
import SQLite

/// Money of a household that a pay list may ask the bank to pay.
package struct PayableMoney: Sendable, Equatable {
  package let household: String
  package let project: String
  package let batch: String
  package let source: FundSource
  /// The head's on the day of the list; nil where the household has none.
  package let name: String?
  /// The head's; nil where the roster gives none.
  package let account: String?
  package let fen: Int64
  /// The list whose row of this money the bank could not pay, where no later one repeats it and the money has
  /// not left the household since.
  package let failedList: String?
}

extension Register {
  /// What is allocated to households and neither paid nor on a list that the bank has not answered: what stands
  /// on the rung on the day and on every later one. In the order of households.
  package func payableMoney(
    on day: DayNumber, batch: String?, county: RegionCode?, project: String?
  ) throws(SQLiteFailure) -> [PayableMoney] {
    var money: [PayableMoney] = []
    try connection.rows(
      """
      SELECT * FROM (
        SELECT household.household_no, project.project_no, batch.batch_no, batch.source, head.name,
          nullif(head.account_no, ''),
          min(
            ifnull((SELECT balance_fen FROM account_day
              WHERE account_id = account.id AND on_day <= :day ORDER BY on_day DESC LIMIT 1), 0),
            ifnull((SELECT min(balance_fen) FROM account_day
              WHERE account_id = account.id AND on_day > :day), \(Int64.max)))
          - ifnull((
            SELECT sum(listed.amount_fen) FROM pay_list_row AS listed
            WHERE listed.account_id = account.id AND listed.withdrawn IS NULL
              AND NOT EXISTS (
                SELECT 1 FROM bank_return AS answer
                WHERE answer.pay_list_id = listed.pay_list_id
                  AND answer.account_id = listed.account_id AND answer.withdrawn IS NULL)), 0)
            AS fen,
          (SELECT list.paylist_no FROM bank_return AS answer
            JOIN pay_list AS list ON list.id = answer.pay_list_id
            WHERE answer.account_id = account.id AND answer.withdrawn IS NULL
              AND answer.is_paid = 0 AND NOT \(Register.isEmptied("answer"))
              AND NOT EXISTS (
                SELECT 1 FROM pay_list_row AS later
                WHERE later.after_id = answer.pay_list_id AND later.account_id = account.id
                  AND later.withdrawn IS NULL)
            ORDER BY answer.id DESC LIMIT 1)
        FROM account JOIN household ON household.id = account.household_id
        JOIN project ON project.id = account.project_id
        JOIN project_record AS record ON record.project_id = project.id
          AND record.withdrawn IS NULL
        JOIN batch ON batch.id = account.batch_id
        LEFT JOIN member AS head ON head.household_id = household.id AND head.withdrawn IS NULL
          AND head.joined_on <= :day AND :day < head.left_on
          AND head.member_no = (
            SELECT member_no FROM headship
            WHERE headship.household_id = household.id AND headship.withdrawn IS NULL
              AND headship.since <= :day
            ORDER BY headship.since DESC LIMIT 1)
        WHERE account.rung = \(Rung.household.rawValue)
          AND (:batch IS NULL OR batch.batch_no = :batch)
          AND (:project IS NULL OR project.project_no = :project)
          AND (:county IS NULL OR record.county_code = :county))
      WHERE fen > 0
      ORDER BY household_no, project_no, batch_no, source
      """,
      [
        "day": Value(day), "batch": batch.map(Value.text) ?? .null,
        "project": project.map(Value.text) ?? .null,
        "county": county.map { .integer($0.value) } ?? .null,
      ]
    ) { row in
      guard let source = FundSource(rawValue: row.int(3)) else { return }
      money.append(
        PayableMoney(
          household: row.text(0), project: row.text(1), batch: row.text(2), source: source,
          name: row.optionalText(4), account: row.optionalText(5), fen: row.int64(6),
          failedList: row.optionalText(7)))
    }
    return money
  }

  /// Whether nothing was left where a failed row's money stood, at the end of a day from the list's to `:day`:
  /// it was paid without a list, or went back. The failure is settled then, whatever came in later.
  ///
  /// - Parameter failed: how the row of `bank_return` is called.
  static func isEmptied(_ failed: String) -> String {
    """
    EXISTS (
      SELECT 1 FROM pay_list_record AS drawn
      JOIN account_day AS emptied ON emptied.account_id = \(failed).account_id
        AND emptied.on_day >= drawn.drawn_on AND emptied.on_day <= :day
      WHERE drawn.pay_list_id = \(failed).pay_list_id AND drawn.withdrawn IS NULL
        AND emptied.balance_fen <= 0)
    """
  }

  /// The day of a pay list that stands, and how many rows it has; nil where none does.
  package func payList(
    _ number: String
  ) throws(SQLiteFailure) -> (drawnOn: DayNumber, rows: Int)? {
    try connection.first(
      """
      SELECT record.drawn_on, (
        SELECT count(*) FROM pay_list_row
        WHERE pay_list_row.pay_list_id = list.id AND pay_list_row.withdrawn IS NULL)
      FROM pay_list AS list JOIN pay_list_record AS record ON record.pay_list_id = list.id
        AND record.withdrawn IS NULL
      WHERE list.paylist_no = :number
      """, ["number": .text(number)]
    ) { ($0.int32(0), $0.int(1)) }
  }
}
