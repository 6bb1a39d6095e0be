import Arguments
import Domain
import Register
import Reports

enum ShowCommand: Command {
  typealias Kind = NumberedThing

  static let path = ["show"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Show the card of a household, an official, a project or a batch.",
      zh: "显示一户、一位责任人、一个项目或一个批次的卡片。"),
    discussion: Bilingual(
      """
      A household: members, six points, the plan in force and whether its goal of income and the programme's are \
      reached, money, projects, income, progress. An official: households by role, visits of the day's month, \
      whom not yet visited. A project: steps, households, money, postings. A batch: sources, and how far its money has come in each county.

      A number is looked for among households, then staff, projects and batches; --as says which is meant where \
      several bear it. --html prints a household's handbook of two pages. Identity numbers, phones and accounts are masked. --reveal shows them whole, and is \
      recorded as an entry with its officer and reason.
      """,
      zh: """
        户：成员、六到、在执行的规划及规划目标和增收目标是否达到、资金、项目、收入和进展。责任人：各类责任所负责的户、当月走访和尚未走访的户。项目：进度、项目户、资金和公示。批次：资金来源和各县到位情况。

        编号依次在户、责任人、项目、批次中查找；几者同号时用 --as 指明。--html 打印两页的帮扶手册（仅限户）。身份证号、电话和账号予以遮盖；--reveal 完整显示，并以录入单记下经办人和事由。
        """),
    arguments: [
      Positional(
        "HOUSEHOLD",
        help: Bilingual(
          "The number of a household, an official, a project or a batch.",
          zh: "户编号、责任人编号、项目编号或批次编号。"))
    ],
    options: [
      Option(
        "as", value: "KIND", allowed: Kind.allCases.map(\.rawValue),
        help: Bilingual("What the number names.", zh: "编号所指种类。")),
      .on, .reveal, .format(["text", "json", "html"]), .json, .html, .output, .force,
    ] + Option.writing,
    examples: [
      "sixpoint show 4331231042060013",
      "sixpoint show 4331231042060013 --on 2011-06-30 --json",
      "sixpoint show S433123-0001 --on 2011-06-30", "sixpoint show P433123-00001",
      "sixpoint show XJ2011-1 --as batch --json",
      "sixpoint show 4331231042060013 --html -o handbook.html",
      "sixpoint show 4331231042060013 --reveal --reason \"transfer list for the bank\"",
    ])

  /// A card in the forms that it can be printed in.
  private struct Card {
    /// In a language, for a terminal of so many columns; nil for a file or a pipe.
    let text: (ReportLanguage, Int?) -> [UInt8]
    let json: () -> [UInt8]
    /// nil: the card has no page.
    var html: ((Imprint, ReportLanguage) -> [UInt8])?
  }

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try console.worded { () throws(UsageFailure) in
      KeyFolding.fold(try arguments.requiredPositional("HOUSEHOLD"))
    }
    let format = try console.worded { () throws(UsageFailure) in try arguments.format() }
    let kind = arguments.value("as").flatMap { Kind(rawValue: $0) }
    let reveals = try console.reveals(arguments)
    let register = try console.openRegister(arguments, writing: reveals)
    let day = try console.dayAsked(arguments, of: register)
    if reveals {
      // Nothing is recorded of a number that nobody bears.
      let plain = try card(number, kind, on: day, reveals: false, register, console)
      try refuse(plain, as: format, console)
      try console.recordReveal("show \(number) --reveal", arguments, in: register)
    }
    let (card, imprint) = try console.asking(register) { () throws(Problem) -> (Card, Imprint) in
      (
        try Self.card(number, kind, on: day, reveals: reveals, register, console),
        try Imprint(try register.lastKnown(console), register, console)
      )
    }
    try refuse(card, as: format, console)
    let language = console.language.ofReports
    try console.print(
      arguments, readers: reveals ? .ownerOnly : .byMask, text: { card.text(language, $0) },
      json: { card.json() }, html: card.html.map { html in { html(imprint, language) } })
    return .done
  }

  /// Prints the card of a number to the terminal, everything masked.
  static func printCard(
    of number: String, _ kind: Kind, on day: CalendarDate, _ register: Register,
    _ console: Console
  ) throws(Problem) {
    let card = try console.asking(register) { () throws(Problem) in
      try Self.card(number, kind, on: day, reveals: false, register, console)
    }
    let columns = console.columns()
    let text = card.text(console.language.ofReports, columns)
    try console.print(bytes: console.folded(text, within: columns))
  }

  private static func refuse(
    _ card: Card, as format: String, _ console: Console
  ) throws(Problem) {
    if format != "html" || card.html != nil { return }
    throw Problem(
      "no_handbook",
      console.say("only a household has a handbook; leave out --html", "只有户有帮扶手册，请去掉 --html"))
  }

  private static func card(
    _ number: String, _ kind: Kind?, on day: CalendarDate, reveals: Bool, _ register: Register,
    _ console: Console
  ) throws(Problem) -> Card {
    for asked in kind.map({ [$0] }) ?? Kind.allCases {
      if let card = try card(asked, number, on: day, reveals: reveals, register, console) {
        return card
      }
    }
    guard let kind else { throw try Problem.unknownCard(number, in: register, console) }
    throw try Problem.unknown(kind, number, in: register, console)
  }

  /// Nil where nothing of the kind bears the number.
  private static func card(
    _ kind: Kind, _ number: String, on day: CalendarDate, reveals: Bool, _ register: Register,
    _ console: Console
  ) throws(Problem) -> Card? {
    let known = try register.lastKnown(console)
    return try console.worded { () throws(QueryFailure) -> Card? in
      switch kind {
      case .household:
        guard let household = try register.household(numbered: number),
          let file = try register.file(of: household, on: day.dayNumber)
        else { return nil }
        let card = HouseholdCard(file, reveals: reveals, console)
        return Card(
          text: { card.text(in: $0, within: $1) }, json: { card.json() },
          html: { card.handbook(imprint: $0, in: $1) })
      case .staff:
        guard let file = try register.staffFile(number, on: day.dayNumber) else { return nil }
        let card = StaffCard(file, on: day, known, reveals: reveals, console)
        return Card(text: { card.text(in: $0, within: $1) }, json: { card.json() })
      case .project:
        guard let file = try register.projectFile(number, on: day.dayNumber) else { return nil }
        let card = ProjectCard(file, on: day, known, reveals: reveals, console)
        return Card(text: { card.text(in: $0, within: $1) }, json: { card.json() })
      case .batch:
        guard let file = try register.batchFile(number, on: day.dayNumber) else { return nil }
        let card = BatchCard(file, on: day, known, reveals: reveals, console)
        return Card(text: { card.text(in: $0, within: $1) }, json: { card.json() })
      }
    }
  }
}
