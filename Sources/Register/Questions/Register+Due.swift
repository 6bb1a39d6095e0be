import Domain
import SQLite

// What is derived to be due on a day. Nothing is kept of it: it goes from the list with the fact that
// answers it.

extension Register {
  /// By kind, then by day.
  ///
  /// - Parameters:
  ///   - region: the place whose it is, nil for the whole office; months are the office's.
  ///   - staff: only what concerns households that this official answers for on the day.
  ///   - known: up to which entry; nil is the last one.
  package func due(
    on day: DayNumber, in region: RegionCode? = nil, staff: Int64? = nil, _ known: Known? = nil
  ) throws(SQLiteFailure) -> [DueThing] {
    try reading { () throws(SQLiteFailure) in
      let known = try orLast(known)
      var things = try findingsDue(day, known) + plansEnding(day, known)
      if let staff {
        let own = Set(try households(of: staff, nil, on: day, known))
        things.removeAll { thing in thing.household.map { !own.contains($0.household) } ?? true }
      } else {
        things += try postingsDue(day, known) + reviewsUndecided(day, known)
        if region.map({ $0.level == .province }) ?? true { things += try monthsOpen(day, known) }
      }
      let places = try regionsListed(known, on: day, in: region)
      var inside = Inside(region, places)
      things = things.filter { thing in
        guard let village = thing.household?.village ?? thing.village else { return true }
        return inside.contains(village)
      }
      var lapsed = HouseholdQuery(.lapsed, on: day, in: region)
      lapsed.staff = staff
      things += try list(lapsed, known, places: places).map { household in
        var thing = DueThing(.gap, dueOn: nil)
        thing.household = household
        return thing
      }
      let order = DueThing.Kind.allCases
      return order.flatMap { kind in
        things.filter { $0.kind == kind }.enumerated().sorted { left, right in
          (left.element.dueOn ?? 0, left.offset) < (right.element.dueOn ?? 0, right.offset)
        }.map(\.element)
      }
    }
  }

  func findingsDue(_ day: DayNumber, _ known: Known) throws(SQLiteFailure) -> [DueThing] {
    var found: [(household: Int64, thing: DueThing)] = []
    let late = Known.query(
      "id, household_id, inspection_id, due_on, finding", from: "finding",
      where: "found_on <= :day AND due_on < :day AND (settled_on IS NULL OR settled_on > :day)")
    try connection.rows(
      """
      SELECT late.household_id, due_on, inspection_no, finding
      FROM (\(late)) AS late JOIN inspection ON inspection.id = late.inspection_id
      ORDER BY due_on, late.id
      """, ["day": Value(day), "known": .integer(known.entry)]
    ) { row in
      var thing = DueThing(.finding, dueOn: row.int32(1))
      thing.number = row.text(2)
      thing.note = row.text(3)
      found.append((row.int64(0), thing))
    }
    return try withHouseholds(found, on: day, known)
  }

  private func plansEnding(_ day: DayNumber, _ known: Known) throws(SQLiteFailure) -> [DueThing] {
    var found: [(household: Int64, thing: DueThing)] = []
    let ending = Known.query(
      "id, household_id, ended_on, measures", from: "plan",
      where: "starts_on <= :day AND ended_on > :day AND ended_on <= :day + :notice")
    let following = Known.query(
      "1", from: "plan",
      where: """
        household_id = ending.household_id AND starts_on <= ending.ended_on
          AND ended_on > ending.ended_on
        """)
    let ended = Known.query(
      "1", from: "household_end",
      where: "household_id = ending.household_id AND household_end.ended_on <= ending.ended_on")
    try connection.rows(
      """
      SELECT household_id, ended_on, measures FROM (\(ending)) AS ending
      WHERE NOT EXISTS (\(following)) AND NOT EXISTS (\(ended))
      ORDER BY ended_on, id
      """,
      [
        "day": Value(day), "notice": Value(DueThing.planNoticeDays),
        "known": .integer(known.entry),
      ]
    ) { row in
      var thing = DueThing(.plan, dueOn: row.int32(1))
      thing.note = row.text(2)
      found.append((row.int64(0), thing))
    }
    return try withHouseholds(found, on: day, known)
  }

