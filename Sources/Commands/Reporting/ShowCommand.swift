import Arguments
import Domain
import Register
import Reports

enum ShowCommand: Command {
  static let definition = CommandDefinition(
    ["show"],
    summary: Bilingual(
      "Show a household's card: members, six points, money, projects, income, progress.",
      zh: "显示一户的卡片：成员、六到、资金、项目、收入和进展。"),
    discussion: Bilingual(
      """
      Identity numbers, phones and accounts are masked. --reveal shows them whole, and is recorded \
      as an entry with its officer and reason.
      """,
      zh: "身份证号、电话和账号予以遮盖；--reveal 完整显示，并以录入单记下经办人和事由。"),
    arguments: [
      Positional("HOUSEHOLD", help: Bilingual("The household's number.", zh: "户编号。"))
    ],
    options: [.on, .reveal, .format(["text", "json"]), .json, .output, .force] + Option.writing,
    examples: [
      "sixpoint show 4331231042060013",
      "sixpoint show 4331231042060013 --on 2011-06-30 --json",
      "sixpoint show 4331231042060013 --reveal --reason \"transfer list for the bank\"",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try console.worded { () throws(UsageFailure) in
      KeyFolding.fold(try arguments.requiredPositional("HOUSEHOLD"))
    }
    let reveals = try console.reveals(arguments)
    let register = try console.openRegister(arguments, writing: reveals)
    let day = try console.dayAsked(arguments, of: register)
    let household = try register.requiredHousehold(number, console)
    if reveals { try console.recordReveal("show \(number) --reveal", arguments, in: register) }
    let file = try console.worded { () throws(QueryFailure) in
      try register.file(of: household, on: day.dayNumber)
    }
    guard let file else { throw Problem.unknownHousehold(number, nearest: [], console) }
    let card = HouseholdCard(file, reveals: reveals, console)
    try console.print(
      arguments, readers: reveals ? .ownerOnly : .byMask,
      text: { card.text(in: console.language.ofReports) }, json: { card.json() })
    return .done
  }
}

extension Register {
  /// The household of a number, or a refusal that names the nearest numbers.
  func requiredHousehold(_ number: String, _ console: Console) throws(Problem) -> Int64 {
    let found = try console.worded { () throws(QueryFailure) in
      try household(numbered: number)
    }
    if let found { return found }
    let nearest = try console.worded { () throws(QueryFailure) in
      try householdNumbers(near: number)
    }
    throw Problem.unknownHousehold(number, nearest: nearest, console)
  }
}

extension Problem {
  static func unknownHousehold(
    _ number: String, nearest: [String], _ console: Console
  ) -> Problem {
    let list = nearest.joined(separator: console.say(" or ", " 或 "))
    let typed = PersonalNumbers.masked(number)
    return Problem(
      "unknown_household",
      console.say("there is no household \(typed)", "没有户编号 \(typed)")
        + (list.isEmpty
          ? console.say("; look for it with “sixpoint find”", "，请用“sixpoint find”查找")
          : console.say("; did you mean \(list)?", "，是不是 \(list)？")))
  }
}
