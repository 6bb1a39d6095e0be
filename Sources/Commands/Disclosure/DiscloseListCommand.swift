import Arguments
import Domain
import Register
import Reports

enum DiscloseListCommand: Command {
  static let path = ["disclose", "list"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Print the public list of a village.", zh: "打印一个村的公示名单。"),
    discussion: Bilingual(
      """
      The households enrolled in the year that live there, with class, persons, projects and money. It holds \
      no IDs, phones or accounts.
      """,
      zh: "该村当年已纳入的户及其属性、人数、项目和资金；不含身份证号、电话和账号。"),
    arguments: [
      Positional("VILLAGE", help: Bilingual("The village, a code or a name.", zh: "村，写代码或名称。"))
    ],
    options: [
      .on, .format(["text", "csv", "json", "html"]), .json, .html, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint disclose list 433123104206 --on 2011-12-31",
      "sixpoint disclose list 433123104206 --on 2011-12-31 --html -o list.html",
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let text = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("VILLAGE")
    }
    let register = try console.openRegister(arguments, writing: false)
    let day = try console.dayAsked(arguments, of: register)
    let (table, page, imprint) = try console.asking(register) { () throws(Problem) in
      let village = try console.place(called: text, .village, of: register)
      let known = try register.lastKnown(console)
      let tree = try console.worded { () throws(QueryFailure) in
        try register.regionsKnown(Known(entry: .max), on: day.dayNumber)
      }
      let name = tree[village].map(console.name) ?? village.description
      let places = [RegionLevel.county, .township].compactMap { level in
        tree.place(village, at: level).flatMap { tree[$0] }.map(console.name)
      }
      let rows = try console.worded { () throws(QueryFailure) in
        try register.publicList(of: village, on: day)
      }
      let table = ListingTable(
        report: "disclosure",
        title: Phrase("Public list of \(name), \(day)", "\(name)公示名单（\(day)）"),
        asOf: day.description, known: known, columns: columns, rows: rows)
      let households = Dictionary(
        rows.map { ($0.householdNo, $0.persons) }, uniquingKeysWith: { first, _ in first })
      let page = PublicListPage(
        places: places + [name], households: Int64(households.count),
        persons: households.values.reduce(0) { $0.addingClamped($1) }, table: table)
      return (table, page, try Imprint(known, register, console))
    }
    let language = console.language.ofReports
    try console.print(
      arguments, text: { table.text(in: language, within: $0) }, csv: { table.csv($0) },
      json: { table.json() }, html: { page.html(imprint: imprint, in: language) })
    return .done
  }

  private static let columns: [ReportColumn<PublicRow>] = [
    ReportColumn(
      "household_no", Phrase("household", "户号"),
      .text { PersonalNumbers.masked($0.householdNo as String?, in: .numbers) }),
    ReportColumn(
      "head", Phrase("head", "户主"), narrowest: 8, .text { PersonalNumbers.masked($0.headName) }),
    ReportColumn(
      "class", Phrase("class", "户属性"), narrowest: 6, .word(.classes) { $0.standing?.name }),
    ReportColumn("persons", Phrase("persons", "人数"), .count { $0.persons }),
    ReportColumn(
      "project_no", Phrase("project", "项目编号"),
      .text { PersonalNumbers.masked($0.projectNo, in: .numbers) }),
    ReportColumn(
      "project", Phrase("name", "项目"), narrowest: 8,
      .text { PersonalNumbers.masked($0.projectName) }),
    ReportColumn("allocated", Phrase("allocated", "安排资金"), .money { $0.allocatedFen }),
    ReportColumn("paid", Phrase("paid", "拨付资金"), .money { $0.paidFen }),
  ]
}
