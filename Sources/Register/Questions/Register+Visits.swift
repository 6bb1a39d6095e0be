import Domain
import SQLite

/// Which visits, or which households without one, are asked for.
package struct VisitQuery: Sendable {
  /// The first day of a visit that counts.
  package var since: DayNumber
  /// The last, and the day on which households stand and officials answer for them.
  package var day: DayNumber
  package var region: RegionCode?
  /// The stored code of the household's class on the day, 0 none; nil for all.
  package var householdClass: Int?
  /// Whose visits, and who answers for the households; nil for anybody's and all enrolled households.
  package var staff: Int64?
  package var role: Role?
  /// Up to which entry; nil is the last one.
  package var known: Known?

  package init(since: DayNumber, through day: DayNumber) {
    self.since = since
    self.day = day
  }
}

/// One visit that was logged.
package struct ListedVisit: Sendable {
  package let household: ListedHousehold
  package let loggedOn: DayNumber
  package let staffNo: String
  package let staffName: String?
  package let projectNo: String?
  package let note: String?
}

/// A household without a visit since a day.
package struct UnvisitedHousehold: Sendable {
  package let household: ListedHousehold
  /// For what the official answers; empty where none was named.
  package let roles: [Role]
  /// The last visit before, by the same official where one was named.
  package let lastVisitOn: DayNumber?
}

extension Register {
  /// Visits by household, in the order of villages and numbers, then of days.
  package func visits(_ query: VisitQuery) throws(SQLiteFailure) -> [ListedVisit] {
    try reading { () throws(SQLiteFailure) in
      let known = try orLast(query.known)
      var visits: [Visit] = []
      let logged = Known.query(
        "id, household_id, staff_id, project_id, logged_on, note", from: "progress",
        where: """
          kind = :visit AND household_id IS NOT NULL AND logged_on BETWEEN :since AND :day
            AND ifnull(staff_id = :staff, 1)
          """)
      try connection.rows(
        """
        SELECT visit.household_id, logged_on, staff_no, record.name, project_no, note
        FROM (\(logged)) AS visit JOIN staff ON staff.id = visit.staff_id
        LEFT JOIN (\(Known.query("staff_id, name", from: "staff_record"))) AS record
          ON record.staff_id = visit.staff_id
        LEFT JOIN project ON project.id = visit.project_id
        ORDER BY logged_on, visit.id
        """,
        [
          "visit": Value(ProgressKind.visit.rawValue), "since": Value(query.since),
          "day": Value(query.day), "staff": Value(query.staff), "known": .integer(known.entry),
        ]
      ) { row in
        visits.append(
          Visit(
            household: row.int64(0), loggedOn: row.int32(1), staffNo: row.text(2),
            staffName: row.optionalText(3), projectNo: row.optionalText(4),
            note: row.optionalText(5)))
      }
      let byHousehold = Dictionary(grouping: visits, by: \.household)
      return try asked(Array(byHousehold.keys), by: query, known).values.sorted { $0.precedes($1) }
        .flatMap { household in
          (byHousehold[household.household] ?? []).map { $0.listed(at: household) }
        }
    }
  }

  private struct Visit {
    let household: Int64
    let loggedOn: DayNumber
    let staffNo: String
    let staffName, projectNo, note: String?

    func listed(at household: ListedHousehold) -> ListedVisit {
      ListedVisit(
        household: household, loggedOn: loggedOn, staffNo: staffNo, staffName: staffName,
        projectNo: projectNo, note: note)
    }
  }

  /// Standing households without a visit from `since` to the day.
  package func unvisited(_ query: VisitQuery) throws(SQLiteFailure) -> [UnvisitedHousehold] {
    try reading { () throws(SQLiteFailure) in
      let known = try orLast(query.known)
      let last = try lastVisits(query, known)
      var answered: [Int64: [Role]] = [:]
      let households: [Int64]
      if let staff = query.staff {
        answered = try roles(of: staff, query.role, on: query.day, known)
        households = Array(answered.keys)
      } else {
        households = try enrolled(on: query.day, known)
      }
      let missed = households.filter { household in
        last[household].map { $0 < query.since } ?? true
      }
      return try self.asked(missed, by: query, known).values
        .filter { $0.endedOn == nil }.sorted { $0.precedes($1) }
        .map {
          UnvisitedHousehold(
            household: $0, roles: answered[$0.household] ?? [], lastVisitOn: last[$0.household])
        }
    }
  }

  private func enrolled(on day: DayNumber, _ known: Known) throws(SQLiteFailure) -> [Int64] {
    var households: [Int64] = []
    try connection.rows(
      Known.query(
        "household_id", from: "enrolment", where: "year = :year AND enrolled_on <= :day"),
      [
        "year": Value(CalendarDate(dayNumber: day).year), "day": Value(day),
        "known": .integer(known.entry),
      ]
    ) { households.append($0.int64(0)) }
    return households
  }

  /// The households among some that a query's place and class take.
  private func asked(
    _ households: [Int64], by query: VisitQuery, _ known: Known
  ) throws(SQLiteFailure) -> [Int64: ListedHousehold] {
    let tree = try regionsListed(known, on: query.day, in: query.region)
    var inside = Inside(query.region, tree)
    var households = households
    if let region = query.region, region.level > .province {
      let near = Set(try self.households(everIn: region, tree, known))
      households.removeAll { !near.contains($0) }
    }
    return try listed(households, on: query.day, known).filter { _, household in
      guard inside.contains(household.village) else { return false }
      return query.householdClass.map { $0 == household.standing?.rawValue ?? 0 } ?? true
    }
  }

  func lastVisits(
    _ query: VisitQuery, _ known: Known
  ) throws(SQLiteFailure) -> [Int64: DayNumber] {
    var last: [Int64: DayNumber] = [:]
    let visits = Known.query(
      "household_id, logged_on", from: "progress",
      where: """
        household_id IS NOT NULL AND kind = :visit AND logged_on <= :day
          AND ifnull(staff_id = :staff, 1)
        """)
    try connection.rows(
      "SELECT household_id, max(logged_on) FROM (\(visits)) GROUP BY household_id",
      [
        "visit": Value(ProgressKind.visit.rawValue), "day": Value(query.day),
        "staff": Value(query.staff), "known": .integer(known.entry),
      ]
    ) { last[$0.int64(0)] = $0.int32(1) }
    return last
  }

  /// The households that an official answers for on a day, and in which roles.
  func roles(
    of staff: Int64, _ role: Role?, on day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> [Int64: [Role]] {
    var roles: [Int64: [Role]] = [:]
    let held = Known.query(
      "household_id, role", from: "assignment",
      where: "staff_id = :staff AND since <= :day AND :day < until AND ifnull(role = :role, 1)")
    try connection.rows(
      "SELECT household_id, role FROM (\(held)) ORDER BY household_id, role",
      [
        "staff": .integer(staff), "day": Value(day), "role": Value(role?.rawValue),
        "known": .integer(known.entry),
      ]
    ) { row in
      if let held = Role(rawValue: row.int(1)) { roles[row.int64(0), default: []].append(held) }
    }
    return roles
  }
}
