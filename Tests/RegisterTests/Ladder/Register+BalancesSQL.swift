import Register
import SQLite

extension Register {
  /// `account|day|balance` of all accounts that ever moved money, in one statement: the sums by windows of which
  /// `rebuildBalances` is the fast twin.
  func balancesInOneStatement() throws(SQLiteFailure) -> [String] {
    try texts(
      """
      SELECT account_id, on_day, sum(sum(fen)) OVER (PARTITION BY account_id ORDER BY on_day)
      FROM (
        SELECT account_id, issued_on AS on_day, amount_fen AS fen
        FROM batch_issue WHERE withdrawn IS NULL
        UNION ALL SELECT lower_id, moved_on, amount_fen FROM movement WHERE withdrawn IS NULL
        UNION ALL SELECT upper_id, moved_on, -amount_fen FROM movement WHERE withdrawn IS NULL)
      WHERE account_id IN (SELECT upper_id FROM movement UNION ALL SELECT lower_id FROM movement)
      GROUP BY account_id, on_day ORDER BY account_id, on_day
      """)
  }
}
