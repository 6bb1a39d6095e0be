/// A day as a number of days since 1970-01-01, as `CalendarDate.dayNumber` holds it.
///
/// The counting rule runs over every enrolled household of a province, so it works on plain numbers.
package typealias DayNumber = Int32

/// The half-open run of days `[since, until)`: where two periods touch, the day belongs to the later one.
package struct DayPeriod: Hashable, Sendable {
  package let since: DayNumber
  package let until: DayNumber

  package init(since: DayNumber, until: DayNumber) {
    self.since = since
    self.until = until
  }

  /// The day before which no day is asked about: 0001-01-01.
  package static let firstDay: DayNumber = -719_162
  /// The open end: 9999-12-31.
  package static let openEnd: DayNumber = 2_932_896
  /// From before any day that is asked about to the open end.
  package static let always = DayPeriod(since: firstDay, until: openEnd)

  package func contains(_ day: DayNumber) -> Bool { since <= day && day < until }

  /// The days in both periods, nil where there are none.
  package func intersection(_ other: DayPeriod) -> DayPeriod? {
    let since = max(self.since, other.since)
    let until = min(self.until, other.until)
    return since < until ? DayPeriod(since: since, until: until) : nil
  }
}
