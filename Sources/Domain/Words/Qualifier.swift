/// How a reported figure is to be understood.
package enum Qualifier: Int, CodedValue {
  case exact = 1
  case atLeast = 2
  case nearly = 3

  package var name: String {
    switch self {
    case .exact: "exact"
    case .atLeast: "at_least"
    case .nearly: "nearly"
    }
  }

  package var chinese: String {
    switch self {
    case .exact: "准确"
    case .atLeast: "以上"
    case .nearly: "近"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .exact: ["精确", "等于"]
    case .atLeast: ["至少", "不少于", "多于", "余", "超过"]
    case .nearly: ["接近", "将近", "约", "近似", "about"]
    }
  }

  package static let words = WordTable(of: Qualifier.self)
}
