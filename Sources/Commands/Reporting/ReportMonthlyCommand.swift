import Arguments
import Domain
import Register
import Reports

enum ReportMonthlyCommand: Command {
  static let definition = CommandDefinition(
    ["report", "monthly"],
    summary: Bilingual(
      "The month's fulfilment report: the six points, persons supported, target and pace.",
      zh: "月报：六到落实、扶持人数、目标任务和进度。"),
    discussion: Bilingual(
      """
      Figures are those of the month's last day, one row a region, class or contiguous area and a total. \
      A prefecture's quota is its own, else its counties' together; an area's is its counties'. A closed \
      month is given as it is known now, beside what was reported; --known closed prints the \
      closed report itself.
      """,
      zh:
        "数字截至当月最后一天，每个地区、户属性或片区一行，末行为合计。市州任务数取其自身，没有则为所辖县之和；片区为所辖县之和。已月结的月份同时给出现知数和上报数；--known closed 原样打印上报的月报。"
    ),
    options: [
      Option(
        "month", value: "MONTH", isRequired: true,
        help: Bilingual("The month, such as 2011-06.", zh: "月份，如 2011-06。")),
      .county,
      Option(
        "by", value: "LEVEL", allowed: MonthlyReport.Grouping.allCases.map(\.rawValue),
        help: Bilingual("What a row stands for; county unless given.", zh: "每行代表什么；默认为县。")),
      Option(
        "national-key",
        help: Bilingual("The national key counties alone.", zh: "只统计国家重点县。")),
      .known,
      .format(["text", "csv", "json", "html"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint report monthly --month 2011-06",
      "sixpoint report monthly --month 2011-06 --county Fenghuang --by township --format csv",
      "sixpoint report monthly --month 2011-06 --by class --json -o june.json",
      "sixpoint report monthly --month 2011-06 --by prefecture --national-key",
      "sixpoint report monthly --month 2011-06 --format html -o june.html",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    guard let month = try console.month(arguments) else {
      throw arguments.failure(.missingOption("--month")).problem(in: console.language)
    }
    let grouping = arguments.value("by").flatMap { MonthlyAnswer.Grouping(rawValue: $0) } ?? .county
    let knowledge = try console.knowledge(arguments)
    let format = try console.worded { () throws(UsageFailure) in try arguments.format() }
    let register = try console.openRegister(arguments, writing: false)
    let (report, page) = try console.asking(register) { () throws(Problem) in
      let county = try console.place(arguments, of: register)
      let report = try made(
        month, county, grouping, knowledge, comparing: format == "text" || format == "html",
        nationalKey: arguments.flag("national-key"), register, console)
      let page =
        format == "html"
        ? try MonthlyPage(report, month, county, knowledge, register, console) : nil
      return (report, page)
    }
    let language = console.language.ofReports
    try console.print(
      arguments, text: { report.text(in: language) }, csv: { report.csv($0) },
      json: { report.json() }, html: { page?.html(in: language) ?? [] })
    return .done
  }

  private static func made(
    _ month: YearMonth, _ county: Region?, _ grouping: MonthlyAnswer.Grouping,
    _ knowledge: Knowledge, comparing: Bool, nationalKey: Bool, _ register: Register,
    _ console: Console
  ) throws(Problem) -> MonthlyReport {
    func answer(_ knowledge: Knowledge, comparing: Bool) throws(Problem) -> MonthlyAnswer {
      try console.worded { () throws(RegisterFault) in
        try register.monthlyAnswer(
          month, county: county?.code, by: grouping, knowledge, comparing: comparing,
          nationalKey: nationalKey)
      }
    }
    let isClosed = try console.worded { () throws(QueryFailure) in
      try register.monthClose(month)
    }
    let office = try console.worded { () throws(QueryFailure) in
      try register.region(register.office)
    }
    let now = try answer(knowledge, comparing: comparing)
    var report = MonthlyReport(
      now, office: console.reported(register.office, office),
      county: county.map { console.reported($0.code, $0) }, console)
    report.isNationalKeyOnly = nationalKey
    if knowledge == .now, isClosed != nil {
      let reported = MonthlyReport(
        try answer(.closed, comparing: false), office: report.office, county: report.county, console
      )
      report.closed = ClosedMonth(
        known: reported.known, rows: reported.rows, total: reported.total,
        differences: MonthlyDifference.between(reported: reported.rows, now: report.rows)
          + MonthlyDifference.between(reported: reported.total, now: report.total))
    }
    return report
  }
}
