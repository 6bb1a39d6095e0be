// Sums over what a register keeps. Cells are bounded where they are read, but a damaged or forged file may
// hold any number, and enough large ones add up to more than 64 bits hold. Such a sum stops at the end of the
// range, and whoever shows it refuses it: no number stops the program.

extension Int64 {
  /// The sum; the greatest or least number where 64 bits do not hold it.
  package func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  /// The difference; the greatest or least number where 64 bits do not hold it.
  package func subtractingClamped(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : difference
  }

  /// The product; the greatest or least number where 64 bits do not hold it.
  package func multipliedClamped(by other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
  }

  /// Whether it may stand for a number that 64 bits do not hold.
  package var isClamped: Bool { self == .max || self == .min }
}
