import Arguments
import Domain
import Intake

/// Money one step down the ladder.
enum FundAllocateCommand: Command {
  static let path = ["fund", "allocate"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Move money of a batch to a county, a project or households.", zh: "将批次资金下拨到县、安排到项目或到户。"),
    discussion: Bilingual(
      """
      It comes from the rung above: to a county out of the batch, to a project out of its county, to a \
      household out of the project. --each gives every household named the same amount. --dry-run shows the \
      balances that would result.
      """,
      zh: "资金来自上一级：到县的来自批次，到项目的来自县，到户的来自项目。--each 给所列各户相同金额。--dry-run 显示将有的结存。"),
    arguments: [
      Positional("BATCH", help: Bilingual("The batch number.", zh: "批次号。")),
      Positional(
        "HOUSEHOLD", .many(minimum: 0),
        help: Bilingual("With --each: who gets it.", zh: "与 --each 同用：到哪些户。")),
    ],
    options: [
      .moneySource,
      .toCounty("To this county.", "下拨到该县。"),
      .project("To this project, or to a household through it.", "安排到该项目，或经该项目到户。"),
      .household("To this household.", "到该户。"), .amount,
      Option("each", value: "YUAN", help: Bilingual("For each household.", zh: "每户金额（元）。")),
      .movementNumber, .again,
    ] + Option.daily,
    examples: [
      "sixpoint fund allocate XJ2011-1 --source central --county Fenghuang --amount 500 --on 2011-12-30 --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let rows = try console.worded { () throws(UsageFailure) in try checked(arguments) }
    let act = FundAct(try HandIn(arguments, console), arguments)
    let batch = try arguments.number("BATCH", console)
    let county = try act.county()
    let day = act.handIn.day.description
    let cells = rows.map { (household, amount) in
      var cells: RowCells = []
      cells.take("number", as: "movement_no", arguments)
      cells.set("batch_no", batch)
      cells.take("source", as: "source", arguments)
      cells.set("county_code", county)
      cells.take("project", as: "project_no", arguments)
      cells.set("household_no", household)
      cells.set("amount", amount)
      cells.set("moved_on", day)
      return cells
    }
    try act.hand(
      cells, of: .allocations, command: "fund allocate \(batch)", numbering: act.numbering,
      sentence: console.say(
        "allocated from \(console.shown(batch))", "已安排批次 \(console.shown(batch)) 的资金"))
    return .done
  }

  /// Each row's household, nil where it goes to none, and its amount.
  private static func checked(
    _ arguments: ParsedArguments
  ) throws(UsageFailure) -> [(household: String?, amount: String)] {
    let households = arguments.positionals("HOUSEHOLD")
    if arguments.value("each") != nil {
      for other in ["amount", "county", "household", "number"] where arguments.value(other) != nil {
        throw arguments.failure(.conflictingOptions("--each", "--" + other))
      }
      guard !households.isEmpty else { throw arguments.failure(.missingArgument("HOUSEHOLD")) }
      _ = try arguments.requiredValue("project")
      let amount = try arguments.amount("each")
      return households.map { ($0, amount) }
    }
    if let first = households.first { throw arguments.failure(.unexpectedArgument(first)) }
    let amount = try arguments.amount()
    if arguments.value("county") == nil, arguments.value("household") == nil,
      arguments.value("project") == nil
    {
      throw arguments.failure(.missingOption("--county | --project | --household"))
    }
    if arguments.value("county") != nil {
      for other in ["project", "household"] where arguments.value(other) != nil {
        throw arguments.failure(.conflictingOptions("--county", "--" + other))
      }
    }
    if arguments.value("household") != nil { _ = try arguments.requiredValue("project") }
    return [(arguments.value("household"), amount)]
  }
}
