import Arguments
import Domain
import Register
import Reports

enum ReportTargetCommand: Command {
  static let path = ["report", "target"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "The year's quotas, the way there, and whether they add up.", zh: "全年目标任务、月度进度及任务数是否相符。"),
    discussion: Bilingual(
      """
      One row a county with a quota or anything to show, then the office's own quota, else the sum. A quota that \
      the counties' below it do not make, for the year or for a month that both were given, is named. Persons due \
      by a month's end are the sheet's figures, else twelfths of the quota.

      The csv's columns: code, name, target_persons, persons_supported, percent, pace_persons, pace_gap_persons, \
      monthly_given, month_01 … month_12. JSON has adds_up and mismatches beside regions and total.
      """,
      zh: """
        有任务数或有数字的县各一行，末行为本单位任务数，没有则为各县之和。上级任务数与所辖各县之和不符的（全年，或双方均按月下达的月份），予以指明。月底应完成人数取下达数，没有则按任务数的十二分之几计算。

        csv 的列：code, name, target_persons, persons_supported, percent, pace_persons, pace_gap_persons, monthly_given, month_01 … month_12。JSON 另有 adds_up 和 mismatches。
        """),
    options: [
      Option(
        "year", value: "YEAR",
        help: Bilingual("The year; the register's unless given.", zh: "年度；不写则为登记库年度。")),
      Option(
        "month", value: "MONTH",
        help: Bilingual(
          "Figures at the end of this month; else of the last begun.", zh: "截至该月底的数字；不写则为最近一月。")),
      .known, .format(["text", "csv", "json", "html"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint report target", "sixpoint report target --month 2011-06 --format csv",
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let knowledge = try console.knowledge(arguments)
    let asked = try console.month(arguments)
    let register = try console.openRegister(arguments, writing: false)
    let stated = try console.reportYear(arguments, of: register)
    let year = asked?.year ?? stated
    let today = try console.today()
    let current = year < today.year ? 12 : year > today.year ? 1 : today.month
    guard let month = asked ?? YearMonth(year: year, month: current) else {
      throw RegisterFault.unknownYear(year, kept: [register.year]).problem(in: console.language)
    }
    let (report, imprint) = try console.asking(register) { () throws(Problem) in
      let report = try made(month, knowledge, register, console)
      return (report, try Imprint(report.known, register, console))
    }
    let language = console.language.ofReports
    try console.print(
      arguments, text: { report.text(in: language, within: $0) }, csv: { report.csv($0) },
      json: { report.json() },
      html: { report.page(imprint: imprint, in: language).html(in: language) })
    return .done
  }

  private static func made(
    _ month: YearMonth, _ knowledge: Knowledge, _ register: Register, _ console: Console
  ) throws(Problem) -> TargetReport {
    let answer = try console.worded { () throws(RegisterFault) in
      try register.monthlyAnswer(month, knowledge)
    }
    let (paths, tree) = try console.worded { () throws(QueryFailure) in
      (
        try register.targetPaths(month.year, answer.known),
        try register.regionsKnown(answer.known, on: month.lastDay.dayNumber)
      )
    }
    let byRegion = Dictionary(
      paths.map { ($0.region, $0) }, uniquingKeysWith: { first, _ in first })
    func row(
      _ code: String, _ name: String, _ region: RegionCode?, _ supported: Int64, _ quota: Quota?
    )
      -> TargetReport.Row
    {
      let path = region.flatMap { byRegion[$0] }
      return TargetReport.Row(
        code: code, name: name, target: quota?.persons, supported: supported,
        due: path?.due ?? [], isGiven: path?.isGiven ?? false, pace: quota?.pace)
    }
    let rows = answer.rows.compactMap { answered -> TargetReport.Row? in
      guard case .place(let code, let region) = answered.subject else { return nil }
      return row(
        code.description, region.map(console.name) ?? "", code,
        answered.figures[.personsSupported], answered.quota)
    }
    var total = row(
      "total", MonthlyReport.totalName[console.language.ofReports], register.office,
      answer.total[.personsSupported], answer.totalQuota)
    if total.due.isEmpty, answer.totalQuota != nil {
      // The counties' together, where the office has no quota of its own.
      let counties = paths.filter { $0.region.level == .county }
      total = TargetReport.Row(
        code: total.code, name: total.name, target: total.target, supported: total.supported,
        due: TargetPath.due(together: counties), isGiven: false, pace: total.pace)
    }
    return TargetReport(
      year: month.year, month: month.description, asOf: month.lastDay.description,
      known: KnownEntry(answer.known, answer.hash),
      office: console.reported(register.office, tree[register.office]), rows: rows, total: total,
      mismatches: mismatches(paths, tree, console))
  }

  /// The quotas of a province or a prefecture that the counties in it do not make: of the year, and of the
  /// months where both were given month by month.
  private static func mismatches(
    _ paths: [TargetPath], _ tree: RegionTree, _ console: Console
  ) -> [TargetReport.Mismatch] {
    paths.filter { $0.region.level < .county }.flatMap { whole -> [TargetReport.Mismatch] in
      let counties = paths.filter {
        $0.region.level == .county && tree.contains(whole.region, $0.region)
      }
      guard !counties.isEmpty else { return [] }
      let name = tree[whole.region].map(console.name) ?? whole.region.description
      func mismatch(_ month: Int?, _ stated: Int64, _ parts: [Int64]) -> TargetReport.Mismatch? {
        let sum = parts.reduce(Int64(0)) { $0.addingClamped($1) }
        guard sum != stated else { return nil }
        return TargetReport.Mismatch(
          code: whole.region.description, name: name, month: month, stated: stated, counties: sum,
          count: counties.count)
      }
      var found = [mismatch(nil, whole.persons, counties.map(\.persons))]
      if whole.isGiven, counties.allSatisfy(\.isGiven) {
        found += (1...12).map { month in
          mismatch(month, whole.due[month - 1], counties.map { $0.due[month - 1] })
        }
      }
      return found.compactMap { $0 }
    }
  }
}
