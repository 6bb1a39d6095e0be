import Arguments
import Domain
import Intake

/// Money that comes back up the ladder.
enum FundReturnCommand: Command {
  static let path = ["fund", "return"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Return money one step up the ladder.", zh: "资金退回上一级。"),
    discussion: Bilingual(
      """
      From a county to the batch, from a project to its county, from a household to the project. With \
      --voucher and --batch, money that was paid to a household comes back to what is allocated to it.
      """,
      zh: "由县退回批次，由项目退回县，由户退回项目。写 --voucher 和 --batch 时，是已拨付的资金退回到户的安排。"),
    arguments: [
      Positional("BATCH", .optional, help: Bilingual("The batch number.", zh: "批次号。"))
    ],
    options: [
      .moneySource,
      .toCounty("From this county.", "由该县退回。"),
      .project("From this project.", "由该项目退回，或户所属项目。"),
      .household("From this household.", "由该户退回。"), .amount, .movementNumber, .again,
      .voucher("The number of the voucher of paid money that comes back.", "退回已拨付资金的凭证号。"),
      .batch("The batch, with --voucher.", "批次号，与 --voucher 同用。"),
      Option(
        "payee", value: "PAYEE",
        help: Bilingual(
          "With --voucher: who was paid, where it is no household.", zh: "与 --voucher 同用：非户的收款人。")),
    ] + Option.daily,
    examples: [
      "sixpoint fund return XJ2011-1 --source central --county Fenghuang --amount 1 --on 2011-12-30 --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let isPaid = arguments.value("voucher") != nil
    let amount = try console.worded { () throws(UsageFailure) in try checked(arguments, isPaid) }
    let act = FundAct(try HandIn(arguments, console), arguments)
    var cells: RowCells = []
    if isPaid {
      cells.take("voucher", as: "voucher_no", arguments)
      cells.take("payee", as: "payee", arguments)
    } else {
      cells.take("number", as: "movement_no", arguments)
      cells.set("county_code", try act.county())
    }
    let batch = arguments.positional("BATCH") ?? arguments.value("batch") ?? ""
    cells.set("batch_no", batch)
    cells.take("source", as: "source", arguments)
    cells.take("project", as: "project_no", arguments)
    cells.take("household", as: "household_no", arguments)
    cells.set("amount", amount)
    cells.set(isPaid ? "paid_on" : "moved_on", act.handIn.day.description)
    try act.hand(
      [cells], of: isPaid ? .payments : .allocations, command: "fund return \(batch)",
      numbering: isPaid ? .asGiven : act.numbering,
      sentence: console.say(
        "returned, of \(console.shown(batch))", "批次 \(console.shown(batch)) 的资金已退回"))
    return .done
  }

  /// The amount as a cell, after the options have been held against each other.
  private static func checked(
    _ arguments: ParsedArguments, _ isPaid: Bool
  ) throws(UsageFailure) -> String {
    let amount = try arguments.amount(returned: true)
    if isPaid {
      for other in ["number", "county"] where arguments.value(other) != nil {
        throw arguments.failure(.conflictingOptions("--voucher", "--" + other))
      }
      try arguments.oneOf(["household", "payee"])
      _ = try arguments.requiredValue("project")
      if arguments.positional("BATCH") == nil { _ = try arguments.requiredValue("batch") }
    } else {
      for other in ["batch", "payee"] where arguments.value(other) != nil {
        throw arguments.failure(.missingOption("--voucher"))
      }
      _ = try arguments.requiredPositional("BATCH")
      if arguments.value("household") != nil {
        _ = try arguments.requiredValue("project")
      } else {
        try arguments.oneOf(["county", "project"])
      }
    }
    return amount
  }
}
