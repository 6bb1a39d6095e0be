import SQLite

// Balances. `account_day` is kept row by row by the triggers of m0002, which is right for a command and
// slow for a sheet of a hundred thousand movements. A bulk import drops the posting triggers in its
// transaction, loads, and works out the balances of the accounts it touched at once.

extension Register {
  /// Works out the end-of-day balances of every account that movements from `firstID` on touched.
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
    let postings = try Postings(ofAccountsIn: "temp.moved_account", on: connection)
    let kept = try connection.prepare(
      "INSERT INTO account_day (account_id, on_day, balance_fen) VALUES (?, ?, ?)")
    while let (place, fen) = try postings.next() {
      kept.bind(place.account, at: 1)
      kept.bind(place.day, at: 2)
      kept.bind(fen, at: 3)
      _ = try kept.step()
      kept.reset()
    }
  }
}
