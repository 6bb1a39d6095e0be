/// Who gave the money (资金来源).
package enum FundSource: Int, CodedValue {
  case central = 1
  case provincial = 2
  case prefecture = 3
  case county = 4
  case lottery = 5
  case society = 6
  case loan = 7
  case selfRaised = 8
  case foreign = 9

  package var name: String {
    switch self {
    case .central: "central"
    case .provincial: "provincial"
    case .prefecture: "prefecture"
    case .county: "county"
    case .lottery: "lottery"
    case .society: "society"
    case .loan: "loan"
    case .selfRaised: "self"
    case .foreign: "foreign"
    }
  }

  package var chinese: String {
    switch self {
    case .central: "中央"
    case .provincial: "省级"
    case .prefecture: "市州级"
    case .county: "县级"
    case .lottery: "彩票公益金"
    case .society: "社会资金"
    case .loan: "信贷资金"
    case .selfRaised: "自筹资金"
    case .foreign: "外资"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .central: ["中央资金", "中央财政", "中央财政资金", "中央级", "国家", "central_government"]
    case .provincial: ["省", "省级资金", "省财政", "省级财政", "省级财政资金", "province"]
    case .prefecture:
      [
        "市级", "州级", "市州", "市（州）级", "市州资金", "市级资金", "州级资金", "市级财政", "州级财政", "市州财政", "市州级财政",
        "prefectural",
      ]
    case .county: ["县", "县级资金", "县财政", "县级财政", "县级财政资金", "县配套", "县级配套", "区县级"]
    case .lottery: ["彩票", "福利彩票", "福彩", "彩票金", "福彩公益金", "中央彩票公益金", "中央专项彩票公益金"]
    case .society: ["社会", "社会捐赠", "社会捐助", "社会募捐", "社会帮扶", "捐赠", "社会帮扶资金", "social"]
    case .loan: ["贷款", "信贷", "银行贷款", "扶贫贷款", "小额信贷", "贴息贷款", "小额贷款"]
    case .selfRaised: ["自筹", "农户自筹", "单位自筹", "群众自筹", "自有资金", "self_raised"]
    case .foreign: ["外资扶贫", "利用外资", "外资项目", "世行", "世行贷款", "世界银行", "世界银行贷款", "foreign_capital"]
    }
  }

  package static let words = WordTable(of: FundSource.self)

  /// Whether it is public money: only that counts for the point `fund`, and only that is in the totals.
  /// Loans, society's, self-raised and foreign money are shown beside it.
  package var isFiscal: Bool {
    switch self {
    case .central, .provincial, .prefecture, .county, .lottery: true
    case .society, .loan, .selfRaised, .foreign: false
    }
  }
}
