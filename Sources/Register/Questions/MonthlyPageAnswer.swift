import Domain
import SQLite

/// What a month's page wants beside the rows of the report itself.
package struct MonthlyPageAnswer: Sendable {
  /// The counties that the report is about.
  package let counties: [MonthlyAnswer.Row]
  /// The same by class.
  package let classes: [MonthlyAnswer.Row]
  /// Persons supported by the end of each month, January to the report's.
  package let supported: [Int64]
  /// The quota and its pace by the end of each month of the year; nil without one.
  package let quotas: [Quota?]
}

extension Register {
  /// The parts of a month's page that its figures hold; see `monthlyAnswer`, which also says what is refused.
  package func monthlyPageAnswer(
    _ month: YearMonth, county: RegionCode? = nil, _ knowledge: Knowledge = .now,
    nationalKey: Bool = false
  ) throws(RegisterFault) -> MonthlyPageAnswer {
    try reading(wrapping: { .database($0) }) { () throws(RegisterFault) in
      if knowledge == .closed { return try closedPageAnswer(month, county ?? office, nationalKey) }
      let known = try knownEntry(knowledge, month)
      return try asking { () throws(SQLiteFailure) in
        try pageAnswer(month, county ?? office, known, nationalKey)
      }
    }
  }

  /// The same of a closed month, from what was stored.
  private func closedPageAnswer(
    _ month: YearMonth, _ scope: RegionCode, _ nationalKey: Bool
  ) throws(RegisterFault) -> MonthlyPageAnswer {
    let months = Array(1...month.month)
    let sums = try monthSums(month, months: months, .closed)
    func layout(_ grouping: MonthlyAnswer.Grouping, _ number: Int? = nil) -> MonthlyLayout {
      sums.layout(scope, grouping, isNationalKeyOnly: nationalKey, month: number)
    }
    let own = sums.sums[month.month] ?? []
    return MonthlyPageAnswer(
      counties: layout(.county).rows(own), classes: layout(.class).rows(own),
      supported: months.map { layout(.county).total(sums.sums[$0] ?? [])[.personsSupported] },
      quotas: (1...12).map { layout(.county, $0).totalQuota })
  }

  private func pageAnswer(
    _ month: YearMonth, _ scope: RegionCode, _ known: Known, _ nationalKey: Bool
  ) throws(SQLiteFailure) -> MonthlyPageAnswer {
    let tree = try regionsKnown(known, on: month.lastDay.dayNumber)
    let targets = try targetRows(month.year, known)
    func layout(_ grouping: MonthlyAnswer.Grouping, _ number: Int = month.month) -> MonthlyLayout {
      MonthlyLayout(
        tree: tree, targets: targets, scope: scope, grouping: grouping, month: number,
        isNationalKeyOnly: nationalKey)
    }
    let sums = try figures(month.year, months: [month.month], known)[0]
    return MonthlyPageAnswer(
      counties: layout(.county).rows(sums), classes: layout(.class).rows(sums),
      supported: try supported(month, layout(.county), known),
      quotas: (1...12).map { layout(.county, $0).totalQuota })
  }

  /// Of the kept figures only the one column is read where they know just this entry.
  private func supported(
    _ month: YearMonth, _ layout: MonthlyLayout, _ known: Known
  ) throws(SQLiteFailure) -> [Int64] {
    let kept = try connection.first(
      "SELECT known_entry FROM figure_state WHERE year = :year", ["year": Value(month.year)]
    ) { $0.int64(0) }
    guard kept == known.entry else {
      let sums = try figures(month.year, months: Array(1...month.month), known)
      return sums.map { layout.total($0)[.personsSupported] }
    }
    var sums = [Sums](repeating: [], count: month.month)
    try connection.rows(
      """
      SELECT month, village_code, sum(persons_supported) FROM figure
      WHERE year = :year AND month <= :month GROUP BY month, village_code
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { row in
      var figures = MonthlyFigures()
      figures[.personsSupported] = row.int64(2)
      let number = row.int(0)
      guard sums.indices.contains(number - 1) else { return }
      sums[number - 1].append((FigurePlace(village: row.int64(1), householdClass: 0), figures))
    }
    return sums.map { layout.total($0)[.personsSupported] }
  }
}
