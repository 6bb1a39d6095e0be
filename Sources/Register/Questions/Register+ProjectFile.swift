import Domain
import SQLite

extension Register {
  /// The project of a number on a day, as known now; nil where there is none.
  package func projectFile(
    _ number: String, on day: DayNumber
  ) throws(SQLiteFailure) -> ProjectFile? {
    try reading { () throws(SQLiteFailure) in
      guard let project = try registeredProject(numbered: number) else { return nil }
      let steps = try steps(of: project, by: day)
      let links = try links(to: project, by: day)
      let money = try projectMoney(project, by: day)
      let postings = try postings(of: project, by: day)
      let progress = try progress(ofProject: project, by: day)
      return try connection.first(
        """
        SELECT name, kind, county_code, village_code, fund, budget_fen, quantity_milli, unit,
          instalments
        FROM project_record WHERE project_id = :project AND withdrawn IS NULL
        """, ["project": .integer(project)]
      ) { row throws(SQLiteFailure) -> ProjectFile in
        let county = RegionCode(row.int64(2)) ?? office
        let village = row.optionalInt64(3).flatMap { RegionCode($0) }
        var named = [county] + links.map(\.household.village) + postings.map(\.village)
        if let village { named.append(village) }
        return ProjectFile(
          projectNo: number, name: row.text(0), kind: ProjectKind(rawValue: row.int(1)) ?? .other,
          county: county, village: village, fund: row.optionalText(4),
          budgetFen: row.optionalInt64(5),
          quantity: row.optionalInt64(6).map { Quantity(thousandths: $0) },
          unit: row.optionalText(7), instalments: row.optionalText(8), steps: steps, links: links,
          money: money, postings: postings, progress: progress,
          places: try regionsKnown(.everything, on: day, enclosing: named))
      }
    }
  }

  private func steps(
    of project: Int64, by day: DayNumber
  ) throws(SQLiteFailure) -> [ProjectFile.Step] {
    var steps: [ProjectFile.Step] = []
    try connection.rows(
      """
      SELECT step, stepped_on, meeting, verdict, grade, reason FROM project_step
      WHERE project_id = :project AND withdrawn IS NULL AND stepped_on <= :day
      ORDER BY stepped_on, step, round
      """, ["project": .integer(project), "day": Value(day)]
    ) { row in
      guard let step = ProjectStep(rawValue: row.int(0)) else { return }
      steps.append(
        ProjectFile.Step(
          step: step, on: row.int32(1), meeting: row.optionalText(2),
          verdict: row.optionalText(3).flatMap { Verdict.read($0) },
          grade: row.optionalInt(4).flatMap { Grade(rawValue: $0) }, reason: row.optionalText(5)))
    }
    return steps
  }

  private func links(
    to project: Int64, by day: DayNumber
  ) throws(SQLiteFailure) -> [ProjectFile.Link] {
    struct Part {
      let household: Int64
      let period: DayPeriod
      let quantity: Quantity?
      let unit: String?
      let allocatedFen, paidFen: Int64
    }
    var parts: [Part] = []
    try connection.rows(
      """
      SELECT link.household_id, link.since, link.until, link.quantity_milli, link.unit,
        ifnull(sum(CASE WHEN account.rung = \(Rung.household.rawValue) THEN movement.amount_fen END), 0),
        ifnull(sum(CASE WHEN account.rung = \(Rung.paid.rawValue) THEN movement.amount_fen END), 0)
      FROM project_household AS link
      LEFT JOIN account ON account.household_id = link.household_id
        AND account.project_id = link.project_id
      LEFT JOIN movement ON movement.lower_id = account.id AND movement.withdrawn IS NULL
        AND movement.moved_on <= :day
      WHERE link.project_id = :project AND link.withdrawn IS NULL AND link.since <= :day
      GROUP BY link.id ORDER BY link.since
      """, ["project": .integer(project), "day": Value(day)]
    ) { row in
      parts.append(
        Part(
          household: row.int64(0), period: DayPeriod(since: row.int32(1), until: row.int32(2)),
          quantity: row.optionalInt64(3).map { Quantity(thousandths: $0) },
          unit: row.optionalText(4), allocatedFen: row.int64(5), paidFen: row.int64(6)))
    }
    let byHousehold = Dictionary(grouping: parts, by: \.household)
    return try listed(Array(byHousehold.keys), on: day).values.sorted { $0.precedes($1) }
      .flatMap { household in
        (byHousehold[household.household] ?? []).map {
          ProjectFile.Link(
            household: household, period: $0.period, quantity: $0.quantity, unit: $0.unit,
            allocatedFen: $0.allocatedFen, paidFen: $0.paidFen)
        }
      }
  }

  private func projectMoney(
    _ project: Int64, by day: DayNumber
  ) throws(SQLiteFailure) -> [ProjectFile.Money] {
    var money: [ProjectFile.Money] = []
    try connection.rows(
      """
      SELECT batch_no, batch.source, issue.fund,
        ifnull(sum(CASE WHEN rung = \(Rung.project.rawValue) THEN amount_fen END), 0),
        ifnull(sum(CASE WHEN rung = \(Rung.household.rawValue) THEN movement.amount_fen END), 0),
        ifnull(sum(CASE WHEN rung = \(Rung.paid.rawValue) AND payee IS NULL THEN movement.amount_fen END), 0),
        ifnull(sum(CASE WHEN rung = \(Rung.paid.rawValue) AND payee IS NOT NULL THEN movement.amount_fen END), 0)
      FROM account JOIN movement ON movement.lower_id = account.id
      JOIN batch ON batch.id = account.batch_id
      LEFT JOIN (SELECT batch_id, fund FROM batch_issue WHERE withdrawn IS NULL) AS issue
        ON issue.batch_id = batch.id
      WHERE account.project_id = :project AND movement.withdrawn IS NULL AND moved_on <= :day
      GROUP BY batch.id ORDER BY batch_no, batch.source
      """, ["project": .integer(project), "day": Value(day)]
    ) { row in
      guard let source = FundSource(rawValue: row.int(1)) else { return }
      money.append(
        ProjectFile.Money(
          batchNo: row.text(0), source: source, fund: row.optionalText(2),
          receivedFen: row.int64(3), allocatedFen: row.int64(4), paidFen: row.int64(5),
          paidToPayeesFen: row.int64(6)))
    }
    return money
  }

  private func postings(
    of project: Int64, by day: DayNumber
  ) throws(SQLiteFailure) -> [ProjectFile.Posting] {
    var postings: [ProjectFile.Posting] = []
    try connection.rows(
      """
      SELECT village_code, posted_on, taken_down_on, objection, answer FROM disclosure
      WHERE project_id = :project AND withdrawn IS NULL AND posted_on <= :day
      ORDER BY posted_on, village_code, id
      """, ["project": .integer(project), "day": Value(day)]
    ) { row in
      guard let village = RegionCode(row.int64(0)) else { return }
      let objection = row.text(3)
      postings.append(
        ProjectFile.Posting(
          village: village, postedOn: row.int32(1),
          takenDownOn: row.optionalInt64(2).flatMap { DayNumber(exactly: $0) },
          objection: objection.isEmpty ? nil : objection, answer: row.optionalText(4)))
    }
    return postings
  }
}
