import Domain
import SQLite

/// What the rows of a pay list may ask for.
enum PayListMoney {
  /// What a household's rung holds for a list of `s.drawn_on`: all that came in by then, less what left it
  /// before.
  private static let held = """
    ifnull((
      SELECT sum(CASE WHEN movement.lower_id = s.account_id THEN movement.amount_fen
        ELSE -movement.amount_fen END)
      FROM movement
      WHERE movement.withdrawn IS NULL
        AND (movement.lower_id = s.account_id OR movement.upper_id = s.account_id)
        AND (movement.moved_on < s.drawn_on OR movement.moved_on = s.drawn_on
          AND (movement.lower_id = s.account_id) = (movement.amount_fen > 0))), 0)
    """

  /// Standing rows of the same money on other lists, of earlier entries, that the bank has not answered and
  /// no later row repeats.
  static let listed = """
    FROM pay_list_row AS listed JOIN pay_list AS list ON list.id = listed.pay_list_id
    JOIN pay_list_record AS record ON record.pay_list_id = listed.pay_list_id
      AND record.withdrawn IS NULL AND record.drawn_on <= s.drawn_on
    WHERE listed.account_id = s.account_id AND listed.withdrawn IS NULL
      AND listed.pay_list_id IS NOT s.pay_list_id AND listed.pay_list_id IS NOT s.after_id
      AND NOT EXISTS (
        SELECT 1 FROM bank_return AS answer
        WHERE answer.pay_list_id = listed.pay_list_id AND answer.account_id = listed.account_id
          AND answer.withdrawn IS NULL)
      AND NOT EXISTS (
        SELECT 1 FROM pay_list_row AS later
        WHERE later.after_id = listed.pay_list_id AND later.account_id = listed.account_id
          AND later.withdrawn IS NULL)
    """

  /// Whether a staged row does not stand already as it is.
  static let isNew = """
    NOT EXISTS (
      SELECT 1 FROM pay_list_row AS standing
      WHERE standing.pay_list_id = s.pay_list_id AND standing.account_id = s.account_id
        AND standing.withdrawn IS NULL AND standing.amount_fen = s.amount)
    """

  /// Rows that stand already are not asked again.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    struct Asking {
      let line: Int
      var rung: RungName
      let day: Int32
      let asked: Int64
      let held: Int64
      let listed: Int64
      let list: String?
    }
    var asking: [Asking] = []
    try work.register.connection.rows(
      """
      SELECT * FROM (
        SELECT s.line, s.batch_no, s.project_no, s.household_no, s.drawn_on, s.amount,
          \(held) AS held,
          ifnull((SELECT sum(listed.amount_fen) \(listed)), 0) AS listed,
          (SELECT min(list.paylist_no) \(listed)) AS list, s.row
        FROM temp.staged AS s
        WHERE s.rejected = 0 AND s.withdraws = 0 AND s.batch_id > 0
          AND s.project_id IS NOT NULL AND s.household_id IS NOT NULL
          AND \(isNew))
      WHERE amount > held - listed ORDER BY row
      """
    ) { row in
      var rung = RungName(batch: row.text(1))
      rung.project = row.text(2)
      rung.household = row.text(3)
      asking.append(
        Asking(
          line: row.int(0), rung: rung, day: row.int32(4), asked: row.int64(5),
          held: row.int64(6), listed: row.int64(7), list: row.optionalText(8)))
    }
    for row in asking {
      let kind: FaultKind =
        if row.asked <= row.held, let list = row.list {
          .payList(.listed(list: list, fen: max(row.held - row.listed, 0)))
        } else {
          .overdrawn(row.rung, day: row.day, holds: row.held, asked: row.asked)
        }
      work.add(
        Fault(
          line: row.line, column: "amount", value: try work.written("amount", line: row.line), kind)
      )
    }
  }
}

