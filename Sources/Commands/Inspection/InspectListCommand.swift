import Arguments
import Domain
import Register
import Reports

enum InspectListCommand: Command {
  static let path = ["inspect", "list"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the households inspected, with what was found.", zh: "列出受检户及发现的问题。"),
    discussion: Bilingual(
      "With --overdue only findings that are past their day and not settled.",
      zh: "加 --overdue 只列逾期未整改的问题。"),
    arguments: [
      Positional("NO", .optional, help: Bilingual("Only this inspection.", zh: "只限该次检查。"))
    ],
    options: [
      Option("overdue", help: Bilingual("Only what is overdue.", zh: "只列逾期未整改的。")),
      .on, .format(["text", "csv", "json"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: ["sixpoint inspect list --overdue --on 2011-12-31"])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let day = try console.dayAsked(arguments, of: register)
    let number = arguments.positional("NO").map { KeyFolding.fold($0) }
    let table = try console.asking(register) { () throws(Problem) in
      let known = try register.lastKnown(console)
      let rows = try console.worded { () throws(QueryFailure) in
        let tree = try register.regionsKnown(Known(entry: known.entry), on: day.dayNumber)
        return try register.inspected(number, on: day.dayNumber)
          .filter { !arguments.flag("overdue") || $0.isOverdue(on: day.dayNumber) }
          .map { InspectionRow($0, on: day.dayNumber, tree, console) }
      }
      return ListingTable(
        report: "inspections",
        title: arguments.flag("overdue")
          ? Phrase("Findings past their day", "逾期未整改的问题")
          : Phrase("Households inspected", "受检户"),
        asOf: day.description, known: known, columns: InspectionRow.columns, rows: rows)
    }
    try console.print(
      arguments, text: { table.text(in: console.language.ofReports, within: $0) },
      csv: { table.csv($0) },
      json: { table.json() })
    return .done
  }
}

/// A household inspected, as it is listed.
struct InspectionRow: Sendable {
  let inspectionNo: String?
  let ordinal: Int64?
  let householdNo: String?
  let villageCode: String?
  let villageName: String?
  let state: String
  let foundOn: String?
  let finding: String?
  let dueOn: String?
  let settledOn: String?
  let settlement: String?

  init(_ seen: InspectedHousehold, on day: DayNumber, _ tree: RegionTree, _ console: Console) {
    inspectionNo = PersonalNumbers.masked(seen.inspectionNo as String?, in: .numbers)
    ordinal = seen.ordinal
    householdNo = PersonalNumbers.masked(seen.householdNo as String?, in: .numbers)
    villageCode = seen.village?.description
    villageName = seen.village.flatMap { tree[$0] }.map(console.name)
    state =
      seen.foundOn == nil
      ? "drawn"
      : seen.isOverdue(on: day) ? "overdue" : seen.isOpen(on: day) ? "open" : "settled"
    foundOn = seen.foundOn.flatMap(written)
    finding = PersonalNumbers.masked(seen.finding)
    dueOn = seen.dueOn.flatMap(written)
    settledOn = seen.settledOn.flatMap(written)
    settlement = PersonalNumbers.masked(seen.settlement)
  }

  static let columns: [ReportColumn<InspectionRow>] = [
    ReportColumn("inspection_no", Phrase("inspection", "检查"), .text { $0.inspectionNo }),
    ReportColumn("ordinal", Phrase("no.", "序号"), .number { $0.ordinal }),
    ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false, .text { $0.villageCode }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.villageName }),
    ReportColumn("state", Phrase("state", "状态"), .word(states) { $0.state }),
    ReportColumn("found_on", Phrase("found", "发现"), .text { $0.foundOn }),
    ReportColumn("finding", Phrase("finding", "问题"), narrowest: 8, .text { $0.finding }),
    ReportColumn("due_on", Phrase("due", "期限"), .text { $0.dueOn }),
    ReportColumn("settled_on", Phrase("settled", "整改"), .text { $0.settledOn }),
    ReportColumn("settlement", Phrase("how", "整改情况"), narrowest: 8, .text { $0.settlement }),
  ]

  private static let states = Vocabulary([
    "drawn": Phrase("drawn", "已抽中"), "open": Phrase("open", "未整改"),
    "overdue": Phrase("overdue", "逾期"), "settled": Phrase("settled", "已整改"),
  ])
}
