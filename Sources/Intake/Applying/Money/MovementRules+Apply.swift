import SQLite

extension MovementRules {
  /// Adds the new movements in the order of their rows, with the accounts they need, and takes back what
  /// rows withdraw. `temp.merge_movement` keeps which row became which: the first new row the first new id.
  ///
  /// - Parameter isPrimary: whether the movements are the rows' own facts, or come along with those.
  func apply(_ work: ImportWork, isPrimary: Bool = true) throws(SQLiteFailure) {
    let created = try gatherNew(work)
    let withdrawn = try work.register.connection.run(
      """
      UPDATE movement SET withdrawn = :entry
      WHERE id IN (SELECT standing_id FROM temp.merge_movement WHERE state = 3)
      """, ["entry": .integer(work.entry)])
    let firstID =
      try work.register.connection.first("SELECT ifnull(max(id), 0) + 1 FROM movement") {
        $0.int64(0)
      } ?? 1
    if created >= BulkLoading.rows {
      try work.register.withoutTriggers(["account_enters", "movement_enters", "movement_posts"]) {
        () throws(SQLiteFailure) in
        try insert(work, firstID)
      }
      try work.register.rebuildBalances(ofMovementsFrom: firstID)
    } else if created > 0 {
      try insert(work, firstID)
    }
    work.landings["movement"] = ImportWork.Landing(
      firstID: firstID,
      rowsSQL: "SELECT row FROM temp.merge_movement WHERE state = 1 ORDER BY ordinal")
    if created + withdrawn > 0 {
      try work.note("merge_movement", isPrimary: isPrimary, created: created)
    }
    if form.isPayment == 1 {
      try InstalmentWarnings.warn(work)
      try PayListMoney.warnPaid(work)
    }
  }

  /// Returns how many rows are new.
  private func gatherNew(_ work: ImportWork) throws(SQLiteFailure) -> Int {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.merge_movement;
      CREATE TEMP TABLE merge_movement (
        ordinal INTEGER PRIMARY KEY, row INTEGER NOT NULL, standing_id INTEGER,
        state INTEGER NOT NULL);
      INSERT INTO temp.merge_movement (row, state)
        SELECT row, 1 FROM temp.staged AS s
        WHERE rejected = 0 AND withdraws = 0 AND \(form.moves) ORDER BY row;
      """)
    let created =
      try work.register.connection.first("SELECT count(*) FROM temp.merge_movement") { $0.int(0) }
    try work.register.connection.run(
      """
      INSERT INTO temp.merge_movement (row, standing_id, state)
      SELECT s.row, known.movement_id, 3 FROM temp.known_movement AS known
      JOIN temp.staged AS s ON s.row = known.row
      WHERE s.rejected = 0 AND s.withdraws = 1 ORDER BY s.row
      """)
    return created ?? 0
  }

  private func insert(_ work: ImportWork, _ firstID: Int64) throws(SQLiteFailure) {
    for step in form.steps {
      for rung in [step.upper, step.lower] {
        try work.register.connection.run(
          """
          INSERT INTO account (\(rung.columns), entered)
          SELECT DISTINCT \(rung.values), :entry FROM temp.staged AS s
          WHERE s.rejected = 0 AND s.withdraws = 0 AND \(form.moves) AND \(step.condition)
            AND NOT EXISTS \(rung.id)
          """, ["entry": .integer(work.entry)])
      }
    }
    try work.register.connection.run(
      """
      INSERT INTO movement (id, is_payment, number, upper_id, lower_id, amount_fen, moved_on,
        reverses, entered)
      SELECT :first + m.ordinal - 1, \(form.isPayment), s.\(form.number), \(form.upperID),
        \(form.lowerID), s.amount, s.\(form.day), s.reverses, :entry
      FROM temp.merge_movement AS m CROSS JOIN temp.staged AS s ON s.row = m.row
      WHERE m.state = 1
      ORDER BY m.ordinal
      """, ["first": .integer(firstID), "entry": .integer(work.entry)])
  }
}
