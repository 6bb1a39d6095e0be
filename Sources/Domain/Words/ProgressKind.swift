/// What an officer saw or did on a day (进展类别).
package enum ProgressKind: Int, CodedValue {
  case visit = 1
  case delivery = 2
  case training = 3
  case construction = 4
  case sale = 5
  case finding = 6
  case other = 7

  package var name: String {
    switch self {
    case .visit: "visit"
    case .delivery: "delivery"
    case .training: "training"
    case .construction: "construction"
    case .sale: "sale"
    case .finding: "finding"
    case .other: "other"
    }
  }

  package var chinese: String {
    switch self {
    case .visit: "走访"
    case .delivery: "发放"
    case .training: "培训"
    case .construction: "施工"
    case .sale: "销售"
    case .finding: "问题"
    case .other: "其他"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .visit: ["入户", "入户走访", "上门", "回访"]
    case .delivery: ["物资发放", "发放物资", "送物", "deliver"]
    case .training: ["技术培训", "指导", "技术指导", "train"]
    case .construction: ["建设", "工程建设", "动工", "construct", "build"]
    case .sale: ["出售", "出栏", "售出", "sell"]
    case .finding: ["发现问题", "检查发现", "存在问题"]
    case .other: ["其它"]
    }
  }

  package static let words = WordTable(of: ProgressKind.self)
}
