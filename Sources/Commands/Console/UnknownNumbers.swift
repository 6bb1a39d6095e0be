import Domain
import Register

// A number that nothing bears: what is missing, and what was probably meant.

extension NumberedThing {
  fileprivate var rule: String {
    switch self {
    case .household: "unknown_household"
    case .staff: "unknown_staff"
    case .project: "unknown_project"
    case .batch: "unknown_batch"
    }
  }
}

extension Register {
  /// Throws, with the nearest numbers, where nothing of the kind stands under a number.
  func require(
    _ thing: NumberedThing, _ number: String, _ console: Console
  ) throws(Problem) {
    let isKnown = try console.worded { () throws(QueryFailure) in
      try isNumber(number, of: thing)
    }
    if !isKnown { throw try Problem.unknown(thing, number, in: self, console) }
  }

  /// The household of a number, or a refusal that names the nearest numbers.
  func requiredHousehold(_ number: String, _ console: Console) throws(Problem) -> Int64 {
    let found = try console.worded { () throws(QueryFailure) in
      try household(numbered: number)
    }
    if let found { return found }
    throw try Problem.unknown(.household, number, in: self, console)
  }
}

extension Problem {
  /// Nothing of the kind bears the number.
  static func unknown(
    _ thing: NumberedThing, _ number: String, in register: Register, _ console: Console
  ) throws(Problem) -> Problem {
    let nearest = try console.worded { () throws(QueryFailure) in
      try register.numbers(near: number, of: thing)
    }
    let typed = PersonalNumbers.masked(number)
    let (words, advice) =
      switch thing {
      case .household:
        (
          console.say("there is no household \(typed)", "没有户编号 \(typed)"),
          console.say("; look for it with “sixpoint find”", "，请用“sixpoint find”查找")
        )
      case .staff:
        (
          console.say("there is no official \(typed)", "没有责任人 \(typed)"),
          console.say("; “sixpoint find” looks for staff by name", "；可用“sixpoint find”按姓名查找")
        )
      case .project:
        (
          console.say("there is no project \(typed)", "没有项目 \(typed)"),
          console.say("; “project propose” registers one", "；登记项目请用“project propose”")
        )
      case .batch:
        (
          console.say("there is no batch \(typed)", "没有批次 \(typed)"),
          console.say("; “report funds” lists them", "；可用“report funds”查看")
        )
      }
    return Problem(
      thing.rule, words + console.language.meant(nearest.map(console.shown), else: advice))
  }

  /// No household, official, project or batch bears the number.
  static func unknownCard(
    _ number: String, in register: Register, _ console: Console
  ) throws(Problem) -> Problem {
    let nearest = try console.worded { () throws(QueryFailure) -> [String] in
      var found: [String] = []
      for thing in NumberedThing.allCases {
        found += try register.numbers(near: number, of: thing)
      }
      return CodeSuggestion.nearest(to: number, among: found)
    }
    let typed = PersonalNumbers.masked(number)
    return Problem(
      NumberedThing.household.rule,
      console.say(
        "there is no household, official, project or batch \(typed)", "没有编号为 \(typed) 的户、责任人、项目或批次")
        + console.language.meant(
          nearest.map(console.shown),
          else: console.say("; look for it with “sixpoint find”", "，请用“sixpoint find”查找")))
  }
}
