import Arguments
import Domain
import Register
import Reports

enum CloseCommand: Command {
  static let path = ["close"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Close a month: its report stays as it is.", zh: "月结：固定当月月报。"),
    discussion: Bilingual(
      """
      Everything that the month's pages print is kept: figures by village, township, county, prefecture, area and \
      class, quotas, names of places, money on the rungs, counts of exceptions, who sent which sheets. Months are \
      closed in order, from January of the register's first year, and only when they are over. Later entries may \
      still touch the month; its report then shows what was reported and what is known now. A close cannot be \
      undone. A terminal asks first, unless --yes is given.
      """,
      zh: """
        当月报表所印的内容全部留存：按村、乡镇、县、市州、片区、户属性的各项数字，任务数，地名，各级资金，\
        例外事项数，各县报送情况。自登记库首年1月起按月依次月结，当月结束后方可月结。月结后仍可录入涉及该月的内容，\
        报表同时给出上报数和现知数。月结不能撤销。在终端上先询问，写 --yes 则不询问。
        """),
    arguments: [
      Positional(
        "MONTH", .one, help: Bilingual("The month, such as 2011-06.", zh: "月份，如 2011-06。"))
    ],
    options: [.dryRun, .yes, .json] + Option.writing,
    examples: [
      "sixpoint close 2011-01 --dry-run", "sixpoint close 2011-01 --reason \"report of January\"",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let text = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("MONTH")
    }
    let month: YearMonth
    do throws(CellFault) { month = try CellText.reading(text, YearMonth.read) } catch {
      throw arguments.failure(.malformedValue(text, of: "MONTH", example: "2011-06"))
        .problem(in: console.language)
    }
    let reason = try console.reason(arguments)
    let isTrial = arguments.flag("dry-run")
    let register = try console.openRegister(arguments, writing: true)
    let author = try console.author(arguments, of: register)
    let today = try console.today()
    func close(isTrial: Bool) throws(Problem) -> CloseOutcome {
      try console.worded { () throws(RegisterFault) in
        try console.working(on: register) { () throws(RegisterFault) in
          try register.close(month, today: today, reason: reason, by: author, isTrial: isTrial)
        }
      }
    }
    let asks = !isTrial && !arguments.flag("yes") && console.questions.canAsk
    if asks {
      // What is wrong with the month, and what it would say, comes before the question.
      let trial = CloseReceipt(try close(isTrial: true), console)
      if !arguments.flag("json") {
        for warning in trial.warnings { console.diagnostics.warn(warning.message) }
        for line in trial.lines.dropFirst() { console.diagnostics.line(line) }
      }
      try console.confirm(
        console.say("Close \(month)? It cannot be undone.", "月结 \(month)？月结不能撤销。"))
    }
    let told = CloseReceipt(try close(isTrial: isTrial), console)
    if arguments.flag("json") {
      try console.print(bytes: told.json())
    } else {
      if !asks {
        for warning in told.warnings { console.diagnostics.warn(warning.message) }
      }
      try console.print(told.lines)
    }
    return .done
  }
}
