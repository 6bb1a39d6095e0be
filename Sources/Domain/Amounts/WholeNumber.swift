/// Counts and years: integers without a unit.
package enum WholeNumber {
  /// Digits of either width with sign and thousands separators, no decimals; `.numberRange` outside
  /// the given numbers.
  package static func read(
    _ cell: Span<UInt8>, in range: ClosedRange<Int64> = 0...Int64.max
  ) throws(CellFault) -> Int64 {
    var number = try DecimalCell(cell, form: .wholeNumberForm)
    guard number.isDone(cell), number.decimals == 0 else { throw .wholeNumberForm }
    guard let value = number.scaled(to: 0), range.contains(value) else { throw .numberRange }
    return value
  }

  /// Four digits, `2011` or `2011年`, within the years of written days.
  package static func readYear(_ cell: Span<UInt8>) throws(CellFault) -> Int {
    guard !CellText.isEmpty(cell) else { throw .missing }
    guard let parts = DateParts(cell), parts.count == 1, parts.lengths.0 == 4,
      CalendarDate.writtenYears.contains(parts.values.0)
    else { throw .yearForm }
    return parts.values.0
  }
}
