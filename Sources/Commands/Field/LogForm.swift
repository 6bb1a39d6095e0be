import Arguments
import Domain
import Intake
import Register

/// Asks for what a line from the field lacks.
enum LogForm {
  /// What is counted or measured; of a visit or a finding nobody asks how many.
  private static let counted: Set<ProgressKind> = [.delivery, .training, .construction, .sale]

  /// The arguments with what was asked for; as they are where nothing is lacking, or nobody can be asked.
  static func filled(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ParsedArguments {
    let (subject, kind) = (arguments.positional("HOUSEHOLD"), arguments.positional("KIND"))
    guard subject == nil || kind == nil, Form.isWanted(arguments, console) else {
      return arguments
    }
    let handIn = try HandIn(arguments, console, corrects: false, tellsEffect: false)
    var form = Form(arguments, handIn) { (arguments, handIn) throws(Problem) in
      guard let subject = arguments.positional("HOUSEHOLD"),
        let kind = arguments.positional("KIND").flatMap({ ProgressKind.read($0) })
      else { return nil }
      return try LogCommand.note(KeyFolding.fold(subject), kind, arguments, handIn).submission
    }
    try form.ask(try form.householdField(takesProjects: true, column: nil))
    try form.ask(
      form.codedField(.positional("KIND"), ("kind", "类别"), ProgressKind.self, in: .progressKinds))
    try form.ask(try form.staffField(.option("staff"), ("who saw it", "记录人")))
    try form.ask(form.dayField(.option("on"), ("day", "日期"), column: "logged_on"))
    let logged = form.arguments.positional("KIND").flatMap { ProgressKind.read($0) }
    if let logged, counted.contains(logged) {
      try form.ask(
        form.field(
          "quantity", ("quantity", "数量"), hint: ("12.5, or 12 head", "如 12.5，或 12头"),
          column: "quantity"))
      let said = try console.partingUnit(form.arguments)
      if said.value("quantity") != nil, said.value("unit") == nil {
        try form.ask(
          form.field("unit", ("unit", "单位"), hint: ("head, mu, km", "头、亩、公里"), column: "unit"))
      }
    }
    if logged == .construction {
      try form.ask(
        form.field(
          "percent", ("percent done", "完成百分比"), hint: ("0 to 100", "0 至 100"), column: "percent"))
    }
    try form.ask(form.field("note", ("note", "说明"), column: "note"))
    return try form.confirm()
  }
}
