/// One of the six points that must reach a household (六到).
package enum Point: Int, CodedValue {
  case plan = 1
  case project = 2
  case fund = 3
  case support = 4
  case implementation = 5
  case contact = 6

  package var name: String {
    switch self {
    case .plan: "plan"
    case .project: "project"
    case .fund: "fund"
    case .support: "support"
    case .implementation: "implementation"
    case .contact: "contact"
    }
  }

  package var chinese: String {
    switch self {
    case .plan: "减贫规划到户"
    case .project: "项目规划到户"
    case .fund: "资金安排到户"
    case .support: "扶持责任到人"
    case .implementation: "项目实施责任到人"
    case .contact: "联系责任到人"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .plan: ["规划到户", "减贫规划", "规划"]
    case .project: ["项目到户", "项目规划", "项目"]
    case .fund: ["资金到户", "资金安排", "资金"]
    case .support: ["扶持责任", "扶持责任人", "扶持"]
    case .implementation: ["实施责任到人", "项目实施责任", "项目实施责任人", "实施责任人", "实施"]
    case .contact: ["联系责任", "联系责任人", "联系人", "联系"]
    }
  }

  package static let words = WordTable(of: Point.self)

  /// The role whose assignment puts the point in force; nil for the three that are no persons.
  package var role: Role? {
    switch self {
    case .support: .support
    case .implementation: .implementation
    case .contact: .contact
    case .plan, .project, .fund: nil
    }
  }
}
