/// A contiguous area of special hardship (集中连片特困地区) in the province.
package enum Area: Int, CodedValue {
  case wuling = 1
  case luoxiao = 2

  package var name: String {
    switch self {
    case .wuling: "wuling"
    case .luoxiao: "luoxiao"
    }
  }

  package var chinese: String {
    switch self {
    case .wuling: "武陵山片区"
    case .luoxiao: "罗霄山片区"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .wuling: ["武陵山", "武陵山区", "武陵", "武陵片区", "武陵山连片特困地区", "wuling_mountains"]
    case .luoxiao: ["罗霄山", "罗霄山区", "罗霄", "罗霄片区", "罗霄山连片特困地区", "luoxiao_mountains"]
    }
  }

  package static let words = WordTable(of: Area.self)

  /// In the order of a report's rows; nil is outside of any.
  package static let rows: [Area?] = allCases + [nil]
}
