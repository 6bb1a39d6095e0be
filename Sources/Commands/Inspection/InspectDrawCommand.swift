import Arguments
import Domain
import Intake
import Register
import Sheets

enum InspectDrawCommand: Command {
  static let path = ["inspect", "draw"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Draw households for an inspection.", zh: "抽取受检户。"),
    discussion: Bilingual(
      """
      From the households enrolled on the day, county by county: --share of each, rounded up, or --count of \
      each. The same seed on the same entry (--known) draws the same households. The draw is recorded.
      """,
      zh: """
        从当日已纳入的户中分县抽取：各县按 --share 比例（进一取整），或各县抽 --count 户。同一种子、同一录入单（--known）\
        抽得的户相同。抽样结果予以登记。
        """),
    arguments: [
      Positional("NO", help: Bilingual("The inspection's number.", zh: "检查编号。"))
    ],
    options: [
      Option(
        "seed", value: "N", isRequired: true,
        help: Bilingual("The number that the draw begins with.", zh: "随机种子。")),
      Option("share", value: "PERCENT", help: Bilingual("Percent of each county.", zh: "各县抽取百分比。")),
      Option(
        "count", value: "N", help: Bilingual("Households of each county.", zh: "各县抽取户数。")),
      Option(
        "county", value: "PLACE", help: Bilingual("Only this county.", zh: "只限该县，写代码或名称。")),
      Option(
        "known", value: "ENTRY",
        help: Bilingual(
          "As known at this entry; the last unless given.", zh: "依据到此录入单为止的登记；不写则为最后一号。")),
    ] + Option.daily,
    examples: [
      "sixpoint inspect draw I2011-01 --seed 20111 --share 2 --on 2011-12-01 --dry-run",
      "sixpoint inspect draw I2011-02 --seed 7 --count 5 --county Fenghuang --on 2011-12-01 --dry-run",
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let (number, seed, count) = try console.worded { () throws(UsageFailure) in
      let seed = try arguments.integer("seed", in: 0...1_000_000_000)
      guard let seed else { throw arguments.failure(.missingOption("--seed")) }
      if arguments.value("share") != nil, arguments.value("count") != nil {
        throw arguments.failure(.conflictingOptions("--share", "--count"))
      }
      return (
        try arguments.requiredPositional("NO"), seed,
        try arguments.integer("count", in: 1...1_000_000)
      )
    }
    let share = try share(arguments, console)
    if share == nil, count == nil {
      throw arguments.failure(.missingOption("--share")).problem(in: console.language)
    }
    let handIn = try HandIn(arguments, console, corrects: false)
    let last = try handIn.register.lastKnown(console).entry
    let known = try console.worded { () throws(UsageFailure) in
      try arguments.integer("known", in: 1...Int(last)).map { Int64($0) } ?? last
    }
    let place: RegionCode? =
      if let text = arguments.value("county") {
        try console.place(called: text, .county, of: handIn.register)
      } else { nil }
    let counties = try console.worded { () throws(QueryFailure) in
      try handIn.register.enrolledByCounty(on: handIn.day, in: place, Known(entry: known))
    }
    let drawn = counties.flatMap { county, households in
      var draw = SeededDraw(seed: UInt64(seed), stratum: UInt64(county))
      return draw.draw(
        count ?? share.map { SeededDraw.count($0, of: households.count) } ?? 0, of: households)
    }
    guard !drawn.isEmpty else {
      throw Problem(
        "no_households",
        console.say(
          "no household is enrolled there on \(handIn.day)", "\(handIn.day) 该范围内没有已纳入的户"))
    }
    let how: RowCells = [
      ("inspection_no", number), ("drawn_on", handIn.day.description), ("seed", String(seed)),
      ("known_entry", String(known)),
    ]
    let scope: RowCells =
      (place.map { [("region_code", $0.description)] } ?? [])
      + (share.map { [("share", $0.description)] } ?? [("count", String(count ?? 0))])
    let receipt = try handIn.take(
      CellsSubmission(
        command: "inspect draw", .inspections,
        rows: drawn.enumerated().map { ordinal, household in
          how + scope + [("household_no", household), ("ordinal", String(ordinal + 1))]
        }))
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "inspection \(console.shown(number)) drew \(console.count(drawn.count, "household", "households", "")) by seed \(seed) on entry \(known): \(list(drawn, console))",
        "检查 \(console.shown(number)) 以种子 \(seed)、依据第 \(known) 号录入单抽取 \(drawn.count) 户：\(list(drawn, console))"
      )
    ) { json in
      json.member("inspection_no", console.shown(number))
      json.member("seed", seed)
      json.member("known_entry", known)
      json.memberArray("households") { json in
        for household in drawn { json.string(console.shown(household)) }
      }
    }.print(arguments)
    return .done
  }

  private static func list(_ drawn: [String], _ console: Console) -> String {
    let shown = drawn.prefix(20).map(console.shown).joined(separator: console.say(", ", "、"))
    return drawn.count > 20 ? shown + console.say(" …", " 等") : shown
  }

  private static func share(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> Percent? {
    guard let text = arguments.value("share") else { return nil }
    do throws(CellFault) { return try CellText.reading(text, Percent.read) } catch {
      throw arguments.failure(.malformedValue(text, of: "--share", example: "2.5")).problem(
        in: console.language)
    }
  }
}
