import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

enum DiscloseBatchCommand: Command {
  static let path = ["disclose", "batch"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Announce the allocation of a batch, and print the public notice.", zh: "公告一批资金的分配情况，并打印公告。"),
    discussion: Bilingual(
      """
      The day is kept as announced_on of the batch, from each of its sources. The notice gives document, fund, \
      sources and the amounts by county as allocated by that day; -o FILE takes the notice alone. A batch that \
      was announced on another day is refused; take that back with “withdraw” or say (clear) in the sheet batches.
      """,
      zh: """
        日期记为该批次（各资金来源）的公告日期。公告列明文号、专项资金、资金来源和截至当日分配到各县的金额；-o 文件只写公告本身。\
        已于其他日期公告的批次予以拒绝；更正请在 batches 表中写“清空”。
        """),
    arguments: [Positional("BATCH", help: Bilingual("The batch number.", zh: "批次号。"))],
    options: [.output, .force] + Option.daily,
    examples: ["sixpoint disclose batch XJ2011-1 --on 2011-12-20"])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let number = try arguments.number("BATCH", console)
    let handIn = try HandIn(arguments, console)
    let day = handIn.day
    let batch = try batch(number, on: day, handIn)
    if let other = batch.issues.compactMap(\.announcedOn).first(where: { $0 != day.dayNumber }) {
      throw Problem(
        "stands",
        console.say(
          "batch \(console.shown(number)) was announced on \(written(other) ?? "") already",
          "批次 \(console.shown(number)) 已于 \(written(other) ?? "") 公告"))
    }
    let receipt = try handIn.take(
      CellsSubmission(
        command: "disclose batch \(console.shown(number))", .batches,
        rows: batch.issues.map { issue in
          [
            // With the day of issue as it stands, before which nothing is announced.
            ("batch_no", number), ("source", issue.source.name),
            ("issued_on", written(issue.issuedOn) ?? ""),
            ("announced_on", day.description),
          ]
        }, completesStanding: true))
    let notice = try BatchNotice(batch, on: day, handIn)
    let takesFile = arguments.writesFile
    if takesFile, !handIn.options.isCheck {
      try console.print(
        bytes: notice.text(in: console.language.ofReports), arguments)
    }
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "the allocation of batch \(console.shown(number)) is announced on \(day)",
        "批次 \(console.shown(number)) 的分配情况于 \(day) 公告"),
      more: { json in json.memberObject("notice") { json in notice.write(to: &json) } },
      lines: takesFile
        ? [] : [""] + notice.lines(in: console.language.ofReports, within: console.columns())
    ).print(arguments)
    return .done
  }

  private static func batch(
    _ number: String, on day: CalendarDate, _ handIn: HandIn
  ) throws(Problem) -> BatchFile {
    let console = handIn.console
    let found = try console.worded { () throws(QueryFailure) in
      try handIn.register.batchFile(number, on: day.dayNumber)
    }
    if let found { return found }
    throw try Problem.unknown(.batch, number, in: handIn.register, console)
  }
}

extension BatchNotice {
  fileprivate init(
    _ file: BatchFile, on day: CalendarDate, _ handIn: HandIn
  ) throws(Problem) {
    let console = handIn.console
    let office = handIn.register.office
    let region = try console.worded { () throws(QueryFailure) in
      try handIn.register.region(office)
    }
    self.init(
      batchNo: console.shown(file.batchNo), announcedOn: day.description,
      office: console.reported(office, region),
      issues: file.issues.map {
        Issue(
          documentNo: console.shown($0.documentNo), issuedOn: written($0.issuedOn) ?? "",
          fund: PersonalNumbers.masked($0.fund), source: $0.source, amountFen: $0.amountFen)
      },
      shares: file.shares.filter { $0.receivedFen != 0 }.map {
        Share(
          county: console.reported($0.county, file.places[$0.county]), source: $0.source,
          amountFen: $0.receivedFen)
      })
  }
}
