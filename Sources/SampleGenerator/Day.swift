/// A calendar day, counted from 1970-01-01.
struct Day: Comparable {
  var number: Int

  init(number: Int) { self.number = number }

  /// Proleptic Gregorian, after Howard Hinnant's `days_from_civil`; years from 0.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Whole years on 2011-01-01, near enough for kinship and schooling.
  var age: Int { (Day.newYear.number - number) / 365 }

  static let newYear = Day(2011, 1, 1)
  static let yearEnd = Day(2011, 12, 31)

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
}
