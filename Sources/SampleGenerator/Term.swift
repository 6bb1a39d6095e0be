/// A coded value or a stock phrase in the two languages a sheet may be written in.
struct Term {
  let english: StaticString
  let chinese: StaticString

  init(_ english: StaticString, _ chinese: StaticString) {
    self.english = english
    self.chinese = chinese
  }
}

enum Language {
  case english, chinese
}

/// Where a household stands in the two systems.
enum HouseholdClass: Int {
  case poor, poorDibao, dibao, wubao

  var term: Term {
    switch self {
    case .poor: Term("poor", "扶贫户")
    case .poorDibao: Term("poor_dibao", "扶贫低保户")
    case .dibao: Term("dibao", "低保户")
    case .wubao: Term("wubao", "五保户")
    }
  }

  var receivesDibao: Bool { self == .poorDibao || self == .dibao }
}

enum Relation {
  case head, spouse, child, childInLaw, grandchild, parent, other

  /// Chinese names the relation by sex, as the register lists of those years do.
  func term(male: Bool) -> Term {
    switch self {
    case .head: Term("head", "户主")
    case .spouse: Term("spouse", "配偶")
    case .child: Term("child", male ? "之子" : "之女")
    case .childInLaw: Term("child_in_law", male ? "之女婿" : "之儿媳")
    case .grandchild: Term("grandchild", male ? "之孙子" : "之孙女")
    case .parent: Term("parent", male ? "之父" : "之母")
    case .other: Term("other", "其他")
    }
  }
}

enum Role: Int, CaseIterable {
  case support, implementation, contact

  var term: Term {
    switch self {
    case .support: Term("support", "扶持责任")
    case .implementation: Term("implementation", "项目实施责任")
    case .contact: Term("contact", "联系责任")
    }
  }
}

enum Source: Int, CaseIterable {
  case central, provincial, society, loan

  var term: Term {
    switch self {
    case .central: Term("central", "中央")
    case .provincial: Term("provincial", "省级")
    case .society: Term("society", "社会")
    case .loan: Term("loan", "信贷")
    }
  }
}

enum Fund {
  case convergence, contiguous, microcredit

  var term: Term {
    switch self {
    case .convergence: Term("convergence", "两项制度衔接")
    case .contiguous: Term("contiguous", "连片开发")
    // Not one of the coded funds: it goes by its name, the same in both languages.
    case .microcredit: Term("小额信贷", "小额信贷")
    }
  }
}

enum HouseholdEvent {
  case move, reclass, head, split, merge, end

  var term: Term {
    switch self {
    case .move: Term("move", "迁移")
    case .reclass: Term("reclass", "户属性变更")
    case .head: Term("head", "户主变更")
    case .split: Term("split", "分户")
    case .merge: Term("merge", "并户")
    case .end: Term("end", "销户")
    }
  }
}
