import Domain
import Intake

// The one home of the words that stand in or behind a header's brackets, and of the units that titles name.
// All are written as a folded header has them: lower case, ASCII brackets, no blanks, no comma inside a
// number.

/// Words that counties put beside a column's name.
enum HeaderTerms {
  /// A part of a unit: `万元/人·年` is money, a connector, a person, a connector, a year.
  enum Term {
    case money(MoneyUnit)
    /// An amount of money in a unit that no column takes: fen, hundreds, millions.
    case otherMoney
    case otherCurrency
    /// Yuan or no unit at all: says nothing of the scale.
    case renminbi
    /// Tens, hundreds, thousands … of what comes after, or of the column's own unit.
    case scale(MoneyUnit?)
    /// A person or a household: what is counted, or what an amount is for one of.
    case each(Each)
    case period(Period)
    /// What a quantity counts, as its main spelling.
    case measure(String)
    case connector
  }

  enum Each: String { case person, household }

  enum Period: String { case year, quarter, month, day }

  /// By spelling; the longest that fits is read first.
  static let terms: [String: Term] = {
    var terms: [String: Term] = [:]
    for unit in MoneyUnit.allCases {
      for word in [unit.chinese] + unit.synonyms + (moneyWords[unit] ?? []) {
        terms[word] = .money(unit)
      }
    }
    // A scale alone is one of money only over an amount.
    for (word, unit) in scales { terms[word] = .scale(unit) }
    for word in [
      "角", "分", "百元", "十元", "十万元", "百万元", "千万元", "fen", "jiao", "millionyuan", "billionyuan",
    ] {
      terms[word] = .otherMoney
    }
    for word in otherCurrencies { terms[word] = .otherCurrency }
    for word in ["人民币", "rmb", "cny", "renminbi", "¥", "￥"] { terms[word] = .renminbi }
    for word in ["人", "人均", "每人", "person", "percapita", "perperson", "persons", "people"] {
      terms[word] = .each(.person)
    }
    for word in ["户", "户均", "每户", "household", "perhousehold", "households"] {
      terms[word] = .each(.household)
    }
    for (word, period) in periods { terms[word] = .period(period) }
    for measure in measures {
      for word in measure where terms[word] == nil { terms[word] = .measure(measure[0]) }
    }
    for word in ["/", "·", ".", "每", "per", "a", "-", "・"] { terms[word] = .connector }
    return terms
  }()

  static let longestTerm = terms.keys.reduce(0) { max($0, $1.count) }

  private static let moneyWords: [MoneyUnit: [String]] = [
    .yuan: ["yuan"],
    .thousandYuan: ["1000yuan", "1000元", "thousandyuan"],
    .tenThousandYuan: ["10000yuan", "10000元", "tenthousandyuan", "wanyuan"],
    .hundredMillionYuan: ["100000000yuan", "hundredmillionyuan", "100millionyuan"],
  ]

  private static let scales: [(String, MoneyUnit?)] = [
    ("千", .thousandYuan), ("万", .tenThousandYuan), ("亿", .hundredMillionYuan),
    ("1000", .thousandYuan),
    ("10000", .tenThousandYuan), ("100000000", .hundredMillionYuan), ("thousand", .thousandYuan),
    ("tenthousand", .tenThousandYuan), ("wan", .tenThousandYuan), ("百", nil), ("百万", nil),
    ("千万", nil), ("十万", nil), ("100", nil), ("1000000", nil), ("million", nil), ("hundred", nil),
  ]

  private static let otherCurrencies = [
    "美元", "美金", "美圆", "港元", "港币", "欧元", "日元", "英镑", "台币", "新台币", "澳元", "卢布", "外币", "dollar",
    "dollars",
    "usdollars", "usd", "us$", "$", "hkd", "hk$", "eur", "euro", "euros", "€", "jpy", "gbp", "£",
  ]

  private static let periods: [(String, Period)] = [
    ("年", .year), ("每年", .year), ("年度", .year), ("全年", .year), ("年均", .year), ("year", .year),
    ("annual", .year), ("yearly", .year), ("季", .quarter), ("季度", .quarter), ("每季", .quarter),
    ("每季度", .quarter), ("quarter", .quarter), ("quarterly", .quarter), ("月", .month),
    ("每月", .month),
    ("月均", .month), ("month", .month), ("monthly", .month), ("日", .day), ("天", .day), ("每天", .day),
    ("日均", .day), ("day", .day), ("daily", .day),
  ]

