import Arguments
import Domain
import Register
import Reports

// The lists of households behind the monthly report's figures. They are worked out from each household's
// own facts, not from the report's sums, so that the two can be held against each other.

/// `list gaps`, `list lapsed`, `list fulfilled`, `list households`.
protocol HouseholdListCommand: Command {
  static var report: String { get }
  static var title: Phrase { get }
  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing
}

extension HouseholdListCommand {
  static var commonOptions: [Option] {
    [
      .county, .region, .on,
      Option(
        "month", value: "MONTH",
        help: Bilingual("The month's last day, such as 2011-06.", zh: "当月最后一天，如 2011-06。")),
      .format(["text", "csv", "json"]), .json, .encoding, .output, .force,
    ] + Option.reading
  }

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let listing = try listing(arguments, console)
    let register = try console.openRegister(arguments, writing: false)
    let day = try listedDay(arguments, register, console)
    let table = try console.asking(register) { () throws(Problem) in
      let place = try console.place(arguments, of: register)
      let rows = try console.worded { () throws(QueryFailure) in
        let tree = try register.regionsKnown(
          Known(entry: Int64.max), on: day.dayNumber)
        return try register.list(listing, on: day.dayNumber, in: place?.code).map {
          GapRow($0, tree, console)
        }
      }
      return ListingTable(
        report: report, title: title, asOf: day.description,
        known: try register.lastKnown(console), columns: GapRow.columns, rows: rows)
    }
    try console.print(
      arguments, text: { table.text(in: console.language.ofReports) }, csv: { table.csv($0) },
      json: { table.json() })
    return .done
  }

  private static func listedDay(
    _ arguments: ParsedArguments, _ register: Register, _ console: Console
  ) throws(Problem) -> CalendarDate {
    guard let month = try console.month(arguments) else {
      return try console.dayAsked(arguments, of: register)
    }
    if arguments.value("on") != nil {
      throw arguments.failure(.conflictingOptions("--on", "--month")).problem(
        in: console.language)
    }
    return month.lastDay
  }
}

extension GapRow {
  init(_ household: ListedHousehold, _ tree: RegionTree, _ console: Console) {
    let township = tree.place(household.village, at: .township).flatMap { tree[$0] }
    self.init(
      householdNo: PersonalNumbers.masked(household.householdNo, in: .numbers),
      headName: PersonalNumbers.masked(household.headName),
      villageCode: household.village.description,
      villageName: tree[household.village].map(console.name) ?? "",
      townshipName: township.map(console.name), standing: household.standing,
      persons: Int64(household.persons), fulfilledOn: household.fulfilledOn.flatMap(written),
      missing: household.missing)
  }
}

enum ListGapsCommand: HouseholdListCommand {
  static let report = "gaps"
  static let title = Phrase("Enrolled households with points missing", "六到未落实的户")

  static let definition = CommandDefinition(
    ["list", "gaps"],
    summary: Bilingual(
      "List the enrolled households whose points are not in force.", zh: "列出六到未落实的纳入户。"),
    discussion: Bilingual(
      "Exactly the households that a month's report counts as enrolled and not under the point.",
      zh: "正是月报中已纳入而该项未到的那些户。"),
    options: [
      Option(
        "point", value: "POINT", allowed: Point.names,
        help: Bilingual("Only where this point is missing.", zh: "只列缺此一项的户。"))
    ] + commonOptions,
    examples: [
      "sixpoint list gaps --point contact --county 433123",
      "sixpoint list gaps --month 2011-06 --format csv",
    ])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing {
    .gaps(arguments.value("point").flatMap { Point.read($0) })
  }
}

enum ListLapsedCommand: HouseholdListCommand {
  static let report = "lapsed"
  static let title = Phrase("Lapsed households", "脱落户")

  static let definition = CommandDefinition(
    ["list", "lapsed"],
    summary: Bilingual(
      "List the households that were fulfilled and miss a point again.", zh: "列出六到后又有缺项的户。"),
    options: commonOptions, examples: ["sixpoint list lapsed --month 2011-06"])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .lapsed }
}

enum ListFulfilledCommand: HouseholdListCommand {
  static let report = "fulfilled"
  static let title = Phrase("Fulfilled households", "六到户")

  static let definition = CommandDefinition(
    ["list", "fulfilled"],
    summary: Bilingual(
      "List the households that all six points have reached.", zh: "列出六项都已到户到人的户。"),
    options: commonOptions,
    examples: ["sixpoint list fulfilled --month 2011-06 --county Fenghuang"])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .fulfilled }
}

enum ListHouseholdsCommand: HouseholdListCommand {
  static let report = "households"
  static let title = Phrase("Enrolled households", "纳入户")

  static let definition = CommandDefinition(
    ["list", "households"],
    summary: Bilingual("List the enrolled households.", zh: "列出纳入户。"),
    options: commonOptions, examples: ["sixpoint list households --region 433123104"])

  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing { .enrolled }
}
