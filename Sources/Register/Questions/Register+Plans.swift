import Domain
import SQLite

extension Register {
  /// The first days of a household's plans that are in force on a day, rising.
  package func plansRunning(
    of householdNo: String, on day: DayNumber
  ) throws(SQLiteFailure) -> [DayNumber] {
    try planDays("AND starts_on <= :day AND ended_on > :day", householdNo, day)
  }

  /// Whether a plan of that first day stands.
  package func hasPlan(
    of householdNo: String, startingOn day: DayNumber
  ) throws(SQLiteFailure) -> Bool {
    try !planDays("AND starts_on = :day", householdNo, day).isEmpty
  }

  /// The household's plan that is in force on a day; of several the one that began last.
  func plan(
    of household: Int64, on day: DayNumber
  ) throws(SQLiteFailure) -> HouseholdFile.Plan? {
    try connection.first(
      """
      SELECT starts_on, ended_on, measures, goal_income_fen, exit_on FROM plan
      WHERE household_id = :household AND withdrawn IS NULL
        AND starts_on <= :day AND ended_on > :day
      ORDER BY starts_on DESC LIMIT 1
      """, ["household": .integer(household), "day": Value(day)]
    ) { row in
      HouseholdFile.Plan(
        period: DayPeriod(since: row.int32(0), until: row.int32(1)), measures: row.text(2),
        goalFen: row.optionalInt64(3),
        exitOn: row.optionalInt64(4).flatMap { DayNumber(exactly: $0) })
    }
  }

  private func planDays(
    _ condition: String, _ householdNo: String, _ day: DayNumber
  ) throws(SQLiteFailure) -> [DayNumber] {
    var days: [DayNumber] = []
    try connection.rows(
      """
      SELECT starts_on FROM plan JOIN household ON household.id = plan.household_id
      WHERE household_no = :household AND plan.withdrawn IS NULL \(condition)
      ORDER BY starts_on
      """, ["household": .text(householdNo), "day": Value(day)]
    ) { days.append($0.int32(0)) }
    return days
  }
}
