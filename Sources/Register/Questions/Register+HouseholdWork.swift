import Domain
import SQLite

// The parts of a household's file about work and money.

extension Register {
  func links(of household: Int64) throws(SQLiteFailure) -> [HouseholdFile.Link] {
    var links: [HouseholdFile.Link] = []
    try connection.rows(
      """
      SELECT project.id, project_no, ifnull(name, ''), ifnull(kind, 0), since, until
      FROM project_household AS link JOIN project ON project.id = link.project_id
      LEFT JOIN project_record AS record ON record.project_id = project.id
        AND record.withdrawn IS NULL
      WHERE link.household_id = :household AND link.withdrawn IS NULL ORDER BY since, project_no
      """, ["household": .integer(household)]
    ) { row throws(SQLiteFailure) in
      links.append(
        HouseholdFile.Link(
          projectNo: row.text(1), name: row.text(2), kind: ProjectKind(rawValue: row.int(3)),
          period: DayPeriod(since: row.int32(4), until: row.int32(5)),
          steps: try steps(of: row.int64(0))))
    }
    return links
  }

  private func steps(of project: Int64) throws(SQLiteFailure) -> [ProjectStep: DayNumber] {
    var steps: [ProjectStep: DayNumber] = [:]
    try connection.rows(
      "SELECT step, stepped_on FROM project_step WHERE project_id = :project AND withdrawn IS NULL",
      ["project": .integer(project)]
    ) { row in
      if let step = ProjectStep(rawValue: row.int(0)) { steps[step] = row.int32(1) }
    }
    return steps
  }

  func money(of household: Int64, by day: DayNumber) throws(SQLiteFailure) -> [HouseholdFile
    .MoneyLine]
  {
    var lines: [HouseholdFile.MoneyLine] = []
    try connection.rows(
      """
      SELECT project_no, ifnull(record.name, ''), issue.fund, batch.source,
        sum(CASE WHEN account.rung = \(Rung.household.rawValue) THEN movement.amount_fen ELSE 0 END),
        sum(CASE WHEN account.rung = \(Rung.paid.rawValue) THEN movement.amount_fen ELSE 0 END)
      FROM account
      JOIN movement ON movement.lower_id = account.id AND movement.withdrawn IS NULL
      JOIN batch ON batch.id = account.batch_id
      JOIN project ON project.id = account.project_id
      LEFT JOIN batch_issue AS issue ON issue.batch_id = batch.id AND issue.withdrawn IS NULL
      LEFT JOIN project_record AS record ON record.project_id = project.id
        AND record.withdrawn IS NULL
      WHERE account.household_id = :household AND movement.moved_on <= :day
      GROUP BY project_no, issue.fund, batch.source ORDER BY 1, 3, 4
      """, ["household": .integer(household), "day": Value(day)]
    ) { row in
      guard let source = FundSource(rawValue: row.int(3)) else { return }
      lines.append(
        HouseholdFile.MoneyLine(
          projectNo: row.text(0), projectName: row.text(1), fund: row.optionalText(2),
          source: source, allocatedFen: row.int64(4), paidFen: row.int64(5)))
    }
    return lines
  }

  func incomes(of household: Int64) throws(SQLiteFailure) -> [HouseholdFile.Income] {
    var incomes: [HouseholdFile.Income] = []
    try connection.rows(
      """
      SELECT year, wage_fen, business_fen, transfer_fen, property_fen, cost_fen, total_fen
      FROM income WHERE household_id = :household AND withdrawn IS NULL ORDER BY year
      """, ["household": .integer(household)]
    ) { row in
      incomes.append(
        HouseholdFile.Income(
          year: row.int(0), wageFen: row.optionalInt64(1), businessFen: row.optionalInt64(2),
          transferFen: row.optionalInt64(3), propertyFen: row.optionalInt64(4),
          costFen: row.optionalInt64(5), totalFen: row.int64(6)))
    }
    return incomes
  }

  /// What was logged of a household, the latest first.
  func progress(of household: Int64) throws(SQLiteFailure) -> [HouseholdFile.Progress] {
    try progress(
      "household_id = :household AND household_id IS NOT NULL", ["household": .integer(household)])
  }

  /// What was logged of a project by a day, the latest first.
  func progress(
    ofProject project: Int64, by day: DayNumber
  ) throws(SQLiteFailure) -> [HouseholdFile.Progress] {
    try progress(
      "project_id = :project AND project_id IS NOT NULL AND logged_on <= :day",
      ["project": .integer(project), "day": Value(day)])
  }

  /// What an official logged on a day, the latest first.
  package func progress(
    ofStaff staff: Int64, on day: DayNumber
  ) throws(SQLiteFailure) -> [HouseholdFile.Progress] {
    try reading { () throws(SQLiteFailure) in
      try progress(
        "progress.staff_id = :staff AND logged_on = :day",
        ["staff": .integer(staff), "day": Value(day)])
    }
  }

  private func progress(
    _ condition: String, _ bindings: Bindings
  ) throws(SQLiteFailure) -> [HouseholdFile.Progress] {
    var entries: [HouseholdFile.Progress] = []
    try connection.rows(
      """
      SELECT logged_on, kind, staff_no, staff_record.name, project_no, household_no, quantity_milli,
        unit, percent_hundredths, note
      FROM progress JOIN staff ON staff.id = progress.staff_id
      LEFT JOIN staff_record ON staff_record.staff_id = staff.id
        AND staff_record.withdrawn IS NULL
      LEFT JOIN project ON project.id = progress.project_id
      LEFT JOIN household ON household.id = progress.household_id
      WHERE \(condition) AND progress.withdrawn IS NULL
      ORDER BY logged_on DESC, progress.id DESC
      """, bindings
    ) { row in
      guard let kind = ProgressKind(rawValue: row.int(1)) else { return }
      entries.append(
        HouseholdFile.Progress(
          loggedOn: row.int32(0), kind: kind, staffNo: row.text(2), staffName: row.optionalText(3),
          projectNo: row.optionalText(4), householdNo: row.optionalText(5),
          quantity: row.optionalInt64(6).map { Quantity(thousandths: $0) },
          unit: row.optionalText(7),
          percent: row.optionalInt(8).flatMap { Percent(hundredths: $0) },
          note: row.optionalText(9)))
    }
    return entries
  }
}
