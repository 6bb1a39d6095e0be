/// The second pass: reads what follows a command by that command's definition.
struct ArgumentReader {
  let command: CommandDefinition
  let options: [Option]
  private var flags: Set<String> = []
  private var optionValues: [String: [String]] = [:]
  private var words: [String] = []

  init(command: CommandDefinition, options: [Option]) {
    self.command = command
    self.options = options
  }

  /// For options alone, where no command is named.
  ///
  /// - Parameter path: the words that were understood.
  init(path: [String], options: [Option]) {
    let none = CommandDefinition(path, summary: Bilingual("", zh: ""), examples: [])
    self.init(command: none, options: options)
  }

  var asksForHelp: Bool { flags.contains(Option.help.long) }

  mutating func read(_ arguments: [String]) throws(UsageFailure) {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        words += arguments[index...]
        return
      }
      let following = index < arguments.count ? arguments[index] : nil
      if !ArgumentLook.isOption(argument) {
        words.append(argument)
      } else if ArgumentLook.isLong(argument) {
        if try readLong(argument, following: following) { index += 1 }
      } else {
        if try readShort(argument, following: following) { index += 1 }
      }
    }
  }

  /// Checks what only the whole line can show, and gives it out.
  ///
  /// - Parameter asks: whether what is lacking will be asked for.
  func parsed(asks: Bool) throws(UsageFailure) -> ParsedArguments {
    for option in options
    where option.isRequired && !(asks && option.mayBeAsked) && optionValues[option.long] == nil {
      throw failure(.missingOption(option.spelling))
    }
    return ParsedArguments(
      command: command, options: options, flags: flags, optionValues: optionValues,
      positionalValues: try placedWords(asks: asks))
  }

  // MARK: Options

  /// Whether the following argument was taken.
  private mutating func readLong(
    _ argument: String, following: String?
  ) throws(UsageFailure) -> Bool {
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let option = options.first(where: { $0.long == name }) else {
      throw unknownOption("--" + name)
    }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    return try take(option, as: option.spelling, attached: attached, following: following)
  }

  /// Letters that follow one dash: flags, and at most one option with a value, which takes the
  /// rest of the argument or the following one. Whether that was taken.
  private mutating func readShort(
    _ argument: String, following: String?
  ) throws(UsageFailure) -> Bool {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        throw unknownOption(argument.count == 2 ? argument : "-\(letter)", in: argument)
      }
      if option.takesValue || letters.first == "=" {
        var attached = letters.isEmpty ? nil : String(letters)
        if letters.first == "=" { attached = String(letters.dropFirst()) }
        return try take(option, as: "-\(letter)", attached: attached, following: following)
      }
      flags.insert(option.long)
    }
    return false
  }

  /// A flag given twice says the same twice and is taken; a value given twice is not.
  private mutating func take(
    _ option: Option, as spelling: String, attached: String?, following: String?
  ) throws(UsageFailure) -> Bool {
    guard let placeholder = option.placeholder else {
      if let attached { throw failure(.unexpectedValue(attached, option: spelling)) }
      flags.insert(option.long)
      return false
    }
    let free = following.flatMap { ArgumentLook.isOption($0) ? nil : $0 }
    guard let value = attached ?? free else {
      throw failure(.missingValue(option: spelling, placeholder: placeholder))
    }
    if !option.takesEmpty { try checkInk(value, of: spelling) }
    try check(value, of: spelling, allowed: option.allowed, and: option.alsoAllowed)
    guard option.isRepeatable || optionValues[option.long] == nil else {
      throw failure(.repeatedOption(spelling))
    }
    optionValues[option.long, default: []].append(value)
    return attached == nil
  }

  /// A long option written with one dash, `-month`, is recognised among the nearest.
  private func unknownOption(_ spelling: String, in argument: String? = nil) -> UsageFailure {
    let written = argument ?? spelling
    let word = String(written.drop { $0 == "-" }.prefix { $0 != "=" })
    let nearest = Nearest.choices(to: word, among: options.map(\.long))
    return failure(
      .unknownOption(nearest.isEmpty ? spelling : written, nearest: nearest.map { "--" + $0 }))
  }

  // MARK: Arguments

  private func placedWords(asks: Bool) throws(UsageFailure) -> [String: [String]] {
    var placed: [String: [String]] = [:]
    var rest = words[...]
    for argument in command.arguments {
      let taken = argument.isMany ? rest : rest.prefix(1)
      rest = rest.dropFirst(taken.count)
      if taken.isEmpty && argument.isRequired && !(asks && argument.mayBeAsked) {
        throw failure(.missingArgument(argument.name))
      }
      for value in taken {
        try checkInk(value, of: argument.name)
        try check(
          value, of: argument.name, allowed: argument.allowed, and: argument.alsoAllowed)
      }
      placed[argument.name] = Array(taken)
    }
    if let extra = rest.first { throw failure(.unexpectedArgument(extra)) }
    return placed
  }

  /// What a script left empty, `"$HOUSEHOLD"`, must not be taken for a choice.
  private func checkInk(_ value: String, of name: String) throws(UsageFailure) {
    if value.allSatisfy(\.isWhitespace) { throw failure(.emptyValue(of: name)) }
  }

  private func check(
    _ value: String, of name: String, allowed: [String], and others: [String] = []
  ) throws(UsageFailure) {
    guard !allowed.isEmpty, !allowed.contains(value), !others.contains(value) else { return }
    let nearest = Nearest.choices(to: value, among: allowed + others)
    throw failure(.unknownValue(value, of: name, nearest: nearest, allowed: allowed + others))
  }

  private func failure(_ fault: UsageFailure.Fault) -> UsageFailure {
    UsageFailure(command: command.path, fault)
  }
}
