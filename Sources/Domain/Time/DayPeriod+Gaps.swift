extension DayPeriod {
  /// The days of a period that others leave free, as periods [since, until).
  ///
  /// - Parameter others: periods that do not overlap each other, in any order.
  package static func gaps(
    in period: Range<DayNumber>, between others: [(since: DayNumber, until: DayNumber)]
  ) -> [(DayNumber, DayNumber)] {
    var gaps: [(DayNumber, DayNumber)] = []
    var next = period.lowerBound
    for other in others.sorted(by: { $0.since < $1.since }) where other.until > next {
      if other.since >= period.upperBound { break }
      if other.since > next { gaps.append((next, other.since)) }
      next = other.until
    }
    if next < period.upperBound { gaps.append((next, period.upperBound)) }
    return gaps
  }
}
