import Arguments
import Domain
import Intake
import Register
import Sheets

enum PlanCommand: Command {
  static let path = ["plan"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Set, correct or end a household's plan.", zh: "登记、更正或终止一户的减贫规划。"),
    discussion: Bilingual(
      """
      `plan HOUSEHOLD` sets a plan. `plan correct HOUSEHOLD` changes the one that begins on --starts, and \
      what no option names stays. `plan end HOUSEHOLD` ends the one in force on --on, which is the first \
      day no longer in force. On a terminal `plan` asks for what is not given.
      """,
      zh: """
        `plan 户编号` 登记规划；`plan correct 户编号` 更正自 --starts 起的规划，未写的各项不变；\
        `plan end 户编号` 终止 --on 当日有效的规划，自该日起不再有效。\
        在终端上 plan 未写的逐项询问。
        """),
    arguments: [
      Positional(
        "HOUSEHOLD", .many(minimum: 1), mayBeAsked: true,
        help: Bilingual(
          "The household's number; before it `end` or `correct`.", zh: "户编号；其前可写 end 或 correct。"))
    ],
    options: [
      Option("starts", value: "DAY", help: Bilingual("The first day in force.", zh: "开始日期。")),
      Option("measures", value: "TEXT", help: Bilingual("What is to be done.", zh: "帮扶措施。")),
      Option(
        "goal-income", value: "YUAN",
        help: Bilingual("Yuan a household and year.", zh: "目标收入，元/户·年。")),
      Option(
        "ends", value: "DAY",
        help: Bilingual("The first day no longer in force.", zh: "结束日期（自该日起不再有效）。")),
      Option(
        "exit", value: "DAY",
        help: Bilingual("When it is to leave the register.", zh: "计划脱贫日期。")),
    ] + Option.daily,
    examples: [
      "sixpoint plan 4331231042060013 --starts 2012-01-01 --measures 养羊 --goal-income 9800 --dry-run",
      "sixpoint plan end 4331231042060013 --on 2011-12-01 --dry-run",
    ])

  private enum Act: String { case set, correct, end }

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    var words = arguments.positionals("HOUSEHOLD")
    var act = Act.set
    if words.count > 1, let word = Act(rawValue: words[0]), word != .set {
      act = word
      words.removeFirst()
    }
    if words.count > 1 {
      throw arguments.failure(.unexpectedArgument(words[1])).problem(in: console.language)
    }
    let arguments = act == .set ? try PlanForm.filled(arguments, console) : arguments
    if act == .set { words = arguments.positionals("HOUSEHOLD") }
    let household = KeyFolding.fold(words[0])
    // A plan that is corrected changes from its end where that is given, and one that ends on --on only.
    let periodDays: [String] =
      switch act {
      case .set: ["starts"]
      case .correct: ["ends", "starts"]
      case .end: []
      }
    let handIn = try HandIn(
      arguments, console, corrects: act != .set, periodDays: periodDays)
    let row =
      act == .end
      ? try ending(household, arguments, handIn)
      : try setting(household, isCorrection: act == .correct, arguments, handIn)
    let receipt = try handIn.take(
      CellsSubmission(
        command: act == .set ? "plan" : "plan \(act.rawValue)", .plans, rows: [row],
        completesStanding: act != .set))
    let (number, starts) = (console.shown(household), row[1].text)
    let sentence =
      switch act {
      case .set:
        console.say(
          "a plan of household \(number) from \(starts)", "登记户 \(number) 自 \(starts) 起的规划")
      case .correct:
        console.say(
          "the plan of household \(number) from \(starts) is corrected",
          "更正户 \(number) 自 \(starts) 起的规划")
      case .end:
        console.say(
          "the plan of household \(number) from \(starts) ends on \(handIn.day)",
          "户 \(number) 自 \(starts) 起的规划于 \(handIn.day) 终止")
      }
    try DailyReceipt(receipt, handIn, sentence: sentence).print(arguments)
    return .done
  }

  private static func setting(
    _ household: String, isCorrection: Bool, _ arguments: ParsedArguments, _ handIn: HandIn
  ) throws(Problem) -> RowCells {
    let console = handIn.console
    guard let starts = try console.day(arguments, "starts") else {
      throw arguments.failure(.missingOption("--starts")).problem(in: console.language)
    }
    if isCorrection {
      _ = try handIn.register.requiredHousehold(household, console)
      let stands = try console.worded { () throws(QueryFailure) in
        try handIn.register.hasPlan(of: household, startingOn: starts.dayNumber)
      }
      guard stands else { throw noPlan(household, starts, console) }
    } else if arguments.value("measures") == nil {
      throw arguments.failure(.missingOption("--measures")).problem(in: console.language)
    }
    return try cells(household, from: starts, arguments, console)
  }

  /// The row that the arguments make.
  static func cells(
    _ household: String, from starts: CalendarDate, _ arguments: ParsedArguments,
    _ console: Console
  ) throws(Problem) -> RowCells {
    [("household_no", household), ("starts_on", starts.description)]
      + arguments.cells(["measures": "measures", "goal-income": "goal_income"])
      + (try console.dayCell(arguments, "ends", "ended_on"))
      + (try console.dayCell(arguments, "exit", "exit_on"))
  }

  private static func ending(
    _ household: String, _ arguments: ParsedArguments, _ handIn: HandIn
  ) throws(Problem) -> RowCells {
    let console = handIn.console
    _ = try handIn.register.requiredHousehold(household, console)
    let given = try console.day(arguments, "starts")
    var running = try console.worded { () throws(QueryFailure) in
      try handIn.register.plansRunning(of: household, on: handIn.day.dayNumber)
    }
    if let given { running.removeAll { $0 != given.dayNumber } }
    guard let starts = running.first else { throw noPlan(household, given ?? handIn.day, console) }
    guard running.count == 1 else {
      let days = running.compactMap(written).joined(separator: ", ")
      throw Problem(
        "several_plans",
        console.say(
          "several plans of household \(console.shown(household)) are in force, from \(days); name one with --starts",
          "户 \(console.shown(household)) 有多份规划有效（自 \(days) 起），请用 --starts 指明"))
    }
    return [
      ("household_no", household), ("starts_on", CalendarDate(dayNumber: starts).description),
      ("ended_on", handIn.day.description),
    ]
  }

  private static func noPlan(
    _ household: String, _ day: CalendarDate, _ console: Console
  ) -> Problem {
    Problem(
      "unknown_plan",
      console.say(
        "household \(console.shown(household)) has no such plan on \(day)",
        "户 \(console.shown(household)) 在 \(day) 没有这样的规划"))
  }
}
