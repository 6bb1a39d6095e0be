/// A calendar month, the period of a report.
package struct YearMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  /// 1…12.
  package let month: Int

  /// Nil where the month is not 1…12 or the year is outside 1…9999.
  package init?(year: Int, month: Int) {
    guard 1...9999 ~= year, 1...12 ~= month else { return nil }
    self.year = year
    self.month = month
  }

  package init(containing date: CalendarDate) {
    let parts = date.parts
    year = parts.year
    month = parts.month
  }

  /// `2011-06` exactly, the year within the years of written days; anything else is nil.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == 0x2D, let parts = DateParts(bytes.span),
      parts.form == .separated, parts.count == 2, parts.lengths == (4, 2, 0),
      CalendarDate.writtenYears.contains(parts.values.0)
    else { return nil }
    self.init(year: parts.values.0, month: parts.values.1)
  }

  /// `2011-06`, `2011/6`, `2011.6`, `201106`, `2011年6月`.
  package static func read(_ cell: Span<UInt8>) throws(CellFault) -> YearMonth {
    guard case .month(let month) = try PartialDate.read(cell, serials: nil) else {
      throw .monthForm
    }
    return month
  }

  package var firstDay: CalendarDate { day(1) }
  package var lastDay: CalendarDate { day(CalendarDate.daysIn(month: month, of: year)) }

  /// The month that many months later, or earlier where negative; nil outside the years 1…9999.
  package func adding(months: Int) -> YearMonth? {
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index >= 12 else { return nil }
    return YearMonth(year: index / 12, month: index % 12 + 1)
  }

  package static func < (left: YearMonth, right: YearMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }

  /// `2011-06`.
  package var description: String {
    Digits.padded(year, to: 4) + "-" + Digits.padded(month, to: 2)
  }

  private func day(_ number: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: number) else {
      preconditionFailure("a month has a first and a last day")
    }
    return date
  }
}
