import Arguments
import Domain
import Register

extension FundAct {
  /// One source's instalment that a payment could be, in fen and in words.
  struct Due {
    let source: FundSource
    let fen: Int64
    let words: String
  }

  /// The instalments that are due to a household, or to payees out of a project's own money: of the source that
  /// is named, else of each that has something due, and of all where none has. Empty where the project has
  /// agreed on none.
  ///
  /// - Parameter household: who is paid; nil: payees.
  func instalments(for household: String?) throws(Problem) -> [Due] {
    let states = try instalmentStates(of: household)
    let due = states.filter { $0.dueFen > 0 }
    return (due.isEmpty ? states : due).map { state in
      Due(
        source: state.source, fen: state.dueFen,
        words: words(of: state, household, tellsSource: states.count > 1))
    }
  }

  /// Off a terminal a command that lacks its amount prints the instalments that are due, and ends as one.
  func lackingAmount(for household: String?) throws(Problem) -> Problem {
    let lacking = arguments.failure(.missingOption("--amount")).problem(in: console.language)
    let due = try instalments(for: household).map(\.words)
    guard !due.isEmpty else { return lacking }
    guard arguments.flag("json") else {
      try console.print(due)
      return lacking
    }
    let semicolon = console.say("; ", "；")
    return Problem(
      lacking.rule, ([lacking.message] + due).joined(separator: semicolon), status: lacking.status)
  }

  private func instalmentStates(of household: String?) throws(Problem) -> [InstalmentState] {
    let project = KeyFolding.fold(arguments.value("project") ?? "")
    let batch = KeyFolding.fold(arguments.value("batch") ?? "")
    let source = arguments.value("source").flatMap { FundSource.read($0) }
    return try console.asking(handIn.register) { () throws(Problem) in
      try console.worded { () throws(QueryFailure) in
        try handIn.register.instalments(
          ofHousehold: household, project: project, batch: batch, source: source,
          on: handIn.day.dayNumber)
      }
    }
  }

  /// `household H1 is due 120.00 yuan on 2011-04-10: instalments 40/50/10 of 300.00, 40 % by now, 0.00 paid`.
  private func words(
    of state: InstalmentState, _ household: String?, tellsSource: Bool
  ) -> String {
    let percent = state.instalments.percent(by: state.stage)
    let (due, whole, paid) = (
      Money(fen: state.dueFen).description, Money(fen: state.allocatedFen).description,
      Money(fen: state.paidFen).description
    )
    let who =
      household.map { console.say("household \(console.shown($0)) is", "户 \(console.shown($0)) ") }
      ?? console.say("payees are", "收款人")
    let source = console.say(state.source.name, state.source.chinese)
    let (ofSource, inChinese) = tellsSource ? (" of \(source)", "\(source)资金") : ("", "")
    return console.say(
      "\(who) due \(due) yuan\(ofSource) on \(handIn.day): instalments \(state.instalments) of \(whole), \(percent) % by now, \(paid) paid",
      "\(who)截至 \(handIn.day) \(inChinese)应付 \(due) 元：分期 \(state.instalments)，共 \(whole) 元，现可付 \(percent)%，已付 \(paid) 元"
    )
  }
}
