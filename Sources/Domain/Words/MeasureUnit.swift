/// What a quantity counts or measures (计量单位), as officers say it on the command line.
///
/// Each has one key, under which it is stored and compared: its English singular, whatever language and number it
/// was said in. A sheet's unit may be any other word, which is kept as written. The numbers are stored nowhere.
package enum MeasureUnit: Int, CodedValue {
  case head = 1
  case animal = 2
  case bird = 3
  case hive = 4
  case mu = 5
  case hectare = 6
  case squareMetre = 7
  case cubicMetre = 8
  case km = 9
  case metre = 10
  case kg = 11
  case jin = 12
  case tonne = 13
  case litre = 14
  case person = 15
  case personTime = 16
  case household = 17
  case village = 18
  case house = 19
  case room = 20
  case tree = 21
  case seedling = 22
  case piece = 23
  case set = 24
  case machine = 25
  case bag = 26
  case box = 27
  case bottle = 28
  case barrel = 29
  case place = 30
  case time = 31
  case course = 32
  case day = 33
  case yuan = 34

  package var name: String {
    switch self {
    case .head: "head"
    case .animal: "animal"
    case .bird: "bird"
    case .hive: "hive"
    case .mu: "mu"
    case .hectare: "hectare"
    case .squareMetre: "square_metre"
    case .cubicMetre: "cubic_metre"
    case .km: "km"
    case .metre: "metre"
    case .kg: "kg"
    case .jin: "jin"
    case .tonne: "tonne"
    case .litre: "litre"
    case .person: "person"
    case .personTime: "person_time"
    case .household: "household"
    case .village: "village"
    case .house: "house"
    case .room: "room"
    case .tree: "tree"
    case .seedling: "seedling"
    case .piece: "piece"
    case .set: "set"
    case .machine: "machine"
    case .bag: "bag"
    case .box: "box"
    case .bottle: "bottle"
    case .barrel: "barrel"
    case .place: "place"
    case .time: "time"
    case .course: "course"
    case .day: "day"
    case .yuan: "yuan"
    }
  }

  package var chinese: String {
    switch self {
    case .head: "头"
    case .animal: "只"
    case .bird: "羽"
    case .hive: "群"
    case .mu: "亩"
    case .hectare: "公顷"
    case .squareMetre: "平方米"
    case .cubicMetre: "立方米"
    case .km: "公里"
    case .metre: "米"
    case .kg: "公斤"
    case .jin: "斤"
    case .tonne: "吨"
    case .litre: "升"
    case .person: "人"
    case .personTime: "人次"
    case .household: "户"
    case .village: "村"
    case .house: "栋"
    case .room: "间"
    case .tree: "株"
    case .seedling: "苗"
    case .piece: "件"
    case .set: "套"
    case .machine: "台"
    case .bag: "袋"
    case .box: "箱"
    case .bottle: "瓶"
    case .barrel: "桶"
    case .place: "处"
    case .time: "次"
    case .course: "期"
    case .day: "天"
    case .yuan: "元"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .head: ["heads", "匹", "口"]
    case .animal: ["animals"]
    case .bird: ["birds"]
    case .hive: ["hives", "蜂箱"]
    case .mu: ["mus"]
    case .hectare: ["hectares", "ha"]
    case .squareMetre:
      ["square_metres", "平米", "㎡", "m2", "m²", "square meter", "square meters", "sqm"]
    case .cubicMetre: ["cubic_metres", "方", "m3", "m³", "cubic meter", "cubic meters"]
    case .km: ["kms", "千米", "kilometre", "kilometres", "kilometer", "kilometers"]
    case .metre: ["metres", "m", "meter", "meters"]
    case .kg: ["kgs", "千克", "kilogram", "kilograms"]
    case .jin: ["jins", "市斤"]
    case .tonne: ["tonnes", "t", "ton", "tons"]
    case .litre: ["litres", "liter", "liters"]
    case .person: ["persons", "people", "名"]
    case .personTime: ["person_times", "person-time", "person-times"]
    case .household: ["households"]
    case .village: ["villages", "个村"]
    case .house: ["houses", "座", "幢"]
    case .room: ["rooms"]
    case .tree: ["trees", "棵"]
    case .seedling: ["seedlings", "株苗"]
    case .piece: ["pieces", "个"]
    case .set: ["sets"]
    case .machine: ["machines", "部"]
    case .bag: ["bags", "包"]
    case .box: ["boxes"]
    case .bottle: ["bottles"]
    case .barrel: ["barrels"]
    case .place: ["places", "口井"]
    case .time: ["times"]
    case .course: ["courses", "class", "classes", "班"]
    case .day: ["days", "日"]
    case .yuan: []
    }
  }

  package static let words = WordTable(of: MeasureUnit.self)

  /// The key of a unit that somebody typed for a command; nil of a word that is none of the list.
  package static func stored(_ text: String) -> String? { read(text)?.name }

  /// The key of a sheet's unit. Nil of a word that is kept as written: one that the list lacks, or a Chinese one
  /// that another word of the list stands for, since an export could not give it back.
  package static func stored(ofSheet cell: Span<UInt8>) -> String? {
    guard let unit = words.code(cell).flatMap(MeasureUnit.init(rawValue:)) else { return nil }
    let text = CellText.string(cell)
    let isChinese = text.unicodeScalars.contains { ScalarCursor.isChinese($0.value) }
    return isChinese && text != unit.chinese ? nil : unit.name
  }

  /// A stored unit as a reader of Chinese reads it: the word of its key, or as written.
  package static func chinese(of stored: String) -> String {
    allCases.first { $0.name == stored }?.chinese ?? stored
  }
}
