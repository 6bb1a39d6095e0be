import Domain
import SQLite

extension MovementRules {
  /// Numbers the rows that have none by office, year and entry. Nobody else can write meanwhile, and the
  /// entry's number is nobody else's.
  func number(_ work: ImportWork) throws(SQLiteFailure) {
    guard case .byEntry = work.numbering else { return }
    try work.register.connection.run(
      """
      UPDATE temp.staged SET \(form.number) = :stem
        || CASE WHEN (SELECT count(*) FROM temp.staged) > 1 THEN '-' || row ELSE '' END
      WHERE \(form.number) IS NULL
      """,
      ["stem": .text("\(work.register.office)-\(work.register.year)-\(work.entry)")])
  }

  /// A row without a number of its own that equals a movement of the same day is the same act told twice,
  /// unless it is said to be another.
  func judgeEqual(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.numbering == .byEntry(repeats: false) else { return }
    try work.faults(
      "amount",
      """
      SELECT s.line, min(m.number) FROM temp.staged AS s
      CROSS JOIN movement AS m ON m.lower_id = (\(form.lowerID)) AND m.withdrawn IS NULL
        AND m.moved_on = s.\(form.day) AND m.amount_fen = s.amount
        AND m.upper_id = (\(form.upperID)) AND m.is_payment = \(form.isPayment)
        AND m.reverses IS s.reverses
      WHERE s.withdraws = 0 AND s.batch_id > 0
      GROUP BY s.row
      """
    ) { .equalMovement(number: $0.text(1)) }
    try work.faults(
      "household_no",
      """
      SELECT s.line, first.\(form.number) FROM (
        SELECT row, min(row) OVER (
          PARTITION BY batch_id, project_no, household_no, amount, \(form.day)) AS first_row
        FROM temp.staged WHERE rejected = 0) AS pair
      JOIN temp.staged AS s ON s.row = pair.row
      JOIN temp.staged AS first ON first.row = pair.first_row
      WHERE pair.row <> pair.first_row
      """
    ) { .equalMovement(number: $0.text(1)) }
  }

}

extension ImportWork {
  /// Tells in the receipt which rungs the entry moved money on, and the numbers it gave to movements.
  func tellMoney(on day: Int32, in receipt: inout Receipt) throws(SQLiteFailure) {
    guard
      [Sheet.batches, .allocations, .payments, .bankReturns].contains(where: {
        $0.name == sheet.name
      })
    else { return }
    receipt.rungs = try TouchedRungs.changes(self, on: day)
    guard case .byEntry = numbering else { return }
    var numbers: [String] = []
    try register.connection.rows(
      "SELECT movement_no FROM temp.staged WHERE rejected = 0 ORDER BY row"
    ) { numbers.append($0.text(0)) }
    receipt.numbers = numbers
  }
}

/// The rungs that an entry's money touched.
enum TouchedRungs {
  /// At most so many are told.
  private static let most = 24

  /// - Parameter day: at whose end the balances are taken.
  static func changes(_ work: ImportWork, on day: Int32) throws(SQLiteFailure) -> [RungChange] {
    var found: [(account: Int64, change: Int64, after: Int64)] = []
    try work.register.connection.rows(
      """
      SELECT account.id, sum(fen), ifnull((
        SELECT balance_fen FROM account_day
        WHERE account_id = account.id AND on_day <= :day ORDER BY on_day DESC LIMIT 1), 0)
      FROM (
        SELECT upper_id AS account_id, -amount_fen AS fen, moved_on AS on_day FROM movement
        WHERE id >= :first
        UNION ALL SELECT lower_id, amount_fen, moved_on FROM movement WHERE id >= :first
        UNION ALL SELECT upper_id, amount_fen, moved_on FROM movement WHERE withdrawn = :entry
        UNION ALL SELECT lower_id, -amount_fen, moved_on FROM movement WHERE withdrawn = :entry
        UNION ALL SELECT account_id, amount_fen, issued_on FROM batch_issue
        WHERE entered = :entry AND withdrawn IS NULL
        UNION ALL SELECT account_id, -amount_fen, issued_on FROM batch_issue WHERE withdrawn = :entry)
        AS moved
      JOIN account ON account.id = moved.account_id
      WHERE moved.on_day <= :day
      GROUP BY account.id ORDER BY account.rung, account.id LIMIT \(most)
      """,
      [
        "day": Value(day), "entry": .integer(work.entry),
        "first": .integer(work.landings["movement"]?.firstID ?? Int64.max),
      ]
    ) { found.append(($0.int64(0), $0.int64(1), $0.int64(2))) }
    var changes: [RungChange] = []
    for (account, change, after) in found {
      changes.append(
        RungChange(
          rung: try work.rungName(account), beforeFen: after - change, afterFen: after))
    }
    return changes
  }
}
