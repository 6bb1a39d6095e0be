import Arguments
import Domain
import Register

extension FundAct {
  /// The instalment that is due to a household, in fen and in words; nil where the project has agreed on none.
  func instalment(for household: String) throws(Problem) -> (fen: Int64, words: String)? {
    try instalmentState(of: household).map { ($0.dueFen, words(of: $0, household)) }
  }

  /// Off a terminal a command that lacks its amount prints the instalment that is due, and ends as one.
  func lackingAmount(for household: String) throws(Problem) -> Problem {
    let lacking = arguments.failure(.missingOption("--amount")).problem(in: console.language)
    guard let due = try instalment(for: household) else { return lacking }
    guard arguments.flag("json") else {
      try console.print([due.words])
      return lacking
    }
    return Problem(
      lacking.rule, lacking.message + console.say("; ", "；") + due.words, status: lacking.status)
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
