/// Where a household stands in the two systems, development and subsistence allowance (户属性).
///
/// The numbers are those of the register list of 2009–2013.
package enum HouseholdClass: Int, CodedValue {
  case poor = 1
  case dibao = 2
  case poorDibao = 3
  case wubao = 4

  package var name: String {
    switch self {
    case .poor: "poor"
    case .dibao: "dibao"
    case .poorDibao: "poor_dibao"
    case .wubao: "wubao"
    }
  }

  package var chinese: String {
    switch self {
    case .poor: "扶贫户"
    case .dibao: "低保户"
    case .poorDibao: "扶贫低保户"
    case .wubao: "五保户"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .poor: ["一般贫困户", "贫困户", "一般扶贫户", "开发扶贫户", "扶贫开发户", "纯扶贫户"]
    case .dibao: ["低保", "农村低保户", "低保对象", "最低生活保障户", "纯低保户"]
    case .poorDibao:
      ["低保贫困户", "低保扶贫户", "扶贫和低保户", "扶贫兼低保户", "扶贫低保", "贫困低保户", "扶贫户低保户", "扶贫户（低保户）", "扶贫户、低保户"]
    case .wubao: ["五保", "五保供养户", "五保贫困户", "农村五保户", "五保对象", "特困供养户", "特困供养人员"]
    }
  }

  package static let words = WordTable(of: HouseholdClass.self)

  /// In the order of a report's rows; nil is none.
  package static let rows: [HouseholdClass?] = [.poor, .poorDibao, .dibao, .wubao, nil]

  /// The class of a numeric code, which means different things in different years.
  package init?(number: Int, in list: HouseholdClassList) {
    guard let label = list.codes.label(number), let value = HouseholdClass.read(label) else {
      return nil
    }
    self = value
  }

  /// As `read(_:)`, and a number by the given list.
  package static func read(_ cell: Span<UInt8>, list: HouseholdClassList) -> HouseholdClass? {
    if let value = read(cell) { return value }
    guard let number = CodeList.number(cell) else { return nil }
    return HouseholdClass(number: number, in: list)
  }
}
