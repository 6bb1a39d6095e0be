import Domain
import SQLite

/// A responsibility as it stands: one official, one role, one household, over [since, until).
package struct HeldRole: Sendable, Equatable {
  package let householdNo: String
  package let role: Role
  package let staffNo: String
  package let since: DayNumber
  /// The open end where nobody has ended it.
  package let until: DayNumber
}

extension Register {
  /// What an official holds on a day, or from a later day on, by household, role and day.
  ///
  /// - Parameters:
  ///   - role: nil for every role.
  ///   - place: where the household lives on the day; nil for everywhere.
  package func roles(
    heldBy staffNo: String, from day: DayNumber, _ role: Role? = nil, in place: RegionCode? = nil
  ) throws(SQLiteFailure) -> [HeldRole] {
    try roles(
      """
      staff.staff_no = :staff AND held.until > :day AND (:role IS NULL OR held.role = :role)
        AND \(Register.lives("held.household_id", in: place))
      """, ["staff": .text(staffNo), "day": Value(day), "role": Value(role?.rawValue)])
  }

  /// Every period of a role in a household, by day.
  package func roles(
    of householdNo: String, _ role: Role
  ) throws(SQLiteFailure) -> [HeldRole] {
    try roles(
      "household.household_no = :household AND held.role = :role",
      ["household": .text(householdNo), "role": Value(role.rawValue)])
  }

  private func roles(
    _ condition: String, _ bindings: Bindings
  ) throws(SQLiteFailure) -> [HeldRole] {
    var roles: [HeldRole] = []
    try connection.rows(
      """
      SELECT household_no, held.role, staff.staff_no, held.since, held.until
      FROM assignment AS held
      JOIN household ON household.id = held.household_id
      JOIN staff ON staff.id = held.staff_id
      WHERE held.withdrawn IS NULL AND \(condition)
      ORDER BY household_no, held.role, held.since
      """, bindings
    ) { row in
      guard let role = Role(rawValue: row.int(1)) else { return }
      roles.append(
        HeldRole(
          householdNo: row.text(0), role: role, staffNo: row.text(2), since: row.int32(3),
          until: row.int32(4)))
    }
    return roles
  }

  /// Whether a household lives in a place on `:day`, as SQL; true everywhere for nil.
  private static func lives(_ household: String, in place: RegionCode?) -> String {
    guard let place else { return "true" }
    let villages = place.villages
    return """
      (SELECT village_code FROM residence AS home
        WHERE home.household_id = \(household) AND home.withdrawn IS NULL AND home.since <= :day
        ORDER BY home.since DESC LIMIT 1) BETWEEN \(villages.lowerBound) AND \(villages.upperBound)
      """
  }

  /// The numbers of the households that live in a place on a day and have not ended by it.
  package func households(
    livingIn place: RegionCode, on day: DayNumber
  ) throws(SQLiteFailure) -> [String] {
    try numbers(
      """
      SELECT household_no FROM household
      WHERE \(Register.lives("household.id", in: place)) AND \(Register.stands("household.id"))
      ORDER BY household_no
      """, ["day": Value(day)])
  }

  /// The numbers of the households that take part in a project on a day and have not ended by it.
  package func households(
    inProject projectNo: String, on day: DayNumber
  ) throws(SQLiteFailure) -> [String] {
    try numbers(
      """
      SELECT household_no FROM project
      JOIN project_household AS link ON link.project_id = project.id AND link.withdrawn IS NULL
        AND link.since <= :day AND link.until > :day
      JOIN household ON household.id = link.household_id
      WHERE project_no = :project AND \(Register.stands("household.id"))
      ORDER BY household_no
      """, ["day": Value(day), "project": .text(projectNo)])
  }

  /// Whether a household has not ended by `:day`, as SQL.
  static func stands(_ household: String) -> String {
    """
    NOT EXISTS (
      SELECT 1 FROM household_end AS ended
      WHERE ended.household_id = \(household) AND ended.withdrawn IS NULL AND ended.ended_on <= :day)
    """
  }

  func numbers(_ sql: String, _ bindings: Bindings) throws(SQLiteFailure) -> [String] {
    var numbers: [String] = []
    try connection.rows(sql, bindings) { numbers.append($0.text(0)) }
    return numbers
  }
}

extension RegionCode {
  /// The codes that villages of the place can have, or of the village itself.
  package var villages: ClosedRange<Int64> {
    let (base, width): (Int64, Int64) =
      switch level {
      case .province: (value / 10_000, 10_000_000_000)
      case .prefecture: (value / 100, 100_000_000)
      case .county: (value, 1_000_000)
      case .township: (value, 1_000)
      case .village: (value, 1)
      }
    return base * width...(base * width + width - 1)
  }
}
