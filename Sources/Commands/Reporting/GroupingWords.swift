import Register
import Reports

// The levels of a report's rows, as people write them in either language.

extension MonthlyAnswer.Grouping {
  /// Nil for other words.
  init?(typed text: String) {
    guard
      let grouping = Self.allCases.first(where: { $0.rawValue == text || $0.chinese == text })
    else { return nil }
    self = grouping
  }

  var chinese: String {
    switch self {
    case .county: "县"
    case .township: "乡镇"
    case .village: "村"
    case .class: "户属性"
    case .prefecture: "市州"
    case .area: "片区"
    }
  }
}
