/// Surnames and given names as the peoples of western Hunan bear them, joined at random.
struct PersonNames {
  struct People {
    let name: String
    let share: Int
    let surnames: [String]
    /// Given names in the people's own tongue, written after a middle dot.
    var ownNames: [String] = []
  }

  let peoples: [People]

  private static let han = People(
    name: "汉族", share: 0,
    surnames: [
      "李", "王", "张", "刘", "陈", "杨", "周", "黄", "吴", "罗", "唐", "彭", "邓", "曾", "肖", "谢",
      "胡", "何", "欧阳", "范", "袁", "魏", "方", "余", "毛", "钟", "单", "仇",
    ])
  private static let miao = People(
    name: "苗族", share: 0, surnames: ["石", "麻", "龙", "吴", "廖", "梁", "施", "滕", "隆"],
    ownNames: ["代谷", "巴笔", "仡濮", "欧妹", "达育", "务帕"])
  private static let tujia = People(
    name: "土家族", share: 0, surnames: ["彭", "田", "向", "覃", "冉", "谭", "尚", "朱", "符", "鲁"])
  private static let dong = People(
    name: "侗族", share: 0, surnames: ["吴", "杨", "石", "粟", "陆", "龙", "姚", "蒲", "伍"],
    ownNames: ["萨玛", "培美", "甫贵"])
  private static let yao = People(
    name: "瑶族", share: 0, surnames: ["盘", "奉", "沈", "赵", "邓", "冯", "包", "周", "李"],
    ownNames: ["王妹", "才旺"])
  private static let hui = People(name: "回族", share: 0, surnames: ["马", "丁", "海", "蔡", "苏"])

  init(of county: County) {
    let shares: [(People, Int)] =
      switch county.code {
      case 430_524: [(PersonNames.han, 90), (PersonNames.hui, 6), (PersonNames.yao, 4)]
      case 433_123: [(PersonNames.miao, 56), (PersonNames.tujia, 22), (PersonNames.han, 22)]
      case let code where code / 100 == 4331 || code / 100 == 4308:
        [(PersonNames.tujia, 52), (PersonNames.miao, 28), (PersonNames.han, 20)]
      case _ where county.nameZh.contains("苗") || county.nameZh.contains("侗"):
        [(PersonNames.dong, 35), (PersonNames.miao, 35), (PersonNames.han, 30)]
      case _ where county.nameZh.contains("瑶"):
        [(PersonNames.yao, 62), (PersonNames.han, 38)]
      default: [(PersonNames.han, 97), (PersonNames.tujia, 2), (PersonNames.miao, 1)]
      }
    peoples = shares.map { people, share in
      People(
        name: people.name, share: share, surnames: people.surnames, ownNames: people.ownNames)
    }
  }

  func drawPeople(_ random: inout SplitMix64) -> Int { random.weighted(peoples.map(\.share)) }

  func drawSurname(of people: Int, _ random: inout SplitMix64) -> String {
    random.pick(peoples[people].surnames)
  }

  /// A full name; about one in eighty of the Miao, Dong and Yao bears one with U+00B7, and one in
  /// two thousand a character that GB18030 writes with four bytes.
  func draw(surname: String, of people: Int, male: Bool, _ random: inout SplitMix64) -> String {
    let own = peoples[people].ownNames
    if !own.isEmpty, random.happens(12) { return "\(surname)·\(random.pick(own))" }
    let characters = male ? PersonNames.men : PersonNames.women
    if random.below(2000) == 0 { return surname + random.pick(PersonNames.rare) }
    let first = random.pick(characters)
    return random.happens(760) ? surname + first + random.pick(characters) : surname + first
  }

  private static let rare = ["䶮", "㛃", "𫖯"]
  private static let men: [String] = [
    "国", "建", "志", "明", "文", "华", "军", "平", "生", "祥", "清", "光", "德", "成", "正", "强", "伟",
    "云", "福", "贵", "松", "林", "海", "顺", "昌", "兴", "宏", "永", "忠", "良", "辉", "勇", "斌", "金",
    "爱", "求", "石", "远", "益", "元",
  ]
  private static let women: [String] = [
    "秀", "英", "桂", "花", "玉", "兰", "梅", "芳", "珍", "香", "莲", "凤", "菊", "翠", "春", "娥", "美",
    "金", "银", "月", "红", "艳", "丽", "霞", "满", "冬", "小", "爱", "妹", "连", "腊", "云", "燕", "群",
    "芝", "妮", "友", "巧", "晚", "细",
  ]
}
