import Arguments
import Domain
import Intake
import Register

/// Money that reaches a household, or a payee who is none.
enum FundPayCommand: Command {
  static let path = ["fund", "pay"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Pay a household, or a payee, with a voucher.", zh: "凭凭证向户或收款人拨付。"),
    discussion: Bilingual(
      """
      A household is paid out of what is allocated to it; a payee (a road builder, a school) out of what the \
      project holds. Where the project pays by instalments and no amount is given, what is due of each source \
      is proposed; more than the rule allows is warned of. On a terminal it asks for what is not given.
      """,
      zh: """
        户的资金来自已安排到户的部分；收款人（修路单位、学校等）的资金来自项目。项目分期拨付而未写金额时，按资金来源提出本期应付金额；\
        超过规定比例时予以警告。在终端上未写的逐项询问。
        """),
    arguments: [
      Positional("HOUSEHOLD", .optional, help: Bilingual("Who is paid.", zh: "收款户编号。"))
    ],
    options: [
      Option(
        "payee", value: "PAYEE",
        help: Bilingual("Who is paid, where it is no household.", zh: "收款单位或个人（非户）。")),
      .project("The project the money is of.", "资金所属项目。").asked,
      .batch("The batch the money is of.", "资金所属批次。").asked,
      .moneySource, .amount,
      .voucher("The voucher's own number.", "凭证号。"),
    ] + Option.daily,
    examples: [
      "sixpoint fund pay --payee 建筑队 --project P433123-00005 --batch XJ2011-1 --source central --amount 92 --voucher V-2011-1 --on 2011-12-30 --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let arguments = try FundPayForm.filled(arguments, console)
    let household = arguments.positional("HOUSEHOLD").map(KeyFolding.fold)
    let amount = try console.worded { () throws(UsageFailure) in
      if household != nil, arguments.value("payee") != nil {
        throw arguments.failure(.conflictingOptions("HOUSEHOLD", "--payee"))
      }
      if household == nil, arguments.value("payee") == nil {
        throw arguments.failure(.missingArgument("HOUSEHOLD"))
      }
      return arguments.value("amount") != nil ? try arguments.amount() : nil
    }
    let act = FundAct(try HandIn(arguments, console), arguments)
    if amount == nil { throw try act.lackingAmount(for: household) }
    let voucher = try console.worded { () throws(UsageFailure) in
      try arguments.requiredValue("voucher")
    }
    try act.hand(
      [cells(arguments, on: act.handIn.day)], of: .payments, command: "fund pay \(household ?? "")",
      sentence: console.say(
        "paid with voucher \(console.shown(voucher))", "已凭凭证 \(console.shown(voucher)) 拨付"))
    return .done
  }

  /// The row that the arguments make, as far as they go.
  static func cells(_ arguments: ParsedArguments, on day: CalendarDate) -> RowCells {
    var cells: RowCells = []
    cells.take("voucher", as: "voucher_no", arguments)
    cells.set("household_no", arguments.positional("HOUSEHOLD").map(KeyFolding.fold))
    cells.take("payee", as: "payee", arguments)
    cells.take("project", as: "project_no", arguments)
    cells.take("batch", as: "batch_no", arguments)
    cells.take("source", as: "source", arguments)
    cells.take("amount", as: "amount", arguments)
    cells.set("paid_on", day.description)
    return cells
  }
}
