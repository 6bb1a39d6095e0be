import Arguments
import Domain
import Intake
import Sheets

/// Asks who is to answer for which household.
enum AssignForm {
  /// The arguments with what was asked for; as they are where nothing is lacking, or nobody can be asked.
  static func filled(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ParsedArguments {
    let hasHouseholds =
      !arguments.positionals("HOUSEHOLD").isEmpty || arguments.value("village") != nil
      || arguments.value("project") != nil
    guard
      arguments.positional("ROLE") == nil || arguments.positional("STAFF") == nil
        || !hasHouseholds, Form.isWanted(arguments, console)
    else { return arguments }
    // A role that is none is told before anything is asked.
    if let role = arguments.positional("ROLE") {
      _ = try console.coded(role, "ROLE", arguments, Role.self)
    }
    var form = Form(arguments, try HandIn(arguments, console, corrects: false)) {
      (arguments, handIn) throws(Problem) in
      guard arguments.positional("ROLE") != nil, arguments.positional("STAFF") != nil,
        arguments.positional("HOUSEHOLD") != nil || arguments.value("village") != nil
          || arguments.value("project") != nil
      else { return nil }
      return try AssignCommand.Act(arguments, handIn).submission
    }
    try form.ask(form.codedField(.positional("ROLE"), ("role", "责任"), Role.self, in: .roles))
    try form.ask(try form.staffField(.positional("STAFF"), ("official", "责任人")))
    if !hasHouseholds { try form.ask(try form.householdField()) }
    try form.ask(form.dayField(.option("since"), ("first day", "开始日期"), column: nil))
    try form.ask(
      form.optionalDayField("until", ("first day no longer", "终止日期"), column: "until"))
    return try form.confirm()
  }
}
