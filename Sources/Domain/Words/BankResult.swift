/// What a bank says of a row of a pay list (代发结果).
package enum BankResult: Int, CodedValue {
  case failed = 0
  case paid = 1

  package var name: String { self == .paid ? "paid" : "failed" }
  package var chinese: String { self == .paid ? "成功" : "失败" }

  package var synonyms: [String] {
    switch self {
    case .paid: ["已发放", "已到账", "发放成功", "代发成功", "交易成功", "success", "ok"]
    case .failed: ["未发放", "退票", "退回", "发放失败", "代发失败", "交易失败", "failure", "returned"]
    }
  }

  package static let words = WordTable(of: BankResult.self)
}
