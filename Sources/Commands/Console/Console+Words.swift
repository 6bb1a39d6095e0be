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

  /// A value of a closed list that an option or an argument names, in either language.
  func coded<Value: CodedValue>(
    _ text: String, _ argument: String, _ arguments: ParsedArguments,
    _: Value.Type = Value.self, beside more: [String] = []
  ) throws(Problem) -> Value {
    if let value = Value.read(text) { return value }
    let allowed = Value.names + more
    throw arguments.failure(
      .unknownValue(
        text, of: argument, nearest: CodeSuggestion.nearest(to: text, among: allowed),
        allowed: allowed)
    ).problem(in: language)
  }
}
