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
