import Arguments
import CSV
import Domain
import Intake
import Register
import Reports
import Sheets

/// A list of households' money for the bank to pay.
enum FundPaylistCommand: Command {
  static let path = ["fund", "paylist"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Draw a list for the bank to pay households from.", zh: "生成银行代发清单。"),
    discussion: Bilingual(
      """
      The list holds what is allocated to households and neither paid nor on a list that the bank has not \
      answered, with the head's name and account. Drawing it is an entry. A household without an account is \
      left out and named, an account of two households is named; --dry-run shows both before. Money that a bank \
      could not pay is on the next list, which names the one that failed. More than a project's instalments \
      allow by the day is warned of. A list that stands is written again, not drawn. Accounts are masked \
      unless --reveal is given, which is recorded; the bank needs them whole. \
      Its answer comes in with the sheet bank_returns.
      """,
      zh: """
        清单列出已安排到户、尚未拨付、也不在银行未反馈清单中的资金，附户主姓名和账号。生成清单记为一张录入单。没有账号的户不列入并逐户提示，\
        两户共用的账号也予提示；--dry-run 可事先查看。银行代发失败的资金列入下一份清单，并注明原清单号。超过项目分期至该日可拨数额的予以警告。已有的清单只重新写出，不再生成。\
        不加 --reveal 时账号予以遮盖；加 --reveal 须写事由并留记录，银行需要完整账号。银行的反馈用 bank_returns 表录入。
        """),
    arguments: [Positional("NO", help: Bilingual("The list's number.", zh: "清单号。"))],
    options: [
      .toCounty("Only projects of this county.", "只限该县的项目。"),
      .project("Only this project.", "只限该项目。"), .batch("Only this batch.", "只限该批次。"),
      .reveal, .encoding, .output, .force,
    ] + Option.daily,
    examples: [
      "sixpoint fund paylist L2011-1 --project P433123-00009 --on 2011-12-30 -o paylist.csv"
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let reveals = try console.reveals(arguments)
    let handIn = try HandIn(arguments, console, corrects: false)
    let act = FundAct(handIn, arguments)
    let number = try arguments.number("NO", console)
    let standing = try console.asking(handIn.register) { () throws(Problem) in
      try console.worded { () throws(QueryFailure) in try handIn.register.payList(number) }
    }
    let list = PayListDrawing(act, number: number)
    let receipt: Receipt? =
      if let standing {
        try list.tellStanding(standing.drawnOn, rows: standing.rows)
      } else { try list.draw() }
    if !handIn.options.isCheck {
      if reveals {
        try console.recordReveal("reveal fund paylist \(number)", arguments, in: handIn.register)
      }
      try list.write()
    }
    if let receipt { try list.tell(receipt) }
    return .done
  }
}

/// Draws one list and writes it.
struct PayListDrawing {
  private let act: FundAct
  private let number: String
  private var console: Console { act.console }
  private var handIn: HandIn { act.handIn }

  init(_ act: FundAct, number: String) {
    self.act = act
    self.number = number
  }

  func draw() throws(Problem) -> Receipt {
    let money = try payable()
    let whole = money.filter { $0.name != nil && $0.account != nil }
    tellMissing(money.filter { $0.name == nil || $0.account == nil }.map(\.household))
    guard !whole.isEmpty else {
      throw Problem(
        "nothing_to_pay",
        console.say(
          "nothing is to pay by this list: no household with an account has money that is neither paid nor on a list",
          "没有可列入本清单的资金：有账号的户均无未拨付且未列入清单的资金"))
    }
    let rows = whole.map { money in
      [
        ("paylist_no", number), ("household_no", money.household), ("name", money.name ?? ""),
        ("account_no", money.account ?? ""), ("amount", Money(fen: money.fen).description),
        ("project_no", money.project), ("batch_no", money.batch), ("source", money.source.name),
        ("drawn_on", handIn.day.description), ("after", money.failedList ?? ""),
      ].map { (column: $0.0, text: $0.1) }
    }
    return try handIn.take(
      CellsSubmission(command: "fund paylist \(console.shown(number))", .payLists, rows: rows))
  }

  private func payable() throws(Problem) -> [PayableMoney] {
    let arguments = act.arguments
    return try console.asking(handIn.register) { () throws(Problem) in
      let county = try console.place(arguments, of: handIn.register)?.code
      return try console.worded { () throws(QueryFailure) in
        try handIn.register.payableMoney(
          on: handIn.day.dayNumber, batch: arguments.value("batch").map(KeyFolding.fold),
          county: county?.level == .county ? county : nil,
          project: arguments.value("project").map(KeyFolding.fold))
      }
    }
  }

  /// Households whose money cannot be on the list, each once.
  private func tellMissing(_ households: [String]) {
    let missing = Set(households).sorted().map { console.shown($0) }
    guard let first = missing.first else { return }
    let list = missing.joined(separator: console.say(", ", "、"))
    console.diagnostics.warn(
      missing.count == 1
        ? console.say(
          "household \(first) has no account in the roster and is left out; give its head's with “sixpoint member correct” and --account",
          "户 \(first) 在花名册中没有户主账号，未列入清单；请用 sixpoint member correct 加 --account 补报户主的一卡通账号")
        : console.say(
          "\(missing.count) households have no account in the roster and are left out: \(list); give their heads' with “sixpoint member correct” and --account",
          "有 \(missing.count) 户在花名册中没有户主账号，未列入清单：\(list)；请用 sixpoint member correct 加 --account 补报户主的一卡通账号"
        ))
  }

  func tellStanding(_ day: DayNumber, rows: Int) throws(Problem) -> Receipt? {
    console.diagnostics.warn(
      console.say(
        "list \(console.shown(number)) was drawn on \(written(day) ?? "") with \(rows) \(rows == 1 ? "row" : "rows"); it is written as it stands, and nothing is drawn",
        "清单 \(console.shown(number)) 已于 \(written(day) ?? "") 生成，共 \(rows) 行；按原样写出，不再生成"))
    return nil
  }

  /// Writes the list as the sheet `pay_lists`.
  func write() throws(Problem) {
    var options = ExportOptions()
    options.form =
      try console.worded { () throws(UsageFailure) in try act.arguments.writtenForm() }
      ?? TextForm()
    options.isChinese = console.language == .chinese
    options.reveals = act.arguments.flag("reveal")
    options.payList = number
    try ExportCommand.write(
      Exporter(.payLists, from: handIn.register, options), act.arguments, on: handIn.register,
      console)
  }

  /// To standard error where the list itself goes to standard output.
  func tell(_ receipt: Receipt) throws(Problem) {
    let sentence = console.say(
      "list \(console.shown(number)) of \(receipt.created) \(receipt.created == 1 ? "row" : "rows")",
      "清单 \(console.shown(number))，共 \(receipt.created) 行")
    let daily = DailyReceipt(receipt, handIn, sentence: sentence)
    if !act.arguments.writesFile, !handIn.options.isCheck {
      for warning in daily.warnings { console.diagnostics.warn(warning) }
      for line in daily.lines { console.diagnostics.line(line) }
    } else {
      try daily.print(act.arguments)
    }
  }
}
