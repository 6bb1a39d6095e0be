/// Days as counties write them.
///
/// Accepted: `2011-06-30`, `2011/6/30`, `2011.6.30`, `20110630`, `2011年6月30日`, digits of either
/// width, midnight behind them, and where the column allows it the serial number that Excel keeps for a
/// day. The year has four digits and comes first, so that `30/6/11` is never guessed at.
extension CalendarDate {
  /// The serial numbers that are believed of a day: 1980-01-01 to 2099-12-31. What is below is an age, a
  /// year, a slip.
  package static let serials = 29_221...73_050
  /// Those believed of a day that may lie long ago, a birth above all: from 1906-01-08. 1850 to 2199 are
  /// years.
  package static let earlySerials = 2_200...73_050

  /// - Parameter serials: the serial numbers that are days; nil: none.
  package static func read(
    _ cell: Span<UInt8>, serials: ClosedRange<Int>?
  ) throws(CellFault) -> CalendarDate {
    guard let parts = DateParts(cell) else {
      throw CellText.isEmpty(cell) ? .missing : .dateForm
    }
    switch (parts.form, parts.count) {
    case (.digits, 1) where parts.lengths.0 == 8:
      let digits = parts.values.0
      return try written(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    case (.digits, 1) where parts.lengths.0 == 4 && writtenYears.contains(parts.values.0):
      throw .yearAlone(year: parts.values.0)
    case (.digits, 1) where serials != nil && parts.lengths.0 <= 5:
      guard serials?.contains(parts.values.0) == true else { throw .dateNumber }
      return excelSerial(parts.values.0)
    case (.separated, 3), (.chinese, 3):
      guard parts.lengths.0 == 4, parts.lengths.1 <= 2, parts.lengths.2 <= 2 else {
        throw .dateForm
      }
      return try written(
        year: parts.values.0, month: parts.values.1, day: parts.values.2)
    default: throw .dateForm
    }
  }

  /// The day that people wrote out. 0001-01-01 is how `beginning` is written; every other day lies
  /// in `writtenYears`.
  static func written(year: Int, month: Int, day: Int) throws(CellFault) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .dateImpossible(year: year, month: month, day: day)
    }
    guard writtenYears.contains(year) || date == .beginning else { throw .dateRange(year: year) }
    return date
  }

  /// Whether a cell that reads as a day, or as what is known of one, holds a serial number: up to five
  /// digits that are no year.
  package static func isSerial(_ cell: Span<UInt8>) -> Bool {
    guard cell.count < 24, let parts = DateParts(cell), parts.form == .digits, parts.lengths.0 <= 5
    else { return false }
    return parts.lengths.0 == 5 || !writtenYears.contains(parts.values.0)
  }

  /// Excel's 1900 system: 1 is 1900-01-01. It holds 1900 for a leap year, so that every number above 60
  /// is one too high.
  private static func excelSerial(_ serial: Int) -> CalendarDate {
    CalendarDate(dayNumber: Int32(serial - 25_569))
  }
}
