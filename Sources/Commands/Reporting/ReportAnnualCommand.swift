import Arguments
import Domain
import Register
import Reports

enum ReportAnnualCommand: Command {
  static let path = ["report", "annual"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "The year's chapter: every programme with planned, actual and completion.",
      zh: "年度综述：各专项的计划、实际和完成率。"),
    discussion: Bilingual(
      """
      Figures are those of the sheet indicators, as sent; of the two systems those of the register itself come \
      first, at the end of the year. Averages are derived. What contradicts itself (parts that do not make the sum, \
      counties that do not make the office's figure, the register against what was sent) is named with its \
      difference and never altered.

      The csv gives one table, by --part. indicators: programme, name_en, name_zh, scope, region_code, unit, \
      planned, actual, qualifier, completion, source (sheet, register, derived), computed, difference, note. \
      contradictions: programme, name_en, name_zh, unit, figure, stated, kind, computed, difference. JSON gives \
      both, and two_systems.
      """,
      zh: """
        数字取自 indicators 表，照报上来的原样；两项制度衔接先列登记库自身的年末数。平均数为推算。前后不一之处（分项之和不符、各县之和不符、登记库与上报不符）列明差额，不作改动。

        csv 按 --part 给出一张表。indicators：programme, name_en, name_zh, scope, region_code, unit, planned, actual, qualifier, completion, source（sheet, register, derived）, computed, difference, note。contradictions：programme, name_en, name_zh, unit, figure, stated, kind, computed, difference。JSON 两张表俱全，另有 two_systems。
        """),
    options: [
      Option(
        "year", value: "YEAR",
        help: Bilingual("The year; the register's unless given.", zh: "年度；不写则为登记库年度。")),
      Option(
        "part", value: "TABLE", allowed: AnnualReport.Part.allCases.map(\.rawValue),
        help: Bilingual(
          "Which table the csv gives; indicators unless given.", zh: "csv 给出哪张表；默认 indicators。")),
      .known, .format(["text", "csv", "json", "html"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint report annual --year 2011", "sixpoint report annual --year 2011 --json",
      "sixpoint report annual --part contradictions --format csv",
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let knowledge = try console.knowledge(arguments)
    let register = try console.openRegister(arguments, writing: false)
    let year = try console.reportYear(arguments, of: register)
    let (report, imprint) = try console.asking(register) { () throws(Problem) in
      let report = try made(year, knowledge, register, console)
      return (report, try Imprint(report.known, register, console))
    }
    let language = console.language.ofReports
    let part = arguments.value("part").flatMap { AnnualReport.Part(rawValue: $0) } ?? .indicators
    try console.print(
      arguments, text: { report.text(in: language, within: $0) }, csv: { report.csv(part, $0) },
      json: { report.json() },
      html: { report.page(imprint: imprint, in: language).html(in: language) })
    return .done
  }

  private static func made(
    _ year: Int, _ knowledge: Knowledge, _ register: Register, _ console: Console
  ) throws(Problem) -> AnnualReport {
    guard let december = YearMonth(year: year, month: 12) else {
      throw RegisterFault.unknownYear(year, kept: [register.year]).problem(in: console.language)
    }
    let answer = try console.worded { () throws(RegisterFault) in
      try register.monthlyAnswer(december, knowledge)
    }
    let (indicators, targets, office) = try console.worded { () throws(QueryFailure) in
      (
        try register.indicators(year, answer.known), try register.targetPaths(year, answer.known),
        try register.region(register.office)
      )
    }
    let places = try console.worded { () throws(QueryFailure) -> [RegionCode: Region] in
      var places: [RegionCode: Region] = [:]
      for code in Set(indicators.compactMap(\.region)) { places[code] = try register.region(code) }
      return places
    }
    let counties = targets.filter { $0.region.level == .county }
    return AnnualReport(
      year: year, asOf: december.lastDay.description,
      known: KnownEntry(answer.known, answer.hash),
      office: console.reported(register.office, office),
      indicators: indicators.map { indicator in
        var row = AnnualReport.Row(indicator)
        row.regionName = indicator.region.flatMap { places[$0] }.map(console.name)
        return row
      },
      twoSystems: AnnualReport.TwoSystems(
        figures: answer.total, target: answer.totalQuota?.persons,
        countyTargets: counties.isEmpty
          ? nil : counties.reduce(Int64(0)) { $0.addingClamped($1.persons) }))
  }
}

extension Console {
  /// `--year`, else the register's.
  func reportYear(_ arguments: ParsedArguments, of register: Register) throws(Problem) -> Int {
    try worded { () throws(UsageFailure) in try arguments.integer("year", in: 1949...2199) }
      ?? register.year
  }
}

extension AnnualReport.Row {
  fileprivate init(_ indicator: KnownIndicator) {
    self.init(
      programme: PersonalNumbers.masked(indicator.programme),
      nameEnglish: PersonalNumbers.masked(indicator.nameEnglish),
      nameChinese: PersonalNumbers.masked(indicator.nameChinese),
      unit: PersonalNumbers.masked(indicator.unit),
      planned: PersonalNumbers.masked(indicator.planned),
      actual: PersonalNumbers.masked(indicator.actual))
    scope = PersonalNumbers.masked(indicator.scope)
    region = indicator.region
    qualifier = indicator.qualifier
    note = PersonalNumbers.masked(indicator.note)
  }
}
