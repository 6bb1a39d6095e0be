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
