import Domain
import Register
import SQLite

extension RosterLives {
  static func judgeGivings(_ work: ImportWork) throws(SQLiteFailure) {
    var breaches: [(table: String, fact: Int64, household: Int64, member: Int64)] = []
    try work.register.connection.rows(
      """
      SELECT table_name, fact_id, household_id, member_no FROM rule_given_members
      WHERE household_id IN (\(touched(work))) ORDER BY on_day
      """
    ) { breaches.append(($0.text(0), $0.int64(1), $0.int64(2), $0.int64(3))) }
    var told: Set<Int> = []
    for breach in breaches {
      guard let giving = try work.register.giving(table: breach.table, fact: breach.fact) else {
        continue
      }
      let row = try row(of: breach.member, in: breach.household, work)
      // Who joins an ended household is refused by its end.
      if breach.table == "household_end", let joinedOn = row?.joinedOn, joinedOn >= giving.on {
        continue
      }
      let line = if let row { row.line } else { try line(of: breach.household, work) }
      guard told.insert(line).inserted else { continue }
      if let row, row.isNew, row.joinedOn == nil {
        work.add(Fault(line: line, column: "joined_on", .needsOneOf(["joined_on"])))
      } else {
        try refuse(giving.fault, of: breach.member, in: breach.household, work)
      }
    }
  }

  /// Refuses what a file says of a member, at the row that says it; else at the household's.
  ///
  /// - Parameter unlessTold: not where something else is wrong with the row, of which this may follow.
  static func refuse(
    _ kind: FaultKind, of member: Int64, in household: Int64, unlessTold: Bool = false,
    _ work: ImportWork
  ) throws(SQLiteFailure) {
    let row = try row(of: member, in: household, work)
    let line = if let row { row.line } else { try line(of: household, work) }
    if unlessTold, work.isUnmarked(line) { return }
    work.add(
      Fault(
        line: line, column: row?.column, value: try work.written(row?.column, line: line), kind))
  }

  private struct PersonRow {
    let line: Int
    let isNew: Bool
    let joinedOn: Int32?
    let column: String
  }

  private static func row(
    of member: Int64, in household: Int64, _ work: ImportWork
  ) throws(SQLiteFailure) -> PersonRow? {
    try work.register.connection.execute(
      "CREATE INDEX IF NOT EXISTS temp.staged_member ON staged (household_id, member_no)")
    return try work.register.connection.first(
      """
      SELECT line, standing_id IS NULL, joined_on, CASE WHEN withdraws = 1 THEN 'withdraw'
        WHEN standing_id IS NOT NULL AND left_on IS NOT NULL THEN 'left_on' ELSE 'joined_on' END
      FROM temp.staged
      WHERE household_id = :household AND member_no = :member AND rejected = 0
      ORDER BY row LIMIT 1
      """, ["household": .integer(household), "member": .integer(member)]
    ) { row in
      PersonRow(
        line: row.int(0), isNew: row.int(1) == 1, joinedOn: row.isNull(2) ? nil : row.int32(2),
        column: row.text(3))
    }
  }

  /// The line that stands for a household; 0, the whole file, for one that a complete roster leaves out.
  /// Nobody whom such a roster does not name leaves the household any more, so that it is told once.
  private static func line(
    of household: Int64, _ work: ImportWork
  ) throws(SQLiteFailure) -> Int {
    if work.completeOn != nil { work.heldHouseholds.insert(household) }
    return try work.register.connection.first(
      "SELECT line FROM temp.staged_household WHERE household_id = :id",
      ["id": .integer(household)]
    ) { $0.int(0) } ?? 0
  }

  /// Ends before what stands of the household: an event that a complete roster overlooks, or the first
  /// enrolment, where the row takes an earlier one back; and what the file tells from an end on.
  static func judgeEnds(_ work: ImportWork) throws(SQLiteFailure) {
    var breaches: [(table: String, fact: Int64, household: Int64)] = []
    try work.register.connection.rows(
      """
      SELECT table_name, fact_id, household_id FROM rule_household_ended
      WHERE household_id IN (\(touched(work)))
      """
    ) { breaches.append(($0.text(0), $0.int64(1), $0.int64(2))) }
    var told: Set<[Int64]> = []
    for breach in breaches {
      let isEvent = breach.table == "household_event"
      let overlooked =
        isEvent ? try work.register.giving(table: breach.table, fact: breach.fact) : nil
      let fact = try work.register.connection.first(
        "SELECT member_no, entered = :entry FROM \(breach.table) WHERE id = :id",
        ["entry": .integer(work.entry), "id": .integer(breach.fact)]
      ) { (member: $0.int64(0), isOfFile: $0.int(1) == 1) }
      if let overlooked, fact?.isOfFile != true {
        work.add(
          Fault(line: try line(of: breach.household, work), column: nil, overlooked.fault))
      } else if let fact, told.insert([breach.household, fact.member]).inserted,
        let end = try work.register.end(ofHousehold: breach.household)
      {
        try refuse(end.fault, of: fact.member, in: breach.household, unlessTold: true, work)
      }
    }
    try judgeEnrolments(work)
  }

  private static func judgeEnrolments(_ work: ImportWork) throws(SQLiteFailure) {
    var early: [(household: Int64, enrolledOn: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT breach.household_id, (
        SELECT min(enrolled_on) FROM enrolment
        WHERE household_id = breach.household_id AND withdrawn IS NULL)
      FROM rule_end_enrolment AS breach WHERE household_id IN (\(touched(work)))
      """
    ) { early.append(($0.int64(0), $0.int32(1))) }
    for breach in early {
      work.add(
        Fault(
          line: try line(of: breach.household, work), column: "enrolled_on",
          .beforeEnrolment(enrolledOn: breach.enrolledOn)))
    }
  }
}
