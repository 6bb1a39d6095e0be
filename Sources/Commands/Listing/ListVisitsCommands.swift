import Arguments
import Domain
import Register
import Reports

extension Option {
  static let since = Option(
    "since", value: "DAY",
    help: Bilingual(
      "The first day of a visit that counts; the first of the day's month unless given.",
      zh: "走访从何日起算；不写则为当月1日。"))
}

/// `list visits` and `list unvisited`.
private protocol VisitListCommand: Command {}

extension VisitListCommand {
  static var options: [Option] {
    Option.places + [.householdClass, .staff, .role, .since, .on, .month, .known]
      + [.format(["text", "csv", "json"]), .json, .encoding, .output, .force] + Option.reading
  }

  static func query(
    _ arguments: ParsedArguments, _ register: Register, _ console: Console
  ) throws(Problem) -> (VisitQuery, CalendarDate, Known) {
    let day = try console.dayListed(arguments, of: register)
    let known = try console.knownListed(arguments, on: day, of: register)
    let since = try console.day(arguments, "since") ?? day.yearMonth.firstDay
    guard since <= day else {
      throw Problem(
        "since_after_day",
        console.say(
          "--since \(since) is after \(day), the day that is asked about; give --on or an earlier --since",
          "--since \(since) 晚于所问日期 \(day)；请写 --on，或更早的 --since"), status: .usage)
    }
    var query = VisitQuery(since: since.dayNumber, through: day.dayNumber)
    query.region = try console.place(arguments, of: register)?.code
    query.householdClass = try console.householdClass(arguments)
    query.staff = try console.official(arguments, of: register)?.identity
    query.role = try console.coded(arguments, "role", Role.self)
    query.known = known
    return (query, day, known)
  }

  static func show<Row: Sendable>(
    _ arguments: ParsedArguments, _ console: Console, _ title: Phrase,
    _ columns: [ReportColumn<Row>],
    _ rows: (Register, VisitQuery, RegionTree) throws(QueryFailure) -> [Row]
  ) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let table = try console.asking(register) { () throws(Problem) in
      let (query, day, known) = try query(arguments, register, console)
      let rows = try console.worded { () throws(QueryFailure) in
        let tree = try register.regionsListed(known, on: query.day, in: query.region)
        return try rows(register, query, tree)
      }
      let from = CalendarDate(dayNumber: query.since)
      return ListingTable(
        report: definition.path[1],
        title: Phrase("\(title.en), \(from) to \(day)", "\(title.zh)（\(from)至\(day)）"),
        asOf: day.description, known: try console.named(known, in: register), columns: columns,
        rows: rows)
    }
    try console.print(
      arguments, text: { table.text(in: console.language.ofReports, within: $0) },
      csv: { table.csv($0) },
      json: { table.json() })
    return .done
  }
}

enum ListVisitsCommand: VisitListCommand {
  static let path = ["list", "visits"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("List the visits that were logged.", zh: "列出走访记录。"),
    discussion: Bilingual(
      """
      Of one official with --staff, else of all; from --since, or the month's first, to the day.

      The csv has a row a visit: the columns of list households, then logged_on, staff_no, staff, \
      project_no, note.
      """,
      zh:
        "写 --staff 则只列该责任人的走访；自 --since（不写则为当月1日）至所问日期。\n\ncsv 每次走访一行：与 list households 相同的列，其后为 logged_on, staff_no, staff, project_no, note。"
    ),
    options: options,
    examples: [
      "sixpoint list visits --staff S433123-0001 --month 2011-06",
      "sixpoint list visits --village 433123104201 --since 2011-01-01 --on 2011-06-30 --format csv",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    try show(arguments, console, Phrase("Visits", "走访"), VisitRow.columns) {
      (register, query, tree) throws(QueryFailure) in
      try register.visits(query).map { VisitRow($0, tree, console) }
    }
  }
}

enum ListUnvisitedCommand: VisitListCommand {
  static let path = ["list", "unvisited"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List the households without a visit since a day.", zh: "列出某日以来未走访的户。"),
    discussion: Bilingual(
      """
      With --staff, the standing households that the official answers for on the day and has logged no \
      visit to since --since, or the month's first; the roles are those in force on the day. Without, \
      the enrolled households that nobody has visited.

      The csv's columns are those of list households, then roles, last_visit_on.
      """,
      zh:
        "写 --staff 则为该责任人当日负责、而自 --since（不写则为当月1日）以来未记走访的在册户，责任以当日为准；不写则为无人走访的纳入户。\n\ncsv 的列与 list households 相同，其后为 roles, last_visit_on。"
    ),
    options: options,
    examples: [
      "sixpoint list unvisited --staff S433123-0001 --on 2011-06-30",
      "sixpoint list unvisited --staff S433123-0001 --role contact --since 2011-04-01 --on 2011-06-30",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    try show(
      arguments, console, Phrase("Households without a visit", "未走访的户"), UnvisitedRow.columns
    ) { (register, query, tree) throws(QueryFailure) in
      try register.unvisited(query).map { UnvisitedRow($0, tree, console) }
    }
  }
}

extension VisitRow {
  init(_ visit: ListedVisit, _ tree: RegionTree, _ console: Console) {
    self.init(
      household: GapRow(visit.household, tree, console),
      loggedOn: written(visit.loggedOn) ?? "",
      staffNo: PersonalNumbers.masked(visit.staffNo, in: .numbers),
      staffName: PersonalNumbers.masked(visit.staffName),
      projectNo: PersonalNumbers.masked(visit.projectNo, in: .numbers),
      note: PersonalNumbers.masked(visit.note))
  }
}

extension UnvisitedRow {
  init(_ unvisited: UnvisitedHousehold, _ tree: RegionTree, _ console: Console) {
    self.init(
      household: GapRow(unvisited.household, tree, console), roles: unvisited.roles,
      lastVisitOn: unvisited.lastVisitOn.flatMap(written))
  }
}
