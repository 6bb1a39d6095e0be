/// Whose key village it is (重点村级别).
package enum Tier: Int, CodedValue {
  case national = 1
  case provincial = 2
  case municipal = 3

  package var name: String {
    switch self {
    case .national: "national"
    case .provincial: "provincial"
    case .municipal: "municipal"
    }
  }

  package var chinese: String {
    switch self {
    case .national: "国家级"
    case .provincial: "省级"
    case .municipal: "市级"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .national: ["国家", "国定", "国家级重点村", "中央"]
    case .provincial: ["省", "省定", "省级重点村", "province"]
    case .municipal: ["市", "市定", "市州级", "州级", "市级重点村", "prefecture"]
    }
  }

  package static let words = WordTable(of: Tier.self)
}
