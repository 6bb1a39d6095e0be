import Arguments
import Domain
import Intake
import Register
import Sheets

private let inspection = Positional("NO", help: Bilingual("The inspection's number.", zh: "检查编号。"))
private let household = Positional(
  "HOUSEHOLD", help: Bilingual("The household's number.", zh: "户编号。"))

enum InspectRecordCommand: Command {
  static let path = ["inspect", "record"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Record what an inspection found.", zh: "登记检查发现的问题。"),
    arguments: [inspection, household],
    options: [
      Option(
        "finding", value: "TEXT", isRequired: true, help: Bilingual("What was found.", zh: "发现的问题。")
      ),
      Option("due", value: "DAY", help: Bilingual("To be settled by.", zh: "整改期限。")),
    ] + Option.daily,
    examples: [
      "sixpoint inspect record I2011-01 4331231042060013 --finding 帮扶记录不全 --on 2011-12-05 --due 2011-12-31 --dry-run"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let (number, household, finding) = try console.worded { () throws(UsageFailure) in
      (
        try arguments.requiredPositional("NO"), try arguments.requiredPositional("HOUSEHOLD"),
        try arguments.requiredValue("finding")
      )
    }
    let handIn = try HandIn(arguments, console, corrects: false)
    let row: RowCells =
      [
        ("inspection_no", number), ("household_no", household),
        ("found_on", handIn.day.description), ("finding", finding),
      ] + (try console.dayCell(arguments, "due", "due_on"))
    let receipt = try handIn.take(
      CellsSubmission(command: "inspect record", .findings, rows: [row]))
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "inspection \(console.shown(number)) found in household \(console.shown(household)): \(PersonalNumbers.masked(finding))",
        "检查 \(console.shown(number)) 在户 \(console.shown(household)) 发现：\(PersonalNumbers.masked(finding))"
      )
    ).print(arguments)
    return .done
  }
}

enum InspectSettleCommand: Command {
  static let path = ["inspect", "settle"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Tell how a finding was settled.", zh: "登记整改情况。"),
    discussion: Bilingual(
      "Where the household has several findings open, --finding names the one.",
      zh: "该户有多个问题未整改时，用 --finding 指明。"),
    arguments: [inspection, household],
    options: [
      Option(
        "settlement", value: "TEXT", isRequired: true, help: Bilingual("How.", zh: "整改情况。")),
      Option(
        "finding", value: "TEXT",
        help: Bilingual("Which finding, in its words or their beginning.", zh: "哪个问题，写全文或开头。")),
    ] + Option.daily,
    examples: [
      "sixpoint inspect settle I2011-01 4331231042060013 --settlement 已补齐记录 --on 2011-12-20"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let (number, household, settlement) = try console.worded { () throws(UsageFailure) in
      (
        KeyFolding.fold(try arguments.requiredPositional("NO")),
        KeyFolding.fold(try arguments.requiredPositional("HOUSEHOLD")),
        try arguments.requiredValue("settlement")
      )
    }
    let handIn = try HandIn(arguments, console)
    _ = try handIn.register.requiredHousehold(household, console)
    var open = try console.worded { () throws(QueryFailure) in
      try handIn.register.inspected(number, household: household, on: handIn.day.dayNumber)
    }.filter { $0.isOpen(on: handIn.day.dayNumber) }
    if let text = arguments.value("finding") {
      open.removeAll { !($0.finding ?? "").hasPrefix(text) }
    }
    guard let finding = open.first, let foundOn = finding.foundOn, let words = finding.finding
    else {
      throw Problem(
        "no_open_finding",
        console.say(
          "inspection \(console.shown(number)) has no such open finding in household \(console.shown(household)) on \(handIn.day)",
          "检查 \(console.shown(number)) 在户 \(console.shown(household)) 没有这样的未整改问题（\(handIn.day)）"))
    }
    guard open.count == 1 else {
      let list = open.compactMap(\.finding).map { "“\(PersonalNumbers.masked($0))”" }
      throw Problem(
        "several_findings",
        console.say(
          "several findings are open: \(list.joined(separator: ", ")); name one with --finding",
          "有多个问题未整改：\(list.joined(separator: "、"))；请用 --finding 指明"))
    }
    let row: RowCells = [
      ("inspection_no", number), ("household_no", household),
      ("found_on", CalendarDate(dayNumber: foundOn).description), ("finding", words),
      ("settled_on", handIn.day.description), ("settlement", settlement),
    ]
    let receipt = try handIn.take(
      CellsSubmission(command: "inspect settle", .findings, rows: [row]))
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "the finding “\(PersonalNumbers.masked(words))” in household \(console.shown(household)) is settled on \(handIn.day)",
        "户 \(console.shown(household)) 的问题“\(PersonalNumbers.masked(words))”于 \(handIn.day) 整改")
    ).print(arguments)
    return .done
  }
}
