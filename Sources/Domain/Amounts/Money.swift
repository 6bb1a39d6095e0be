/// An amount in whole fen, a hundredth of a yuan.
package struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let fen: Int64

  package init(fen: Int64) { self.fen = fen }

  package static let zero = Money(fen: 0)

  /// Nil where 64 bits do not hold the sum.
  package func adding(_ other: Money) -> Money? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: sum)
  }

  /// Nil for the one amount that has no opposite in 64 bits.
  package var negated: Money? {
    let (opposite, overflow) = Int64.zero.subtractingReportingOverflow(fen)
    return overflow ? nil : Money(fen: opposite)
  }

  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// Yuan with two decimals, for machines: `-1234.50`.
  package var description: String { written(String(fen.magnitude / 100)) }

  /// Yuan with two decimals, for people: `-1,234.50`.
  package var grouped: String { written(Digits.grouped(fen.magnitude / 100)) }

  private func written(_ yuan: String) -> String {
    (fen < 0 ? "-" : "") + yuan + "." + Digits.padded(fen.magnitude % 100, to: 2)
  }
}
