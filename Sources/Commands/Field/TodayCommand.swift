import Arguments
import Domain
import Register
import Reports

enum TodayCommand: Command {
  static let path = ["today"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "An officer's day: what was logged, what is due, whom to visit.",
      zh: "责任人的一天：已记录、到期事项、待走访的户。"),
    discussion: Bilingual(
      """
      Without --staff it is the officer's own day. An officer who is no official of the register sees what is \
      due in the whole office. The visits are those of the month so far.
      """,
      zh: "不写 --staff 时为经办人自己。经办人不是登记库中的责任人时，列出全单位的到期事项。走访按当月至今计算。"),
    options: [
      Option(
        "staff", value: "NO",
        help: Bilingual("Whose day: a staff number or name.", zh: "责任人编号或姓名。")),
      .on, .officer, .json, .output, .force,
    ] + Option.reading,
    examples: [
      "sixpoint today --staff S433123-0001", "sixpoint today --staff S433123-0001 --on 2011-06-30",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let card = try console.asking(register) { () throws(Problem) in
      let day = try console.dayAsked(arguments, of: register)
      let official = try Self.official(arguments, of: register, console)
      return try Self.card(of: official, on: day, register, console)
    }
    try console.print(
      arguments, text: { card.text(in: console.language.ofReports, within: $0) },
      json: { card.json() })
    return .done
  }

  /// The one that `--staff` names, else the officer where he is one official.
  private static func official(
    _ arguments: ParsedArguments, of register: Register, _ console: Console
  ) throws(Problem) -> Official? {
    if let stated = try console.official(arguments, of: register) { return stated }
    guard let officer = console.environment.officer(option: arguments.value("officer")) else {
      return nil
    }
    return try console.worded { () throws(QueryFailure) in
      try register.onlyOfficial(called: officer)
    }
  }

  private static func card(
    of official: Official?, on day: CalendarDate, _ register: Register, _ console: Console
  ) throws(Problem) -> DayCard {
    var card = DayCard(
      asOf: day.description, month: day.yearMonth.description,
      known: try register.lastKnown(console))
    card.staffNo = official.map { PersonalNumbers.masked($0.number, in: .numbers) }
    card.name = PersonalNumbers.masked(official?.name)
    return try console.worded { () throws(QueryFailure) in
      var card = card
      let tree = try register.regionsKnown(Known(entry: .max), on: day.dayNumber)
      card.due = try register.due(on: day.dayNumber, staff: official?.identity)
        .map { DueRow($0, tree, console) }
      guard let official else { return card }
      card.logged = try register.progress(ofStaff: official.identity, on: day.dayNumber)
        .map { HouseholdCard.progress($0, reveals: false) }
      var visits = VisitQuery(since: day.yearMonth.firstDay.dayNumber, through: day.dayNumber)
      visits.staff = official.identity
      card.unvisited = try register.unvisited(visits).map { UnvisitedRow($0, tree, console) }
      return card
    }
  }
}
