import Arguments
import Domain
import Intake

/// Money issued under a document: what comes in at the top of the ladder.
enum FundIssueCommand: Command {
  static let path = ["fund", "issue"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Issue a batch of money under a document.", zh: "按文件下达一批资金。"),
    discussion: Bilingual(
      """
      A batch from two sources is issued twice, once for each. The same again changes nothing; other values are \
      refused, and “fund correct” changes them.
      """,
      zh: "一批资金有两个来源的，每个来源下达一次。再次录入相同内容不会改变任何内容；内容不同则拒绝，应使用 “fund correct”。"),
    arguments: [Positional("BATCH", help: Bilingual("The batch number.", zh: "批次号。"))],
    options: batchOptions.map(\.required) + Option.daily,
    examples: [
      "sixpoint fund issue XJ2011-9 --document 湘财农〔2011〕9号 --fund convergence --source county --amount 50000 --on 2011-09-01"
    ])

  static let batchOptions = [
    Option(
      "document", value: "NO", help: Bilingual("The document it is issued under.", zh: "下达文号。")),
    Option(
      "fund", value: "FUND",
      help: Bilingual("convergence, rain_plan, contiguous or a name.", zh: "两项制度衔接、雨露计划、连片开发或其他名称。")
    ),
    Option(
      "source", value: "SOURCE",
      help: Bilingual(
        "central, provincial, prefecture, county, lottery, society, loan or self.",
        zh: "中央、省级、市州级、县级、彩票公益金、社会资金、信贷资金或自筹资金。")),
    Option("amount", value: "YUAN", help: Bilingual("How much.", zh: "金额（元）。")),
  ]

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console, corrects: false)
    try FundAct(handIn, arguments).issue(command: "fund issue", on: handIn.day.description)
    return .done
  }
}

/// Other values for a batch that stands.
enum FundCorrectCommand: Command {
  static let path = ["fund", "correct"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Correct a batch that was issued.", zh: "更正已下达的批次。"),
    discussion: Bilingual(
      "What is not given stays. No rung may be overdrawn by it, on any day.",
      zh: "未写的内容不变。任何层级在任何一天都不得因此透支。"),
    arguments: [Positional("BATCH", help: Bilingual("The batch number.", zh: "批次号。"))],
    options: FundIssueCommand.batchOptions.map { $0.long == "source" ? $0.required : $0 }
      + Option.daily,
    examples: ["sixpoint fund correct XJ2011-1 --source central --document 湘财农〔2011〕1号 --dry-run"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console)
    try FundAct(handIn, arguments).issue(
      command: "fund correct", on: handIn.isDayGiven ? handIn.day.description : nil)
    return .done
  }
}

extension FundAct {
  /// - Parameter day: of the issue; nil: as it stands.
  fileprivate func issue(command: String, on day: String?) throws(Problem) {
    let batch = try arguments.number("BATCH", console)
    var cells: RowCells = []
    cells.set("batch_no", batch)
    cells.take("document", as: "document_no", arguments)
    cells.set("issued_on", day)
    for option in ["fund", "source", "amount"] { cells.take(option, as: option, arguments) }
    try hand(
      [cells], of: .batches, command: "\(command) \(batch)",
      completesStanding: day == nil || command == "fund correct",
      sentence: console.say("batch \(console.shown(batch))", "批次 \(console.shown(batch))"))
  }
}
