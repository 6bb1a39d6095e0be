import Arguments
import Domain
import Intake
import Sheets

/// Asks for a household's plan.
enum PlanForm {
  /// The arguments with what was asked for; as they are where nothing is lacking, or nobody can be asked.
  static func filled(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ParsedArguments {
    guard
      arguments.positional("HOUSEHOLD") == nil || arguments.value("starts") == nil
        || arguments.value("measures") == nil,
      Form.isWanted(arguments, console)
    else { return arguments }
    var form = Form(arguments, try HandIn(arguments, console, corrects: false)) {
      (arguments, _) throws(Problem) in
      guard let household = arguments.positional("HOUSEHOLD"),
        let starts = try console.day(arguments, "starts")
      else { return nil }
      return CellsSubmission(
        command: "plan", .plans,
        rows: [try PlanCommand.cells(KeyFolding.fold(household), from: starts, arguments, console)])
    }
    try form.ask(try form.householdField())
    try form.ask(form.dayField(.option("starts"), ("first day", "开始日期"), column: "starts_on"))
    try form.ask(
      form.field("measures", ("measures", "帮扶措施"), column: "measures", isRequired: true))
    try form.ask(
      form.field(
        "goal-income", ("goal of income", "目标收入"),
        hint: ("yuan a household and year", "元/户·年"), column: "goal_income"))
    try form.ask(
      form.optionalDayField("ends", ("first day no longer in force", "结束日期"), column: "ended_on"))
    try form.ask(
      form.optionalDayField("exit", ("planned day of leaving", "计划脱贫日期"), column: "exit_on"))
    return try form.confirm()
  }
}
