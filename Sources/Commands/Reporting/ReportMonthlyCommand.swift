import Arguments
import Domain
import Register
import Reports

enum ReportMonthlyCommand: Command {
  static let path = ["report", "monthly"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "The month's fulfilment report: the six points, persons supported, target and pace.",
      zh: "月报：六到落实、扶持人数、目标任务和进度。"),
    discussion: Bilingual(
      """
      Figures are those of the month's last day, one row a region, class or contiguous area and a total. \
      A prefecture's quota is its own, else its counties' together; an area's is its counties'. A closed \
      month is given as it is known now, beside what was reported: for every figure that differs the households \
      with their shares, and the entries and officers behind each. A share of 0 was changed and changed back. \
      --known closed prints the closed report itself, the same for ever.

      Several months (2011-01..2011-12) are one table or file, whose csv begins with the column month. The list \
      command behind each figure stands in text and, under reading, in JSON. With --compare the text shows the \
      total's figures that moved, and page, csv and JSON have every row. The csv goes on behind its columns: \
      compared_month, then of each figure NAME_compared, what it was in that month, and NAME_difference. Money \
      keeps its unit at the end: allocated_compared_yuan.
      """,
      zh:
        "数字截至当月最后一天，每个地区、户属性或片区一行，末行为合计。市州任务数取其自身，没有则为所辖县之和；片区为所辖县之和。已月结的月份同时给出现知数和上报数，并逐项列出差异所涉的户、份额、录入单和经办人（份额为 0：曾改动，后又改回）；--known closed 原样打印上报的月报。\n\n多个月份（2011-01..2011-12）合为一表或一个文件，csv 首列为 month。各项数字对应的 list 命令见文本和 JSON 的 reading。写 --compare 时，文本只列合计中有变化的数字，网页、csv 和 JSON 列出每一行。csv 在原有各列之后另有 compared_month，以及每项数字的 名称_compared（该月数字）和 名称_difference（增减）；金额的单位仍在末尾，如 allocated_compared_yuan。"
    ),
    options: [
      Option(
        "month", value: "MONTH", isRequired: true,
        help: Bilingual(
          "The month, such as 2011-06, or several: 2011-01..2011-12.",
          zh: "月份，如 2011-06；也可写多个月：2011-01..2011-12。")),
      Option(
        "compare", value: "MONTH",
        help: Bilingual(
          "Another month to compare with: its figures, and how far they moved.",
          zh: "与另一月份比较：列出该月数字及增减。")),
      .county,
      Option(
        "by", value: "LEVEL", allowed: MonthlyAnswer.Grouping.allCases.map(\.rawValue),
        alsoAllowed: MonthlyAnswer.Grouping.allCases.map(\.chinese),
        help: Bilingual("What a row stands for; county unless given.", zh: "每行代表什么；默认为县。")),
      .nationalKey, .known,
      .format(["text", "csv", "json", "html"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint report monthly --month 2011-06",
      "sixpoint report monthly --month 2011-06 --county Fenghuang --by township --format csv",
      "sixpoint report monthly --month 2011-06 --by class --json -o june.json",
      "sixpoint report monthly --month 2011-06 --by prefecture --national-key",
      "sixpoint report monthly --month 2011-06 --format html -o june.html",
      "sixpoint report monthly --month 2011-01..2011-12 --format csv",
      "sixpoint report monthly --month 2011-06 --compare 2011-05",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let months = try console.months(arguments)
    let other = try console.otherMonth(arguments, besides: months)
    let format = try console.worded { () throws(UsageFailure) in try arguments.format() }
    if months.isRange, format == "html" {
      throw arguments.failure(.conflictingOptions("--format html", "--month A..B"))
        .problem(in: console.language)
    }
    let question = MonthlyQuestion(
      grouping: arguments.value("by").flatMap { MonthlyAnswer.Grouping(typed: $0) } ?? .county,
      knowledge: try console.knowledge(arguments),
      isNationalKeyOnly: arguments.flag("national-key"), format: format)
    let register = try console.openRegister(arguments, writing: false)
    let (reports, page, rendering) = try console.asking(register) { () throws(Problem) in
      var reports: [MonthlyReport] = []
      var page: MonthlyPage?
      var rendering = ClosedRendering.current
      for month in months.all {
        let county = try console.placeReported(
          arguments, month, question.knowledge, of: register)
        rendering = try console.worded { () throws(RegisterFault) in
          try register.rendering(of: month, question.knowledge)
        }
        var report = try made(month, county, question, register, console)
        if let other {
          report.comparison = try compared(other, county, question, register, console)
        }
        if format == "html" {
          page = try Self.page(report, month, county, question, register, console)
        }
        reports.append(report)
      }
      return (reports, page, rendering)
    }
    let language = console.language.ofReports
    // A month as it was closed is printed in the form of its close; several months in that of the last.
    switch rendering {
    case .first:
      if let report = reports.first, !months.isRange {
        try console.print(
          arguments, text: { report.text(in: language, within: $0) }, csv: { report.csv($0) },
          json: { report.json() }, html: { page?.html(in: language) ?? [] })
      } else {
        let series = MonthlySeries(reports)
        try console.print(
          arguments, text: { series.text(in: language, within: $0) }, csv: { series.csv($0) },
          json: { series.json() })
      }
    }
    return .done
  }

  private static func page(
    _ report: MonthlyReport, _ month: YearMonth, _ county: Region?, _ question: MonthlyQuestion,
    _ register: Register, _ console: Console
  ) throws(Problem) -> MonthlyPage {
    let file = try console.worded { () throws(RegisterFault) in
      try register.monthFile(
        month, question.knowledge, county: county?.code, nationalKey: question.isNationalKeyOnly)
    }
    return try MonthlyPage(report, file, register, console)
  }

  private static func compared(
    _ month: YearMonth, _ county: Region?, _ question: MonthlyQuestion, _ register: Register,
    _ console: Console
  ) throws(Problem) -> MonthlyComparison {
    let answer = try console.worded { () throws(RegisterFault) in
      try register.monthlyAnswer(
        month, county: county?.code, by: question.grouping, question.knowledge,
        nationalKey: question.isNationalKeyOnly)
    }
    let report = MonthlyReport(
      answer, office: console.reported(register.office, nil), county: nil, console)
    return MonthlyComparison(month: report.month, rows: report.rows, total: report.total)
  }

  private static func made(
    _ month: YearMonth, _ county: Region?, _ question: MonthlyQuestion, _ register: Register,
    _ console: Console
  ) throws(Problem) -> MonthlyReport {
    let (grouping, knowledge) = (question.grouping, question.knowledge)
    func answer(
      _ knowledge: Knowledge, by grouping: MonthlyAnswer.Grouping, comparing: Bool
    ) throws(Problem) -> MonthlyAnswer {
      try console.worded { () throws(RegisterFault) in
        try register.monthlyAnswer(
          month, county: county?.code, by: grouping, knowledge, comparing: comparing,
          nationalKey: question.isNationalKeyOnly)
      }
    }
    let office = try console.worded { () throws(QueryFailure) in
      try register.regionReported(register.office, month, knowledge)
    }
    let now = try answer(knowledge, by: grouping, comparing: question.isForPeople)
    var report = MonthlyReport(
      now, office: console.reported(register.office, office),
      county: county.map { console.reported($0.code, $0) }, console)
    report.isNationalKeyOnly = question.isNationalKeyOnly
    report.isAsClosed = knowledge == .closed
    guard question.format != "csv" else { return report }
    let counties =
      grouping == .county ? now : try answer(knowledge, by: .county, comparing: false)
    report.reading = MonthlyReading(
      counties: counties.rows.map { MonthlyRow($0, console) }, total: report.total,
      month: month.month, scope: question.scope(of: month, county))
    guard knowledge == .now else { return report }
    let restatement = try console.worded { () throws(RegisterFault) in
      try register.restatement(
        month, county: county?.code, by: grouping, nationalKey: question.isNationalKeyOnly)
    }
    guard let restatement else { return report }
    let closed = try answer(.closed, by: grouping, comparing: false)
    let reported = MonthlyReport(closed, office: report.office, county: report.county, console)
    let keys = RowKeys([closed, now])
    report.closed = ClosedMonth(
      known: reported.known, rows: reported.rows, total: reported.total,
      differences: (MonthlyDifference.between(reported: reported.rows, now: report.rows)
        + MonthlyDifference.between(reported: reported.total, now: report.total))
        .map { keys.explained($0, by: restatement) })
    return report
  }
}
