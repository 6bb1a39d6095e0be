import Arguments
import Domain
import Intake
import Register
import Sheets

private let projectNumber = Positional("NO", help: Bilingual("The project number.", zh: "项目编号。"))
private let households = Positional(
  "HOUSEHOLD", .many(minimum: 1), help: Bilingual("Household numbers.", zh: "户编号。"))

enum ProjectLinkCommand: Command {
  static let path = ["project", "link"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Let households take part in a project.", zh: "把项目落实到户。"),
    arguments: [projectNumber, households],
    options: [
      Option(
        "since", value: "DAY",
        help: Bilingual("The first day; else that of --on.", zh: "开始日期；不写则同 --on。")),
      Option(
        "quantity", value: "N",
        help: Bilingual(
          "Each household's share, with its unit where --unit is not given: 4head.",
          zh: "每户数量；不写 --unit 时可连同单位写，如 4头。")),
      Option("unit", value: "UNIT", help: unitHelp),
    ] + Option.daily,
    examples: [
      "sixpoint project link P433123-00009 4331231042060013 --since 2011-11-01 --quantity 4 --unit 头 --dry-run"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let arguments = try console.partingUnit(arguments)
    let handIn = try HandIn(arguments, console, corrects: false)
    let number = try handIn.project(arguments.positional("NO") ?? "")
    let since = try console.day(arguments, "since") ?? handIn.day
    let listed = arguments.numbers("HOUSEHOLD")
    var share = arguments.cells(["quantity": "quantity"])
    share.set("unit", try console.unit(arguments))
    let receipt = try handIn.take(
      CellsSubmission(
        command: "project link", .projectHouseholds,
        rows: listed.map {
          [("project_no", number), ("household_no", $0), ("since", since.description)] + share
        }))
    let count = console.count(listed.count, "household takes", "households take", "户")
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "\(count) part in project \(console.shown(number)) from \(since)",
        "\(count)自 \(since) 起参加项目 \(console.shown(number))")
    ).print(arguments)
    return .done
  }
}

enum ProjectUnlinkCommand: Command {
  static let path = ["project", "unlink"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("End households' part in a project.", zh: "终止户参加项目。"),
    discussion: Bilingual(
      "--until is the first day they no longer take part. One household without a link refuses all.",
      zh: "--until 为不再参加的第一天。其中一户没有参加的，全部拒绝。"),
    arguments: [projectNumber, households],
    options: [
      Option(
        "until", value: "DAY",
        help: Bilingual("The first day no longer; else that of --on.", zh: "终止日期；不写则同 --on。"))
    ] + Option.daily,
    examples: [
      "sixpoint project unlink P433123-00005 4331231042060013 --until 2011-12-01 --dry-run"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console, periodDays: ["until"])
    let number = try handIn.project(arguments.positional("NO") ?? "")
    let until = try console.day(arguments, "until") ?? handIn.day
    var rows: [RowCells] = []
    var missing: [String] = []
    for household in arguments.numbers("HOUSEHOLD") {
      _ = try handIn.register.requiredHousehold(household, console)
      let running = try console.worded { () throws(QueryFailure) in
        try handIn.register.linksRunning(household, in: number, until: until.dayNumber)
      }
      // One that begins on the day is handed in too, to be refused as a sheet's row is.
      let earlier = running.last { $0 < until.dayNumber }
      guard let since = earlier ?? running.last else {
        missing.append(household)
        continue
      }
      rows.append([
        ("project_no", number), ("household_no", household),
        ("since", CalendarDate(dayNumber: since).description), ("until", until.description),
      ])
    }
    guard missing.isEmpty else {
      let list = missing.map(console.shown).joined(separator: console.say(", ", "、"))
      throw Problem(
        "not_linked",
        console.say(
          "\(list) \(missing.count == 1 ? "takes" : "take") no part in project \(console.shown(number)) before \(until)",
          "\(list) 在 \(until) 之前没有参加项目 \(console.shown(number))"))
    }
    let receipt = try handIn.take(
      CellsSubmission(
        command: "project unlink", .projectHouseholds, rows: rows, completesStanding: true))
    let count = console.count(rows.count, "household takes", "households take", "户")
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "\(count) no part in project \(console.shown(number)) from \(until)",
        "\(count)自 \(until) 起不再参加项目 \(console.shown(number))")
    ).print(arguments)
    return .done
  }
}
