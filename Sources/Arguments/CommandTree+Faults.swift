/// What is wrong with a program's own definitions; a test holds the list empty.
package enum DefinitionFault: Equatable, Sendable {
  case emptyPath
  case samePath(String)
  /// A command's path begins another's, which could then not be known from its arguments.
  case pathBeginsAnother(String, String)
  case missingText(String)
  case noExample(String)
  /// An example that its own definition refuses, or that calls another command.
  case exampleFails(String, UsageFailure?)
  case sameOption(String, of: String)
  /// A flag in one command and an option with a value in another that does not begin with the same word.
  case optionTakesValueSometimes(String)
  case digitAsLetter(String, of: String)
  case argumentAfterOptionalOne(String, of: String)
  case groupWithoutCommands(String)
  case groupWithoutSummary(String)
}

extension CommandTree {
  package func definitionFaults() -> [DefinitionFault] {
    var faults = pathFaults() + groupFaults()
    for command in commands {
      faults += textFaults(of: command) + optionFaults(of: command)
      faults += argumentFaults(of: command) + exampleFaults(of: command)
    }
    return faults + guideFaults()
  }

  /// A line of a guide is a command line that is taken.
  private func guideFaults() -> [DefinitionFault] {
    let guides = beginning + beginningFurther + further
    let lines = guides.flatMap(\.steps).flatMap { [$0.line.english, $0.line.chinese] }
    return lines.flatMap { line in
      ShellWords.commands(in: line).compactMap { words -> DefinitionFault? in
        do throws(UsageFailure) {
          _ = try parse(Array(words.dropFirst()))
          return words.first == program ? nil : .exampleFails(line, nil)
        } catch {
          return .exampleFails(line, error)
        }
      }
    }
  }

  private func pathFaults() -> [DefinitionFault] {
    var faults: [DefinitionFault] = []
    for (place, command) in commands.enumerated() {
      if command.path.isEmpty || command.path.contains("") { faults.append(.emptyPath) }
      for (otherPlace, other) in commands.enumerated() where otherPlace != place {
        if other.path == command.path {
          if otherPlace > place { faults.append(.samePath(command.name)) }
        } else if other.path.starts(with: command.path) {
          faults.append(.pathBeginsAnother(command.name, other.name))
        }
      }
    }
    return faults
  }

  private func groupFaults() -> [DefinitionFault] {
    var faults: [DefinitionFault] = []
    for group in groups {
      let name = group.path.joined(separator: " ")
      if !hasCommands(under: group.path) { faults.append(.groupWithoutCommands(name)) }
      if group.summary.isLacking { faults.append(.missingText(name)) }
    }
    for command in commands {
      for length in 1..<max(command.path.count, 1) {
        let path = Array(command.path.prefix(length))
        let fault = DefinitionFault.groupWithoutSummary(path.joined(separator: " "))
        if summary(of: path) == nil && !faults.contains(fault) { faults.append(fault) }
      }
    }
    return faults
  }

  private func textFaults(of command: CommandDefinition) -> [DefinitionFault] {
    var faults: [DefinitionFault] = []
    if command.summary.isLacking || command.discussion?.isLacking == true {
      faults.append(.missingText(command.name))
    }
    for option in options(of: command) where option.help.isLacking {
      faults.append(.missingText("\(command.name) \(option.spelling)"))
    }
    for argument in command.arguments where argument.help.isLacking {
      faults.append(.missingText("\(command.name) \(argument.name)"))
    }
    return faults
  }

  private func optionFaults(of command: CommandDefinition) -> [DefinitionFault] {
    var faults: [DefinitionFault] = []
    var names: Set<String> = []
    for option in options(of: command) {
      if !names.insert(option.spelling).inserted {
        faults.append(.sameOption(option.spelling, of: command.name))
      }
      if let letter = option.short {
        if !names.insert("-\(letter)").inserted {
          faults.append(.sameOption("-\(letter)", of: command.name))
        }
        if letter.isNumber { faults.append(.digitAsLetter("-\(letter)", of: command.name)) }
      }
      let differs = commands.contains { one in
        one.path.first != command.path.first
          && options(of: one).contains { other in
            other.takesValue != option.takesValue
              && (other.long == option.long || (other.short != nil && other.short == option.short))
          }
      }
      if differs { faults.append(.optionTakesValueSometimes(option.spelling)) }
    }
    return faults
  }

  private func argumentFaults(of command: CommandDefinition) -> [DefinitionFault] {
    var faults: [DefinitionFault] = []
    for (earlier, later) in zip(command.arguments, command.arguments.dropFirst()) {
      if earlier.isMany || (!earlier.isRequired && later.isRequired) {
        faults.append(.argumentAfterOptionalOne(later.name, of: command.name))
      }
    }
    return faults
  }

  private func exampleFaults(of command: CommandDefinition) -> [DefinitionFault] {
    if command.examples.isEmpty { return [.noExample(command.name)] }
    return command.examples.compactMap { fault(in: $0, of: command) }
  }

  private func fault(in example: String, of command: CommandDefinition) -> DefinitionFault? {
    var callsItself = false
    for words in ShellWords.commands(in: example) where words.first == program {
      do throws(UsageFailure) {
        let invocation = try parse(Array(words.dropFirst()))
        callsItself = callsItself || invocation.calls(command)
      } catch {
        return .exampleFails(example, error)
      }
    }
    return callsItself ? nil : .exampleFails(example, nil)
  }
}

extension Bilingual {
  fileprivate var isLacking: Bool { english.isEmpty || chinese.isEmpty }
}

extension Invocation {
  fileprivate func calls(_ command: CommandDefinition) -> Bool {
    switch self {
    case .run(let arguments): arguments.command.path == command.path
    case .help: command.path == ["help"]
    }
  }
}
