import Arguments
import Domain
import Intake
import Register

/// A mistake taken back whole: the opposite movement, which names it.
enum FundReverseCommand: Command {
  static let path = ["fund", "reverse"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Reverse a movement or a voucher, whole.", zh: "全额冲销一笔资金移动或凭证。"),
    discussion: Bilingual(
      """
      Vouchers and movements are two series of numbers; where NUMBER stands in both, --movement or --voucher \
      says which is meant.
      """,
      zh: "凭证号与移动编号是两个序列；编号在两个序列中都有时，用 --movement 或 --voucher 指明。"),
    arguments: [
      Positional("NUMBER", help: Bilingual("What is reversed.", zh: "要冲销的编号。"))
    ],
    options: [
      Option(
        "number", value: "NEW",
        help: Bilingual(
          "The reversal's own number; a movement's may be left to the register.",
          zh: "冲销的编号；资金移动的可由登记库编号。")),
      Option("movement", help: Bilingual("NUMBER is a movement's.", zh: "该编号是资金移动编号。")),
      Option("voucher", help: Bilingual("NUMBER is a voucher's.", zh: "该编号是凭证号。")),
      .again,
    ] + Option.daily,
    examples: [
      "sixpoint fund reverse V433123-000001 --number V433123-R1 --on 2011-12-30 --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    if arguments.flag("movement"), arguments.flag("voucher") {
      throw arguments.failure(.conflictingOptions("--movement", "--voucher"))
        .problem(in: console.language)
    }
    let act = FundAct(try HandIn(arguments, console), arguments)
    let number = try arguments.number("NUMBER", console)
    let movement = try act.movement(number)
    if movement.isPayment, arguments.value("number") == nil {
      throw arguments.failure(.missingOption("--number")).problem(in: console.language)
    }
    var cells: RowCells = []
    cells.take("number", as: movement.isPayment ? "voucher_no" : "movement_no", arguments)
    cells.set("batch_no", movement.batch)
    cells.set("source", movement.source.name)
    cells.set("county_code", movement.county?.description)
    cells.set("project_no", movement.project)
    cells.set("household_no", movement.household)
    cells.set("payee", movement.payee)
    cells.set("amount", (Money(fen: movement.fen).negated ?? .zero).description)
    cells.set(movement.isPayment ? "paid_on" : "moved_on", act.handIn.day.description)
    cells.set("reverses", number)
    try act.hand(
      [cells], of: movement.isPayment ? .payments : .allocations,
      command: "fund reverse \(number)",
      numbering: movement.isPayment ? .asGiven : act.numbering,
      sentence: console.say("\(console.shown(number)) is reversed", "已冲销 \(console.shown(number))"))
    return .done
  }
}

extension FundAct {
  /// The standing movement of the number, of the series that was asked for.
  fileprivate func movement(_ number: String) throws(Problem) -> StandingMovement {
    let series: Bool? = arguments.flag("voucher") ? true : arguments.flag("movement") ? false : nil
    let found = try console.asking(handIn.register) { () throws(Problem) in
      try console.worded { () throws(QueryFailure) in
        try handIn.register.movements(numbered: number)
          .filter { series == nil || $0.isPayment == series }
      }
    }
    if found.count > 1 {
      throw Problem(
        "ambiguous_number",
        console.say(
          "\(console.shown(number)) is a movement's number and a voucher's; say --movement or --voucher",
          "\(console.shown(number)) 既是资金移动编号又是凭证号；请写 --movement 或 --voucher"))
    }
    guard let movement = found.first else {
      throw Problem(
        series == true ? "unknown_voucher" : "unknown_movement",
        console.say(
          "there is no movement or voucher \(console.shown(number)) to reverse; see “sixpoint export allocations”",
          "没有可冲销的资金移动或凭证 \(console.shown(number))；可用 “sixpoint export allocations” 查看"))
    }
    return movement
  }
}
