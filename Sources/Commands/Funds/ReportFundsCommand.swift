import Arguments
import Domain
import Register
import Reports

enum ReportFundsCommand: Command {
  static let path = ["report", "funds"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "What came in, went out and stands on each rung of the money ladder.",
      zh: "各级资金的收入、下拨和结存。"),
    discussion: Bilingual(
      """
      By rung, fund, source, batch and county, each net of returns and reversals. Fiscal money is summed by \
      itself; loans, society's, self-raised and foreign money stand beside it. A line proves that the rungs \
      add up: to what was issued, of a county to what it received. --aging 90,365 also shows what has stood on \
      a rung for more than so many days, first in, first out on each rung of a batch and source. Batches whose \
      allocation was not announced come last, of a county those that it has money of.
      """,
      zh: """
        按层级、专项、来源、批次、县列出，均已扣除退回和冲销。财政资金单独合计，信贷、社会、自筹和外资资金另列。\
        附核对行，证明各层级合计等于下达数（指定县时为该县收到数）。--aging 90,365 另列在各层级停留超过所写天数的资金，按批次和来源先进先出。最后列出尚未公告公示的批次（指定县时只列安排到该县的批次）。
        """),
    options: [
      .county, .on,
      Option(
        "aging", value: "DAYS",
        help: Bilingual(
          "Also what is idle for more than so many days: 90,365.", zh: "另列闲置超过所写天数的资金：90,365。")),
      .format(["text", "csv", "json", "html"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint report funds --on 2011-12-31",
      "sixpoint report funds --aging 90,365 --county Fenghuang --on 2011-12-31 --format csv",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    var filter = RungFilter()
    filter.aging = try aging(arguments, console)
    let register = try console.openRegister(arguments, writing: false)
    let day = try console.dayAsked(arguments, of: register)
    let (report, imprint) = try console.asking(register) { () throws(Problem) in
      let place = try console.place(arguments, of: register)
      filter.county = place?.code
      let isWhole = place == nil || place?.code.level == .province
      let asked = filter
      let (rows, unannounced) = try console.worded { () throws(QueryFailure) in
        let tree = try register.regionsKnown(Known(entry: Int64.max), on: day.dayNumber)
        return (
          try register.rungSums(on: day.dayNumber, asked).map { FundsRow($0, tree, console) },
          try register.unannouncedBatches(on: day.dayNumber, in: asked.county)
            .map(FundsReport.Unannounced.init)
        )
      }
      let known = try register.lastKnown(console)
      let report = FundsReport(
        asOf: day.description, known: known, aging: asked.aging, rows: rows,
        unannounced: unannounced, isWhole: isWhole)
      return (report, try Imprint(known, register, console))
    }
    let language = console.language.ofReports
    try console.print(
      arguments, text: { report.text(in: language, within: $0) }, csv: { report.csv($0) },
      json: { report.json() },
      html: { report.page(imprint: imprint, in: language).html(in: language) })
    return .done
  }

  /// The numbers of days of `--aging`, rising; none where it is not given.
  private static func aging(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> [Int] {
    guard let text = arguments.value("aging") else { return [] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    let days = parts.compactMap(\.self).filter { (0...36_500).contains($0) }
    guard days.count == parts.count, !days.isEmpty, days.count <= 8 else {
      throw arguments.failure(.malformedValue(text, of: "--aging", example: "90,365"))
        .problem(in: console.language)
    }
    return Set(days).sorted()
  }
}

extension FundsRow {
  init(_ sum: RungSum, _ tree: RegionTree, _ console: Console) {
    self.init(
      rung: sum.rung.name, isFiscal: sum.source.isFiscal, inFen: sum.inFen, outFen: sum.outFen,
      idleFen: sum.idleFen)
    fund = PersonalNumbers.masked(sum.fund)
    source = sum.source.name
    batch = PersonalNumbers.masked(sum.batch as String?, in: .numbers)
    countyCode = sum.county?.description
    countyName = sum.county.flatMap { tree[$0] }.map(console.name)
    project = PersonalNumbers.masked(sum.project, in: .numbers)
    household = PersonalNumbers.masked(sum.household, in: .numbers)
    payee = PersonalNumbers.masked(sum.payee)
  }
}

extension FundsReport.Unannounced {
  fileprivate init(_ batch: UnannouncedBatch) {
    let number: String = PersonalNumbers.masked(batch.batch, in: .numbers)
    let document: String = PersonalNumbers.masked(batch.document)
    let fund: String = PersonalNumbers.masked(batch.fund)
    self.init(
      batch: number, source: batch.source.name, fund: fund, document: document,
      issuedOn: written(batch.issuedOn) ?? "", fen: batch.fen)
  }
}
