import Arguments
import Domain
import Intake
import Register
import Sheets

// The people of a household, one by one: rows of the roster.

extension Option {
  static let residentID = Option(
    "id", value: "ID", help: Bilingual("Resident ID, 18 or 15 characters.", zh: "身份证号码，18位或15位。"))
  static let birth = Option(
    "birth", value: "DAY",
    help: Bilingual("Day, month or year of birth.", zh: "出生日期，可只写年月或年。"))
  static let sex = Option("sex", value: "SEX", help: Bilingual("male or female.", zh: "男或女。"))
  static let phone = Option("phone", value: "NUMBER", help: Bilingual("Telephone.", zh: "联系电话。"))
  static let account = Option(
    "account", value: "NUMBER", help: Bilingual("Bank account.", zh: "一卡通账号。"))
  static let relation = Option(
    "relation", value: "RELATION",
    help: Bilingual("To the head: spouse, child, parent …", zh: "与户主关系：配偶、子女、父母等。"))
}

enum MemberAddCommand: Command {
  static let path = ["member", "add"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "A person joins a household: born, married in, come home.", zh: "增加家庭成员：出生、婚入、返回等。"),
    arguments: [
      .household, Positional("NAME", help: Bilingual("Full name.", zh: "姓名。")),
    ],
    options: [Option.relation.required, .residentID, .birth, .sex, .phone] + Option.daily,
    examples: [
      "sixpoint member add 4331231042060013 曾小宝 --relation child --birth 2011-05-03 --sex male --on 2011-05-03 --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let name = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("NAME")
    }
    let handIn = try HandIn(arguments, console, corrects: false)
    let people = try handIn.people(of: number)
    if let id = arguments.value("id"), let known = people.bearer(of: id), known.shown != name {
      throw Problem(
        "stands",
        console.say(
          "\(known.shown) of \(console.shown(number)) has this ID already; correct the ID, or use “member correct”",
          "\(console.shown(number)) 的 \(known.shown) 已用此身份证号；请更正号码，或用 member correct"))
    }
    let cells: RowCells =
      [("household_no", number), ("name", name), ("joined_on", handIn.day.description)]
      + arguments.cells([
        "relation": "relation", "id": "resident_id", "birth": "birth_date", "sex": "sex",
        "phone": "phone",
      ])
    let receipt = try handIn.take(CellsSubmission(command: "member add", .roster, rows: [cells]))
    let shown = PersonalNumbers.masked(name)
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "\(shown) joins \(console.shown(number)) on \(handIn.day)",
        "\(shown) 于 \(handIn.day) 进入 \(console.shown(number))")
    ).print(arguments)
    return .done
  }
}

enum MemberLeaveCommand: Command {
  static let path = ["member", "leave"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "A person leaves a household: died, married out, moved.", zh: "家庭成员离户：去世、婚出、迁出等。"),
    discussion: Bilingual(
      "The day is the first on which the person is no longer a member. When the head leaves, the next one is head from that day.",
      zh: "日期为不再是成员的第一天。户主离户的，自当日起由下一位任户主。"),
    arguments: [.household, .person], options: Option.daily,
    examples: [
      "sixpoint member leave 4331231042060013 罗金 --on 2011-06-11 --reason married --dry-run"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let handIn = try HandIn(arguments, console)
    let person = try handIn.people(of: number).person(
      try console.worded { () throws(UsageFailure) in try arguments.requiredPositional("PERSON") })
    var cells = person.cells(in: number)
    // The day of joining is given so that leaving before it is told.
    if person.period.since > DayPeriod.firstDay, let joined = written(person.period.since) {
      cells.append(("joined_on", joined))
    }
    cells.append(("left_on", handIn.day.description))
    let receipt = try handIn.take(
      CellsSubmission(
        command: "member leave", .roster, rows: [cells], completesStanding: true,
        stay: person.stay))
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "\(person.shown) leaves \(console.shown(number)) on \(handIn.day)",
        "\(person.shown) 于 \(handIn.day) 离开 \(console.shown(number))")
    ).print(arguments)
    return .done
  }
}

enum MemberCorrectCommand: Command {
  static let path = ["member", "correct"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Correct what is known of a person.", zh: "更正家庭成员信息。"),
    discussion: Bilingual(
      "A wrong check digit of an ID needs --verified with the reason why the number is right.",
      zh: "身份证号码校验码不符的，须用 --verified 写明核实理由。"),
    arguments: [.household, .person],
    options: [
      Option("name", value: "NAME", help: Bilingual("The right name.", zh: "正确的姓名。")),
      .residentID, .birth, .sex, .relation, .phone, .account,
      Option(
        "verified", value: "REASON",
        help: Bilingual("Why an ID with a wrong check digit is right.", zh: "校验码不符时的核实说明。")),
    ] + Option.daily,
    examples: [
      "sixpoint member correct 4331231042060013 罗金 --phone 13800000000 --dry-run"
    ])

  private static let columns: KeyValuePairs<String, String> = [
    "id": "resident_id", "birth": "birth_date", "sex": "sex", "relation": "relation",
    "phone": "phone", "account": "account_no", "verified": "id_verified",
  ]

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try arguments.number("HOUSEHOLD", console)
    let changes = arguments.cells(columns)
    let name = arguments.value("name")
    guard name != nil || !changes.isEmpty else {
      throw Problem(
        "nothing_to_correct",
        console.say(
          "what is to be corrected? give one of --name, --id, --birth, --sex, --relation, --phone, --account, --verified",
          "更正什么？请写 --name、--id、--birth、--sex、--relation、--phone、--account、--verified 之一"),
        status: .usage)
    }
    let handIn = try HandIn(arguments, console)
    let person = try handIn.people(of: number).person(
      try console.worded { () throws(UsageFailure) in try arguments.requiredPositional("PERSON") })
    var cells: RowCells = [("household_no", number)]
    if let name = name ?? person.name { cells.append(("name", name)) }
    let receipt = try handIn.take(
      CellsSubmission(
        command: "member correct", .roster, rows: [cells + changes], completesStanding: true,
        stay: person.stay))
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "\(person.shown) of \(console.shown(number)) is corrected",
        "\(console.shown(number)) 的 \(person.shown) 已更正"), isOfDay: false
    ).print(arguments)
    return .done
  }
}
