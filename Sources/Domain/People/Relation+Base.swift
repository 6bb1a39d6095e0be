extension Relation {
  /// The ten relations that the register counts by.
  package enum Base: Int, CodedValue {
    case head = 1
    case spouse = 2
    case child = 3
    case childInLaw = 4
    case grandchild = 5
    case parent = 6
    case parentInLaw = 7
    case grandparent = 8
    case sibling = 9
    case other = 10

    package var name: String {
      switch self {
      case .head: "head"
      case .spouse: "spouse"
      case .child: "child"
      case .childInLaw: "child_in_law"
      case .grandchild: "grandchild"
      case .parent: "parent"
      case .parentInLaw: "parent_in_law"
      case .grandparent: "grandparent"
      case .sibling: "sibling"
      case .other: "other"
      }
    }

    package var chinese: String {
      switch self {
      case .head: "户主"
      case .spouse: "配偶"
      case .child: "子女"
      case .childInLaw: "儿媳女婿"
      case .grandchild: "孙子女"
      case .parent: "父母"
      case .parentInLaw: "岳父母公婆"
      case .grandparent: "祖父母"
      case .sibling: "兄弟姐妹"
      case .other: "其他"
      }
    }

    package var synonyms: [String] {
      switch self {
      case .head: ["本人", "本人或户主", "户主本人", "本人（户主）", "户主（本人）", "自己", "self", "householder"]
      case .spouse: ["爱人", "伴侣", "之配偶", "partner"]
      case .child: ["儿女", "之子女", "孩子", "小孩"]
      case .childInLaw: ["媳婿", "子女配偶", "child-in-law"]
      case .grandchild: ["孙子（女）", "孙子孙女", "孙辈", "外孙子女", "之孙子女"]
      case .parent: ["双亲", "之父母"]
      case .parentInLaw: ["公婆", "岳父母", "配偶父母", "配偶的父母", "之公婆", "之岳父母"]
      case .grandparent: ["外祖父母", "爷爷奶奶", "之祖父母"]
      case .sibling: ["兄妹", "姐弟", "兄弟", "姐妹", "弟兄", "姊妹", "兄弟姊妹"]
      case .other: ["其它", "其他关系", "其它关系", "others"]
      }
    }

    package static let words = WordTable(of: Base.self)
  }
}
