import SQLite

// Balances. `account_day` is kept row by row by the triggers of m0002, which is right for a command and
// slow for a sheet of a hundred thousand movements. A bulk import drops the posting triggers in its
// transaction, loads, and works out the balances of the accounts it touched in one statement.

extension Register {
  /// Works out the end-of-day balances of every account that movements after `movement` touched.
  package func rebuildBalances(
    ofMovementsFrom firstID: Int64
  ) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS moved_account (id INTEGER PRIMARY KEY);
      DELETE FROM temp.moved_account;
      """)
    try connection.run(
      """
      INSERT OR IGNORE INTO temp.moved_account (id)
      SELECT upper_id FROM movement WHERE id >= :first
      UNION ALL SELECT lower_id FROM movement WHERE id >= :first
      """, ["first": .integer(firstID)])
    try connection.run(
      "DELETE FROM account_day WHERE account_id IN (SELECT id FROM temp.moved_account)")
    try connection.run(
      """
      INSERT INTO account_day (account_id, on_day, balance_fen)
      \(Register.balancesSQL("WHERE account.id IN (SELECT id FROM temp.moved_account)"))
      """)
  }

  /// The balances as the movements make them; `check` compares `account_day` with this.
  static func balancesSQL(_ condition: String) -> String {
    """
    SELECT account_id, on_day,
      sum(sum(fen)) OVER (PARTITION BY account_id ORDER BY on_day) AS balance_fen
    FROM (
      SELECT account.id AS account_id, issued_on AS on_day, amount_fen AS fen
      FROM account JOIN batch_issue ON batch_issue.account_id = account.id
        AND batch_issue.withdrawn IS NULL \(condition)
      UNION ALL
      SELECT account.id, moved_on, amount_fen
      FROM account JOIN movement ON movement.lower_id = account.id
        AND movement.withdrawn IS NULL \(condition)
      UNION ALL
      SELECT account.id, moved_on, -amount_fen
      FROM account JOIN movement ON movement.upper_id = account.id
        AND movement.withdrawn IS NULL \(condition)
    )
    GROUP BY account_id, on_day
    """
  }
}
