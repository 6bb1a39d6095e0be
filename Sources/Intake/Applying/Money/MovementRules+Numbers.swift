import SQLite

extension MovementRules {
  /// A number belongs to one movement: in the register, and in the file.
  func judgeNumbers(_ work: ImportWork) throws(SQLiteFailure) {
    try findKnown(work)
    try work.register.connection.run(
      """
      UPDATE temp.staged SET rejected = 2
      WHERE rejected = 0 AND withdraws = 0
        AND row IN (SELECT row FROM temp.known_movement WHERE is_same)
      """)
    try work.faults(
      form.number,
      """
      SELECT s.line, known.entered FROM temp.known_movement AS known
      JOIN temp.staged AS s ON s.row = known.row
      WHERE s.withdraws = 0 AND NOT known.is_same
      """
    ) { .numberUsed(entry: $0.int64(1)) }
    try judgeRepeats(work)
    // A number that was taken back before is as it should be; one that never stood is a mistake.
    try work.faults(
      form.number,
      """
      SELECT s.line FROM temp.staged AS s
      WHERE s.withdraws = 1 AND s.\(form.number) IS NOT NULL
        AND s.row NOT IN (SELECT row FROM temp.known_movement)
        AND s.\(form.number) NOT IN (
          SELECT number FROM movement
          WHERE withdrawn IS NOT NULL AND is_payment = \(form.isPayment))
      """
    ) { _ in .nothingToWithdraw }
  }

  /// The standing movements that have the rows' numbers, and whether the rows say the same.
  private func findKnown(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.known_movement;
      CREATE TEMP TABLE known_movement (
        row INTEGER PRIMARY KEY, movement_id INTEGER NOT NULL, entered INTEGER NOT NULL,
        is_same INTEGER NOT NULL);
      """)
    try work.register.connection.run(
      """
      INSERT INTO temp.known_movement (row, movement_id, entered, is_same)
      SELECT s.row, m.id, m.entered, ifnull(
        m.amount_fen = s.amount AND m.moved_on = s.\(form.day) AND m.reverses IS s.reverses
        AND b.batch_no = s.batch_no AND (s.source IS NULL OR s.source = b.source)
        AND \(form.isSamePlace), 0)
      FROM temp.staged AS s
      CROSS JOIN movement AS m ON m.is_payment = \(form.isPayment)
        AND m.number = s.\(form.number) AND m.withdrawn IS NULL
      JOIN account AS l ON l.id = m.lower_id
      JOIN account AS u ON u.id = m.upper_id
      JOIN batch AS b ON b.id = l.batch_id
      """)
  }

  private func judgeRepeats(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      form.number,
      """
      SELECT s.line, first.line
      FROM (
        SELECT \(form.number) AS number, min(row) AS row FROM temp.staged
        WHERE \(form.number) IS NOT NULL GROUP BY \(form.number) HAVING count(*) > 1) AS used
      JOIN temp.staged AS first ON first.row = used.row
      JOIN temp.staged AS s ON s.\(form.number) = used.number AND s.row <> used.row
      """
    ) { .repeatedKey(firstLine: $0.int(1)) }
  }
}
