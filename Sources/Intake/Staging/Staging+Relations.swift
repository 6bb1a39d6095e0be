import Domain
import SQLite

extension Stager {
  /// Gives relations written as numbers their meaning, now that the whole file has shown the list.
  mutating func settleRelations(
    on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    guard let list = rows.relationList else { return }
    var numbers: [Int64] = []
    try connection.rows(
      "SELECT DISTINCT relation FROM temp.staged WHERE relation < :limit",
      ["limit": .integer(StagedColumns.relationNumber + 1)]
    ) { numbers.append($0.int64(0)) }
    for staged in numbers {
      let number = Int(StagedColumns.relationNumber - staged)
      let code = Relation(number: number, in: list)?.code
      if code == nil {
        let faults = staging.faults
        try connection.rows(
          "SELECT line FROM temp.staged WHERE relation = :staged", ["staged": .integer(staged)]
        ) {
          faults.append(
            Fault(
              line: $0.int(0), column: "relation", value: String(number),
              .cell(.unknownValue, allowed: ColumnKind.relation.allowedNames)))
        }
      }
      try connection.run(
        "UPDATE temp.staged SET relation = :code WHERE relation = :staged",
        ["code": Value(code), "staged": .integer(staged)])
    }
    try judgeRelations(list, on: connection)
  }

  /// A list that gives most of the file's households no head, or several, is the wrong one. Those that stand
  /// came in with one, and a file may name but a few of their people.
  private mutating func judgeRelations(
    _ list: RelationList, on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    let counts = try connection.first(
      """
      SELECT count(*), count(*) FILTER (WHERE heads <> 1 AND is_new) FROM (
        SELECT count(*) FILTER (WHERE relation = :head) AS heads,
          NOT EXISTS (SELECT 1 FROM household WHERE household_no = s.household_no) AS is_new
        FROM temp.staged AS s
        WHERE household_no IS NOT NULL AND withdraws = 0
        GROUP BY household_no)
      """, ["head": Value(Relation.Base.head.rawValue)]
    ) { ($0.int(0), $0.int(1)) }
    guard let (households, wrong) = counts, wrong * 2 > households else { return }
    staging.isDoubtful = true
    staging.faults.append(
      Fault(
        line: headerLine, column: "relation",
        .doubtfulCodes(list: list.name, wrong: wrong, households: households)))
  }
}
