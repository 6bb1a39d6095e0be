import Arguments
import Domain
import Register

extension Console {
  /// The cell of a day that an option gives; `(clear)` stays as it is. Nil where the option was not given.
  func dayCell(
    _ arguments: ParsedArguments, _ option: String, _ column: String
  ) throws(Problem) -> RowCells {
    guard let text = arguments.value(option) else { return [] }
    if ["(clear)", "清空"].contains(text) { return [(column, text)] }
    guard let day = try day(arguments, option) else { return [] }
    return [(column, day.description)]
  }

  /// The cell of a place that an option gives by code or by name; `(clear)` stays as it is.
  func placeCell(
    _ arguments: ParsedArguments, _ option: String, _ level: RegionLevel, _ column: String,
    of register: Register
  ) throws(Problem) -> RowCells {
    guard let text = arguments.value(option) else { return [] }
    if ["(clear)", "清空"].contains(text) { return [(column, text)] }
    return [(column, try place(called: text, level, of: register).description)]
  }

  /// The one place of a level that a code or a name means.
  func place(
    called text: String, _ level: RegionLevel, of register: Register
  ) throws(Problem) -> RegionCode {
    try region(text, levels: level...level, of: register).code
  }

  /// A value of a closed list that an argument names in either language.
  func coded<Value: CodedValue>(
    _ text: String, _ argument: String, _ arguments: ParsedArguments, _: Value.Type = Value.self
  ) throws(Problem) -> Value {
    if let value = Value.read(text) { return value }
    let names = Value.names
    throw arguments.failure(
      .unknownValue(
        text, of: argument, nearest: CodeSuggestion.nearest(to: text, among: names), allowed: names)
    ).problem(in: language)
  }

  /// A number that names something, as messages show it.
  func shown(_ number: String) -> String {
    PersonalNumbers.masked(KeyFolding.fold(number), in: .numbers)
  }

  /// So many of a thing: `1 household`, `3 households`.
  func count(_ number: Int, _ one: String, _ several: String, _ chinese: String) -> String {
    say("\(number) \(number == 1 ? one : several)", "\(number) \(chinese)")
  }
}

extension HandIn {
  /// What comes before, for wide acts: on a terminal the question, elsewhere `--yes`.
  func confirm(_ act: String, _ arguments: ParsedArguments) throws(Problem) {
    guard !options.isCheck, !arguments.flag("yes") else { return }
    guard console.questions.canAsk else {
      throw Problem(
        "not_confirmed",
        act
          + console.say(
            "; say --yes to do it, or --dry-run to see what it changes",
            "；请加 --yes 执行，或用 --dry-run 查看将有何变化"))
    }
    guard console.questions.confirms(act) else {
      throw Problem("not_confirmed", console.say("nothing was done", "未作任何改动"))
    }
  }
}
