import Arguments
import Domain

extension Console {
  /// The value of a closed list that an option names, in either language; nil where it was not given.
  func coded<Value: CodedValue>(
    _ arguments: ParsedArguments, _ option: String, _ type: Value.Type = Value.self,
    beside more: [String] = []
  ) throws(Problem) -> Value? {
    guard let text = arguments.value(option) else { return nil }
    return try coded(text, "--" + option, arguments, type, beside: more)
  }

  /// The unit that `--unit` names: one of the list, or any word behind `other:`; `(clear)` and an empty one as
  /// they are.
  func unit(_ arguments: ParsedArguments) throws(Problem) -> String? {
    guard let text = arguments.value("unit") else { return nil }
    let bytes = Array(text.utf8)
    if CellText.isEmpty(bytes.span) || CellText.isClearWord(bytes.span) { return text }
    if let unit = Self.unit(said: text) { return unit }
    let near = Self.units(near: text)
    let isOther = ["other", "其他"].contains { text.lowercased().hasPrefix($0) }
    let anyOther = say("other:WORD", "其他:单位")
    let units = language == .chinese ? MeasureUnit.allCases.map(\.chinese) : MeasureUnit.names
    throw arguments.failure(
      .unknownValue(
        text, of: "--unit",
        nearest: isOther ? [anyOther] : near + [say("other:\(text)", "其他:\(text)")],
        allowed: units + [anyOther])
    ).problem(in: language)
  }

  /// The arguments where `--quantity` holds the unit too, `12头` or `12 head`, with each at its own option. A word
  /// that is no unit stays behind its number, so that the quantity is refused.
  ///
  /// - Throws: where `--unit` says another unit.
  func partingUnit(_ arguments: ParsedArguments) throws(Problem) -> ParsedArguments {
    guard let text = arguments.value("quantity"),
      let amount = LogAmount(text.withoutBlanksAround)
    else { return arguments }
    let word = amount.tail.withoutBlanksAround
    guard !word.isEmpty, let said = Self.unit(said: word) else { return arguments }
    if let other = try unit(arguments), !other.withoutBlanksAround.isEmpty, other != said {
      throw arguments.failure(
        .conflictingOptions(
          "--quantity \(text)", "--unit \(arguments.value("unit") ?? other)")
      ).problem(in: language)
    }
    return arguments.adding(option: "quantity", amount.digits).adding(option: "unit", word)
  }

  /// The unit that a word says: one of the list, or any word behind `other:`; nil of any other word.
  static func unit(said text: String) -> String? { otherUnit(text) ?? MeasureUnit.stored(text) }

  /// The units, in either language, that a word was probably meant for.
  static func units(near text: String) -> [String] {
    CodeSuggestion.nearest(
      to: text, among: MeasureUnit.names + MeasureUnit.allCases.map(\.chinese))
  }

  /// The word behind `other:` or `其他：`; nil where there is none.
  private static func otherUnit(_ text: String) -> String? {
    for mark in ["other:", "other：", "其他:", "其他："] where text.lowercased().hasPrefix(mark) {
      let word = String(text.dropFirst(mark.count)).withoutBlanksAround
      return word.isEmpty ? nil : word
    }
    return nil
  }

  /// A value of a closed list that an option or an argument names, in either language.
  func coded<Value: CodedValue>(
    _ text: String, _ argument: String, _ arguments: ParsedArguments,
    _: Value.Type = Value.self, beside more: [String] = []
  ) throws(Problem) -> Value {
    if let value = Value.read(text) { return value }
    let chinese = language == .chinese ? Value.allCases.map(\.chinese) : []
    let allowed = (chinese.isEmpty ? Value.names : chinese) + more
    throw arguments.failure(
      .unknownValue(
        text, of: argument,
        nearest: CodeSuggestion.nearest(to: text, among: Value.names + chinese + more),
        allowed: allowed)
    ).problem(in: language)
  }
}
