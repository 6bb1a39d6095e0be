/// What a command line gave to one command. Asking for a name that the command's definition lacks
/// is a mistake in the program and stops it.
package struct ParsedArguments: Equatable, Sendable {
  package let command: CommandDefinition
  private let options: [Option]
  private let flags: Set<String>
  private var optionValues: [String: [String]]
  private var positionalValues: [String: [String]]

  init(
    command: CommandDefinition, options: [Option], flags: Set<String>,
    optionValues: [String: [String]], positionalValues: [String: [String]]
  ) {
    self.command = command
    self.options = options
    self.flags = flags
    self.optionValues = optionValues
    self.positionalValues = positionalValues
  }

  /// The same with a value more for an option, which counts where only one does.
  package func adding(option name: String, _ value: String) -> ParsedArguments {
    expect(name, takesValue: true)
    var arguments = self
    arguments.optionValues[name, default: []].append(value)
    return arguments
  }

  /// The same with a value more for an argument, which somebody was asked for.
  package func adding(positional name: String, _ value: String) -> ParsedArguments {
    var arguments = self
    arguments.positionalValues[name] = positionals(name) + [value]
    return arguments
  }

  // MARK: Options, by their long name without dashes

  package func flag(_ name: String) -> Bool {
    expect(name, takesValue: false)
    return flags.contains(name)
  }

  /// nil where it was not given.
  package func value(_ name: String) -> String? {
    values(name).last
  }

  /// Every value in the order given.
  package func values(_ name: String) -> [String] {
    expect(name, takesValue: true)
    return optionValues[name] ?? []
  }

  package func requiredValue(_ name: String) throws(UsageFailure) -> String {
    guard let value = value(name) else { throw failure(.missingOption("--" + name)) }
    return value
  }

  /// A decimal number in ASCII digits with an optional sign; nil where it was not given.
  package func integer(
    _ name: String, in range: ClosedRange<Int>
  ) throws(UsageFailure) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw failure(
        .valueOutOfRange(
          text, of: "--" + name, lowest: range.lowerBound, highest: range.upperBound))
    }
    return number
  }

  /// Whether the command takes an option of this name at all.
  package func takes(_ name: String) -> Bool {
    options.contains { $0.long == name }
  }

  // MARK: Arguments, by the name in the definition

  /// nil where an optional one was not given.
  package func positional(_ name: String) -> String? {
    positionals(name).first
  }

  package func positionals(_ name: String) -> [String] {
    precondition(
      command.arguments.contains { $0.name == name }, "\(command.name) defines no argument \(name)")
    return positionalValues[name] ?? []
  }

  package func requiredPositional(_ name: String) throws(UsageFailure) -> String {
    guard let value = positional(name) else { throw failure(.missingArgument(name)) }
    return value
  }

  /// A usage failure of this command, for what only the command itself can judge.
  package func failure(_ fault: UsageFailure.Fault) -> UsageFailure {
    UsageFailure(command: command.path, fault)
  }

  private func expect(_ name: String, takesValue: Bool) {
    precondition(
      options.contains { $0.long == name && $0.takesValue == takesValue },
      "\(command.name) defines no \(takesValue ? "option" : "flag") --\(name)")
  }
}
