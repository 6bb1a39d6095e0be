import Arguments
import Domain
import Intake
import Register
import Sheets

/// What `project propose` and `project correct` take beside the number.
private enum ProjectOptions {
  static let name = Option("name", value: "TITLE", help: Bilingual("The name.", zh: "项目名称。"))
  static let kind = Option(
    "kind", value: "KIND",
    help: Bilingual(
      "planting, breeding, processing, training, road, water, housing, relocation or other.",
      zh: "种植、养殖、加工、培训、道路、饮水、住房、搬迁或其他。"))
  static let county = Option(
    "county", value: "PLACE", help: Bilingual("The county, a code or a name.", zh: "县，写代码或名称。"))
  static let others: [Option] = [
    Option(
      "village", value: "PLACE",
      help: Bilingual("The village, where it is in one.", zh: "项目所在村，写代码或名称。")),
    Option(
      "fund", value: "FUND",
      help: Bilingual(
        "The fund it takes money of: convergence, rain_plan, contiguous or a name; any unless given.",
        zh: "专项资金：两项制度衔接、雨露计划、连片开发或其他名称；不写则不限。")),
    Option("budget", value: "YUAN", help: Bilingual("The budget in yuan.", zh: "预算金额，元。")),
    Option("quantity", value: "N", help: quantityHelp),
    Option("unit", value: "UNIT", help: unitHelp),
    Option(
      "instalments", value: "A/B/C",
      help: Bilingual(
        "How it is paid: percent at the start, at 80 % done, at acceptance: 40/50/10.",
        zh: "分期拨付比例，依次为开工、完成80%、验收：40/50/10。")),
  ]
  static let number = Positional("NO", help: Bilingual("The project number.", zh: "项目编号。"))

  static func row(_ arguments: ParsedArguments, _ handIn: HandIn) throws(Problem) -> RowCells {
    let console = handIn.console
    let arguments = try console.partingUnit(arguments)
    let number = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("NO")
    }
    var unit: RowCells = []
    unit.set("unit", try console.unit(arguments))
    return [("project_no", number)] + unit
      + arguments.cells([
        "name": "name", "kind": "kind", "fund": "fund", "budget": "budget",
        "quantity": "quantity", "instalments": "instalments",
      ])
      + (try console.placeCell(arguments, "county", .county, "county_code", of: handIn.register))
      + (try console.placeCell(arguments, "village", .village, "village_code", of: handIn.register))
  }
}

enum ProjectProposeCommand: Command {
  static let path = ["project", "propose"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Register a project that is proposed.", zh: "登记申报的项目。"),
    discussion: Bilingual(
      "A number that stands already with other values is refused; “project correct” changes them.",
      zh: "编号已登记而内容不同的，予以拒绝；更正请用“project correct”。"),
    arguments: [ProjectOptions.number],
    options: [
      ProjectOptions.name.required, ProjectOptions.kind.required, ProjectOptions.county.required,
    ] + ProjectOptions.others + Option.daily,
    examples: [
      "sixpoint project propose P433123-900 --name 黑猪养殖 --kind breeding --county Fenghuang --fund convergence --budget 60000 --quantity 120 --unit 头 --instalments 40/50/10 --on 2011-11-01 --dry-run"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console, corrects: false)
    let row =
      try ProjectOptions.row(arguments, handIn) + [("proposed_on", handIn.day.description)]
    let receipt = try handIn.take(
      CellsSubmission(command: "project propose", .projects, rows: [row]))
    let number = console.shown(row[0].text)
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "project \(number) is proposed on \(handIn.day)", "项目 \(number) 于 \(handIn.day) 申报")
    ).print(arguments)
    return .done
  }
}

enum ProjectCorrectCommand: Command {
  static let path = ["project", "correct"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Correct what is registered of a project.", zh: "更正项目的登记内容。"),
    discussion: Bilingual(
      """
      What no option names stays, and `(clear)` empties a value: of a step's day, it takes the step back, \
      with what was said of it. --reviewed and what goes with it are of the last review. --reason with \
      nothing else, or with --rejected or --cancelled, is also the reason of the rejection or cancellation.
      """,
      zh: """
        未写的各项不变；写“清空”则清除该项，步骤日期写“清空”则撤回该步骤及其所附内容。评审各项指最后一次评审。\
        单独写 --reason，或与 --rejected、--cancelled 同写，则同时作为否决或取消的原因。
        """),
    arguments: [ProjectOptions.number],
    options: [ProjectOptions.name, ProjectOptions.kind, ProjectOptions.county]
      + ProjectOptions.others
      + [
        day("proposed", "申报日期"), day("reviewed", "评审日期"), day("approved", "批复日期"),
        day("started", "开工日期"), day("accepted", "验收日期"), day("closed", "结项日期"),
        day("rejected", "否决日期"), day("cancelled", "取消日期"),
        Option("meeting", value: "TEXT", help: Bilingual("Of the review.", zh: "评审会议。")),
        Option("verdict", value: "VERDICT", help: Bilingual("Of the review.", zh: "评审结论。")),
        Option("grade", value: "GRADE", help: Bilingual("Of the acceptance.", zh: "验收等级。")),
      ] + Option.daily,
    examples: [
      "sixpoint project correct P433123-00009 --budget 61000 --dry-run"
    ])

  private static let steps = [
    "proposed", "reviewed", "approved", "started", "accepted", "closed", "rejected", "cancelled",
  ]

  private static func day(_ step: String, _ chinese: String) -> Option {
    Option(
      step, value: "DAY", help: Bilingual("The day it was \(step).", zh: "更正\(chinese)。"))
  }

  /// The reason of a rejection or cancellation; none where `--reason` says why something else is corrected.
  ///
  /// - Parameter isAlone: whether the line gives nothing else of the project than its number.
  private static func reasonCell(
    _ arguments: ParsedArguments, _ console: Console, isAlone: Bool
  ) -> RowCells {
    let ends = ["rejected", "cancelled"].compactMap { arguments.value($0) }
    guard isAlone || ends.contains(where: { !console.isClearWord($0) }) else { return [] }
    var cells: RowCells = []
    cells.take("reason", as: "reason", arguments)
    return cells
  }

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console)
    var row = try ProjectOptions.row(arguments, handIn)
    let number = console.shown(try handIn.project(row[0].text))
    for step in steps { row += try console.dayCell(arguments, step, "\(step)_on") }
    row += arguments.cells(["meeting": "meeting", "verdict": "verdict", "grade": "grade"])
    row += reasonCell(arguments, console, isAlone: row.count == 1)
    let receipt = try handIn.take(
      CellsSubmission(command: "project correct", .projects, rows: [row], completesStanding: true))
    try DailyReceipt(
      receipt, handIn, sentence: console.say("project \(number) is corrected", "更正项目 \(number)")
    ).print(arguments)
    return .done
  }
}
