import Arguments
import Domain
import Register
import Reports

/// `staff list`, `staff load`, `report staff`: the officials, each with what the command is about.
protocol StaffTableCommand: Command {
  static var report: String { get }
  static var title: Phrase { get }
  static var columns: [ReportColumn<StaffLoad>] { get }
  /// Which of them are told.
  static func takes(_ load: StaffLoad, _ arguments: ParsedArguments) throws(UsageFailure) -> Bool
  static func total(_ rows: [StaffLoad]) -> StaffLoad?
}

extension StaffTableCommand {
  static var commonOptions: [Option] {
    [.county, .on, .format(["text", "csv", "json", "html"]), .json, .encoding, .output, .force]
      + Option.reading
  }

  static func takes(_ load: StaffLoad, _ arguments: ParsedArguments) throws(UsageFailure) -> Bool {
    true
  }

  static func total(_ rows: [StaffLoad]) -> StaffLoad? { nil }

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let day = try console.dayAsked(arguments, of: register)
    let (table, imprint) = try console.asking(register) { () throws(Problem) in
      let county: RegionCode? =
        if let text = arguments.value("county") {
          try console.place(called: text, .county, of: register)
        } else { nil }
      let loads = try console.worded { () throws(QueryFailure) in
        try register.staffLoads(on: day, county: county)
      }
      let rows = try console.worded { () throws(UsageFailure) in
        var rows: [StaffLoad] = []
        for load in loads where try takes(load, arguments) { rows.append(load) }
        return rows
      }
      let known = try register.lastKnown(console)
      let table = ListingTable(
        report: report, title: title, asOf: day.description, known: known, columns: columns,
        rows: rows, total: total(rows))
      return (table, try Imprint(known, register, console))
    }
    let language = console.language.ofReports
    try console.print(
      arguments, text: { table.text(in: language, within: $0) }, csv: { table.csv($0) },
      json: { table.json() },
      html: { table.page(imprint: imprint, in: language).html(in: language) })
    return .done
  }
}

enum StaffListCommand: StaffTableCommand {
  static let report = "staff_list"
  static let title = Phrase("Officials", "责任人")
  static let path = ["staff", "list"]

  static let definition = CommandDefinition(
    path, summary: Bilingual("List the officials.", zh: "列出责任人。"),
    options: commonOptions, examples: ["sixpoint staff list --county Fenghuang"])
  static let columns = StaffLoad.personColumns + StaffLoad.detailColumns
}

enum StaffLoadCommand: StaffTableCommand {
  static let report = "staff_load"
  static let title = Phrase("Households by official and role", "责任人所承担的户")
  static let path = ["staff", "load"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Count the households that each official answers for.", zh: "统计每名责任人承担的户数。"),
    options: [
      Option(
        "over", value: "N",
        help: Bilingual("Only who answers for more households than this.", zh: "只列超过此户数的责任人。"))
    ] + commonOptions,
    examples: ["sixpoint staff load --over 20 --on 2011-12-31"])
  static let columns = StaffLoad.personColumns + StaffLoad.loadColumns

  static func takes(_ load: StaffLoad, _ arguments: ParsedArguments) throws(UsageFailure) -> Bool {
    let over = try arguments.integer("over", in: 0...1_000_000_000)
    return over.map { load.households > Int64($0) } ?? true
  }
}

enum ReportStaffCommand: StaffTableCommand {
  static let report = "staff"
  static let title = Phrase("Responsible persons", "责任人情况")
  static let path = ["report", "staff"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Print load by official and role, gaps and visits.", zh: "打印责任人承担户数、空缺和走访。"),
    discussion: Bilingual(
      """
      visits are those logged by the official from the month's first day to the day; unvisited, his \
      households without one. gaps are roles that he was the last to hold and that nobody holds on the day; \
      overlaps, periods that two hold at once, which the register refuses.
      """,
      zh: """
        走访为责任人自当月首日起所记；未走访为其承担而没有走访的户。空缺为其最后承担、当日无人承担的责任；重叠为两人同时承担，\
        登记库不予接受。
        """),
    options: [
      Option(
        "over", value: "N",
        help: Bilingual("Only who answers for more households than this.", zh: "只列超过此户数的责任人。"))
    ] + commonOptions,
    examples: [
      "sixpoint report staff --on 2011-12-31", "sixpoint report staff --over 30 --format csv",
    ])
  static let columns =
    StaffLoad.personColumns + StaffLoad.loadColumns + [
      ReportColumn("visits", Phrase("visits", "走访"), .count { $0.visits }),
      ReportColumn("unvisited", Phrase("unvisited", "未走访"), .count { $0.unvisited }),
      ReportColumn("gaps", Phrase("gaps", "空缺"), .count { $0.gaps }),
      ReportColumn("overlaps", Phrase("overlaps", "重叠"), .count { $0.overlaps }),
    ]

  static func takes(_ load: StaffLoad, _ arguments: ParsedArguments) throws(UsageFailure) -> Bool {
    try StaffLoadCommand.takes(load, arguments)
  }
}

extension StaffLoad {
  fileprivate static let personColumns: [ReportColumn<StaffLoad>] = [
    ReportColumn(
      "staff_no", Phrase("staff", "编号"),
      .text { PersonalNumbers.masked($0.staffNo as String?, in: .numbers) }),
    ReportColumn(
      "name", Phrase("name", "姓名"), narrowest: 6, .text { PersonalNumbers.masked($0.name) }),
    ReportColumn(
      "employer", Phrase("employer", "单位"), narrowest: 8,
      .text { PersonalNumbers.masked($0.employer) }),
    ReportColumn(
      "county_code", Phrase("county", "县"), onTerminal: false, .text { $0.county?.description }),
    ReportColumn("left_on", Phrase("left", "离任"), .text { $0.leftOn.flatMap(written) }),
  ]

  fileprivate static let detailColumns: [ReportColumn<StaffLoad>] = [
    ReportColumn(
      "position", Phrase("position", "职务"), narrowest: 6,
      .text { PersonalNumbers.masked($0.position) }),
    ReportColumn("phone", Phrase("phone", "电话"), .text { $0.phone.map(Masking.phone) }),
  ]

  fileprivate static let loadColumns: [ReportColumn<StaffLoad>] = [
    ReportColumn("support", Phrase("support", "扶持"), .count { $0.support }),
    ReportColumn("implementation", Phrase("implem.", "实施"), .count { $0.implementation }),
    ReportColumn("contact", Phrase("contact", "联系"), .count { $0.contact }),
    ReportColumn("households", Phrase("households", "户"), .count { $0.households }),
  ]
}
