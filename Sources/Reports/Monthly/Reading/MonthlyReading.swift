import Domain

/// What reads a month's report for a leader: who is first and last, what is left to do, what was restated, and
/// how each figure leads to its households.
package struct MonthlyReading: Sendable, Equatable {
  /// A column and the command that lists the households behind it.
  package struct Lead: Sendable, Equatable {
    /// As the CSV names the column.
    package let column: String
    package let command: String
  }

  /// The counties with a quota, the best first, at most three; then the worst, the worst first. Where there
  /// are fewer than six, both lists are shorter: no county stands in both.
  package let bestByPercent: [MonthlyRow]
  package let worstByPercent: [MonthlyRow]
  package let bestByPace: [MonthlyRow]
  package let worstByPace: [MonthlyRow]
  /// The year's months after this one.
  package let monthsLeft: Int
  /// Persons a month to reach the target by December, rounded up; 0 when it is reached, nil without a target or
  /// where no month is left for what is missing.
  package let personsAMonth: Int64?
  package let leads: [Lead]

  private static let count = 3

  /// - Parameters:
  ///   - counties: the rows by county.
  ///   - total: of the report.
  ///   - month: 1…12.
  ///   - scope: the options that narrow a list as the report is: its month, its county, what it knows.
  package init(counties: [MonthlyRow], total: MonthlyRow, month: Int, scope: String) {
    func ranked(_ value: (MonthlyRow) -> Int64?) -> (best: [MonthlyRow], worst: [MonthlyRow]) {
      // The code decides between equals, both ways.
      let rows = counties.compactMap { row in value(row).map { (row: row, value: $0) } }
      let best = rows.sorted { ($1.value, $0.row.code) < ($0.value, $1.row.code) }
        .prefix(min(Self.count, (rows.count + 1) / 2))
      let taken = Set(best.map { $0.row.code })
      let worst = rows.filter { !taken.contains($0.row.code) }
        .sorted { ($0.value, $0.row.code) < ($1.value, $1.row.code) }
      return (best.map(\.row), worst.prefix(Self.count).map(\.row))
    }
    (bestByPercent, worstByPercent) = ranked(\.percentTenths)
    (bestByPace, worstByPace) = ranked(\.paceGapPersons)
    monthsLeft = 12 - month
    personsAMonth = Self.personsAMonth(total, monthsLeft: Int64(12 - month))
    leads = Self.lists.map { Lead(column: $0.column, command: "sixpoint list \($0.list)\(scope)") }
  }

  private static func personsAMonth(_ total: MonthlyRow, monthsLeft: Int64) -> Int64? {
    guard let target = total.targetPersons else { return nil }
    let rest = target.subtractingClamped(total[.personsSupported])
    guard rest > 0 else { return 0 }
    guard monthsLeft > 0 else { return nil }
    return rest / monthsLeft + (rest % monthsLeft == 0 ? 0 : 1)
  }

  /// Which list holds the households of which column.
  private static let lists: [(column: String, list: String)] =
    [("households_enrolled", "households"), ("persons_enrolled", "households")]
    + Point.allCases.map { (HouseholdYear.figure(of: $0).name, "households --point \($0.name)") }
    + [
      ("households_fulfilled", "fulfilled"), ("persons_supported", "fulfilled"),
      ("persons_supported_in_month", "fulfilled --in-month"), ("households_lapsed", "lapsed"),
      ("households_paid", "paid --standing"), ("households_accepted", "accepted"),
      ("households_income_goal", "income-goal"), ("allocated_yuan", "allocated"),
      ("paid_yuan", "paid"),
    ]
}
