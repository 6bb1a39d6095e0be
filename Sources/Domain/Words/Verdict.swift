/// What a review meeting said of a project (评审意见).
package enum Verdict: Int, CodedValue {
  case pass = 1
  case fail = 2
  case revise = 3

  package var name: String {
    switch self {
    case .pass: "approve"
    case .fail: "reject"
    case .revise: "revise"
    }
  }

  package var chinese: String {
    switch self {
    case .pass: "同意"
    case .fail: "不同意"
    case .revise: "修改后再审"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .pass: ["通过", "同意立项", "评审通过", "审查通过", "批准", "合格", "pass", "approved", "passed", "agree"]
    case .fail: ["不通过", "未通过", "否决", "不予通过", "不予立项", "驳回", "fail", "rejected", "failed"]
    case .revise:
      [
        "修改", "退回", "退回修改", "return", "returned", "补充材料", "修改后重报", "暂缓", "defer", "deferred",
        "amend",
      ]
    }
  }

  package static let words = WordTable(of: Verdict.self)
}
