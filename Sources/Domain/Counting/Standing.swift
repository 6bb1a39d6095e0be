/// Where one enrolled household stands in one programme year.
package struct Standing: Sendable {
  /// F(H, Y): the first day of the year, not before enrolment, on which all six points were in force
  /// while the household stood; nil where there was none.
  package let fulfilledOn: DayNumber?
  /// The days on which the money allocated so far was above zero.
  package let funds: [DayPeriod]

  /// Judges a household.
  package init(of household: HouseholdYear, in year: ProgrammeYear) {
    funds = Standing.fundPeriods(household.allocations)
    fulfilledOn = Standing.fulfilment(of: household, funds: funds, in: year)
  }

  /// Whether a point is in force on a day of the year.
  package func isInForce(_ point: Point, of household: HouseholdYear, on day: DayNumber) -> Bool {
    Standing.periods(of: point, household, funds).contains { $0.contains(day) }
  }

  /// Fulfilled by a day, standing on it, and some point not in force on it.
  package func isLapsed(_ household: HouseholdYear, on day: DayNumber) -> Bool {
    guard let fulfilledOn, fulfilledOn <= day, day < household.endedOn else { return false }
    return Point.allCases.contains { !isInForce($0, of: household, on: day) }
  }

  private static func periods(
    of point: Point, _ household: HouseholdYear, _ funds: [DayPeriod]
  ) -> [DayPeriod] {
    switch point {
    case .plan: household.plans
    case .project: household.projects
    case .fund: funds
    case .support: household.supports
    case .implementation: household.implementations
    case .contact: household.contacts
    }
  }

  private static func nextDay(in periods: [DayPeriod], from day: DayNumber) -> DayNumber? {
    var next: DayNumber?
    for period in periods where period.until > day {
      let candidate = max(period.since, day)
      if next.map({ candidate < $0 }) ?? true { next = candidate }
    }
    return next
  }

  /// Leaps from day to day: each point names its next day in force, and the search goes on from the
  /// latest of the six until all name the same one.
  private static func fulfilment(
    of household: HouseholdYear, funds: [DayPeriod], in year: ProgrammeYear
  ) -> DayNumber? {
    var day = max(household.enrolledOn, year.firstDay)
    let end = min(household.endedOn, year.lastDay + 1)
    while day < end {
      var latest = day
      for point in Point.allCases {
        guard let next = nextDay(in: periods(of: point, household, funds), from: day) else {
          return nil
        }
        latest = max(latest, next)
      }
      if latest == day { return day }
      day = latest
    }
    return nil
  }

  /// The running balance is judged at the end of each day, so amounts of one day are added first.
  private static func fundPeriods(_ amounts: [HouseholdYear.Amount]) -> [DayPeriod] {
    guard !amounts.isEmpty else { return [] }
    var periods: [DayPeriod] = []
    var balance: Int64 = 0
    var positiveSince: DayNumber?
    let ordered = amounts.sorted { $0.day < $1.day }
    var index = 0
    while index < ordered.count {
      let day = ordered[index].day
      while index < ordered.count, ordered[index].day == day {
        balance = balance.addingClamped(ordered[index].fen)
        index += 1
      }
      if balance > 0 {
        positiveSince = positiveSince ?? day
      } else if let since = positiveSince {
        periods.append(DayPeriod(since: since, until: day))
        positiveSince = nil
      }
    }
    if let since = positiveSince {
      periods.append(DayPeriod(since: since, until: DayPeriod.openEnd))
    }
    return periods
  }
}