  /// What quantities count; the spellings of one unit stand together, its main one first.
  private static let measures = [
    ["头", "head", "heads"], ["只", "piece", "pieces"], ["羽"], ["匹"], ["尾"], ["箱", "box", "boxes"],
    ["亩", "mu"], ["公顷", "hectare", "hectares"],
    ["平方米", "平米", "㎡", "m2", "squaremetre", "squaremetres"],
    ["公里", "千米", "km", "kilometre", "kilometres"], ["米", "m", "metre", "metres"],
    ["人", "person", "persons"], ["人次"], ["人日"], ["户", "household", "households"],
    ["间", "room", "rooms"], ["栋", "幢", "house", "houses"], ["口"], ["座"], ["处"], ["个"], ["名"], ["位"],
    ["台", "套", "set", "sets"], ["株", "棵", "tree", "trees"], ["公斤", "千克", "kg"], ["斤"],
    ["吨", "ton", "tons"],
    ["立方米", "方", "m3"], ["期", "次"],
  ]

  /// Whether a cell names the unit, in any of its spellings.
  static func isMeasure(_ cell: String, _ measure: String) -> Bool {
    let word = HeaderWord(cell).folded
    if word == measure { return true }
    return measures.contains { $0[0] == measure && $0.contains(word) }
  }

  /// What a count of people may name as its unit.
  static let people: Set<String> = ["人", "口", "名", "位", "个"]

  /// Marks that say what the words behind them are: a unit.
  static let unitMarks = [
    "金额单位", "计量单位", "货币单位", "数量单位", "单位", "币种", "货币", "units", "unit", "currency",
  ]

  /// Explanations that change nothing, in every column.
  static let explanations: Set<String> = [
    "必填", "必填项", "必须填写", "选填", "选填项", "可选", "可空", "可不填", "可留空", "没有留空", "无则留空", "公历", "阳历", "新历",
    "人民币", "小写", "年月日", "年/月/日", "年-月-日", "年.月.日", "年、月、日", "两位小数", "保留两位小数", "阿拉伯数字", "盖章", "签字",
    "required", "mandatory", "optional", "solar", "gregorian", "rmb", "cny",
  ]

  /// Explanations by how they begin and end.
  static let explanationForms: [(prefix: String, suffix: String)] = [
    ("以", "为准"), ("如", ""), ("例如", ""), ("例", ""), ("含", ""), ("包含", ""), ("包括", ""), ("不填", ""),
    ("e.g.", ""),
    ("eg:", ""), ("forexample", ""), ("including", ""), ("incl.", ""),
  ]

  /// Ways to say that what stands between is the unit or the calendar: `以万元计`, `按农历`.
  static let namings: [(prefix: String, suffix: String)] = [
    ("以", "为单位"), ("以", "为准"), ("以", "计"), ("按", "计"), ("按", "填写"), ("按", ""), ("为", ""), ("含", ""),
    ("in", ""),
  ]

  static let otherCalendars: Set<String> = [
    "农历", "阴历", "旧历", "夏历", "藏历", "回历", "苗历", "彝历", "民国", "lunar", "lunarcalendar",
    "chinesecalendar",
  ]

  /// Other states of affairs than what has come to pass.
  static let otherStates: Set<String> = [
    "计划", "规划", "拟", "预计", "预期", "预估", "预算", "估计", "估算", "目标", "应发", "应付", "应拨", "未发", "未付", "未拨",
    "累计", "本月",
    "本季", "本季度", "当月", "上月", "同比", "增长", "增加", "减少", "差额", "结余", "调整前", "上年", "上年度", "去年", "上一年",
    "planned",
    "plan", "estimated", "estimate", "expected", "target", "cumulative", "proposed", "lastyear",
  ]

  /// What says of a planned thing that it is planned.
  static let plannedStates: Set<String> = [
    "计划", "规划", "拟", "预计", "预算", "planned", "plan", "proposed",
  ]

  /// What says of a thing that it came to pass.
  static let actualStates: Set<String> = ["实际", "实发", "实付", "实拨", "实收", "actual"]
}
