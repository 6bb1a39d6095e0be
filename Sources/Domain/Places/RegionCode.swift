/// A place by its code: 6 digits for province (430000), prefecture (433100) and county (433123)
/// after GB/T 2260, 9 for a township after GB/T 10114, 12 for a village after the statistical rules.
///
/// The statistical lists write every place with 12 digits, 433123000000 for the county. Such a code
/// becomes its short form here, so that one place has one value.
package struct RegionCode: Hashable, Sendable {
  package let value: Int64

  /// Nil where the number is no standard form: other lengths, or a part that is missing in the
  /// middle, such as a village of township 000.
  package init?(_ value: Int64) {
    var short = value
    while short > 999_999, short % 1000 == 0 { short /= 1000 }
    guard value < 1_000_000_000_000, RegionCode.isStandard(short) else { return nil }
    self.init(prefix: short)
  }

  private static func isStandard(_ value: Int64) -> Bool {
    switch value {
    case 100_000...999_999: value % 10_000 / 100 != 0 || value % 100 == 0
    case 100_000_000...999_999_999: value / 1000 % 100 != 0 && isStandard(value / 1000)
    case 100_000_000_000...999_999_999_999:
      value / 1000 % 1000 != 0 && isStandard(value / 1000)
    default: false
    }
  }

  /// For values known to be whole.
  private init(prefix: Int64) { value = prefix }

  package var level: RegionLevel {
    if value > 999_999_999 { return .village }
    if value > 999_999 { return .township }
    if value % 100 != 0 { return .county }
    return value % 10_000 != 0 ? .prefecture : .province
  }

  package var province: RegionCode { RegionCode(prefix: sixDigits / 10_000 * 10_000) }

  /// Nil for a province.
  package var prefecture: RegionCode? {
    level >= .prefecture ? RegionCode(prefix: sixDigits / 100 * 100) : nil
  }

  /// Nil above the county.
  package var county: RegionCode? { level >= .county ? RegionCode(prefix: sixDigits) : nil }

  /// Nil above the township.
  package var township: RegionCode? {
    switch level {
    case .village: RegionCode(prefix: value / 1000)
    case .township: self
    default: nil
    }
  }

  /// The place this one is directly part of by its code; nil for a province.
  package var parent: RegionCode? {
    switch level {
    case .village: township
    case .township: county
    case .county: prefecture
    case .prefecture: province
    case .province: nil
    }
  }

  /// Whether the other place is this one or lies inside it, by the codes alone.
  package func contains(_ other: RegionCode) -> Bool {
    switch level {
    case .province: other.province == self
    case .prefecture: other.prefecture == self
    case .county: other.county == self
    case .township: other.township == self
    case .village: other == self
    }
  }

  private var sixDigits: Int64 {
    if value > 999_999_999 { return value / 1_000_000 }
    return value > 999_999 ? value / 1000 : value
  }
}

extension RegionCode: Comparable {
  /// A place comes before the places inside it, and those before its next neighbour.
  package static func < (left: RegionCode, right: RegionCode) -> Bool {
    left.twelveDigits < right.twelveDigits
  }

  private var twelveDigits: Int64 {
    if value > 999_999_999 { return value }
    return value > 999_999 ? value * 1000 : value * 1_000_000
  }
}

extension RegionCode: CustomStringConvertible {
  /// The digits.
  package var description: String { String(value) }
}
