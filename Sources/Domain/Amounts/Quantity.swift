/// A count of things with up to three decimals: mu, head, kilometres, persons.
package struct Quantity: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let thousandths: Int64

  package init(thousandths: Int64) { self.thousandths = thousandths }

  /// Larger quantities, either way, are refused, so that sums keep within 64 bits.
  package static let highestWritten = Quantity(thousandths: 1_000_000_000_000_000)

  /// Digits of either width with sign, thousands separators and up to three decimals; no unit.
  package static func read(_ cell: Span<UInt8>) throws(CellFault) -> Quantity {
    var number = try DecimalCell(cell, form: .quantityForm)
    guard number.isDone(cell) else { throw .quantityForm }
    guard number.decimals <= 3 else { throw .quantityDecimals(found: number.decimals) }
    guard let thousandths = number.scaled(to: 3),
      thousandths.magnitude <= highestWritten.thousandths.magnitude
    else { throw .numberRange }
    return Quantity(thousandths: thousandths)
  }

  package static func < (left: Quantity, right: Quantity) -> Bool {
    left.thousandths < right.thousandths
  }

  /// Without trailing zeros: `12`, `0.5`, `-3.125`.
  package var description: String {
    var text = (thousandths < 0 ? "-" : "") + String(thousandths.magnitude / 1000)
    let rest = thousandths.magnitude % 1000
    guard rest > 0 else { return text }
    text += "." + Digits.padded(rest, to: 3)
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }
}
