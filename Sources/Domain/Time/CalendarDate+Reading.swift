/// Days as counties write them.
///
/// Accepted: `2011-06-30`, `2011/6/30`, `2011.6.30`, `20110630`, `2011年6月30日`, digits of either
/// width, and where the column allows it the serial number that Excel keeps for a day. The year has
/// four digits and comes first, so that `30/6/11` is never guessed at.
extension CalendarDate {
  package static func read(
    _ cell: Span<UInt8>, excelSerials: Bool
  ) throws(CellFault) -> CalendarDate {
    guard let parts = DateParts(cell) else {
      throw CellText.isEmpty(cell) ? .missing : .dateForm
    }
    switch (parts.form, parts.count) {
    case (.digits, 1) where parts.lengths.0 == 8:
      let digits = parts.values.0
      return try written(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    case (.digits, 1) where excelSerials && parts.lengths.0 <= 5:
      return try excelSerial(parts.values.0)
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

  /// Excel's 1900 system: 1 is 1900-01-01. It holds 1900 for a leap year, so 60 is a day that never
  /// was, and every later number is one too high.
  static func excelSerial(_ serial: Int) throws(CellFault) -> CalendarDate {
    guard 1...60_000 ~= serial else { throw .dateForm }
    guard serial != 60 else { throw .dateImpossible(year: 1900, month: 2, day: 29) }
    let dayBeforeFirst = serial < 60 ? -25_568 : -25_569
    return CalendarDate(dayNumber: Int32(dayBeforeFirst + serial))
  }
}
