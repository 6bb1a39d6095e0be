/// A unit in which counties write amounts, in a cell (`3.5万元`) or in its header (`金额（万元）`).
package enum MoneyUnit: Int, CodedValue {
  case yuan = 1
  case thousandYuan = 2
  case tenThousandYuan = 3
  case hundredMillionYuan = 4

  /// How many decimals of this unit make whole fen.
  package var decimals: Int {
    switch self {
    case .yuan: 2
    case .thousandYuan: 5
    case .tenThousandYuan: 6
    case .hundredMillionYuan: 10
    }
  }

  /// How many yuan it is.
  package var yuan: Int {
    switch self {
    case .yuan: 1
    case .thousandYuan: 1_000
    case .tenThousandYuan: 10_000
    case .hundredMillionYuan: 100_000_000
    }
  }

  package var name: String {
    switch self {
    case .yuan: "yuan"
    case .thousandYuan: "thousand_yuan"
    case .tenThousandYuan: "ten_thousand_yuan"
    case .hundredMillionYuan: "hundred_million_yuan"
    }
  }

  package var chinese: String {
    switch self {
    case .yuan: "元"
    case .thousandYuan: "千元"
    case .tenThousandYuan: "万元"
    case .hundredMillionYuan: "亿元"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .yuan: ["圆", "人民币元", "rmb", "cny"]
    case .thousandYuan: ["千"]
    case .tenThousandYuan: ["万", "萬元", "人民币万元"]
    case .hundredMillionYuan: ["亿", "億元", "人民币亿元"]
    }
  }

  package static let words = WordTable(of: MoneyUnit.self)
}
