/// A number of the year's chapter, in billionths, so that quotients of printed figures are exact enough to be
/// compared with what is printed.
package struct ChapterFigure: Hashable, Comparable, Sendable {
  package let billionths: Int128

  private static let one: Int128 = 1_000_000_000
  /// The most digits before the point that are read: products and sums stay far from the end of 128 bits.
  private static let mostDigits = 18

  package init(billionths: Int128) { self.billionths = billionths }

  package init(_ number: Int64) { billionths = Int128(number) * ChapterFigure.one }

  /// `1234`, `1,234.5`, `-3`; nil where the text is no such number, has more than 18 digits before the point or
  /// more than nine behind it.
  package init?(_ text: String) {
    var digits: Int128 = 0
    var (whole, places) = (0, -1)
    var isNegative = false
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where position == 0: isNegative = true
      case UInt8(ascii: "+") where position == 0: break
      case UInt8(ascii: ",") where places < 0 && whole > 0: break
      case UInt8(ascii: ".") where places < 0: places = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if places < 0 { whole += 1 } else { places += 1 }
        guard whole <= ChapterFigure.mostDigits, places <= 9 else { return nil }
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard whole > 0, places != 0 else { return nil }
    for _ in max(places, 0)..<9 { digits *= 10 }
    billionths = isNegative ? -digits : digits
  }

  package static func + (left: ChapterFigure, right: ChapterFigure) -> ChapterFigure {
    ChapterFigure(billionths: left.billionths + right.billionths)
  }

  package static func - (left: ChapterFigure, right: ChapterFigure) -> ChapterFigure {
    ChapterFigure(billionths: left.billionths - right.billionths)
  }

  package static func < (left: ChapterFigure, right: ChapterFigure) -> Bool {
    left.billionths < right.billionths
  }

  /// The quotient, times `factor`; nil where the divisor is not above zero.
  package func divided(by divisor: ChapterFigure, times factor: Int128 = 1) -> ChapterFigure? {
    guard divisor.billionths > 0 else { return nil }
    let (product, overflow) = (billionths * factor).multipliedReportingOverflow(
      by: ChapterFigure.one)
    guard !overflow else { return nil }
    return ChapterFigure(billionths: ChapterFigure.halfUp(product, divisor.billionths))
  }

  /// To the nearest multiple of a step above zero, halves away from zero.
  package func rounded(to step: ChapterFigure) -> ChapterFigure {
    guard step.billionths > 0 else { return self }
    return ChapterFigure(
      billionths: ChapterFigure.halfUp(billionths, step.billionths) * step.billionths)
  }

  private static func halfUp(_ number: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
    return quotient + (number < 0 ? -1 : 1)
  }

  /// So many decimals at most, half up; zeros at the end are left out: `479166.67`, `500`.
  package func text(places: Int) -> String {
    var step: Int128 = 1
    for _ in min(places, 9)..<9 { step *= 10 }
    let number = rounded(to: ChapterFigure(billionths: step)).billionths
    let (whole, rest) = number.magnitude.quotientAndRemainder(
      dividingBy: ChapterFigure.one.magnitude)
    var decimals = String(rest)
    decimals = String(repeating: "0", count: max(0, 9 - decimals.count)) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return (number < 0 ? "-" : "") + String(whole) + (decimals.isEmpty ? "" : "." + decimals)
  }
}
