import Arguments
import Domain
import Register
import Reports

/// A list of the households behind a figure of the monthly report: `list gaps`, `list paid` …
protocol HouseholdListCommand: Command {
  /// As JSON names it.
  static var report: String { get }
  static var title: Phrase { get }
  static func listing(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> HouseholdListing
  static var columns: [ReportColumn<GapRow>] { get }
}

extension HouseholdListCommand {
  static var columns: [ReportColumn<GapRow>] { GapRow.columns }

  static var commonOptions: [Option] {
    Option.places + [.area, .nationalKey, .householdClass, .staff, .role, .on, .month, .known]
      + [.format(["text", "csv", "json"]), .json, .encoding, .output, .force] + Option.reading
  }

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let listing = try listing(arguments, console)
    let register = try console.openRegister(arguments, writing: false)
    let table = try console.asking(register) { () throws(Problem) in
      try answer(listing, arguments, register, console)
    }
    try console.print(
      arguments, text: { table.text(in: console.language.ofReports, within: $0) },
      csv: { table.csv($0) },
      json: { table.json() })
    return .done
  }

  private static func answer(
    _ listing: HouseholdListing, _ arguments: ParsedArguments, _ register: Register,
    _ console: Console
  ) throws(Problem) -> ListingTable<GapRow> {
    let day = try console.dayListed(arguments, of: register)
    let known = try console.knownListed(arguments, on: day, of: register)
    var query = HouseholdQuery(
      listing, on: day.dayNumber, in: try console.place(arguments, of: register)?.code)
    query.area = try console.area(arguments)
    query.isNationalKeyOnly = arguments.flag("national-key")
    query.householdClass = try console.householdClass(arguments)
    query.staff = try console.official(arguments, of: register)?.identity
    query.role = try console.coded(arguments, "role", Role.self)
    query.isStandingOnly = arguments.takes("standing") && arguments.flag("standing")
    if arguments.takes("in-month"), arguments.flag("in-month") {
      query.fulfilledSince = day.yearMonth.firstDay.dayNumber
    }
    let rows = try console.worded { () throws(QueryFailure) in
      let tree = try register.regionsListed(known, on: day.dayNumber, in: query.region)
      var places = PlaceNames(tree, console)
      return try register.list(query, known, places: tree).map { household in
        GapRow(household, places.names(of: household.village))
      }
    }
    return ListingTable(
      report: report, title: title, asOf: day.description,
      known: try console.named(known, in: register), columns: columns, rows: rows)
  }
}

extension GapRow {
  init(_ household: ListedHousehold, _ tree: RegionTree, _ console: Console) {
    var places = PlaceNames(tree, console)
    self.init(household, places.names(of: household.village))
  }

  fileprivate init(_ household: ListedHousehold, _ place: PlaceNames.Names) {
    self.init(
      householdNo: PersonalNumbers.masked(household.householdNo, in: .numbers),
      headName: PersonalNumbers.masked(household.headName),
      villageCode: place.code, villageName: place.village, townshipName: place.township,
      standing: household.standing,
      persons: Int64(household.persons), fulfilledOn: household.fulfilledOn.flatMap(written),
      missing: household.missing)
    endedOn = household.endedOn.flatMap(written)
    allocatedFen = household.allocatedFen
    paidFen = household.paidFen
  }
}

/// What villages are called, each looked up once where its households follow each other.
private struct PlaceNames {
  struct Names {
    let code: String
    let village: String
    let township: String?
  }

  private let tree: RegionTree
  private let console: Console
  private var last: (village: RegionCode, names: Names)?

  init(_ tree: RegionTree, _ console: Console) {
    self.tree = tree
    self.console = console
  }

  mutating func names(of village: RegionCode) -> Names {
    if let last, last.village == village { return last.names }
    let township = tree.place(village, at: .township).flatMap { tree[$0] }
    let names = Names(
      code: village.description, village: tree[village].map(console.name) ?? "",
      township: township.map(console.name))
    last = (village, names)
    return names
  }
}