extension PayListMoney {
  /// Payments of money that stands on a list without the bank's answer: what the bank pays would then be more
  /// than the household holds, and its answer could not be entered.
  static func warnPaid(_ work: ImportWork) throws(SQLiteFailure) {
    guard let landing = work.landings["movement"] else { return }
    var found: [(line: Int, list: String, fen: Int64, account: Int64)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, (SELECT min(list.paylist_no) \(listed)) AS list,
        (SELECT sum(listed.amount_fen) \(listed)) AS listed_fen, s.account_id
      FROM (
        SELECT staged.line, staged.row, movement.upper_id AS account_id,
          \(DayPeriod.openEnd) AS drawn_on, NULL AS pay_list_id, NULL AS after_id
        FROM temp.merge_movement AS m JOIN movement ON movement.id = m.ordinal + :first - 1
        JOIN temp.staged AS staged ON staged.row = m.row
        WHERE m.state = 1 AND movement.amount_fen > 0) AS s
      WHERE listed_fen > (
        SELECT balance_fen FROM account_day WHERE account_day.account_id = s.account_id
        ORDER BY on_day DESC LIMIT 1)
      ORDER BY s.row
      """, ["first": .integer(landing.firstID)]
    ) { found.append(($0.int(0), $0.text(1), $0.int64(2), $0.int64(3))) }
    for (line, list, fen, account) in found {
      work.warnApplied(
        Fault(
          line: line, column: "amount", value: try work.written("amount", line: line),
          .notice(.onPayList(try work.rungName(account), list: list, fen: fen))))
    }
  }
}

/// Accounts of a pay list that more than one household has: taken, and told before the bank pays.
enum PayListAccounts {
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    try warn(
      work,
      """
      SELECT s.line, first.household_no, s.household_no, first.line FROM (
        SELECT row, first_value(row) OVER (
          PARTITION BY paylist_no, account_no ORDER BY row) AS first_row
        FROM temp.staged WHERE rejected = 0 AND withdraws = 0 AND account_no IS NOT NULL) AS pair
      JOIN temp.staged AS s ON s.row = pair.row
      JOIN temp.staged AS first ON first.row = pair.first_row
      WHERE s.household_no <> first.household_no ORDER BY s.row
      """
    ) { .doubledAccount(of: $0.text(2), household: $0.text(1), line: $0.int(3)) }
    try warn(
      work,
      """
      SELECT s.line, household.household_no, s.household_no
      FROM temp.staged AS s
      JOIN pay_list_row AS listed ON listed.pay_list_id = s.pay_list_id
        AND listed.account_no = s.account_no AND listed.withdrawn IS NULL
      JOIN account ON account.id = listed.account_id
      JOIN household ON household.id = account.household_id
      WHERE s.rejected = 0 AND s.withdraws = 0 AND household.household_no <> s.household_no
      GROUP BY s.row ORDER BY s.row
      """
    ) { .doubledAccount(of: $0.text(2), household: $0.text(1), line: nil) }
    try warn(
      work,
      """
      SELECT s.line, min(household.household_no), s.household_no
      FROM member CROSS JOIN temp.staged AS s ON s.account_no = member.account_no
      JOIN household ON household.id = member.household_id
      WHERE member.withdrawn IS NULL AND s.rejected = 0 AND s.withdraws = 0
        AND member.household_id <> s.household_id AND member.left_on > s.drawn_on
      GROUP BY s.row ORDER BY s.row
      """
    ) { .sharedAccount(of: $0.text(2), household: $0.text(1)) }
  }

  private static func warn(
    _ work: ImportWork, _ sql: String, _ notice: @Sendable (borrowing Row) -> Notice
  ) throws(SQLiteFailure) {
    var found: [(line: Int, notice: Notice)] = []
    try work.register.connection.rows(sql) { found.append(($0.int(0), notice($0))) }
    for (line, notice) in found {
      work.warn(
        Fault(
          line: line, column: "account_no", value: try work.written("account_no", line: line),
          .notice(notice)))
    }
  }
}
