import Arguments
import Domain
import Register
import Reports

enum FindCommand: Command {
  static let path = ["find"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Find people, households, places, staff and projects by a name, a number or part of one.",
      zh: "按姓名、编号或其一部分查找人员、户、地方、责任人和项目。"),
    discussion: Bilingual(
      """
      A name or part of one; a village, township or county; part of a household, staff or project number; a \
      resident ID, or four characters of one and more; four digits of a phone and more. The households that \
      the officer worked on last come first. On a terminal the card of what was found can be chosen by number.
      """,
      zh:
        "可写姓名或其一部分；村、乡镇或县名；户编号、责任人编号或项目编号的一部分；身份证号或其中四位以上；电话中四位以上数字。经办人最近办理的户排在前面。在终端上可按序号查看卡片。"
    ),
    arguments: [Positional("TEXT", help: Bilingual("What to look for.", zh: "要查找的内容。"))],
    options: [
      .on,
      Option(
        "limit", value: "N",
        help: Bilingual("At most so many; 200 unless given.", zh: "最多列出多少条，默认200。")),
      .format(["text", "csv", "json"]), .json, .encoding, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint find 4331231042060013", "sixpoint find 菖蒲塘村 --limit 20",
      "sixpoint find 0013 --limit 5",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let (text, limit) = try console.worded { () throws(UsageFailure) in
      (
        try arguments.requiredPositional("TEXT"),
        try arguments.integer("limit", in: 1...100_000) ?? 200
      )
    }
    let register = try console.openRegister(arguments, writing: false)
    let day = try console.dayAsked(arguments, of: register)
    let picks = try FoundPick.isWanted(arguments, console)
    let officer = console.environment.officer(option: nil)
    let (table, isCut) = try console.asking(register) { () throws(Problem) in
      let found = try console.worded { () throws(QueryFailure) in
        try register.find(text, on: day.dayNumber, limit: limit, officer: officer)
      }
      let rows = try console.worded { () throws(QueryFailure) in
        try found.things.map { thing throws(QueryFailure) in
          SearchRow(
            thing,
            try thing.place.map { code throws(QueryFailure) in
              try register.places(around: code)
            }, console)
        }
      }
      let shown = PersonalNumbers.masked(text)
      let table = ListingTable(
        report: "find",
        title: Phrase("Found for “\(shown)”", "查找“\(shown)”的结果"), asOf: day.description,
        known: try register.lastKnown(console),
        columns: (picks ? [FoundPick.column] : []) + SearchRow.columns,
        rows: picks ? FoundPick.numbered(rows) : rows)
      return (table, found.isCut)
    }
    if isCut {
      console.diagnostics.warn(
        console.say(
          "only the first \(limit) are shown; write more of the name, or --limit",
          "只列出前 \(limit) 条；请写得更具体，或用 --limit"))
    }
    try console.print(
      arguments, text: { table.text(in: console.language.ofReports, within: $0) },
      csv: { table.csv($0) },
      json: { table.json() })
    guard !table.rows.isEmpty else {
      console.diagnostics.line(
        console.say(
          "nothing was found; write less of the name or number, or a village's or official's",
          "没有找到；请少写几个字，或改写村名、责任人姓名"))
      return .refused
    }
    if picks { try FoundPick(rows: table.rows, day: day, register: register).ask(console) }
    return .done
  }
}

extension Register {
  /// The last entry as reports name it.
  func lastKnown(_ console: Console) throws(Problem) -> KnownEntry {
    let last = try console.worded { () throws(RegisterFault) in try lastEntry() }
    return KnownEntry(entry: last.number, hash: last.hash?.hexadecimal ?? "")
  }
}

/// One thing found, with names for its places.
struct SearchRow: Sendable {
  let thing: FoundThing
  let village: String?
  let township: String?
  let county: String?
  /// The number by which it can be picked; nil where it has no card, or nobody picks.
  var pick: Int?

  init(_ thing: FoundThing, _ places: RegionTree?, _ console: Console) {
    func name(_ level: RegionLevel) -> String? {
      guard let places, let code = thing.place else { return nil }
      return places.place(code, at: level).flatMap { places[$0] }.map(console.name)
    }
    self.thing = thing
    (village, township, county) = (name(.village), name(.township), name(.county))
  }

  static let columns: [ReportColumn<SearchRow>] = [
    ReportColumn("kind", Phrase("kind", "种类"), .word(kinds) { $0.thing.kind.rawValue }),
    ReportColumn("household_no", Phrase("household", "户号"), .text { shown($0.thing.householdNo) }),
    ReportColumn("number", Phrase("number", "编号"), .text { shown($0.thing.number) }),
    ReportColumn(
      "name", Phrase("name", "姓名"), narrowest: 8, .text { PersonalNumbers.masked($0.thing.name) }),
    ReportColumn(
      "relation", Phrase("relation", "关系"), narrowest: 6,
      .word(.relations) { $0.thing.relation?.written }),
    ReportColumn(
      "resident_id", Phrase("resident ID", "身份证号"), .text { $0.thing.residentID?.masked }),
    ReportColumn(
      "village_code", Phrase("village code", "村代码"), onTerminal: false,
      .text { $0.thing.place?.description }),
    ReportColumn("village", Phrase("village", "村"), narrowest: 8, .text { $0.village }),
    ReportColumn("township", Phrase("township", "乡镇"), narrowest: 8, .text { $0.township }),
    ReportColumn("county", Phrase("county", "县"), narrowest: 6, .text { $0.county }),
    ReportColumn(
      "class", Phrase("class", "户属性"), narrowest: 6, .word(.classes) { $0.thing.standing?.name }),
    ReportColumn("ended_on", Phrase("ended", "终止"), .text { $0.thing.endedOn.flatMap(written) }),
  ]

  /// A number that names something: an ID or a phone may have been used as one.
  private static func shown(_ number: String?) -> String? {
    PersonalNumbers.masked(number, in: .numbers)
  }

  private static let kinds = Vocabulary([
    "member": Phrase("member", "成员"), "household": Phrase("household", "户"),
    "village": Phrase("village", "村"), "township": Phrase("township", "乡镇"),
    "county": Phrase("county", "县"), "prefecture": Phrase("prefecture", "市州"),
    "province": Phrase("province", "省"), "staff": Phrase("staff", "责任人"),
    "project": Phrase("project", "项目"),
  ])
}
