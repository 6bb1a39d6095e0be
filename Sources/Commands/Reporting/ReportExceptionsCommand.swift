import Arguments
import Domain
import Register
import Reports

enum ReportExceptionsCommand: Command {
  static let path = ["report", "exceptions"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "List what was taken and wants looking after.", zh: "列出已录入而需要核查的情况。"),
    discussion: Bilingual(
      """
      People claimed by two households, people without an ID, IDs whose check digit is wrong, \
      households whose size is not their members, money that reached a household outside its project, \
      projects approved over an objection, money left with households that ended, households that \
      differ from the dibao list, incomes not below the line, payments that the bank could not make, and \
      postings taken down too early. Each is listed with what to do, and goes from the list when the register \
      says otherwise.

      The csv's columns: kind, household_no, village_code, village, name, resident_id, on, other_household, \
      project_no, number, amount_yuan, stated, kept, note, entry, file, line, poverty_line_yuan, days, what_to_do. The \
      kinds: \(kinds). JSON has counts by kind beside the rows, and amount_fen and poverty_line_fen.
      """,
      zh: """
        两户争列的人、无身份证号的人、校验码不符的证件、户人口数与成员不符的户、到户时未列入项目的资金、公示异议未答复即批复的项目、已销户而资金未结清的户、与低保名册不符的户、收入不低于标准的户、银行未能拨付的款项、公示天数不足的项目。每项写明处理办法，更正后即不再列出。

        csv 的列：kind, household_no, village_code, village, name, resident_id, on, other_household, project_no, number, amount_yuan, stated, kept, note, entry, file, line, poverty_line_yuan, days, what_to_do。类别：\(kinds)。JSON 另有各类件数，金额为 amount_fen 和 poverty_line_fen。
        """),
    options: [
      .county, .region, .on, .format(["text", "csv", "json", "html"]), .json, .encoding, .output,
      .force,
    ] + Option.reading,
    examples: [
      "sixpoint report exceptions --county 433123", "sixpoint report exceptions --format csv",
    ])

  private static var kinds: String {
    RegisterException.Kind.allCases.map(\.rawValue).joined(separator: ", ")
  }

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let day = try console.dayAsked(arguments, of: register)
    let place = try console.place(arguments, of: register)
    let rows = try console.working(on: register) { () throws(Problem) in
      try console.worded { () throws(QueryFailure) in
        try register.reading { () throws(QueryFailure) in
          let tree = try register.regionsKnown(Known(entry: Int64.max), on: day.dayNumber)
          return try register.exceptions(on: day.dayNumber, in: place?.code, places: tree).map {
            ExceptionRow($0, tree, console)
          }
        }
      }
    }
    let known = try register.lastKnown(console)
    let imprint = try Imprint(known, register, console)
    let report = ExceptionsReport(
      asOf: day.description, known: known,
      kinds: RegisterException.Kind.allCases.map {
        ExceptionsReport.Kind($0.rawValue, $0.title, remedy: $0.remedy)
      }, rows: rows)
    let language = console.language.ofReports
    try console.print(
      arguments, text: { report.text(in: language, within: $0) }, csv: { report.csv($0) },
      json: { report.json() },
      html: { report.page(imprint: imprint, in: language).html(in: language) })
    return .done
  }
}

extension ExceptionRow {
  fileprivate init(_ exception: RegisterException, _ tree: RegionTree, _ console: Console) {
    self.init(
      kind: exception.kind.rawValue,
      householdNo: PersonalNumbers.masked(exception.householdNo, in: .numbers))
    villageCode = exception.village?.description
    villageName = exception.village.flatMap { tree[$0] }.map(console.name)
    name = PersonalNumbers.masked(exception.name)
    residentID = exception.residentID?.masked
    on = exception.day.flatMap(written)
    otherHousehold = PersonalNumbers.masked(exception.otherHousehold, in: .numbers)
    project = PersonalNumbers.masked(exception.project, in: .numbers)
    number = PersonalNumbers.masked(exception.number, in: .numbers)
    fen = exception.fen
    lineFen = exception.lineFen
    days = exception.days
    remedy = exception.kind.remedy[console.language.ofReports]
    stated = exception.stated
    kept = exception.kept
    // The stored name of a class; any other note is somebody's own words.
    let standing =
      exception.kind.notesClass ? exception.note.flatMap { HouseholdClass.read($0) } : nil
    note =
      standing.map { Vocabulary.classes.word(for: $0.name, in: console.language.ofReports) }
      ?? PersonalNumbers.masked(exception.note)
    entry = exception.entry
    file = PersonalNumbers.masked(exception.file, in: .numbers)
    line = exception.line
  }
}
