// Days are plain numbers: 1970-01-01 is day 0. The arithmetic walks year by year and month by
// month, so that nothing here can share a mistake with a closed formula.

package typealias RefDay = Int

package enum RefCalendar {
  /// Earlier than any day that is asked about.
  package static let beginning: RefDay = -1_000_000

  package static func isLeap(_ year: Int) -> Bool {
    if year % 400 == 0 { return true }
    if year % 100 == 0 { return false }
    return year % 4 == 0
  }

  package static func length(ofMonth month: Int, in year: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

  package static func day(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> RefDay {
    var number = 0
    var walking = 1970
    while walking < year {
      number += length(ofYear: walking)
      walking += 1
    }
    while walking > year {
      walking -= 1
      number -= length(ofYear: walking)
    }
    var passing = 1
    while passing < month {
      number += length(ofMonth: passing, in: year)
      passing += 1
    }
    return number + dayOfMonth - 1
  }

  /// `2011-06-30`; nil where the text is not such a day.
  package static func day(iso text: String) -> RefDay? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3,
      let year = Int(parts[0]), let month = Int(parts[1]), let dayOfMonth = Int(parts[2]),
      (1...9999).contains(year), (1...12).contains(month),
      (1...length(ofMonth: month, in: year)).contains(dayOfMonth)
    else { return nil }
    return day(year, month, dayOfMonth)
  }

  package static func parts(of day: RefDay) -> (year: Int, month: Int, day: Int) {
    var year = 1970
    var left = day
    while left < 0 {
      year -= 1
      left += length(ofYear: year)
    }
    while left >= length(ofYear: year) {
      left -= length(ofYear: year)
      year += 1
    }
    var month = 1
    while left >= length(ofMonth: month, in: year) {
      left -= length(ofMonth: month, in: year)
      month += 1
    }
    return (year, month, left + 1)
  }

  package static func iso(_ day: RefDay) -> String {
    let (year, month, dayOfMonth) = parts(of: day)
    func padded(_ number: Int, _ width: Int) -> String {
      var text = String(number)
      while text.count < width { text = "0" + text }
      return text
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(dayOfMonth, 2)
  }

  /// Asked for so often that the walk is made once for each year.
  private static let firstDays: [Int: RefDay] = {
    var days: [Int: RefDay] = [:]
    for year in 1900...2200 { days[year] = day(year, 1, 1) }
    return days
  }()

  package static func firstDay(ofYear year: Int) -> RefDay {
    firstDays[year] ?? day(year, 1, 1)
  }

  package static func lastDay(ofYear year: Int) -> RefDay { firstDay(ofYear: year + 1) - 1 }

  package static func firstDay(ofMonth month: Int, in year: Int) -> RefDay { day(year, month, 1) }

  package static func lastDay(ofMonth month: Int, in year: Int) -> RefDay {
    day(year, month, length(ofMonth: month, in: year))
  }
}
