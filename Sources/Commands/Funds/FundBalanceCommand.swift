import Arguments
import Domain
import Register
import Reports

enum FundBalanceCommand: Command {
  static let path = ["fund", "balance"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "What stands on each rung of the money ladder on a day.", zh: "某日各级资金的结存。"),
    discussion: Bilingual(
      """
      Without a filter, the batches, the counties and the projects, with what their households hold and were \
      paid. With --project also each household and payee, with --household that household's rungs.
      """,
      zh: "不加筛选时列出批次、县和项目，以及其各户合计的结存和已拨付。写 --project 时另列各户和收款人；写 --household 时列该户。"),
    options: [
      Option("batch", value: "NO", help: Bilingual("Only this batch.", zh: "只限某批次。")),
      .county,
      Option("project", value: "NO", help: Bilingual("Only this project.", zh: "只限某项目。")),
      Option("household", value: "NO", help: Bilingual("Only this household.", zh: "只限某户。")),
      .on, .format(["text", "csv", "json"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint fund balance --batch XJ2011-1 --on 2011-06-30",
      "sixpoint fund balance --household 4331231042060013 --on 2011-12-31",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let day = try console.dayAsked(arguments, of: register)
    let table = try console.asking(register) { () throws(Problem) in
      var filter = RungFilter()
      filter.county = try console.place(arguments, of: register)?.code
      filter.batch = arguments.value("batch").map(KeyFolding.fold)
      filter.project = arguments.value("project").map(KeyFolding.fold)
      filter.household = arguments.value("household").map(KeyFolding.fold)
      if let number = filter.batch { try register.require(.batch, number, console) }
      if let number = filter.project { try register.require(.project, number, console) }
      if let number = filter.household { try register.require(.household, number, console) }
      filter.tellsProjects = true
      filter.tellsHouseholds = filter.project != nil || filter.household != nil
      let asked = filter
      let rows = try console.worded { () throws(QueryFailure) in
        let tree = try register.regionsKnown(Known(entry: Int64.max), on: day.dayNumber)
        return try register.rungSums(on: day.dayNumber, asked).map { FundsRow($0, tree, console) }
      }
      return ListingTable(
        report: "balance", title: Phrase("Rungs", "资金结存"), asOf: day.description,
        known: try register.lastKnown(console), columns: FundsRow.columns(aging: []), rows: rows)
    }
    try console.print(
      arguments, text: { table.text(in: console.language.ofReports, within: $0) },
      csv: { table.csv($0) },
      json: { table.json() })
    return .done
  }
}
