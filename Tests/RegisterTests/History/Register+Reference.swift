import Domain
import Reference
import Register
import SQLite

extension Register {
  /// The standing facts, read in the plainest way for the second reading of the counting rule.
  func reference(incomeGoalFen: Int) throws(SQLiteFailure) -> RefRegister {
    var households: [RefHousehold] = []
    for id in try integers("SELECT id FROM household ORDER BY id") {
      households.append(try referenceHousehold(id))
    }
    let register = RefRegister(households: households)
    for id in try integers("SELECT id FROM project") {
      func day(_ step: Int) throws(SQLiteFailure) -> RefDay? {
        try integer(
          "SELECT stepped_on FROM project_step WHERE project_id = \(id) AND step = \(step) AND withdrawn IS NULL"
        ).map { Int($0) }
      }
      let grade = try integer(
        "SELECT grade FROM project_step WHERE project_id = \(id) AND step = 5 AND withdrawn IS NULL"
      )
      register.projects["\(id)"] = RefProject(
        approved: try day(3), cancelled: try day(8), accepted: try day(5),
        grade: grade == Int64(Grade.qualified.rawValue)
          ? "qualified"
          : grade == Int64(Grade.highQuality.rawValue) ? "high_quality" : "unqualified")
    }
    register.incomeGoalFen = incomeGoalFen
    register.allocations = try movements(rung: 3)
    register.payments = try movements(rung: 4)
    return register
  }

  private func referenceHousehold(_ id: Int64) throws(SQLiteFailure) -> RefHousehold {
    var household = RefHousehold(
      number: try texts("SELECT household_no FROM household WHERE id = \(id)").first ?? "")
    func rows(_ columns: String, _ table: String) throws(SQLiteFailure) -> [[Int?]] {
      try texts("SELECT \(columns) FROM \(table) WHERE household_id = \(id) AND withdrawn IS NULL")
        .map { $0.split(separator: "|").map { Int($0) } }
    }
    func ended(_ day: Int?) -> RefDay? { day == 2_932_896 ? nil : day }
    household.residences = try rows("village_code, since", "residence").map {
      RefDated(String($0[0] ?? 0), since: $0[1] ?? 0)
    }
    household.classes = try rows("class, since", "household_class").map {
      RefDated(className($0[0] ?? 0), since: $0[1] ?? 0)
    }
    household.enrolments = try rows("enrolled_on", "enrolment").compactMap { $0[0] }
    household.ended = try rows("ended_on", "household_end").first?[0]
    household.members = try rows("resident_key, joined_on, left_on", "member").map { row in
      RefMember(id: row[0].map { String($0) }, joined: row[1] ?? 0, left: ended(row[2]))
    }
    household.plans = try rows("starts_on, ended_on", "plan").map {
      RefPlan(starts: $0[0] ?? 0, ended: ended($0[1]))
    }
    household.links = try rows("project_id, since, until", "project_household").map {
      RefLink(project: String($0[0] ?? 0), since: $0[1] ?? 0, until: ended($0[2]))
    }
    household.assignments = try rows("role, since, until", "assignment").map {
      RefAssignment(
        role: RefRole.allCases[($0[0] ?? 1) - 1], since: $0[1] ?? 0, until: ended($0[2]))
    }
    for row in try rows("year, total_fen", "income") { household.incomes[row[0] ?? 0] = row[1] }
    return household
  }

  private func movements(rung: Int) throws(SQLiteFailure) -> [RefMovement] {
    var movements: [RefMovement] = []
    let statement = try connection.prepare(
      """
      SELECT household_no, source, moved_on, amount_fen,
        (SELECT fund FROM batch_issue WHERE batch_id = batch.id AND withdrawn IS NULL)
      FROM movement JOIN account ON account.id = lower_id
      JOIN batch ON batch.id = account.batch_id
      JOIN household ON household.id = account.household_id
      WHERE rung = \(rung) AND movement.withdrawn IS NULL
      """)
    while try statement.step() {
      movements.append(
        RefMovement(
          household: statement.text(0), fund: statement.optionalText(4) ?? "none",
          source: FundSource(rawValue: statement.int(1))?.name ?? "", day: statement.int(2),
          fen: statement.int(3)))
    }
    return movements
  }
}
