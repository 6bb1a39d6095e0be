import Domain
import SQLite

/// What an inspection found in a household, or that it drew the household and has told nothing yet.
package struct InspectedHousehold: Sendable, Equatable {
  package let inspectionNo: String
  package let householdNo: String
  /// Its place in the order drawn; nil where it was not drawn.
  package let ordinal: Int64?
  /// Where it lives on the day.
  package let village: RegionCode?
  package let foundOn: DayNumber?
  package let finding: String?
  package let dueOn: DayNumber?
  package let settledOn: DayNumber?
  package let settlement: String?

  /// A finding that is not settled by a day.
  package func isOpen(on day: DayNumber) -> Bool {
    foundOn != nil && (settledOn.map { $0 > day } ?? true)
  }

  /// An open finding whose deadline has passed.
  package func isOverdue(on day: DayNumber) -> Bool {
    isOpen(on: day) && (dueOn.map { $0 < day } ?? false)
  }
}

extension Register {
  /// The households enrolled in the year of a day that stand on it, as known at an entry, by the county they
  /// live in; each county's in the order of their numbers.
  ///
  /// - Parameter place: within which they live; nil for the whole office.
  package func enrolledByCounty(
    on day: CalendarDate, in place: RegionCode?, _ known: Known
  ) throws(SQLiteFailure) -> [(county: Int64, households: [String])] {
    let villages = place?.villages ?? 0...Int64.max
    var counties: [(county: Int64, households: [String])] = []
    try connection.rows(
      """
      SELECT village / 1000000 AS county, household_no FROM (
        SELECT household_no, (
          SELECT village_code FROM (
            \(Known.query("village_code, since", from: "residence", where: "household_id = household.id")))
          WHERE since <= :day ORDER BY since DESC LIMIT 1) AS village
        FROM household
        JOIN (\(Known.query("household_id", from: "enrolment", where: "year = :year AND enrolled_on <= :day"))) AS enrolled
          ON enrolled.household_id = household.id
        WHERE household.id NOT IN (
          \(Known.query("household_id", from: "household_end", where: "ended_on <= :day"))))
      WHERE village BETWEEN :low AND :high
      ORDER BY county, household_no
      """,
      [
        "day": Value(day.dayNumber), "year": Value(day.year), "known": .integer(known.entry),
        "low": .integer(villages.lowerBound), "high": .integer(villages.upperBound),
      ]
    ) { row in
      let county = row.int64(0)
      if counties.last?.county != county { counties.append((county, [])) }
      counties[counties.count - 1].households.append(row.text(1))
    }
    return counties
  }

  /// The households of every inspection, drawn or with a finding by a day, in the order drawn.
  ///
  /// - Parameter inspectionNo: nil for every inspection.
  package func inspected(
    _ inspectionNo: String? = nil, household: String? = nil, on day: DayNumber
  ) throws(SQLiteFailure) -> [InspectedHousehold] {
    var found: [InspectedHousehold] = []
    try connection.rows(
      """
      SELECT inspection_no, household_no, drawn.ordinal, (
          SELECT village_code FROM residence AS home
          WHERE home.household_id = household.id AND home.withdrawn IS NULL
          ORDER BY home.since <= :day DESC, abs(home.since - :day) LIMIT 1),
        finding.found_on, finding.finding, finding.due_on, finding.settled_on, finding.settlement
      FROM (
        SELECT inspection_id, household_id FROM inspection_household WHERE withdrawn IS NULL
        UNION
        SELECT inspection_id, household_id FROM finding
        WHERE withdrawn IS NULL AND found_on <= :day) AS seen
      JOIN inspection ON inspection.id = seen.inspection_id
      JOIN household ON household.id = seen.household_id
      LEFT JOIN inspection_household AS drawn ON drawn.inspection_id = seen.inspection_id
        AND drawn.household_id = seen.household_id AND drawn.withdrawn IS NULL
      LEFT JOIN finding ON finding.inspection_id = seen.inspection_id
        AND finding.household_id = seen.household_id AND finding.withdrawn IS NULL
        AND finding.found_on <= :day
      WHERE (:inspection IS NULL OR inspection_no = :inspection)
        AND (:household IS NULL OR household_no = :household)
      ORDER BY inspection_no, drawn.ordinal IS NULL, drawn.ordinal, household_no,
        finding.found_on, finding.finding
      """,
      ["day": Value(day), "inspection": Value(inspectionNo), "household": Value(household)]
    ) { row in
      found.append(
        InspectedHousehold(
          inspectionNo: row.text(0), householdNo: row.text(1), ordinal: row.optionalInt64(2),
          village: row.optionalInt64(3).flatMap { RegionCode($0) },
          foundOn: row.isNull(4) ? nil : row.int32(4), finding: row.optionalText(5),
          dueOn: row.isNull(6) ? nil : row.int32(6), settledOn: row.isNull(7) ? nil : row.int32(7),
          settlement: row.optionalText(8)))
    }
    return found
  }
}
