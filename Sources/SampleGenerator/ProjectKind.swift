/// What a project does, with its unit, its usual size for one household and the words around it.
enum ProjectKind: Int {
  case planting, breeding, processing, training, housing, relocation, road, water

  var term: Term {
    switch self {
    case .planting: Term("planting", "种植")
    case .breeding: Term("breeding", "养殖")
    case .processing: Term("processing", "加工")
    case .training: Term("training", "培训")
    case .housing: Term("housing", "住房")
    case .relocation: Term("relocation", "搬迁")
    case .road: Term("road", "道路")
    case .water: Term("water", "饮水")
    }
  }

  var unit: Term {
    switch self {
    case .planting: Term("mu", "亩")
    case .breeding: Term("head", "头")
    case .processing, .training: Term("person", "人")
    case .housing, .relocation: Term("house", "栋")
    case .road, .water: Term("km", "公里")
    }
  }

  /// What one household gets, in the kind's unit; nil for works a whole village shares.
  var perHousehold: ClosedRange<Int>? {
    switch self {
    case .planting: 1...4
    case .breeding: 2...12
    case .processing, .training: 1...2
    case .housing, .relocation: 1...1
    case .road, .water: nil
    }
  }

  /// What is grown, bred or built in that county, by its place in Hunan.
  func trades(in county: Int) -> [Term] {
    switch self {
    case .planting:
      switch county / 100 {
      case 4307, 4308, 4312, 4331:
        [
          Term("kiwifruit", "猕猴桃"), Term("citrus", "椪柑"), Term("tea", "茶叶"),
          Term("oil-tea camellia", "油茶"),
        ]
      case 4305, 4313:
        [
          Term("honeysuckle", "金银花"), Term("oil-tea camellia", "油茶"),
          Term("improved rice", "优质稻"),
        ]
      default:
        [Term("oil-tea camellia", "油茶"), Term("tea", "茶叶"), Term("improved rice", "优质稻")]
      }
    case .breeding:
      [
        Term("pig", "生猪"), Term("yellow cattle", "黄牛"), Term("black goat", "黑山羊"),
        Term("goose", "鹅"),
      ]
    case .processing: [Term("bamboo ware", "竹制品"), Term("cured meat", "腊肉")]
    case .training: [Term("garment", "服装"), Term("welding", "电焊"), Term("cooking", "烹饪")]
    case .housing: [Term("house repair", "危房改造")]
    case .relocation: [Term("hamlet resettlement", "高寒山区移民")]
    case .road: [Term("village road", "通组公路")]
    case .water: [Term("piped water", "人畜饮水")]
    }
  }

  var measures: Term {
    switch self {
    case .planting: Term("seedlings, fertiliser and technical guidance", "提供种苗、肥料和技术指导")
    case .breeding: Term("breeding stock, vaccination and a buyer", "提供种畜、防疫和销路")
    case .processing: Term("work in the village workshop", "进村办作坊务工")
    case .training: Term("one trained worker who finds a job", "培训一人、就业一人")
    case .housing: Term("repair of the dwelling", "改造住房")
    case .relocation: Term("a new house in the valley", "搬迁到山下新居")
    case .road, .water: Term("village works", "村级基础设施")
    }
  }

  /// The progress entry that tells its delivery.
  var delivery: (kind: Term, note: Term) {
    switch self {
    case .planting: (Term("delivery", "发放"), Term("seedlings handed over", "种苗已发放到户"))
    case .breeding:
      (Term("delivery", "发放"), Term("animals handed over, vaccinated", "种畜已发放，已防疫"))
    case .processing, .training:
      (Term("training", "培训"), Term("course finished", "培训结业"))
    case .housing, .relocation, .road, .water:
      (Term("construction", "施工"), Term("works under way", "正在施工"))
    }
  }
}
