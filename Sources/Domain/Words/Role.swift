/// What a responsible person answers for (责任类别).
package enum Role: Int, CodedValue {
  case support = 1
  case implementation = 2
  case contact = 3

  package var name: String {
    switch self {
    case .support: "support"
    case .implementation: "implementation"
    case .contact: "contact"
    }
  }

  package var chinese: String {
    switch self {
    case .support: "扶持责任"
    case .implementation: "项目实施责任"
    case .contact: "联系责任"
    }
  }

  package var synonyms: [String] {
    switch self {
    case .support: ["扶持责任人", "扶持责任到人", "扶持人", "扶持", "帮扶责任人", "帮扶责任", "帮扶人", "帮扶"]
    case .implementation:
      ["项目实施责任人", "项目实施责任到人", "实施责任人", "实施责任", "实施人", "项目实施", "项目责任人", "实施", "implement"]
    case .contact: ["联系责任人", "联系责任到人", "联系人", "联系户责任人", "结对联系人", "联系"]
    }
  }

  package static let words = WordTable(of: Role.self)

  /// The point that an assignment of this role puts in force.
  package var point: Point {
    switch self {
    case .support: .support
    case .implementation: .implementation
    case .contact: .contact
    }
  }
}
