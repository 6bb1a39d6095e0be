import SQLite

extension MovementRules {
  /// A reversal names one movement, once, whole, with the opposite amount, on or after its day, and is not
  /// itself reversed. The one it names stands, or is in the same file.
  func judgeReversals(_ work: ImportWork) throws(SQLiteFailure) {
    try gatherReversals(work)
    var faults: [(line: Int, column: String, fault: FaultKind.ReversalFault)] = []
    try work.register.connection.rows(reversalSQL) { row in
      let line = row.int(0)
      guard !row.isNull(1) else { return faults.append((line, "reverses", .unknown)) }
      if row.int(1) == 1 { faults.append((line, "reverses", .isReversal)) }
      if row.int(2) == 1 { faults.append((line, "reverses", .alreadyReversed)) }
      if !row.isNull(3), !row.isNull(4), row.int64(3) != -row.int64(4) {
        faults.append((line, "amount", .wrongAmount(shouldBe: -row.int64(4))))
      }
      if !row.isNull(5), !row.isNull(6), row.int32(5) < row.int32(6) {
        faults.append((line, form.day, .beforeReversed(on: row.int32(6))))
      }
      if row.int(7) == 0 { faults.append((line, "reverses", .otherAccounts)) }
    }
    for (line, column, fault) in faults {
      work.add(
        Fault(
          line: line, column: column, value: try work.written(column, line: line),
          .reversal(fault)))
    }
  }

  /// The rows that reverse: line, whether the reversed one (`m` standing, `f` in the file) is a reversal
  /// (NULL: there is none), whether another row or movement reverses it, both amounts, both days, and
  /// whether it ran between the same accounts.
  private var reversalSQL: String {
    let places =
      ["project_no", "household_no"] + (form.isPayment == 1 ? ["payee"] : ["county_code"])
    let isSameFile = (["batch_id"] + places).map { "f.\($0) IS s.\($0)" }
      .joined(separator: " AND ")
    return """
      SELECT s.line,
        CASE WHEN m.id IS NOT NULL THEN m.reverses IS NOT NULL
          WHEN f.row IS NOT NULL THEN f.reverses IS NOT NULL END,
        EXISTS (
          SELECT 1 FROM movement AS other
          WHERE other.is_payment = \(form.isPayment) AND other.reverses = s.reverses
            AND other.withdrawn IS NULL)
        OR EXISTS (
          SELECT 1 FROM temp.reversing AS other
          WHERE other.reverses = s.reverses AND other.row < s.row),
        s.amount, CASE WHEN m.id IS NOT NULL THEN m.amount_fen ELSE f.amount END,
        s.\(form.day), CASE WHEN m.id IS NOT NULL THEN m.moved_on ELSE f.\(form.day) END,
        CASE WHEN m.id IS NOT NULL
          THEN m.lower_id IS (\(form.lowerID)) AND m.upper_id IS (\(form.upperID))
          ELSE \(isSameFile) END
      FROM temp.reversing AS reversing
      CROSS JOIN temp.staged AS s ON s.row = reversing.row
      LEFT JOIN movement AS m ON m.is_payment = \(form.isPayment) AND m.number = s.reverses
        AND m.withdrawn IS NULL
      LEFT JOIN temp.staged AS f ON f.row = (
        SELECT min(row) FROM temp.staged
        WHERE \(form.number) = s.reverses AND withdraws = 0 AND row <> s.row)
      ORDER BY s.row
      """
  }

  /// Gathers the rows that reverse, so that finding another of the same costs a search.
  private func gatherReversals(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.reversing;
      CREATE TEMP TABLE reversing (row INTEGER PRIMARY KEY, reverses TEXT NOT NULL);
      INSERT INTO temp.reversing (row, reverses)
        SELECT row, reverses FROM temp.staged
        WHERE reverses IS NOT NULL AND withdraws = 0 AND rejected <> 2;
      CREATE INDEX temp.reversing_number ON reversing (reverses);
      """)
  }
}
