import Arguments
import Domain
import Intake
import Register
import Reports

enum ReportSubmissionsCommand: Command {
  static let path = ["report", "submissions"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Which counties sent which sheets for a month, and which sent none.",
      zh: "各县当月报送了哪些表格，哪些县未报。"),
    discussion: Bilingual(
      """
      A sheet counts for the month that import --month named, else for the month before it came. It is late where \
      its first entry came after the programme year's report_due_day. What was refused, and what changed nothing, \
      leaves no trace. A county is missing where sheets are awaited from it (it is one of the supported ones, has \
      a quota, or has households enrolled) and none came.

      The csv's columns: county_code, county, sheet, status (on_time, late, sent, missing), entry, sent_on, \
      officer, rows, rejected_rows, later_entries.
      """,
      zh: """
        表格计入 import --month 所写的月份，不写则计入报送日的上月。首张录入单晚于年度 report_due_day 的为迟报。\
        被拒收或未改动任何内容的报送不留痕迹。受扶持、有任务数或有纳入户而没有报送的县列为未报。

        csv 的列：county_code, county, sheet, status（on_time, late, sent, missing）, entry, sent_on, officer, rows, rejected_rows, later_entries。
        """),
    options: [
      Option(
        "month", value: "MONTH", isRequired: true,
        help: Bilingual("The month, such as 2011-06.", zh: "月份，如 2011-06。")),
      .county, .format(["text", "csv", "json", "html"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint report submissions --month 2011-06",
      "sixpoint report submissions --month 2011-06 --format csv",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    guard let month = try console.month(arguments) else {
      throw arguments.failure(.missingOption("--month")).problem(in: console.language)
    }
    let register = try console.openRegister(arguments, writing: false)
    let (report, imprint) = try console.asking(register) { () throws(Problem) in
      let county = try console.place(arguments, of: register)
      let file = try console.worded { () throws(RegisterFault) in
        try register.submissionFile(month, county: county?.code)
      }
      let sheets = try console.worded { () throws(QueryFailure) in
        try register.submissions(for: month, file.known)
      }
      let report = SubmissionsReport(file, sheets, in: county?.code, console)
      return (report, try Imprint(report.known, register, console))
    }
    let language = console.language.ofReports
    try console.print(
      arguments, text: { report.text(in: language, within: $0) }, csv: { report.csv($0) },
      json: { report.json(in: language) },
      html: { report.page(imprint: imprint, in: language).html(in: language) })
    return .done
  }
}

extension SubmissionsReport {
  fileprivate init(
    _ file: MonthFile, _ sheets: [SubmittedSheet], in place: RegionCode?, _ console: Console
  ) {
    let names = Dictionary(
      file.counties.map { ($0.code, $0.region.map(console.name) ?? "") },
      uniquingKeysWith: { first, _ in first })
    let silent = Set(file.silent.map(\.code))
    let forAll = Self.sentForAll(sheets)
    var rows: [SubmissionRow] = []
    for sheet in file.submissions where !silent.contains(sheet.county) {
      let entries = sheets.filter {
        $0.county == sheet.county && $0.sheet == sheet.sheet && !forAll.contains($0.entry)
      }
      guard let first = entries.map(\.sentOn).min() else { continue }
      let isLate = file.reportDueOn.map { first > $0.dayNumber }
      let status: SubmissionRow.Status =
        switch isLate {
        case .none: .sent
        case .some(true): .late
        case .some(false): .onTime
        }
      var row = SubmissionRow(
        countyCode: sheet.county.description, county: names[sheet.county] ?? "", status: status)
      row.sheet = sheet.sheet
      row.sheetChinese = Sheet.named(sheet.sheet)?.chinese
      row.entry = entries.first?.entry
      row.sentOn = entries.first.flatMap { written($0.sentOn) }
      row.officer = entries.first.map { PersonalNumbers.masked($0.officer) }
      row.laterEntries = entries.dropFirst().map(\.entry)
      row.rows = entries.reduce(0) { $0.addingClamped($1.rows) }
      row.rejectedRows = entries.reduce(0) { $0.addingClamped($1.rejectedRows) }
      rows.append(row)
    }
    rows += file.silent.map { county in
      SubmissionRow(
        countyCode: county.code.description, county: names[county.code] ?? "", status: .missing)
    }
    rows.sort { ($0.countyCode, $0.sheet ?? "") < ($1.countyCode, $1.sheet ?? "") }
    self.init(
      month: file.month.description, asOf: file.month.lastDay.description,
      dueOn: file.reportDueOn?.description, known: KnownEntry(file.known, file.hash), rows: rows)
  }

  /// The entries by which the province gave several counties what it issues: no county sent them.
  private static func sentForAll(_ sheets: [SubmittedSheet]) -> Set<Int64> {
    var counties: [Int64: Set<RegionCode>] = [:]
    for sheet in sheets where MonthFile.isIssued(sheet.sheet) {
      counties[sheet.entry, default: []].insert(sheet.county)
    }
    return Set(counties.filter { $0.value.count > 1 }.keys)
  }
}
