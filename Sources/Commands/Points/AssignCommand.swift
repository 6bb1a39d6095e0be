import Arguments
import Domain
import Intake
import Register
import Sheets

enum AssignCommand: Command {
  static let path = ["assign"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Make an official answerable for households.", zh: "把户的责任落实到人。"),
    discussion: Bilingual(
      """
      For one household, a list, all that live in a village or all of a project on the first day. One \
      household that somebody already answers for in the role refuses all, naming each; with --vacant \
      only the days without anybody are filled. On a terminal it asks for what is not given.
      """,
      zh: """
        可指定一户、多户、某村全部户或某项目全部户（以首日为准）。其中一户该责任已有人的，全部拒绝并逐一指明；\
        加 --vacant 则只补无人负责的时段。在终端上未写的逐项询问。
        """),
    arguments: [
      Positional(
        "ROLE", mayBeAsked: true,
        help: Bilingual("support, implementation or contact.", zh: "扶持、项目实施或联系责任。")),
      Positional(
        "STAFF", mayBeAsked: true, help: Bilingual("Staff number or name.", zh: "责任人编号或姓名。")),
      Positional(
        "HOUSEHOLD", .many(minimum: 0), help: Bilingual("Household numbers.", zh: "户编号。")),
    ],
    options: [
      Option(
        "village", value: "PLACE",
        help: Bilingual("All households of this village.", zh: "该村全部户，写代码或名称。")),
      Option(
        "project", value: "NO", help: Bilingual("All households of this project.", zh: "该项目全部户。")),
      Option(
        "since", value: "DAY",
        help: Bilingual("The first day; else that of --on.", zh: "开始日期；不写则同 --on。")),
      Option(
        "until", value: "DAY",
        help: Bilingual("The first day no longer; open unless given.", zh: "终止日期（自该日起不再负责），不写则不限。")),
      Option(
        "vacant", help: Bilingual("Fill only days without anybody.", zh: "只补无人负责的时段。")),
    ] + Option.daily,
    examples: [
      "sixpoint assign contact S433123-0001 4331231042060013 --since 2011-01-01 --until 2011-02-26 --dry-run",
      "sixpoint assign 扶持责任 S433123-0001 --village 433123104206 --since 2011-01-01 --vacant --dry-run",
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let arguments = try AssignForm.filled(arguments, console)
    let handIn = try HandIn(arguments, console, corrects: false)
    let act = try Act(arguments, handIn)
    let receipt = try handIn.take(act.submission)
    let (role, rows) = (act.role, act.rows)
    let number = console.shown(act.official.number)
    let count = console.count(rows.count, "period", "periods", "项责任")
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "\(number) answers for \(console.count(Set(rows.map { $0[0].text }).count, "household", "households", "户")) in the role \(role.name), \(count)",
        "\(number) 承担\(role.chinese)，\(count)")
    ) { json in
      json.member("staff_no", number)
      json.member("role", role.name)
      json.member("households", Set(rows.map { $0[0].text }).count)
    }.print(arguments)
    return .done
  }

  /// Who is to answer for whom, as the arguments say it.
  struct Act {
    let role: Role
    let official: Official
    /// One a household and period.
    let rows: [RowCells]

    var submission: CellsSubmission {
      CellsSubmission(command: "assign", .assignments, rows: rows)
    }

    init(_ arguments: ParsedArguments, _ handIn: HandIn) throws(Problem) {
      let console = handIn.console
      let (roleText, staffText) = try console.worded { () throws(UsageFailure) in
        (try arguments.requiredPositional("ROLE"), try arguments.requiredPositional("STAFF"))
      }
      role = try console.coded(roleText, "ROLE", arguments)
      official = try handIn.official(staffText)
      let since = try console.day(arguments, "since") ?? handIn.day
      let until = try console.day(arguments, "until")
      let households = try AssignCommand.households(arguments, on: since, handIn)
      var rows: [RowCells] = []
      for household in households {
        let period = since.dayNumber..<max(until?.dayNumber ?? DayPeriod.openEnd, since.dayNumber)
        let periods =
          arguments.flag("vacant") && !period.isEmpty
          ? try AssignCommand.vacant(household, role, period, handIn)
          : [(since.dayNumber, until?.dayNumber ?? DayPeriod.openEnd)]
        for (first, end) in periods {
          rows.append([
            ("household_no", household), ("role", role.name), ("staff_no", official.number),
            ("since", CalendarDate(dayNumber: first).description),
            ("until", written(end) ?? ""),
          ])
        }
      }
      guard !rows.isEmpty else {
        throw Problem(
          "nothing_vacant",
          console.say(
            "somebody answers for \(households.count == 1 ? "the household" : "every one of the \(households.count) households") in that role already",
            "这 \(households.count) 户该责任均已有人"))
      }
      self.rows = rows
    }
  }

  private static func households(
    _ arguments: ParsedArguments, on day: CalendarDate, _ handIn: HandIn
  ) throws(Problem) -> [String] {
    let console = handIn.console
    let listed = arguments.numbers("HOUSEHOLD")
    let (village, project) = (arguments.value("village"), arguments.value("project"))
    if village != nil, project != nil {
      throw arguments.failure(.conflictingOptions("--village", "--project")).problem(
        in: console.language)
    }
    if !listed.isEmpty {
      if village != nil || project != nil {
        throw arguments.failure(
          .conflictingOptions("HOUSEHOLD", village == nil ? "--project" : "--village")
        ).problem(in: console.language)
      }
      return listed
    }
    if let village {
      let place = try console.place(called: village, .village, of: handIn.register)
      return try found(handIn, place.description) { () throws(QueryFailure) in
        try handIn.register.households(livingIn: place, on: day.dayNumber)
      }
    }
    guard let project else {
      throw arguments.failure(.missingArgument("HOUSEHOLD")).problem(in: console.language)
    }
    let number = try handIn.project(project)
    return try found(handIn, number) { () throws(QueryFailure) in
      try handIn.register.households(inProject: number, on: day.dayNumber)
    }
  }

  private static func found(
    _ handIn: HandIn, _ what: String, _ ask: () throws(QueryFailure) -> [String]
  ) throws(Problem) -> [String] {
    let console = handIn.console
    let households = try console.worded(ask)
    guard !households.isEmpty else {
      throw Problem(
        "no_households",
        console.say(
          "there are no households in \(what) on that day", "该日 \(what) 没有农户"))
    }
    return households
  }

  /// The days of a period on which nobody holds the role in a household, as periods.
  private static func vacant(
    _ household: String, _ role: Role, _ period: Range<DayNumber>, _ handIn: HandIn
  ) throws(Problem) -> [(DayNumber, DayNumber)] {
    let held = try handIn.console.worded { () throws(QueryFailure) in
      try handIn.register.roles(of: household, role)
    }
    return DayPeriod.gaps(in: period, between: held.map { ($0.since, $0.until) })
  }
}
