/// A step in the life of a project; each has a day.
package enum ProjectStep: Int, CodedValue {
  case proposed = 1
  case reviewed = 2
  case approved = 3
  case started = 4
  case accepted = 5
  case closed = 6
  case rejected = 7
  case cancelled = 8

  package var name: String {
    switch self {
    case .proposed: "proposed"
    case .reviewed: "reviewed"
    case .approved: "approved"
    case .started: "started"
    case .accepted: "accepted"
    case .closed: "closed"
    case .rejected: "rejected"
    case .cancelled: "cancelled"
    }
  }

  package var chinese: String {
    switch self {
    case .proposed: "申报"
    case .reviewed: "评审"
    case .approved: "批准"
    case .started: "开工"
    case .accepted: "验收"
    case .closed: "办结"
    case .rejected: "否决"
    case .cancelled: "取消"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .proposed: ["已申报", "立项申请", "提出", "propose"]
    case .reviewed: ["已评审", "审查", "评估", "review"]
    case .approved: ["已批准", "批复", "已批复", "立项", "审批", "approve"]
    case .started: ["已开工", "启动", "已启动", "实施", "在建", "start"]
    case .accepted: ["已验收", "完工验收", "accept"]
    case .closed: ["已办结", "结项", "完结", "销号", "close"]
    case .rejected: ["已否决", "不予立项", "驳回", "reject"]
    case .cancelled: ["已取消", "撤销", "终止", "cancel", "canceled"]
    }
  }

  package static let words = WordTable(of: ProjectStep.self)

  /// The step that must come before this one, on an earlier day or the same; nil for the first. A
  /// project can be rejected or cancelled as soon as it was proposed.
  package var predecessor: ProjectStep? {
    switch self {
    case .proposed: nil
    case .reviewed, .rejected, .cancelled: .proposed
    case .approved: .reviewed
    case .started: .approved
    case .accepted: .started
    case .closed: .accepted
    }
  }
}
