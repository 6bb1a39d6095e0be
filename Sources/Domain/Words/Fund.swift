/// A special fund (专项资金) by its name.
///
/// Three funds have a key of their own, however they are written; any other is known by the name
/// that the document gives it. Only `convergence` counts for the point `fund`.
package struct Fund: Hashable, Sendable {
  /// `convergence`, `rain_plan`, `contiguous`, or the name as written.
  package let name: String

  package static let convergence = Fund(key: "convergence")
  package static let rainPlan = Fund(key: "rain_plan")
  package static let contiguous = Fund(key: "contiguous")

  /// The funds with a key of their own.
  package static let withKeys = [convergence, rainPlan, contiguous]

  private init(key: String) { name = key }

  /// The fund of a stored name or of one that a person typed.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    self = Fund.read(bytes.span) ?? Fund(key: text)
  }

  /// Nil for an empty cell only.
  package static func read(_ cell: Span<UInt8>) -> Fund? {
    switch words.code(cell) {
    case 1: return convergence
    case 2: return rainPlan
    case 3: return contiguous
    default:
      let name = CellText.string(cell)
      return name.isEmpty ? nil : Fund(key: name)
    }
  }

  /// The Chinese label, or the name as written.
  package var chinese: String {
    switch self {
    case .convergence: "两项制度衔接"
    case .rainPlan: "雨露计划"
    case .contiguous: "连片开发"
    default: name
    }
  }

  /// Whether the fund has a key of its own.
  package var isKnown: Bool { Fund.withKeys.contains(self) }

  private static let words = WordTable(
    [
      "convergence", "两项制度衔接", "两项制度衔接资金", "两项制度衔接专项资金", "两项制度有效衔接", "两项制度有效衔接资金",
      "两项制度衔接试点", "两项制度衔接试点资金", "两项制度衔接扶贫资金", "两制衔接", "两制衔接资金", "衔接资金", "两项制度",
      "convergence_fund", "two_systems",
    ].map { ($0, 1) }
      + [
        "rain_plan", "雨露计划", "雨露计划资金", "雨露计划专项资金", "雨露计划培训", "雨露计划培训资金", "雨露工程",
        "rain_and_dew", "rain_and_dew_plan", "yulu",
      ].map { ($0, 2) }
      + [
        "contiguous", "连片开发", "连片开发资金", "连片开发专项资金", "连片开发试点", "连片开发试点资金", "集中连片开发", "集中连片开发资金",
        "contiguous_development",
      ].map { ($0, 3) })
}
