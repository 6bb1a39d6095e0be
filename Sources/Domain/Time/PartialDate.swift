/// A day known as far as it was written: a birth as year and month, a register of `2011年6月`.
///
/// `2011.1` is January, though a spreadsheet may have made it of `2011.10`: the cell does not show it, and a
/// sheet that has it warns (`monthDecimal`).
package enum PartialDate: Hashable, Sendable, CustomStringConvertible {
  case year(Int)
  case month(YearMonth)
  case day(CalendarDate)

  /// Every form of a day; `2011-06`, `2011/6`, `2011.6`, `201106`, `2011年6月`; `2011`, `2011年`.
  /// 1850 to 2199 are years here and never serial numbers.
  package static func read(
    _ cell: Span<UInt8>, serials: ClosedRange<Int>?
  ) throws(CellFault) -> PartialDate {
    guard let parts = DateParts(cell) else {
      throw CellText.isEmpty(cell) ? .missing : .dateForm
    }
    switch (parts.form, parts.count) {
    case (.digits, 1)
    where parts.lengths.0 == 4 && CalendarDate.writtenYears.contains(parts.values.0):
      return .year(parts.values.0)
    case (.chinese, 1) where parts.lengths.0 == 4:
      guard CalendarDate.writtenYears.contains(parts.values.0) else {
        throw .dateRange(year: parts.values.0)
      }
      return .year(parts.values.0)
    case (.digits, 1) where parts.lengths.0 == 6:
      return .month(try month(parts.values.0 / 100, parts.values.0 % 100))
    case (.separated, 2), (.chinese, 2):
      guard parts.lengths.0 == 4, parts.lengths.1 <= 2 else { throw .dateForm }
      return .month(try month(parts.values.0, parts.values.1))
    default:
      return .day(try CalendarDate.read(cell, serials: serials))
    }
  }

  /// As one number: 19680507, 19680500, 19680000.
  package var packed: Int64 {
    switch self {
    case .year(let year): Int64(year) * 10_000
    case .month(let month): Int64(month.year) * 10_000 + Int64(month.month) * 100
    case .day(let date):
      Int64(date.year) * 10_000 + Int64(date.month) * 100 + Int64(date.day)
    }
  }

  /// Nil for a number that no date packs to.
  package init?(packed: Int64) {
    guard let whole = Int(exactly: packed) else { return nil }
    let (year, month, day) = (whole / 10_000, whole / 100 % 100, whole % 100)
    if month == 0, day == 0 {
      self = .year(year)
    } else if day == 0 {
      guard let found = YearMonth(year: year, month: month) else { return nil }
      self = .month(found)
    } else {
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      self = .day(date)
    }
  }

  package var firstDay: CalendarDate {
    switch self {
    case .year(let year): PartialDate.day(year, 1, 1)
    case .month(let month): month.firstDay
    case .day(let date): date
    }
  }

  package var lastDay: CalendarDate {
    switch self {
    case .year(let year): PartialDate.day(year, 12, 31)
    case .month(let month): month.lastDay
    case .day(let date): date
    }
  }

  /// Whether the day may be the one that was meant.
  package func agrees(with date: CalendarDate) -> Bool {
    firstDay <= date && date <= lastDay
  }

  /// `1968`, `1968-05` or `1968-05-07`.
  package var description: String {
    switch self {
    case .year(let year): Digits.padded(year, to: 4)
    case .month(let month): month.description
    case .day(let date): date.description
    }
  }

  /// Whether a cell that reads as a day is written as `description` writes it.
  package static func isCanonicalDay(_ cell: Span<UInt8>) -> Bool {
    guard cell.count == 10, cell[4] == 0x2D, cell[7] == 0x2D else { return false }
    for index in cell.indices where cell[index] &- 0x30 >= 10 {
      guard index == 4 || index == 7 else { return false }
    }
    return true
  }

  /// What a cell shows of whether its column's months are numbers with decimals: `1978.1` is January, or
  /// October without its zero; `1978.01` and `1978.10` show that zeros are kept.
  package enum MonthDecimal { case one, zeroKept }

  /// Nil for a cell that shows nothing of it.
  package static func monthDecimal(_ cell: Span<UInt8>) -> MonthDecimal? {
    let range = CellText.typed(cell)
    guard 6...7 ~= range.count, cell[range.lowerBound + 4] == 0x2E, let parts = DateParts(cell),
      parts.form == .separated, parts.count == 2, parts.lengths.0 == 4
    else { return nil }
    switch (parts.values.1, parts.lengths.1) {
    case (1, 1): return .one
    case (1, 2), (10, 2): return .zeroKept
    default: return nil
    }
  }

  private static func month(_ year: Int, _ month: Int) throws(CellFault) -> YearMonth {
    guard let found = YearMonth(year: year, month: month) else { throw .monthForm }
    guard CalendarDate.writtenYears.contains(year) else { throw .dateRange(year: year) }
    return found
  }

  /// A year outside 1…9999 can be made by hand only; its days are those of the nearest year.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? (year < 1 ? .beginning : .forever)
  }
}
