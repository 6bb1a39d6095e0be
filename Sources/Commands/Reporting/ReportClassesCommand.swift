import Arguments
import Domain
import Register
import Reports

enum ReportClassesCommand: Command {
  static let path = ["report", "classes"]

  /// What a row may stand for.
  private static let groupings: [MonthlyAnswer.Grouping] = [.county, .township, .village]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Cross the two systems, development and allowance, on any day.",
      zh: "按任一日期核对扶贫开发与低保两项制度。"),
    discussion: Bilingual(
      """
      Standing households, enrolled or not, by class; who moved between the systems after --since, in which \
      direction; the register against civil affairs' list: people on the list only, in a household whose class \
      has no allowance, under another name, and households with allowance in their class of which nobody is on \
      the list (where the county has sent one); and households whose income a person is not below the line in \
      force that day: the poverty line for those in development, the allowance's for those of the allowance alone.

      The csv gives one table, by --part. regions: code, name, households, poor_households, \
      poor_dibao_households, dibao_households, wubao_households, none_households, the same of persons, \
      gained_allowance, lost_allowance, gained_development, lost_development, above_line, on_list_only, \
      class_without_dibao, other_name, in_register_only, and a last row total. moves: household_no, head, \
      village_code, village, on, from, to, ground. list: kind, household_no, village_code, village, name, \
      listed_name, resident_id, class. line: household_no, village_code, village, class, \
      income_per_capita_yuan, line_yuan. JSON gives all four.
      """,
      zh: """
        在册户（不论是否纳入）按户属性统计；--since 之后在两项制度间转移的户及方向；登记库与民政低保名册核对：仅在名册的人、户属性无低保的人、姓名不符的人，以及户属性有低保而名册无人的户（该县已报名册时）；人均收入不低于当日标准的户：扶贫户按贫困线，纯低保户按低保线。

        csv 按 --part 给出一张表。regions：code, name, households, poor_households, poor_dibao_households, dibao_households, wubao_households, none_households，人数各列同此，gained_allowance, lost_allowance, gained_development, lost_development, above_line, on_list_only, class_without_dibao, other_name, in_register_only，末行 total。moves：household_no, head, village_code, village, on, from, to, ground。list：kind, household_no, village_code, village, name, listed_name, resident_id, class。line：household_no, village_code, village, class, income_per_capita_yuan, line_yuan。JSON 四张表俱全。
        """),
    options: [
      .on,
      Option(
        "since", value: "DAY",
        help: Bilingual(
          "Moves after this day; the last day of the year before unless given.",
          zh: "统计该日之后的转移；不写则为上年最后一天。")),
    ] + Option.places + [
      Option(
        "by", value: "LEVEL", allowed: groupings.map(\.rawValue),
        alsoAllowed: groupings.map(\.chinese),
        help: Bilingual("What a row stands for; county unless given.", zh: "每行代表什么；默认为县。")),
      Option(
        "part", value: "TABLE", allowed: ClassesReport.Part.allCases.map(\.rawValue),
        help: Bilingual(
          "Which table the csv gives; regions unless given.", zh: "csv 给出哪张表；默认 regions。")
      ),
      .format(["text", "csv", "json", "html"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint report classes --on 2011-12-31",
      "sixpoint report classes --county 433123 --by township --on 2011-12-31 --json",
      "sixpoint report classes --on 2011-12-31 --since 2011-06-30 --part moves --format csv",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let (report, imprint) = try console.asking(register) { () throws(Problem) in
      let report = try made(arguments, register, console)
      return (report, try Imprint(report.known, register, console))
    }
    let language = console.language.ofReports
    let part = arguments.value("part").flatMap { ClassesReport.Part(rawValue: $0) } ?? .regions
    try console.print(
      arguments, text: { report.text(in: language, within: $0) }, csv: { report.csv(part, $0) },
      json: { report.json() },
      html: { report.page(imprint: imprint, in: language).html(in: language) })
    return .done
  }

  private static func made(
    _ arguments: ParsedArguments, _ register: Register, _ console: Console
  ) throws(Problem) -> ClassesReport {
    let day = try console.dayAsked(arguments, of: register)
    let yearBefore = CalendarDate(year: day.year - 1, month: 12, day: 31) ?? .beginning
    let since = try console.day(arguments, "since") ?? yearBefore
    let level: RegionLevel =
      arguments.value("by").flatMap { MonthlyAnswer.Grouping(typed: $0)?.level } ?? .county
    let place = try console.place(arguments, of: register)
    let (answer, tree) = try console.worded { () throws(QueryFailure) in
      (
        try register.classes(
          on: day.dayNumber, since: since.dayNumber, by: level, in: place?.code),
        try register.regionsKnown(Known(entry: .max), on: day.dayNumber)
      )
    }
    func placed(_ code: RegionCode) -> ReportedPlace { console.reported(code, tree[code]) }
    func number(_ text: String?) -> String? { PersonalNumbers.masked(text, in: .numbers) }
    return ClassesReport(
      asOf: day.description, since: since.description, known: try register.lastKnown(console),
      rows: answer.rows.map { ClassesReport.Row($0, console) },
      total: ClassesReport.Row(answer.total, console),
      moves: answer.moves.map {
        ClassesReport.Move(
          householdNo: number($0.householdNo) ?? "",
          headName: PersonalNumbers.masked($0.headName),
          village: placed($0.village), on: written($0.on) ?? "", from: $0.from, to: $0.to,
          ground: PersonalNumbers.masked($0.ground))
      },
      crossings: answer.crossings.map {
        ClassesReport.Crossing(
          kind: $0.kind.rawValue, householdNo: number($0.householdNo), village: placed($0.village),
          name: PersonalNumbers.masked($0.name),
          listedName: PersonalNumbers.masked($0.listedName),
          residentID: $0.residentID?.masked, standing: $0.householdClass)
      },
      aboveLine: answer.aboveLine.map {
        ClassesReport.AboveLine(
          householdNo: number($0.householdNo) ?? "", village: placed($0.village),
          standing: $0.householdClass, incomeFen: $0.incomeFen, lineFen: $0.lineFen)
      })
  }
}

extension ClassesReport.Row {
  fileprivate init(_ row: ClassesAnswer.Row, _ console: Console) {
    self.init(
      code: row.code?.description ?? "total",
      name: row.code == nil
        ? MonthlyReport.totalName[console.language.ofReports] : row.region.map(console.name) ?? "")
    households = row.counts.mapValues(\.households)
    persons = row.counts.mapValues(\.persons)
    gainedAllowance = row.gainedAllowance
    lostAllowance = row.lostAllowance
    gainedDevelopment = row.gainedDevelopment
    lostDevelopment = row.lostDevelopment
    aboveLine = row.aboveLine
    crossings = Dictionary(
      row.crossings.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
