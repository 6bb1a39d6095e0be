/// A moment in UTC, to the millisecond.
package struct Moment: Equatable, Comparable, Sendable {
  package let millisecondsSince1970: Int64

  package init(millisecondsSince1970: Int64) {
    self.millisecondsSince1970 = millisecondsSince1970
  }

  package static func < (first: Moment, second: Moment) -> Bool {
    first.millisecondsSince1970 < second.millisecondsSince1970
  }

  private static let millisecondsOfDay: Int64 = 86_400_000

  /// `2011-06-30T08:15:00.250Z`, in the years 0001 to 9999 (ISO 8601-1:2019 in its profile of
  /// RFC 3339).
  package var iso8601: String {
    let (days, rest) = Self.split(millisecondsSince1970)
    let day = CivilDay(daysSince1970: days)
    let seconds = rest / 1000
    return day.iso8601 + "T" + Self.digits(seconds / 3600, 2) + ":"
      + Self.digits(seconds / 60 % 60, 2) + ":" + Self.digits(seconds % 60, 2) + "."
      + Self.digits(rest % 1000, 3) + "Z"
  }

  /// `2011-06-30T08:15:00Z`, with or without one to three decimals of a second; nil for any other
  /// form, a day that does not exist, and a leap second.
  package init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard (20...24).contains(bytes.count), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      bytes.last == UInt8(ascii: "Z"), bytes[4] == UInt8(ascii: "-"), bytes[7] == bytes[4],
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]),
      let minute = Self.number(bytes[14..<16]), let second = Self.number(bytes[17..<19]),
      hour < 24, minute < 60, second < 60,
      let date = CivilDay(year: year, month: month, day: day)
    else { return nil }
    guard let milliseconds = Self.decimals(bytes[19..<(bytes.count - 1)]) else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60 + second)
    millisecondsSince1970 =
      date.daysSince1970 * Self.millisecondsOfDay + seconds * 1000 + Int64(milliseconds)
  }

  /// The calendar day in Asia/Shanghai. That is UTC+8 all year: the People's Republic has had no
  /// summer time since 1991, and no register reaches further back.
  package var shanghaiDay: CivilDay {
    let eightHours: Int64 = 8 * 3_600_000
    return CivilDay(daysSince1970: Self.split(millisecondsSince1970 + eightHours).days)
  }

  /// Whole days since 1970 and the milliseconds of the day, for times before 1970 too.
  private static func split(_ milliseconds: Int64) -> (days: Int64, rest: Int64) {
    let rest = milliseconds % millisecondsOfDay
    let positive = rest < 0 ? rest + millisecondsOfDay : rest
    return ((milliseconds - positive) / millisecondsOfDay, positive)
  }

  fileprivate static func digits(_ number: Int64, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }

  /// ASCII digits alone.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Milliseconds from nothing or `.5`, `.25`, `.250`.
  private static func decimals(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let point = bytes.first else { return 0 }
    guard point == UInt8(ascii: "."), bytes.count >= 2 else { return nil }
    let scale = [2: 100, 3: 10, 4: 1][bytes.count] ?? 0
    return number(bytes.dropFirst()).map { $0 * scale }
  }
}

/// A day of the Gregorian calendar, without a zone.
package struct CivilDay: Equatable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// nil for a day that does not exist, or a year outside 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
    guard CivilDay(daysSince1970: daysSince1970) == self else { return nil }
  }

  package var iso8601: String {
    Moment.digits(Int64(year), 4) + "-" + Moment.digits(Int64(month), 2) + "-"
      + Moment.digits(Int64(day), 2)
  }

  // Both ways count in years that begin on 1 March, so that the leap day is the last of its year,
  // and in eras of 400 years, after which the calendar repeats (Howard Hinnant, "chrono-Compatible
  // Low-Level Date Algorithms"). 719,468 days lie between 0000-03-01 and 1970-01-01.

  init(daysSince1970 days: Int64) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }
}
