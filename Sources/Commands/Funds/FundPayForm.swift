import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

/// Asks for what a payment lacks. No household is ever proposed, only found by what was typed.
enum FundPayForm {
  /// The arguments with what was asked for; as they are where nothing is lacking, or nobody can be asked.
  static func filled(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ParsedArguments {
    let isWhole =
      (arguments.positional("HOUSEHOLD") != nil || arguments.value("payee") != nil)
      && ["project", "batch", "amount", "voucher"].allSatisfy { arguments.value($0) != nil }
    guard !isWhole, Form.isWanted(arguments, console) else { return arguments }
    var form = Form(arguments, try HandIn(arguments, console)) {
      (arguments, handIn) throws(Problem) in
      var cells = FundPayCommand.cells(arguments, on: handIn.day)
      // A row without its key is not judged any further.
      if arguments.value("voucher") == nil { cells.set("voucher_no", "sixpoint") }
      return CellsSubmission(command: "fund pay", .payments, rows: [cells])
    }
    if arguments.value("payee") == nil { try form.ask(try form.householdField(proposes: false)) }
    try form.ask(form.dayField(.option("on"), ("day", "日期"), column: "paid_on"))
    try requireMoney(form)
    try askRung(&form)
    try askAmount(&form)
    try form.ask(
      form.field("voucher", ("voucher", "凭证号"), column: "voucher_no", isRequired: true))
    return try form.confirm()
  }

  /// Throws where a household has no money by the day, so that nobody answers all the rest first.
  private static func requireMoney(_ form: Form) throws(Problem) {
    guard let household = form.arguments.positional("HOUSEHOLD") else { return }
    var filter = RungFilter()
    filter.household = KeyFolding.fold(household)
    guard try sums(of: filter, form).allSatisfy({ $0.rung != .household || $0.balanceFen <= 0 })
    else { return }
    let (console, day) = (form.console, form.handIn.day)
    let number = console.shown(household)
    throw Problem(
      "ladder",
      console.say(
        "household \(number) holds no money on \(day); “fund allocate” gives it some, or name another day",
        "户 \(number) 在 \(day) 没有可拨付的资金；请先用 fund allocate 安排，或改写日期"))
  }

  /// From which money: chosen among what is held for the household, or by the project for a payee.
  private static func askRung(_ form: inout Form) throws(Problem) {
    let console = form.console
    let isOfPayee = form.arguments.positional("HOUSEHOLD") == nil
    if isOfPayee { try askProject(&form) }
    let held = try due(among: try held(form), form)
    let batch = form.arguments.value("batch")
    let hasSeveral = form.arguments.value("source") == nil && held.count > 1
    if !held.isEmpty, batch == nil || hasSeveral {
      let choices = held.enumerated().map { place, sum in
        FormField.Choice(
          value: String(place),
          words: "\(sum.project.map { console.shown($0) + " " } ?? "")\(sum.batch) "
            + word(sum.source, console) + " "
            + Money(fen: sum.balanceFen).grouped + console.say(" yuan", " 元"))
      }
      let place = try form.choose(("money of", "所用资金"), among: choices)
      let sum = held[place]
      if let project = sum.project, form.arguments.value("project") == nil {
        form.set("project", ("project", "项目"), project)
      } else if !isOfPayee {
        try askProject(&form)
      }
      if batch == nil {
        form.set("batch", ("batch", "批次"), sum.batch)
      } else {
        try askBatch(&form)
      }
      if form.arguments.value("source") == nil { setSource(sum.source, &form) }
      return
    }
    if !isOfPayee { try askProject(&form) }
    try askBatch(&form)
    guard form.arguments.value("source") == nil else { return }
    if held.count == 1, let only = held.first,
      only.project == form.arguments.value("project").map(KeyFolding.fold),
      only.batch == form.arguments.value("batch").map(KeyFolding.fold)
    {
      setSource(only.source, &form)
    } else {
      try askSource(&form)
    }
  }

  /// Of a batch that has come from several sources by the day, which of them.
  private static func askSource(_ form: inout Form) throws(Problem) {
    var filter = RungFilter()
    filter.batch = form.arguments.value("batch").map(KeyFolding.fold)
    let names = Set(try sums(of: filter, form).map(\.source.name))
    guard names.count > 1 else { return }
    var source = form.codedField(
      .option("source"), ("source", "资金来源"), FundSource.self, in: .sources)
    source.column = "source"
    source.choices = source.choices.filter { names.contains($0.value) }
    try form.ask(source)
  }

  private static func askProject(_ form: inout Form) throws(Problem) {
    try form.ask(
      form.field("project", ("project", "项目"), column: "project_no", isRequired: true))
  }

  private static func askBatch(_ form: inout Form) throws(Problem) {
    try form.ask(form.field("batch", ("batch", "批次"), column: "batch_no", isRequired: true))
  }

  private static func setSource(_ source: FundSource, _ form: inout Form) {
    form.set(
      "source", ("source", "资金来源"), source.name, shown: word(source, form.console))
  }

  private static func word(_ source: FundSource, _ console: Console) -> String {
    Vocabulary.sources.word(for: source.name, in: console.language.ofReports)
  }

  /// Of money of several sources, where one alone has an instalment due, that.
  private static func due(among held: [RungSum], _ form: Form) throws(Problem) -> [RungSum] {
    let isAsked = form.arguments.value("amount") == nil
    guard held.count > 1, isAsked, form.arguments.value("project") != nil,
      form.arguments.value("batch") != nil
    else { return held }
    let due = try instalments(form).filter { $0.fen > 0 }
    guard due.count == 1, let only = due.first else { return held }
    return held.filter { $0.source == only.source }
  }

  private static func instalments(_ form: Form) throws(Problem) -> [FundAct.Due] {
    let household = form.arguments.positional("HOUSEHOLD").map(KeyFolding.fold)
    return try FundAct(form.handIn, form.arguments).instalments(for: household)
  }

  /// What can be paid on the day, of the project, batch and source that were named, where any were.
  private static func held(_ form: Form) throws(Problem) -> [RungSum] {
    var filter = RungFilter()
    filter.household = form.arguments.positional("HOUSEHOLD").map(KeyFolding.fold)
    filter.project = form.arguments.value("project").map(KeyFolding.fold)
    filter.tellsProjects = true
    filter.tellsHouseholds = filter.household != nil
    filter.batch = form.arguments.value("batch").map(KeyFolding.fold)
    let rung: Rung = filter.household == nil ? .project : .household
    let source = form.arguments.value("source").flatMap { FundSource.read($0) }
    return try sums(of: filter, form).filter {
      $0.rung == rung && $0.balanceFen > 0 && (source == nil || $0.source == source)
    }
  }

  /// What stands on rungs on the day.
  private static func sums(of filter: RungFilter, _ form: Form) throws(Problem) -> [RungSum] {
    try form.console.worded { () throws(QueryFailure) in
      try form.register.rungSums(on: form.handIn.day.dayNumber, filter)
    }
  }

  /// The instalment that is due is what an empty answer means, where one is and the project has agreed on any.
  private static func askAmount(_ form: inout Form) throws(Problem) {
    var amount = form.field(
      "amount", ("amount", "金额"), hint: ("yuan", "元"), column: "amount", isRequired: true)
    let due = form.arguments.value("amount") == nil ? try instalments(form) : []
    for due in due { form.console.diagnostics.bareLine("  " + due.words) }
    if due.count == 1, let only = due.first, only.fen > 0 {
      amount.standard = Money(fen: only.fen).description
      amount.hint = nil
    }
    let console = form.console
    amount.shown = { text in
      let money: Money? = try? CellText.reading(text) { (cell) throws(CellFault) in
        try Money.read(cell, headerUnit: nil)
      }
      guard let money else { return PersonalNumbers.masked(text) }
      return money.grouped + console.say(" yuan", " 元")
    }
    try form.ask(amount)
  }
}
