import Arguments
import Domain
import Intake
import Register
import Sheets

enum HandoverCommand: Command {
  static let path = ["handover"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Hand a caseload from one official to another.", zh: "把一名责任人的户移交给另一人。"),
    discussion: Bilingual(
      """
      What runs on the day is cut and goes on with the other until its own end; what begins on the day \
      or later becomes the other's. The day before shows the old name, the day itself the new. More than \
      100 households are asked about, or need --yes.
      """,
      zh: """
        当日正在承担的责任在该日截止，由接手人继续至原定终止日；该日及以后开始的责任改由接手人承担。前一日仍是原责任人，\
        当日起为接手人。超过100户的须确认，或加 --yes。
        """),
    arguments: [
      Positional("FROM", help: Bilingual("Who hands over: number or name.", zh: "移交人编号或姓名。")),
      Positional("TO", help: Bilingual("Who takes over: number or name.", zh: "接手人编号或姓名。")),
      Positional(
        "HOUSEHOLD", .many(minimum: 0),
        help: Bilingual("Only these households.", zh: "只移交这些户。")),
    ],
    options: [
      Option("role", value: "ROLE", help: Bilingual("Only this role.", zh: "只移交此类责任。")),
      Option(
        "county", value: "PLACE", help: Bilingual("Only in this county.", zh: "只移交该县的户。")),
      Option(
        "township", value: "PLACE", help: Bilingual("Only in this township.", zh: "只移交该乡镇的户。")),
      Option(
        "village", value: "PLACE", help: Bilingual("Only in this village.", zh: "只移交该村的户。")),
      .yes,
    ] + Option.daily,
    examples: [
      "sixpoint handover S433123-0014 S433123-0012 --role contact --on 2011-12-01 --yes --dry-run"
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let (fromText, toText) = try console.worded { () throws(UsageFailure) in
      (try arguments.requiredPositional("FROM"), try arguments.requiredPositional("TO"))
    }
    let roleText = arguments.value("role")
    let role: Role? =
      if let roleText { try console.coded(roleText, "--role", arguments) } else { nil }
    let handIn = try HandIn(arguments, console)
    let (from, to) = (try handIn.official(fromText), try handIn.official(toText))
    let (giver, taker) = (console.shown(from.number), console.shown(to.number))
    guard from.number != to.number else {
      throw Problem(
        "same_staff",
        console.say("\(giver) cannot hand over to himself; name another", "移交人与接手人相同：\(giver)"))
    }
    let held = try held(by: from.number, to.number, role, arguments, handIn)
    let households = Set(held.map(\.householdNo)).count
    if households > widest {
      try handIn.confirm(
        console.say(
          "\(households) households go from \(giver) to \(taker)",
          "将有 \(households) 户由 \(giver) 移交给 \(taker)"), arguments)
    }
    let rows = held.flatMap { Self.rows($0, to: to.number, on: handIn.day) }
    let receipt = try handIn.take(
      CellsSubmission(command: "handover", .assignments, rows: rows, completesStanding: true))
    try DailyReceipt(
      receipt, handIn,
      sentence: console.say(
        "\(console.count(held.count, "responsibility", "responsibilities", "")) of \(console.count(households, "household", "households", "")) go from \(giver) to \(taker) on \(handIn.day)",
        "\(households) 户的 \(held.count) 项责任于 \(handIn.day) 由 \(giver) 移交给 \(taker)")
    ) { json in
      json.member("from", giver)
      json.member("to", taker)
      json.member("responsibilities", held.count)
      json.member("households", households)
    }.print(arguments)
    return .done
  }

  /// From so many households on it is a wide act.
  private static let widest = 100

  /// What runs on the day is cut and goes on with the other; what begins then or later becomes the other's.
  private static func rows(_ held: HeldRole, to staff: String, on day: CalendarDate) -> [RowCells] {
    let key: RowCells = [("household_no", held.householdNo), ("role", held.role.name)]
    let isCut = held.since < day.dayNumber
    let since = isCut ? day : CalendarDate(dayNumber: held.since)
    let taken: RowCells =
      key + [
        ("since", since.description), ("staff_no", staff), ("until", written(held.until) ?? ""),
      ]
    guard isCut else { return [taken] }
    let cut: RowCells =
      key + [
        ("since", CalendarDate(dayNumber: held.since).description), ("staff_no", held.staffNo),
        ("until", day.description),
      ]
    return [cut, taken]
  }

  private static func held(
    by from: String, _ to: String, _ role: Role?, _ arguments: ParsedArguments, _ handIn: HandIn
  ) throws(Problem) -> [HeldRole] {
    let console = handIn.console
    let place = try place(arguments, handIn)
    let listed = arguments.numbers("HOUSEHOLD")
    if place != nil, !listed.isEmpty {
      throw arguments.failure(.conflictingOptions("HOUSEHOLD", "--county, --township, --village"))
        .problem(in: console.language)
    }
    var held = try console.worded { () throws(QueryFailure) in
      try handIn.register.roles(heldBy: from, from: handIn.day.dayNumber, role, in: place)
    }
    if !listed.isEmpty {
      let numbers = Set(held.map(\.householdNo))
      for household in listed where !numbers.contains(household) {
        throw try nothingHeld(household, from, to, role, handIn)
      }
      held.removeAll { !listed.contains($0.householdNo) }
    }
    guard !held.isEmpty else {
      throw Problem(
        "nothing_to_hand_over",
        console.say(
          "\(console.shown(from)) answers for no such household on \(handIn.day)",
          "\(console.shown(from)) 在 \(handIn.day) 没有可移交的户"))
    }
    return held
  }

  /// Why there is nothing of a household to hand over.
  private static func nothingHeld(
    _ household: String, _ from: String, _ to: String, _ role: Role?, _ handIn: HandIn
  ) throws(Problem) -> Problem {
    let console = handIn.console
    _ = try handIn.register.requiredHousehold(household, console)
    let own = try console.worded { () throws(QueryFailure) in
      try handIn.register.roles(heldBy: to, from: handIn.day.dayNumber, role)
    }
    let number = console.shown(household)
    if let other = own.first(where: { $0.householdNo == household }) {
      return Problem(
        "receiver_holds",
        console.say(
          "\(console.shown(to)) holds the role \(other.role.name) of household \(number) already, since \(written(other.since) ?? "the beginning")",
          "户 \(number) 的\(other.role.chinese)已由 \(console.shown(to)) 承担（自 \(written(other.since) ?? "从前")）"
        ))
    }
    return Problem(
      "nothing_to_hand_over",
      console.say(
        "\(console.shown(from)) does not answer for household \(number) on \(handIn.day)",
        "\(console.shown(from)) 在 \(handIn.day) 不承担户 \(number) 的责任"))
  }

  private static func place(
    _ arguments: ParsedArguments, _ handIn: HandIn
  ) throws(Problem) -> RegionCode? {
    let given = [("county", RegionLevel.county), ("township", .township), ("village", .village)]
      .filter { arguments.value($0.0) != nil }
    guard let (option, level) = given.first, let text = arguments.value(option) else { return nil }
    guard given.count == 1 else {
      throw arguments.failure(.conflictingOptions("--" + given[0].0, "--" + given[1].0)).problem(
        in: handIn.console.language)
    }
    return try handIn.console.place(called: text, level, of: handIn.register)
  }
}
