import Domain
import SQLite

/// What a household has of a project's money.
package struct ProjectMoney: Sendable, Equatable {
  package let householdNo: String
  /// Allocated and paid on all days, net of returns and reversals.
  package let allocatedFen: Int64
  package let paidFen: Int64
}

extension Register {
  /// The first days of a household's links to a project that begin by a day and run until then at least.
  package func linksRunning(
    _ householdNo: String, in projectNo: String, until day: DayNumber
  ) throws(SQLiteFailure) -> [DayNumber] {
    var days: [DayNumber] = []
    try connection.rows(
      """
      SELECT since FROM project_household AS link
      JOIN project ON project.id = link.project_id
      JOIN household ON household.id = link.household_id
      WHERE link.withdrawn IS NULL AND project_no = :project AND household_no = :household
        AND since <= :day AND until >= :day
      ORDER BY since
      """,
      ["project": .text(projectNo), "household": .text(householdNo), "day": Value(day)]
    ) { days.append($0.int32(0)) }
    return days
  }

  /// The households that have money of a project, by number.
  package func householdMoney(
    ofProject projectNo: String
  ) throws(SQLiteFailure) -> [ProjectMoney] {
    var money: [ProjectMoney] = []
    try connection.rows(
      """
      SELECT household_no,
        sum(CASE WHEN movement.is_payment = 0 THEN amount_fen ELSE 0 END) AS allocated,
        sum(CASE WHEN movement.is_payment = 1 THEN amount_fen ELSE 0 END) AS paid
      FROM project
      JOIN account ON account.project_id = project.id AND account.household_id IS NOT NULL
      JOIN household ON household.id = account.household_id
      JOIN movement ON movement.lower_id = account.id AND movement.withdrawn IS NULL
      WHERE project_no = :project
      GROUP BY household_no HAVING allocated <> 0 OR paid <> 0
      ORDER BY household_no
      """, ["project": .text(projectNo)]
    ) {
      money.append(
        ProjectMoney(householdNo: $0.text(0), allocatedFen: $0.int64(1), paidFen: $0.int64(2)))
    }
    return money
  }

  /// What stands on a project's own rung, by batch and source, on all days; rungs with nothing left out.
  package func moneyHeld(byProject projectNo: String) throws(SQLiteFailure) -> [RungSum] {
    var filter = RungFilter()
    filter.project = projectNo
    filter.tellsProjects = true
    return try rungSums(on: DayPeriod.openEnd - 1, filter).filter {
      $0.rung == .project && $0.balanceFen != 0
    }
  }
}
