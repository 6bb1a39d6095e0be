/// A share of work done: 0…100 percent with up to two decimals, so that a third can be said.
package struct Percent: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0…10000.
  package let hundredths: Int

  package init?(hundredths: Int) {
    guard 0...10_000 ~= hundredths else { return nil }
    self.hundredths = hundredths
  }

  /// `40`, `40%`, `33.33 ％`. A share written as `0.4` is 0.4 percent.
  package static func read(_ cell: Span<UInt8>) throws(CellFault) -> Percent {
    var number = try DecimalCell(cell, form: .percentForm)
    number.skipBlanks(cell)
    _ = number.take(0x25, cell)
    guard number.isDone(cell), number.decimals <= 2 else { throw .percentForm }
    guard let hundredths = number.scaled(to: 2),
      let percent = Percent(hundredths: Int(hundredths))
    else { throw .percentRange }
    return percent
  }

  package static func < (left: Percent, right: Percent) -> Bool {
    left.hundredths < right.hundredths
  }

  /// Without the sign and without trailing zeros: `40`, `33.33`.
  package var description: String { Quantity(thousandths: Int64(hundredths) * 10).description }
}