  private func withHouseholds(
    _ found: [(household: Int64, thing: DueThing)], on day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> [DueThing] {
    let households = try listed(Array(Set(found.map(\.household))), on: day, known)
    return found.map { household, thing in
      var thing = thing
      thing.household = households[household]
      return thing
    }
  }

  /// A posting has a row for each objection raised to it; it is down once one of them says so.
  private func postingsDue(_ day: DayNumber, _ known: Known) throws(SQLiteFailure) -> [DueThing] {
    var found: [DueThing] = []
    let posted = Known.query(
      "project_id, village_code, posted_on, taken_down_on", from: "disclosure",
      where: "posted_on + :days <= :day")
    try connection.rows(
      """
      SELECT posted_on + :days, project_no, village_code
      FROM (\(posted)) AS posted JOIN project ON project.id = posted.project_id
      GROUP BY posted.project_id, village_code, posted_on
      HAVING ifnull(min(taken_down_on), :day + 1) > :day
      ORDER BY posted_on, project_no, village_code
      """,
      [
        "day": Value(day), "days": Value(PostingDays.least), "known": .integer(known.entry),
      ]
    ) { row in
      var thing = DueThing(.posting, dueOn: row.int32(0))
      thing.projectNo = row.text(1)
      thing.village = RegionCode(row.int64(2))
      found.append(thing)
    }
    return found
  }

  private func reviewsUndecided(
    _ day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> [DueThing] {
    var found: [DueThing] = []
    let reviews = Known.query(
      "project_id, stepped_on, round, meeting, verdict", from: "project_step",
      where: "step = :reviewed AND stepped_on <= :day")
    let decided = Known.query(
      "1", from: "project_step",
      where: """
        project_id = review.project_id AND project_step.stepped_on <= :day
          AND (step IN (:approved, :rejected, :cancelled)
            OR step = :reviewed AND project_step.round > review.round)
        """)
    let records = Known.query("project_id, village_code, county_code", from: "project_record")
    try connection.rows(
      """
      SELECT stepped_on, project_no, ifnull(record.village_code, record.county_code), meeting, verdict
      FROM (\(reviews)) AS review JOIN project ON project.id = review.project_id
      LEFT JOIN (\(records)) AS record ON record.project_id = review.project_id
      WHERE NOT EXISTS (\(decided))
      ORDER BY stepped_on, project_no
      """,
      [
        "day": Value(day), "known": .integer(known.entry),
        "reviewed": Value(ProjectStep.reviewed.rawValue),
        "approved": Value(ProjectStep.approved.rawValue),
        "rejected": Value(ProjectStep.rejected.rawValue),
        "cancelled": Value(ProjectStep.cancelled.rawValue),
      ]
    ) { row in
      var thing = DueThing(.review, dueOn: row.int32(0))
      thing.projectNo = row.text(1)
      thing.village = row.optionalInt64(2).flatMap { RegionCode($0) }
      thing.note = row.optionalText(3)
      thing.verdict = row.optionalText(4).flatMap { Verdict.read($0) }
      found.append(thing)
    }
    return found
  }

  /// Months of the register's years, from January of its first, that were over by the day.
  private func monthsOpen(_ day: DayNumber, _ known: Known) throws(SQLiteFailure) -> [DueThing] {
    var found: [DueThing] = []
    let today = CalendarDate(dayNumber: day)
    for year in year...max(year, today.year) {
      for number in 1...12 {
        guard let month = YearMonth(year: year, month: number), month.lastDay.dayNumber < day,
          try closeOf(month).map({ $0.entry > known.entry }) ?? true
        else { continue }
        var thing = DueThing(.month, dueOn: month.lastDay.dayNumber)
        thing.number = month.description
        found.append(thing)
      }
    }
    return found
  }
}
