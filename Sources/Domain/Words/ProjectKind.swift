/// What a project is about (项目类别).
package enum ProjectKind: Int, CodedValue {
  case planting = 1
  case breeding = 2
  case processing = 3
  case training = 4
  case road = 5
  case water = 6
  case housing = 7
  case relocation = 8
  case other = 9

  package var name: String {
    switch self {
    case .planting: "planting"
    case .breeding: "breeding"
    case .processing: "processing"
    case .training: "training"
    case .road: "road"
    case .water: "water"
    case .housing: "housing"
    case .relocation: "relocation"
    case .other: "other"
    }
  }

  package var chinese: String {
    switch self {
    case .planting: "种植"
    case .breeding: "养殖"
    case .processing: "加工"
    case .training: "培训"
    case .road: "道路"
    case .water: "饮水"
    case .housing: "住房"
    case .relocation: "搬迁"
    case .other: "其他"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .planting: ["种植业", "种植项目", "种植类", "plant"]
    case .breeding: ["养殖业", "养殖项目", "畜牧", "畜牧业", "养殖类", "livestock"]
    case .processing: ["加工业", "农产品加工", "加工项目", "加工类"]
    case .training: ["技能培训", "劳动力培训", "实用技术培训", "培训项目", "培训类"]
    case .road: ["公路", "村道", "通村公路", "道路建设", "道路硬化", "修路", "交通", "路"]
    case .water: ["水利", "人畜饮水", "安全饮水", "饮水工程", "饮水安全", "水"]
    case .housing: ["危房改造", "建房", "住房改造", "房屋", "安居"]
    case .relocation: ["易地搬迁", "移民搬迁", "扶贫搬迁", "易地扶贫搬迁", "移民"]
    case .other: ["其它", "其他项目", "其它项目"]
    }
  }

  package static let words = WordTable(of: ProjectKind.self)
}
