import Domain
import SQLite

extension Register {
  /// The official of a number on a day, as known now; nil where there is none.
  package func staffFile(_ number: String, on day: DayNumber) throws(SQLiteFailure) -> StaffFile? {
    try reading { () throws(SQLiteFailure) in
      let found = try connection.first(
        """
        SELECT staff.id, name, employer, position, phone, county_code, left_on
        FROM staff JOIN staff_record AS record ON record.staff_id = staff.id
          AND record.withdrawn IS NULL
        WHERE staff_no = :number
        """, ["number": .text(number)]
      ) { row in
        (
          identity: row.int64(0), name: row.optionalText(1), employer: row.optionalText(2),
          position: row.optionalText(3), phone: row.optionalText(4),
          county: row.optionalInt64(5).flatMap { RegionCode($0) },
          leftOn: row.optionalInt64(6).flatMap { DayNumber(exactly: $0) }
        )
      }
      guard let found else { return nil }
      var query = VisitQuery(
        since: CalendarDate(dayNumber: day).yearMonth.firstDay.dayNumber, through: day)
      query.staff = found.identity
      let households = try held(by: found.identity, query)
      let visits = try visits(query)
      let named: [RegionCode] =
        households.map(\.household.village) + visits.map(\.household.village)
        + (found.county.map { [$0] } ?? [])
      return StaffFile(
        staffNo: number, name: found.name, employer: found.employer, position: found.position,
        phone: found.phone, county: found.county,
        leftOn: found.leftOn.flatMap { $0 <= day ? $0 : nil },
        households: households, visits: visits,
        places: try regionsKnown(.everything, on: day, enclosing: named))
    }
  }

  private func held(
    by staff: Int64, _ query: VisitQuery
  ) throws(SQLiteFailure) -> [StaffFile.Held] {
    let known = try lastKnown()
    let roles = try roles(of: staff, nil, on: query.day, known)
    let last = try lastVisits(query, known)
    return try listed(Array(roles.keys), on: query.day, known).values
      .filter { $0.endedOn == nil }.sorted { $0.precedes($1) }
      .map { household in
        let visit = last[household.household]
        return StaffFile.Held(
          household: household, roles: roles[household.household] ?? [],
          isVisited: visit.map { $0 >= query.since } ?? false, lastVisitOn: visit)
      }
  }
}
