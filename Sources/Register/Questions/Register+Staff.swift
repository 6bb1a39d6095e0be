import Domain
import SQLite

/// An official, and how many households he answers for on a day.
package struct StaffLoad: Sendable, Equatable {
  package let staffNo: String
  package let name: String?
  package let employer: String?
  package let position: String?
  package let phone: String?
  package let county: RegionCode?
  /// The first day no longer in office; nil while he serves.
  package let leftOn: DayNumber?
  package let support: Int64
  package let implementation: Int64
  package let contact: Int64
  /// Households in any role, each once.
  package let households: Int64
  /// Visits he logged from the first day of the day's month to the day.
  package let visits: Int64
  /// Households he answers for without a visit of his in that time.
  package let unvisited: Int64
  /// Roles that he held to the day or before and that nobody holds on the day, in households that stand.
  package let gaps: Int64
  /// Periods of his that overlap another's of the same role and household; the register refuses them.
  package let overlaps: Int64
}

extension Register {
  /// The officials with a standing record, by number, with what they hold on a day.
  ///
  /// - Parameter county: who works there; nil for everybody.
  package func staffLoads(
    on day: CalendarDate, county: RegionCode? = nil
  ) throws(SQLiteFailure) -> [StaffLoad] {
    var loads: [StaffLoad] = []
    try connection.rows(
      """
      WITH held AS (
        SELECT staff_id, role, household_id FROM assignment
        WHERE withdrawn IS NULL AND since <= :day AND until > :day
          AND \(Register.stands("assignment.household_id"))),
      visit AS (
        SELECT staff_id, household_id FROM progress
        WHERE withdrawn IS NULL AND kind = \(ProgressKind.visit.rawValue)
          AND logged_on BETWEEN :first AND :day),
      gap AS (
        SELECT past.staff_id, count(*) AS roles FROM (
          SELECT household_id, role, max(until) AS until FROM assignment
          WHERE withdrawn IS NULL AND since <= :day GROUP BY household_id, role
          HAVING max(until) <= :day) AS ended
        JOIN assignment AS past ON past.household_id = ended.household_id
          AND past.role = ended.role AND past.until = ended.until AND past.withdrawn IS NULL
        WHERE \(Register.stands("ended.household_id"))
        GROUP BY past.staff_id),
      overlap AS (
        SELECT held.staff_id, count(*) AS periods FROM rule_assignment_overlap AS breach
        JOIN assignment AS held ON held.id IN (breach.fact_id, breach.other_id)
        GROUP BY held.staff_id),
      load AS (
        SELECT staff_id, count(*) FILTER (WHERE role = \(Role.support.rawValue)) AS support,
          count(*) FILTER (WHERE role = \(Role.implementation.rawValue)) AS implementation,
          count(*) FILTER (WHERE role = \(Role.contact.rawValue)) AS contact,
          count(DISTINCT household_id) AS households,
          count(DISTINCT household_id) FILTER (WHERE NOT EXISTS (
            SELECT 1 FROM visit WHERE visit.staff_id = held.staff_id
              AND visit.household_id = held.household_id)) AS unvisited
        FROM held GROUP BY staff_id)
      SELECT staff_no, record.name, record.employer, record.position, record.phone,
        record.county_code, record.left_on, ifnull(support, 0), ifnull(implementation, 0),
        ifnull(contact, 0), ifnull(households, 0),
        (SELECT count(*) FROM visit WHERE visit.staff_id = staff.id), ifnull(unvisited, 0),
        ifnull(gap.roles, 0), ifnull(overlap.periods, 0)
      FROM staff
      JOIN staff_record AS record ON record.staff_id = staff.id AND record.withdrawn IS NULL
      LEFT JOIN load ON load.staff_id = staff.id
      LEFT JOIN gap ON gap.staff_id = staff.id
      LEFT JOIN overlap ON overlap.staff_id = staff.id
      WHERE :county IS NULL OR record.county_code = :county
      ORDER BY staff_no
      """,
      [
        "day": Value(day.dayNumber),
        "first": Value(day.dayNumber - DayNumber(day.day) + 1),
        "county": Value(county?.value),
      ]
    ) { row in
      loads.append(
        StaffLoad(
          staffNo: row.text(0), name: row.optionalText(1), employer: row.optionalText(2),
          position: row.optionalText(3), phone: row.optionalText(4),
          county: row.optionalInt64(5).flatMap { RegionCode($0) },
          leftOn: row.isNull(6) ? nil : row.int32(6), support: row.int64(7),
          implementation: row.int64(8), contact: row.int64(9), households: row.int64(10),
          visits: row.int64(11), unvisited: row.int64(12), gaps: row.int64(13),
          overlaps: row.int64(14)))
    }
    return loads
  }
}
