import Domain
import SQLite

extension BankReturnRules {
  /// Finds the row of the list that each row answers to. Rows that say again what stands are set aside.
  func matchRows(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET rejected = 2
      WHERE rejected = 0 AND withdraws = 0 AND EXISTS (
        SELECT 1 FROM \(BankReturnRules.answered)
          AND answer.is_paid = s.result AND answer.voucher_no IS s.voucher_no
          AND answer.paid_on IS s.paid_on AND answer.reason IS s.reason
          AND (s.account_no IS NULL OR answer.account_no IS s.account_no))
      """)
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET list_row = (
        SELECT open.id FROM (
          SELECT listed.id, row_number() OVER (ORDER BY listed.id) AS place
          FROM pay_list_row AS listed JOIN account ON account.id = listed.account_id
          WHERE listed.pay_list_id = s.pay_list_id AND account.household_id = s.household_id
            AND listed.amount_fen = s.amount AND listed.withdrawn IS NULL
            AND NOT EXISTS (
              SELECT 1 FROM bank_return AS answer
              WHERE answer.pay_list_id = listed.pay_list_id
                AND answer.account_id = listed.account_id AND answer.withdrawn IS NULL)) AS open
        WHERE open.place = 1 + (
          SELECT count(*) FROM temp.staged AS earlier
          WHERE earlier.paylist_no = s.paylist_no AND earlier.household_no = s.household_no
            AND earlier.amount = s.amount AND earlier.row < s.row AND earlier.withdraws = 0
            AND earlier.rejected <> 2))
      WHERE rejected <> 2 AND withdraws = 0
      """)
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET list_row = (
        SELECT listed.id FROM \(BankReturnRules.answered)
          AND (s.voucher_no IS NULL OR answer.voucher_no IS s.voucher_no)
        JOIN pay_list_row AS listed ON listed.pay_list_id = answer.pay_list_id
          AND listed.account_id = answer.account_id AND listed.withdrawn IS NULL
        ORDER BY listed.id LIMIT 1)
      WHERE withdraws = 1
      """)
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s
      SET account_id = account.id, batch_id = account.batch_id, project_id = account.project_id,
        batch_no = batch.batch_no, source = batch.source, project_no = project.project_no
      FROM pay_list_row AS listed JOIN account ON account.id = listed.account_id
      JOIN batch ON batch.id = account.batch_id JOIN project ON project.id = account.project_id
      WHERE listed.id = s.list_row
      """)
  }

  /// Standing answers to the list's rows of the staged row's household and amount, with a condition begun.
  private static let answered = """
    bank_return AS answer JOIN account AS rung ON rung.id = answer.account_id
      AND answer.pay_list_id = s.pay_list_id AND answer.withdrawn IS NULL
      AND rung.household_id = s.household_id AND (s.amount IS NULL OR answer.amount_fen = s.amount)
    """

  func judgeRows(_ work: ImportWork) throws(SQLiteFailure) {
    var faults: [(line: Int, column: String, fault: PayListFault)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, s.paylist_no, (
          SELECT answer.entered FROM \(BankReturnRules.answered) ORDER BY answer.id LIMIT 1),
        (SELECT min(first.line) FROM temp.staged AS first
          WHERE first.paylist_no = s.paylist_no AND first.household_no = s.household_no
            AND first.amount = s.amount AND first.row < s.row AND first.withdraws = 0),
        (SELECT max(listed.amount_fen) FROM pay_list_row AS listed
          JOIN account ON account.id = listed.account_id
          WHERE listed.pay_list_id = s.pay_list_id AND account.household_id = s.household_id
            AND listed.withdrawn IS NULL),
        (SELECT max(listed.amount_fen) FROM pay_list_row AS listed
          JOIN account ON account.id = listed.account_id
          WHERE listed.pay_list_id = s.pay_list_id AND account.household_id = s.household_id
            AND listed.withdrawn IS NULL AND listed.amount_fen = s.amount)
      FROM temp.staged AS s
      WHERE s.list_row IS NULL AND s.withdraws = 0 AND s.rejected <> 2
        AND s.pay_list_id IS NOT NULL AND s.household_id IS NOT NULL AND s.amount > 0
      ORDER BY s.row
      """
    ) { row in
      let line = row.int(0)
      if row.isNull(4) {
        faults.append((line, "household_no", .notOnList(list: row.text(1))))
      } else if row.isNull(5) {
        faults.append((line, "amount", .otherAmount(shouldBe: row.int64(4))))
      } else if !row.isNull(3) {
        faults.append((line, "household_no", .answeredTwice(line: row.int(3))))
      } else {
        faults.append((line, "household_no", .answered(entry: row.int64(2))))
      }
    }
    for (line, column, fault) in faults {
      work.add(
        Fault(
          line: line, column: column, value: try work.written(column, line: line),
          .payList(fault)))
    }
    try work.faults(
      "account_no",
      """
      SELECT s.line FROM temp.staged AS s JOIN pay_list_row AS listed ON listed.id = s.list_row
      WHERE s.withdraws = 0 AND s.account_no <> listed.account_no
      """
    ) { _ in .payList(.otherAccount) }
    try work.faults(
      "paid_on",
      """
      SELECT s.line, record.drawn_on FROM temp.staged AS s
      JOIN pay_list_record AS record ON record.pay_list_id = s.pay_list_id
        AND record.withdrawn IS NULL
      WHERE s.withdraws = 0 AND s.rejected <> 2 AND s.paid_on < record.drawn_on
      """
    ) {
      .notBefore(
        column: "drawn_on", value: CalendarDate(dayNumber: $0.int32(1)).description)
    }
  }

  /// Which rows make a payment: those that say paid, but for a payment of theirs that stands. A voucher
  /// that stands for anything else is used.
  func judgeVouchers(_ work: ImportWork) throws(SQLiteFailure) {
    let paid = BankResult.paid.rawValue
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.known_movement;
      CREATE TEMP TABLE known_movement (
        row INTEGER PRIMARY KEY, movement_id INTEGER NOT NULL, entered INTEGER NOT NULL,
        is_same INTEGER NOT NULL);
      """)
    // Of a row that is taken back, the payment that came with it goes too.
    try work.register.connection.run(
      """
      INSERT INTO temp.known_movement (row, movement_id, entered, is_same)
      SELECT s.row, m.id, m.entered, 1
      FROM temp.staged AS s JOIN bank_return AS answer ON answer.pay_list_id = s.pay_list_id
        AND answer.account_id = s.account_id AND answer.withdrawn IS NULL
      CROSS JOIN movement AS m ON m.is_payment = 1 AND m.number = answer.voucher_no
        AND m.withdrawn IS NULL AND m.entered = answer.entered
      WHERE s.withdraws = 1
      """)
    try work.register.connection.run(
      """
      INSERT INTO temp.known_movement (row, movement_id, entered, is_same)
      SELECT s.row, m.id, m.entered, ifnull(m.upper_id = s.account_id AND m.amount_fen = s.amount
        AND m.moved_on = s.paid_on AND m.reverses IS NULL AND NOT EXISTS (
          SELECT 1 FROM bank_return AS answer
          WHERE answer.account_id = m.upper_id AND answer.voucher_no = m.number
            AND answer.withdrawn IS NULL), 0)
      FROM temp.staged AS s
      CROSS JOIN movement AS m ON m.is_payment = 1 AND m.number = s.voucher_no
        AND m.withdrawn IS NULL
      WHERE s.withdraws = 0 AND s.rejected <> 2 AND s.result = \(paid)
      """)
    try work.faults(
      "voucher_no",
      """
      SELECT s.line, known.entered FROM temp.known_movement AS known
      JOIN temp.staged AS s ON s.row = known.row WHERE s.withdraws = 0 AND NOT known.is_same
      """
    ) { .numberUsed(entry: $0.int64(1)) }
    try work.faults(
      "voucher_no",
      """
      SELECT s.line, first.line FROM (
        SELECT voucher_no, min(row) AS row FROM temp.staged
        WHERE voucher_no IS NOT NULL AND withdraws = 0 AND rejected <> 2
        GROUP BY voucher_no HAVING count(*) > 1) AS used
      JOIN temp.staged AS first ON first.row = used.row
      JOIN temp.staged AS s ON s.voucher_no = used.voucher_no AND s.row <> used.row
        AND s.rejected <> 2
      """
    ) { .repeatedKey(firstLine: $0.int(1)) }
    try work.register.connection.run(
      """
      UPDATE temp.staged SET pays = 1
      WHERE result = \(paid) AND withdraws = 0 AND rejected <> 2
        AND row NOT IN (SELECT row FROM temp.known_movement)
      """)
  }
}
