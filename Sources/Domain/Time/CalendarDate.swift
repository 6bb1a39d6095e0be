/// A day of the proleptic Gregorian calendar, without time or zone.
///
/// Stored as its number: one integer a date keeps the register a fifth smaller than text does.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, which is 0.
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// Nil where there is no such day or the year is outside 1…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= CalendarDate.daysIn(month: month, of: year)
    else { return nil }
    // Years that begin on 1 March put the leap day last; 400 of them have 146,097 days.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// `2011-06-30` exactly, in any year of 1…9999: what `description` writes. For what people write
  /// there is `read`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, let parts = DateParts(bytes.span),
      parts.form == .separated, parts.count == 3, parts.lengths == (4, 2, 2)
    else { return nil }
    self.init(year: parts.values.0, month: parts.values.1, day: parts.values.2)
  }

  /// 0001-01-01: means "before any day that is asked about".
  package static let beginning = CalendarDate(dayNumber: -719_162)
  /// 9999-12-31: means an open end.
  package static let forever = CalendarDate(dayNumber: 2_932_896)

  /// The years in which a written day may lie.
  package static let writtenYears = 1850...2199

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }
  package var yearMonth: YearMonth { YearMonth(containing: self) }

  /// The three parts at once, for callers that want more than one.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day that many days later, or earlier where negative; never outside
  /// `beginning`…`forever`.
  package func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    let highest = Int(CalendarDate.forever.dayNumber)
    let lowest = Int(CalendarDate.beginning.dayNumber)
    if overflow { return days > 0 ? .forever : .beginning }
    return CalendarDate(dayNumber: Int32(min(max(sum, lowest), highest)))
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// ISO 8601: `2011-06-30`.
  package var description: String {
    let (year, month, day) = parts
    return Digits.padded(year, to: 4) + "-" + Digits.padded(month, to: 2) + "-"
      + Digits.padded(day, to: 2)
  }

  /// 0 where there is no such month.
  static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
