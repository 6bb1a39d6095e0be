import SQLite

// A project that was sent back and reviewed again is several rows, which differ in the day of the review, its
// meeting and its verdict. Whatever else they give must agree. The first row speaks for the project; the
// others bear a review each.

/// The rows of one project, made one.
enum ProjectRows {
  /// Columns of the staging table: whether the row bears nothing but a further review, and which.
  static let stagedColumns = ["is_further INTEGER NOT NULL DEFAULT 0", "round INTEGER"]

  /// Columns in which rows of one project may differ.
  private static let ownColumns = ["project_no", "reviewed_on", "meeting", "verdict"]

  static func gather(_ work: ImportWork) throws(SQLiteFailure) {
    var pairs: [(row: Int64, line: Int, first: Int64, firstLine: Int, isDated: Bool)] = []
    try work.register.connection.rows(
      """
      SELECT s.row, s.line, first.row, first.line,
        s.reviewed_on IS NOT NULL AND first.reviewed_on IS NOT NULL
      FROM (
        SELECT row, min(row) OVER (PARTITION BY project_no) AS first_row
        FROM temp.staged WHERE rejected = 0 AND project_no IS NOT NULL) AS pair
      JOIN temp.staged AS s ON s.row = pair.row
      JOIN temp.staged AS first ON first.row = pair.first_row
      WHERE pair.row <> pair.first_row ORDER BY pair.row
      """
    ) { pairs.append(($0.int64(0), $0.int(1), $0.int64(2), $0.int(3), $0.int(4) == 1)) }
    for pair in pairs {
      guard pair.isDated else {
        work.add(
          Fault(
            line: pair.line, column: "project_no",
            value: try work.written("project_no", line: pair.line),
            .repeatedKey(firstLine: pair.firstLine)))
        continue
      }
      guard try agrees(work, row: pair.row, pair.line, first: pair.first, pair.firstLine) else {
        continue
      }
      try fill(work, pair.first, from: pair.row)
    }
  }

  /// A project is taken or rejected as a whole.
  static func rejectTogether(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE temp.staged SET rejected = 1
      WHERE rejected = 0
        AND project_no IN (SELECT project_no FROM temp.staged WHERE is_further = 1)
        AND project_no IN (SELECT project_no FROM temp.staged WHERE rejected = 1)
      """)
  }

  private static func shared(_ work: ImportWork) -> [String] {
    work.sheet.columns.filter { $0.kind != .withdraw && !ownColumns.contains($0.name) }.map(\.name)
  }

  /// Tells in which column a row says other than the first of its project; an empty cell says nothing.
  private static func agrees(
    _ work: ImportWork, row: Int64, _ line: Int, first: Int64, _ firstLine: Int
  ) throws(SQLiteFailure) -> Bool {
    let columns = shared(work)
    let bits = columns.reduce(into: Int64(0)) { $0 |= 1 << Int64(work.sheet.place(of: $1)) }
    let differences =
      columns.map { "s.\"\($0)\" <> first.\"\($0)\"" }
      + ["s.withdraws <> first.withdraws OR (s.clears & \(bits)) <> (first.clears & \(bits))"]
    var differing: [String] = []
    try work.register.connection.rows(
      """
      SELECT \(differences.joined(separator: ", "))
      FROM temp.staged AS s JOIN temp.staged AS first ON first.row = :first WHERE s.row = :row
      """, ["first": .integer(first), "row": .integer(row)]
    ) { answer in
      differing = (columns + ["project_no"]).enumerated()
        .filter { answer.optionalInt64(Int32($0.offset)) == 1 }.map(\.element)
    }
    for column in differing {
      work.add(
        Fault(
          line: line, column: column, value: try work.written(column, line: line),
          .disagreesWithRow(line: firstLine)))
    }
    return differing.isEmpty
  }

  /// The first row takes what only the further one gives.
  private static func fill(
    _ work: ImportWork, _ first: Int64, from row: Int64
  ) throws(SQLiteFailure) {
    let values = shared(work).map {
      "\"\($0)\" = ifnull(\"\($0)\", (SELECT \"\($0)\" FROM temp.staged WHERE row = :row))"
    }
    try work.register.connection.run(
      "UPDATE temp.staged SET \(values.joined(separator: ", ")) WHERE row = :first",
      ["first": .integer(first), "row": .integer(row)])
    try work.register.connection.run(
      "UPDATE temp.staged SET is_further = 1 WHERE row = :row", ["row": .integer(row)])
  }
}
