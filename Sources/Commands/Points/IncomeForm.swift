import Arguments
import Domain

/// Asks for the income of a household.
enum IncomeForm {
  private static let parts: [(option: String, words: FormField.Words)] = [
    ("wage", ("wages", "工资性收入")), ("business", ("farm and business", "家庭经营性收入")),
    ("transfer", ("transfers", "转移性收入")), ("property", ("property", "财产性收入")),
    ("cost", ("costs, taken off", "支出（扣除）")),
  ]

  /// The arguments with what was asked for; as they are where nothing is lacking, or nobody can be asked.
  static func filled(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ParsedArguments {
    let hasAmount = (parts.map(\.option) + ["total"]).contains { arguments.value($0) != nil }
    guard arguments.positional("HOUSEHOLD") == nil || arguments.value("year") == nil || !hasAmount,
      Form.isWanted(arguments, console)
    else { return arguments }
    let handIn = try HandIn(arguments, console)
    var form = Form(arguments, handIn) { (arguments, _) throws(Problem) in
      guard arguments.positional("HOUSEHOLD") != nil, arguments.value("year") != nil else {
        return nil
      }
      return try IncomeCommand.submission(arguments, console)
    }
    try form.ask(try form.householdField())
    var year = form.field("year", ("year", "年度"), column: "year", isRequired: true)
    year.standard = String(handIn.register.year)
    try form.ask(year)
    if !hasAmount { try askAmounts(&form) }
    return try form.confirm()
  }

  /// By component; who knows none of them is asked for the whole.
  private static func askAmounts(_ form: inout Form) throws(Problem) {
    let yuan: FormField.Words = ("yuan a household and year", "元/户·年")
    for part in parts {
      try form.ask(form.field(part.option, part.words, hint: yuan, column: part.option))
    }
    if parts.contains(where: { form.arguments.value($0.option) != nil }) { return }
    try form.ask(
      form.field("total", ("the whole", "总纯收入"), hint: yuan, column: "total", isRequired: true))
  }
}
