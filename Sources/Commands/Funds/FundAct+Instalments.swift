import Arguments
import Domain
import Register

extension FundAct {
  /// The amount of the instalment that is due to a household, where the project has agreed on instalments and a
  /// person on a terminal says yes to it.
  ///
  /// Off a terminal the instalment is printed, and the command ends as one that lacks its amount.
  func proposedAmount(for household: String) throws(Problem) -> String {
    let state = try instalmentState(of: household)
    let missing = arguments.failure(.missingOption("--amount")).problem(in: console.language)
    guard let state else { throw missing }
    let line = words(of: state, household)
    guard console.questions.canAsk, !arguments.flag("json") else {
      try console.print([line])
      throw missing
    }
    guard state.dueFen > 0 else {
      throw Problem("nothing_due", line)
    }
    let question = line + console.say("; pay it?", "；是否拨付？")
    guard console.questions.confirms(question) else { throw missing }
    return Money(fen: state.dueFen).description
  }

  private func instalmentState(of household: String) throws(Problem) -> InstalmentState? {
    let project = KeyFolding.fold(arguments.value("project") ?? "")
    let batch = KeyFolding.fold(arguments.value("batch") ?? "")
    let source = arguments.value("source").flatMap { FundSource.read($0) }
    return try console.asking(handIn.register) { () throws(Problem) in
      try console.worded { () throws(QueryFailure) in
        guard
          let rung = try handIn.register.householdRung(
            household: household, project: project, batch: batch, source: source)
        else { return nil }
        return try handIn.register.instalments(ofRung: rung, on: handIn.day.dayNumber)
      }
    }
  }

  /// `household H1 is due 120.00 yuan: 40/50/10 of 300.00, 40 % by now, 0.00 paid`.
  private func words(of state: InstalmentState, _ household: String) -> String {
    let percent = state.instalments.percent(by: state.stage)
    let (due, whole, paid) = (
      Money(fen: state.dueFen).description, Money(fen: state.allocatedFen).description,
      Money(fen: state.paidFen).description
    )
    return console.say(
      "household \(console.shown(household)) is due \(due) yuan on \(handIn.day): instalments \(state.instalments) of \(whole), \(percent) % by now, \(paid) paid",
      "户 \(console.shown(household)) 截至 \(handIn.day) 应付 \(due) 元：分期 \(state.instalments)，共 \(whole) 元，现可付 \(percent)%，已付 \(paid) 元"
    )
  }
}
