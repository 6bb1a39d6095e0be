import Arguments
import Domain
import Register
import Reports

enum ReportExceptionsCommand: Command {
  static let definition = CommandDefinition(
    ["report", "exceptions"],
    summary: Bilingual(
      "List what was taken and wants looking after.", zh: "列出已录入而需要核查的情况。"),
    discussion: Bilingual(
      """
      People claimed by two households, people without an ID, IDs whose check digit is wrong, \
      households whose size is not their members, money that reached a household outside its project, \
      projects approved over an objection, money left with households that ended, and households that \
      differ from the dibao list. Each goes from the list when the register says otherwise.
      """,
      zh:
        "两户争列的人、无身份证号的人、校验码不符的证件、户人口数与成员不符的户、到户时未列入项目的资金、公示异议未答复即批复的项目、已销户而资金未结清的户、与低保名册不符的户。更正后即不再列出。"
    ),
    options: [
      .county, .region, .on, .format(["text", "csv", "json"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint report exceptions --county 433123", "sixpoint report exceptions --format csv",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let day = try console.dayAsked(arguments, of: register)
    let place = try console.place(arguments, of: register)
    let rows = try console.working(on: register) { () throws(Problem) in
      try console.worded { () throws(QueryFailure) in
        let tree = try register.regionsKnown(Known(entry: Int64.max), on: day.dayNumber)
        return try register.exceptions(on: day.dayNumber, in: place?.code).map {
          ExceptionRow($0, tree, console)
        }
      }
    }
    let report = ExceptionsReport(
      asOf: day.description, known: try register.lastKnown(console),
      kinds: RegisterException.Kind.allCases.map {
        ExceptionsReport.Kind($0.rawValue, $0.title)
      }, rows: rows)
    try console.print(
      arguments, text: { report.text(in: console.language.ofReports) }, csv: { report.csv($0) },
      json: { report.json() })
    return .done
  }
}

extension RegisterException.Kind {
  fileprivate var title: Phrase {
    switch self {
    case .conflict: Phrase("Claimed by two households", "两户争列的人")
    case .noID: Phrase("People without an ID", "无身份证号的人")
    case .verifiedID: Phrase("IDs with a wrong check digit", "校验码不符的证件")
    case .householdSize: Phrase("Household sizes that differ", "户人口数不符的户")
    case .unlinkedMoney:
      Phrase("Money outside the household's project", "未列入项目而到户的资金")
    case .approvedOverObjection:
      Phrase("Approved over an open objection", "公示异议未答复即批复的项目")
    case .moneyAtEnd:
      Phrase("Money left with households that ended", "已销户而资金未结清的户")
    case .listedWithoutClass:
      Phrase("On the dibao list without dibao class", "享受低保而户属性无低保的人")
    case .classWithoutListing:
      Phrase("Dibao class without anybody on the list", "户属性有低保而无人享受的户")
    }
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
    stated = exception.stated
    kept = exception.kept
    note = PersonalNumbers.masked(exception.note)
    entry = exception.entry
    file = PersonalNumbers.masked(exception.file, in: .numbers)
    line = exception.line
  }
}
