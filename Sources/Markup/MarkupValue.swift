/// The value of an attribute.
package enum MarkupValue: Sendable, Equatable {
  /// The attribute is left out.
  case absent
  case text(String)
  case number(Int)
  /// A coordinate in tenths: 125 is written as `12.5`, and 120 as `12`, the same on every machine.
  case tenths(Int)

  /// Of tenths; `12.5`.
  package static func decimal(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

extension MarkupValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
}
