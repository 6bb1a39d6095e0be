/// The level of a place.
package enum RegionLevel: Int, CodedValue, Comparable {
  case province = 1
  case prefecture = 2
  case county = 3
  case township = 4
  case village = 5

  package static func < (left: RegionLevel, right: RegionLevel) -> Bool {
    left.rawValue < right.rawValue
  }

  package var name: String {
    switch self {
    case .province: "province"
    case .prefecture: "prefecture"
    case .county: "county"
    case .township: "township"
    case .village: "village"
    }
  }

  package var chinese: String {
    switch self {
    case .province: "省"
    case .prefecture: "市州"
    case .county: "县"
    case .township: "乡镇"
    case .village: "村"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .province: ["省级", "自治区", "直辖市"]
    case .prefecture: ["市", "州", "市（州）", "市级", "地级", "地级市", "自治州", "地区", "city"]
    case .county: ["县级", "区县", "县市区", "县（市、区）", "县级市", "区", "district"]
    case .township: ["乡", "镇", "乡级", "乡镇级", "乡（镇）", "街道", "town"]
    case .village: ["村级", "行政村", "社区", "村居", "村（居）"]
    }
  }

  package static let words = WordTable(of: RegionLevel.self)
}
