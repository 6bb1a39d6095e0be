import Arguments
import Reports

enum ExplainCommand: Command {
  static let path = ["explain"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Say more of a rule that refused something, or of a word of a report.",
      zh: "说明一条规则，或报表中的一个名称。"),
    discussion: Bilingual(
      """
      Every message has the name of its rule: on a terminal in the line behind it, in a receipt, in a file of \
      rejected rows, and as rule in --json. It is said what the rule means, what to do, and what would break it. \
      The same of the kinds of report exceptions, of the lists, of what list due names, and of the columns of \
      reports and lists.
      """,
      zh:
        "每条提示都有规则名，见终端上提示之后的一行、回执、拒收文件和 --json 的 rule。这里说明其含义、处理办法和示例。report exceptions 的类别、各种清单、list due 的事项和报表、清单的栏目也可查询。"
    ),
    arguments: [
      Positional(
        "RULE",
        help: Bilingual(
          "The rule's name, such as date_form; or a kind, a list, a column.",
          zh: "规则名，如 date_form，或其中文名；也可写类别、清单、栏目。"))
    ],
    options: [.json, .output, .force],
    examples: [
      "sixpoint explain date_form", "sixpoint explain ladder --json",
      "sixpoint explain household_ended --lang zh", "sixpoint explain households_lapsed",
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
      try console.print(lines(rule, entries, console, book.chineseName(of: rule)), arguments)
    }
    return .done
  }

  private static func lines(
    _ rule: String, _ entries: [RuleBook.Entry], _ console: Console, _ chineseName: String?
  ) -> [String] {
    let named = console.language == .chinese ? chineseName : nil
    var lines = [rule + (named.map { "（\($0)）" } ?? "")]
    for entry in entries {
      lines += ["", entry.meaning]
      if let remedy = entry.remedy { lines.append(console.say("What to do: ", "处理办法：") + remedy) }
      if let example = entry.example { lines.append(console.say("For example: ", "示例：") + example) }
    }
    return lines
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
