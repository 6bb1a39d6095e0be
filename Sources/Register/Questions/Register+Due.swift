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
  package func due(
    on day: DayNumber, in region: RegionCode? = nil, staff: Int64? = nil
  ) throws(SQLiteFailure) -> [DueThing] {
    try reading { () throws(SQLiteFailure) in
      let known = Known(entry: try nextEntryNumber() - 1)
      var things = try findingsDue(day) + plansEnding(day)
      if let staff {
        let own = Set(try households(of: staff, nil, on: day, known))
        things.removeAll { thing in thing.household.map { !own.contains($0.household) } ?? true }
      } else {
        things += try postingsDue(day) + reviewsUndecided(day)
        if region.map({ $0.level == .province }) ?? true { things += try monthsOpen(day) }
      }
      var inside = Inside(region, try regionsKnown(known, on: day))
      things = things.filter { thing in
        guard let village = thing.household?.village ?? thing.village else { return true }
        return inside.contains(village)
      }
      var lapsed = HouseholdQuery(.lapsed, on: day, in: region)
      lapsed.staff = staff
      things += try list(lapsed, known).map { household in
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

  func findingsDue(_ day: DayNumber) throws(SQLiteFailure) -> [DueThing] {
    var found: [(household: Int64, thing: DueThing)] = []
    try connection.rows(
      """
      SELECT finding.household_id, due_on, inspection_no, finding
      FROM finding JOIN inspection ON inspection.id = finding.inspection_id
      WHERE finding.withdrawn IS NULL AND found_on <= :day AND due_on < :day
        AND (settled_on IS NULL OR settled_on > :day)
      ORDER BY due_on, finding.id
      """, ["day": Value(day)]
    ) { row in
      var thing = DueThing(.finding, dueOn: row.int32(1))
      thing.number = row.text(2)
      thing.note = row.text(3)
      found.append((row.int64(0), thing))
    }
    return try withHouseholds(found, on: day)
  }

  private func plansEnding(_ day: DayNumber) throws(SQLiteFailure) -> [DueThing] {
    var found: [(household: Int64, thing: DueThing)] = []
    try connection.rows(
      """
      SELECT plan.household_id, ended_on, measures FROM plan
      WHERE withdrawn IS NULL AND starts_on <= :day AND ended_on > :day
        AND ended_on <= :day + :notice
        AND NOT EXISTS (
          SELECT 1 FROM plan AS next WHERE next.household_id = plan.household_id
            AND next.withdrawn IS NULL AND next.starts_on <= plan.ended_on
            AND next.ended_on > plan.ended_on)
        AND NOT EXISTS (
          SELECT 1 FROM household_end AS ended WHERE ended.household_id = plan.household_id
            AND ended.withdrawn IS NULL AND ended.ended_on <= plan.ended_on)
      ORDER BY ended_on, plan.id
      """, ["day": Value(day), "notice": Value(DueThing.planNoticeDays)]
    ) { row in
      var thing = DueThing(.plan, dueOn: row.int32(1))
      thing.note = row.text(2)
      found.append((row.int64(0), thing))
    }
    return try withHouseholds(found, on: day)
  }

  private func withHouseholds(
    _ found: [(household: Int64, thing: DueThing)], on day: DayNumber
  ) throws(SQLiteFailure) -> [DueThing] {
    let households = try listed(Array(Set(found.map(\.household))), on: day)
    return found.map { household, thing in
      var thing = thing
      thing.household = households[household]
      return thing
    }
  }

  /// A posting has a row for each objection raised to it; it is down once one of them says so.
  private func postingsDue(_ day: DayNumber) throws(SQLiteFailure) -> [DueThing] {
    var found: [DueThing] = []
    try connection.rows(
      """
      SELECT posted_on + :days, project_no, village_code
      FROM disclosure JOIN project ON project.id = disclosure.project_id
      WHERE disclosure.withdrawn IS NULL AND posted_on + :days <= :day
      GROUP BY disclosure.project_id, village_code, posted_on
      HAVING ifnull(min(taken_down_on), :day + 1) > :day
      ORDER BY posted_on, project_no, village_code
      """, ["day": Value(day), "days": Value(PostingDays.least)]
    ) { row in
      var thing = DueThing(.posting, dueOn: row.int32(0))
      thing.projectNo = row.text(1)
      thing.village = RegionCode(row.int64(2))
      found.append(thing)
    }
    return found
  }

  private func reviewsUndecided(_ day: DayNumber) throws(SQLiteFailure) -> [DueThing] {
    var found: [DueThing] = []
    try connection.rows(
      """
      SELECT review.stepped_on, project_no, ifnull(record.village_code, record.county_code),
        review.meeting, review.verdict
      FROM project_step AS review JOIN project ON project.id = review.project_id
      LEFT JOIN project_record AS record ON record.project_id = project.id
        AND record.withdrawn IS NULL
      WHERE review.withdrawn IS NULL AND review.step = :reviewed AND review.stepped_on <= :day
        AND NOT EXISTS (
          SELECT 1 FROM project_step AS later WHERE later.project_id = review.project_id
            AND later.withdrawn IS NULL AND later.stepped_on <= :day
            AND (later.step IN (:approved, :rejected, :cancelled)
              OR later.step = :reviewed AND later.round > review.round))
      ORDER BY review.stepped_on, project_no
      """,
      [
        "day": Value(day), "reviewed": Value(ProjectStep.reviewed.rawValue),
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
  private func monthsOpen(_ day: DayNumber) throws(SQLiteFailure) -> [DueThing] {
    var found: [DueThing] = []
    let today = CalendarDate(dayNumber: day)
    for year in year...max(year, today.year) {
      for number in 1...12 {
        guard let month = YearMonth(year: year, month: number), month.lastDay.dayNumber < day,
          try monthClose(month) == nil
        else { continue }
        var thing = DueThing(.month, dueOn: month.lastDay.dayNumber)
        thing.number = month.description
        found.append(thing)
      }
    }
    return found
  }
}
