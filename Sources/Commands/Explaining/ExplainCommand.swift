import Arguments
import Reports
import Sheets

enum ExplainCommand: Command {
  static let path = ["explain"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Say more of a rule that refused something.", zh: "说明一条规则。"),
    discussion: Bilingual(
      """
      Every message has the name of its rule: on a terminal in the line behind it, in a receipt, in a file of \
      rejected rows, and as rule in --json. It is said what the rule means, what to do, and what would break it.
      """,
      zh: "每条提示都有规则名，见终端上提示之后的一行、回执、拒收文件和 --json 的 rule。这里说明其含义、处理办法和示例。"),
    arguments: [
      Positional(
        "RULE",
        help: Bilingual("The rule's name, such as date_form.", zh: "规则名，如 date_form，或其中文名。"))
    ],
    options: [.json, .output, .force],
    examples: [
      "sixpoint explain date_form", "sixpoint explain ladder --json",
      "sixpoint explain household_ended --lang zh",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let name = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("RULE")
    }
    let book = RuleBook(console.language)
    let entries = book.entries(of: name)
    guard let rule = entries.first?.rule else { throw unknown(name, book, console) }
    if arguments.flag("json") {
      try console.print(bytes: json(rule, entries), arguments)
    } else {
      try console.print(lines(rule, entries, console), arguments)
    }
    return .done
  }

  private static func lines(
    _ rule: String, _ entries: [RuleBook.Entry], _ console: Console
  ) -> [String] {
    let named = console.language == .chinese ? FaultRuleNames.chinese[rule] : nil
    return [rule + (named.map { "（\($0)）" } ?? "")]
      + entries.flatMap { entry in
        [
          "", entry.meaning, console.say("What to do: ", "处理办法：") + entry.remedy,
        ] + (entry.example.map { [console.say("For example: ", "示例：") + $0] } ?? [])
      }
  }

  private static func json(_ rule: String, _ entries: [RuleBook.Entry]) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("rule", rule)
      json.memberArray("explanations") { json in
        for entry in entries {
          json.object { json in
            json.member("meaning", entry.meaning)
            json.member("remedy", entry.remedy)
            json.member("example", entry.example)
          }
        }
      }
    }
    json.line()
    return json.bytes
  }

  private static func unknown(_ name: String, _ book: RuleBook, _ console: Console) -> Problem {
    let nearest = Nearest.choices(to: name, among: book.entries.map(\.rule))
    return Problem(
      "unknown_rule",
      console.say("there is no rule “\(name)”", "没有规则“\(name)”")
        + console.language.meant(nearest))
  }
}
