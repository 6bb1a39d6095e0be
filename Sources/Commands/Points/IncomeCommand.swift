import Arguments
import Domain
import Intake
import Register
import Sheets

enum IncomeCommand: Command {
  static let path = ["income"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Record a household's income of a year.", zh: "登记一户一年的收入。"),
    discussion: Bilingual(
      """
      In yuan a household: by component, or as one total. A component that stands is kept where it is not \
      named, and the total follows. On a terminal it asks for what is not given.
      """,
      zh: "单位为元/户，可分项填写，也可只填合计。未写的分项保持原值，合计随之变动。在终端上未写的逐项询问。"),
    arguments: [
      .askedHousehold
    ],
    options: [
      Option(
        "year", value: "YEAR", isRequired: true, mayBeAsked: true,
        help: Bilingual("The year.", zh: "年度。")),
      Option("total", value: "YUAN", help: Bilingual("The whole.", zh: "总纯收入。")),
      Option("wage", value: "YUAN", help: Bilingual("Wages.", zh: "工资性收入。")),
      Option(
        "business", value: "YUAN", help: Bilingual("Farm and business.", zh: "家庭经营性收入。")),
      Option("transfer", value: "YUAN", help: Bilingual("Transfers.", zh: "转移性收入。")),
      Option("property", value: "YUAN", help: Bilingual("Property.", zh: "财产性收入。")),
      Option("cost", value: "YUAN", help: Bilingual("Costs, taken off.", zh: "支出，扣除。")),
    ] + Option.daily,
    examples: [
      "sixpoint income 4331231042060013 --year 2011 --wage 6000 --business 5200.50 --cost 800 --dry-run"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let arguments = try IncomeForm.filled(arguments, console)
    let submission = try submission(arguments, console)
    let handIn = try HandIn(arguments, console)
    let receipt = try handIn.take(submission)
    let (number, year) = (
      console.shown(arguments.positional("HOUSEHOLD") ?? ""), arguments.value("year") ?? ""
    )
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "income of household \(number) in \(year)", "登记户 \(number) \(year) 年收入")
    ).print(arguments)
    return .done
  }

  /// The row that the arguments make.
  static func submission(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> CellsSubmission {
    let (household, year) = try console.worded { () throws(UsageFailure) in
      (try arguments.requiredPositional("HOUSEHOLD"), try arguments.requiredValue("year"))
    }
    let row: RowCells =
      [("household_no", household), ("year", year)]
      + arguments.cells([
        "total": "total", "wage": "wage", "business": "business", "transfer": "transfer",
        "property": "property", "cost": "cost",
      ])
    return CellsSubmission(command: "income", .income, rows: [row])
  }
}

enum YearOpenCommand: Command {
  static let path = ["year", "open"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Keep a further programme year.", zh: "开设一个年度。"),
    discussion: Bilingual(
      "Of a year that is kept already, the goal and the day are changed.",
      zh: "年度已开设的，更改其目标和截止日。"),
    arguments: [Positional("YEAR", help: Bilingual("The year.", zh: "年度。"))],
    options: [
      Option(
        "income-goal", value: "YUAN",
        help: Bilingual(
          "The growth that reaches the goal, yuan a household; else the year before's.",
          zh: "收入增长目标，元/户；不写则沿用上一年度。")),
      Option(
        "report-due", value: "DAY",
        help: Bilingual(
          "Day of the next month by which a county's sheets are due: 5.", zh: "次月几日前报送：5。")),
    ] + Option.daily,
    examples: ["sixpoint year open 2012 --income-goal 1800 --report-due 5 --dry-run"])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let year = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("YEAR")
    }
    let handIn = try HandIn(arguments, console)
    let row: RowCells =
      [("year", year)]
      + arguments.cells(["income-goal": "income_goal", "report-due": "report_due_day"])
    let receipt = try handIn.take(CellsSubmission(command: "year open", .years, rows: [row]))
    try DailyReceipt(
      receipt, handIn, sentence: console.say("the year \(year) is kept", "开设 \(year) 年度")
    ).print(arguments)
    return .done
  }
}
