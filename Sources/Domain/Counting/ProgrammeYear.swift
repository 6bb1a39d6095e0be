/// A day as a number of days since 1970-01-01, as `CalendarDate.dayNumber` holds it.
///
/// The counting rule runs over every enrolled household of a province, so it works on plain numbers.
package typealias DayNumber = Int32

/// The half-open run of days `[since, until)`.
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

/// One programme year: its days and the goal its households are held to.
package struct ProgrammeYear: Sendable {
  package let year: Int
  /// 1 January.
  package let firstDay: DayNumber
  /// The last day of each month, January first; the twelfth is 31 December.
  package let monthEnds: [DayNumber]
  /// By how much a household's income must exceed the year before's, in fen; 1,500 yuan in 2011.
  package let incomeGoalFen: Int64

  /// The goal of 2011, in fen, which holds until a year sets another.
  package static let firstGoalFen: Int64 = 150_000

  package var lastDay: DayNumber { monthEnds[11] }

  /// A year outside 1…9999, which no register has by itself, is counted on the days of the nearest.
  package init(year: Int, incomeGoalFen: Int64) {
    self.year = year
    let year = min(max(year, 1), 9_999)
    self.incomeGoalFen = incomeGoalFen
    firstDay = ProgrammeYear.firstDay(ofMonth: 1, year: year)
    monthEnds = (1...12).map { month in
      ProgrammeYear.firstDay(
        ofMonth: month == 12 ? 1 : month + 1, year: month == 12 ? year + 1 : year) - 1
    }
  }

  /// The first day of a month of the proleptic Gregorian calendar.
  ///
  /// Years are counted from March, so that the leap day is the last of its year.
  private static func firstDay(ofMonth month: Int, year: Int) -> DayNumber {
    let marchYear = month > 2 ? year : year - 1
    let monthsSinceMarch = (month + 9) % 12
    let daysBefore = (153 * monthsSinceMarch + 2) / 5
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    return DayNumber(365 * marchYear + leapDays + daysBefore - 719_468)
  }
}
