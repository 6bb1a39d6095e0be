/// How a finished project was found at acceptance (验收等级).
package enum Grade: Int, CodedValue {
  case qualified = 1
  case highQuality = 2
  case unqualified = 3

  package var name: String {
    switch self {
    case .qualified: "qualified"
    case .highQuality: "high_quality"
    case .unqualified: "unqualified"
    }
  }

  package var chinese: String {
    switch self {
    case .qualified: "合格"
    case .highQuality: "优良"
    case .unqualified: "不合格"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .qualified: ["验收合格", "达标", "qualify"]
    case .highQuality: ["优质", "优秀", "优", "验收优良", "excellent"]
    case .unqualified: ["验收不合格", "未达标", "未合格"]
    }
  }

  package static let words = WordTable(of: Grade.self)

  /// Whether the project counts as accepted.
  package var isAccepted: Bool { self != .unqualified }
}
