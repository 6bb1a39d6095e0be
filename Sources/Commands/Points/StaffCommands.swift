import Arguments
import Domain
import Intake
import Register
import Sheets

/// What `staff add` and `staff correct` take beside the number.
private enum StaffOptions {
  static let all: [Option] = [
    Option(
      "county", value: "PLACE",
      help: Bilingual("The county he works in, a code or a name.", zh: "所在县，写代码或名称。")),
    Option("employer", value: "TEXT", help: Bilingual("Where he works.", zh: "工作单位。")),
    Option("position", value: "TEXT", help: Bilingual("His post.", zh: "职务。")),
    Option("phone", value: "NUMBER", help: Bilingual("Telephone.", zh: "联系电话。")),
  ]
  static let name = Option("name", value: "NAME", help: Bilingual("Full name.", zh: "姓名。"))
  static let number = Positional("NO", help: Bilingual("The staff number.", zh: "责任人编号。"))

  static func row(_ arguments: ParsedArguments, _ handIn: HandIn) throws(Problem) -> RowCells {
    let console = handIn.console
    let number = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("NO")
    }
    return [("staff_no", number)]
      + arguments.cells([
        "name": "name", "employer": "employer", "position": "position", "phone": "phone",
      ])
      + (try console.placeCell(
        arguments, "county", .county, "county_code", of: handIn.register))
  }
}

enum StaffAddCommand: Command {
  static let path = ["staff", "add"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Register an official.", zh: "登记一名责任人。"),
    discussion: Bilingual(
      "A number that stands already with other values is refused; “staff correct” changes them.",
      zh: "编号已登记而内容不同的，予以拒绝；更正请用“staff correct”。"),
    arguments: [StaffOptions.number],
    options: [StaffOptions.name.required] + StaffOptions.all + Option.daily,
    examples: [
      "sixpoint staff add S433123-0900 --name 田小川 --county Fenghuang --position 科员 --dry-run"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console, corrects: false)
    let row = try StaffOptions.row(arguments, handIn)
    let receipt = try handIn.take(CellsSubmission(command: "staff add", .staff, rows: [row]))
    let number = console.shown(row[0].text)
    try DailyReceipt(
      receipt, handIn, sentence: console.say("official \(number) is registered", "登记责任人 \(number)")
    ).print(arguments)
    return .done
  }
}

enum StaffCorrectCommand: Command {
  static let path = ["staff", "correct"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Correct what is registered of an official.", zh: "更正责任人的登记内容。"),
    discussion: Bilingual(
      "What no option names stays. `(clear)` empties a value.", zh: "未写的各项不变；写“清空”则清除该项。"),
    arguments: [StaffOptions.number],
    options: [StaffOptions.name] + StaffOptions.all + Option.daily,
    examples: ["sixpoint staff correct S433123-0001 --position 副主任 --dry-run"])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console)
    let row = try StaffOptions.row(arguments, handIn)
    let official = try handIn.official(row[0].text)
    let receipt = try handIn.take(
      CellsSubmission(command: "staff correct", .staff, rows: [row], completesStanding: true))
    let number = console.shown(official.number)
    try DailyReceipt(
      receipt, handIn, sentence: console.say("official \(number) is corrected", "更正责任人 \(number)")
    ).print(arguments)
    return .done
  }
}

enum StaffLeaveCommand: Command {
  static let path = ["staff", "leave"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Tell that an official leaves office.", zh: "登记责任人离任。"),
    discussion: Bilingual(
      "--on is the first day no longer in office. What he still holds then is warned of; hand it over.",
      zh: "--on 为离任之日（自该日起不在任）。该日之后仍未终止的责任会提醒，请办理移交。"),
    arguments: [StaffOptions.number], options: Option.daily,
    examples: ["sixpoint staff leave S433123-0001 --on 2011-12-01 --dry-run"])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console)
    let text = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("NO")
    }
    let official = try handIn.official(text)
    let row: RowCells = [("staff_no", official.number), ("left_on", handIn.day.description)]
    let receipt = try handIn.take(
      CellsSubmission(command: "staff leave", .staff, rows: [row], completesStanding: true))
    let number = console.shown(official.number)
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "official \(number) leaves on \(handIn.day)", "责任人 \(number) 于 \(handIn.day) 离任")
    ).print(arguments)
    return .done
  }
}

extension HandIn {
  /// The official of a staff number, or of a name that only one bears.
  func official(_ text: String) throws(Problem) -> Official {
    try LogSubjects(self, namesStaff: true).official(text)
  }
}
