/// A turn in the life of a household, on a day (户变动).
///
/// Within a day, events take effect in the order of their numbers.
package enum HouseholdEventKind: Int, CodedValue {
  case move = 1
  case reclass = 2
  case head = 3
  case split = 4
  case merge = 5
  case end = 6

  package var name: String {
    switch self {
    case .move: "move"
    case .reclass: "reclass"
    case .head: "head"
    case .split: "split"
    case .merge: "merge"
    case .end: "end"
    }
  }

  package var chinese: String {
    switch self {
    case .move: "迁移"
    case .reclass: "属性变更"
    case .head: "户主变更"
    case .split: "分户"
    case .merge: "并户"
    case .end: "销户"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .move: ["搬迁", "迁居", "迁出", "迁入", "搬家", "户迁移", "moved"]
    case .reclass: ["类别变更", "变更属性", "户属性变更", "类型变更", "reclassify"]
    case .head: ["变更户主", "更换户主", "换户主", "change_of_head"]
    case .split: ["拆户", "析户"]
    case .merge: ["合户", "合并"]
    case .end: ["注销", "消户", "终止", "退出", "ended"]
    }
  }

  package static let words = WordTable(of: HouseholdEventKind.self)
}
