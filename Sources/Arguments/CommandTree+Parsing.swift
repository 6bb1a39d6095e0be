// Reading a command line takes two passes. The first finds the command: its words may come behind
// options, so the pass must know which options take the next argument as their value. The command
// being unknown yet, any command's definition answers; `definitionFaults` sees to it that one name
// never is a flag here and an option with a value there, but among commands that begin with one word
// (`fund reverse --voucher`, `fund pay --voucher NO`), behind whose words it then stands. The second pass
// reads what is left by the definition of that command alone.

/// What a command line asks for.
package enum Invocation: Equatable, Sendable {
  case run(ParsedArguments)
  /// Help on a command, a group or, with an empty path, the program.
  case help(path: [String])
}

/// What a command line says about the way to answer, readable even where the rest is at fault.
package struct AnswerPreferences: Equatable, Sendable {
  /// The value of `--lang`, as written.
  package let language: String?
  /// Whether `--json`, or `--format` with `json`, was given.
  package let wantsJSON: Bool

  package init(language: String?, wantsJSON: Bool) {
    self.language = language
    self.wantsJSON = wantsJSON
  }
}

extension CommandTree {
  /// - Parameters:
  ///   - arguments: those behind the program's name.
  ///   - asks: whether a person can be asked for what is lacking, where a command does so.
  package func parse(
    _ arguments: [String], asks: Bool = false
  ) throws(UsageFailure) -> Invocation {
    if let failure = otherDash(in: arguments) { throw failure }
    var search = CommandSearch(tree: self)
    try search.read(arguments)
    if search.asksForHelp {
      try checkEverywhere(search)
      return .help(path: search.path)
    }
    guard let command = search.command else {
      if try asksForHelp(search) { return .help(path: search.path) }
      throw UsageFailure(
        command: search.path, .missingCommand(choices: words(after: search.path)))
    }
    var reader = ArgumentReader(command: command, options: options(of: command))
    try reader.read(search.rest)
    // A letter in a cluster, `-yh`, which the first pass does not look into.
    if reader.asksForHelp { return .help(path: command.path) }
    return .run(try reader.parsed(asks: asks))
  }

  /// Checks the options that every command has where others are excused, since help is asked for.
  private func checkEverywhere(_ search: CommandSearch) throws(UsageFailure) {
    var reader = ArgumentReader(path: search.path, options: everywhere)
    let arguments = search.rest.prefix { $0 != "--" }
    for (place, argument) in arguments.enumerated() {
      let isOne = everywhere.contains {
        argument == $0.spelling || argument.hasPrefix($0.spelling + "=")
      }
      guard isOne else { continue }
      let value = arguments.dropFirst(place + 1).prefix(1).filter { !ArgumentLook.isOption($0) }
      try reader.read([argument] + value)
    }
  }

  /// Where the words end before a command: whether help is asked for by a letter in a cluster. An option that is
  /// at fault by the definition of any command is told first.
  private func asksForHelp(_ search: CommandSearch) throws(UsageFailure) -> Bool {
    var known = everywhere
    for option in (commands(under: search.path) + commands).flatMap(\.options) {
      if let place = known.firstIndex(where: { $0.long == option.long }) {
        known[place] = known[place].taking(whatTakes: option)
      } else {
        known.append(option)
      }
    }
    var reader = ArgumentReader(path: search.path, options: known)
    try reader.read(search.rest)
    return reader.asksForHelp
  }

  package func preferences(in arguments: [String]) -> AnswerPreferences {
    var language: String?
    var wantsJSON = false
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      let next = index + 1 < arguments.count ? arguments[index + 1] : nil
      switch argument {
      case "--json", "--format=json": wantsJSON = true
      case "--format" where next == "json": wantsJSON = true
      case "--lang": language = next
      case _ where argument.hasPrefix("--lang="): language = String(argument.dropFirst(7))
      default: break
      }
    }
    return AnswerPreferences(language: language, wantsJSON: wantsJSON)
  }
}

/// Tells options from values by their look alone.
enum ArgumentLook {
  /// `-` is a value, and so is `-5` or `-.5`: an amount that is a return.
  static func isOption(_ argument: String) -> Bool {
    guard argument.utf8.first == UInt8(ascii: "-"), let second = argument.utf8.dropFirst().first
    else { return false }
    return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(second)
      && second != UInt8(ascii: ".")
  }

  static func isLong(_ argument: String) -> Bool { argument.hasPrefix("--") }
}

/// The first pass. `--version`, which people try, calls the command `version` where there is one.
private struct CommandSearch {
  let tree: CommandTree
  /// The words understood so far, without `help`.
  private(set) var path: [String] = []
  private(set) var command: CommandDefinition?
  private(set) var asksForHelp = false
  /// The arguments without the words of the path.
  private(set) var rest: [String] = []
  private var beganWithHelp = false
  /// Whether `--` was passed.
  private var isLiteral = false

  init(tree: CommandTree) { self.tree = tree }

  mutating func read(_ arguments: [String]) throws(UsageFailure) {
    // Help may be asked for at the end, and then excuses an error before it.
    asksForHelp = arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if isLiteral || !ArgumentLook.isOption(argument) {
        try read(word: argument)
        continue
      }
      if argument == "--version" && path.isEmpty && tree.command(at: ["version"]) != nil {
        try read(word: "version")
        continue
      }
      rest.append(argument)
      if argument == "--" {
        isLiteral = true
      } else if takesNext(argument), index < arguments.count,
        !ArgumentLook.isOption(arguments[index])
      {
        rest.append(arguments[index])
        index += 1
      }
    }
  }

  private mutating func read(word: String) throws(UsageFailure) {
    if command != nil {
      if beganWithHelp { throw UsageFailure(command: ["help"], .unexpectedArgument(word)) }
      rest.append(word)
      return
    }
    if path.isEmpty && word == "help" && !beganWithHelp {
      beganWithHelp = true
      asksForHelp = true
      return
    }
    let next = path + [word]
    guard tree.hasCommands(under: next) else { throw unknown(word) }
    path = next
    command = tree.command(at: next)
  }

  /// An option that no command knows. Its value was then taken for a word of the command, so it is
  /// the first thing to report.
  private var unknownOption: UsageFailure? {
    for argument in rest where ArgumentLook.isLong(argument) && argument != "--" {
      let name = String(argument.dropFirst(2).prefix { $0 != "=" })
      if isKnown({ $0.long == name }) { continue }
      let known = tree.everywhere + tree.commands.flatMap(\.options)
      let nearest = Nearest.choices(to: name, among: known.map(\.long)).map { "--" + $0 }
      return UsageFailure(command: path, .unknownOption("--" + name, nearest: nearest))
    }
    return nil
  }

  private func unknown(_ word: String) -> UsageFailure {
    if let unknownOption { return unknownOption }
    // `monthly` alone, or with a slip, leads to `report monthly`.
    let here = tree.words(after: path)
    var nearest = Nearest.choices(to: word, among: here)
    for entry in tree.entries where entry.path.count > 1 && entry.path.last == word {
      nearest.append(entry.path.joined(separator: " "))
    }
    return UsageFailure(command: path, .unknownCommand(word, nearest: nearest))
  }

  private func takesNext(_ argument: String) -> Bool {
    if ArgumentLook.isLong(argument) {
      let name = argument.dropFirst(2)
      return isKnown { $0.long == name && $0.takesValue }
    }
    for (place, letter) in argument.dropFirst().enumerated()
    where isKnown({ $0.short == letter && $0.takesValue }) {
      return place == argument.count - 2
    }
    return false
  }

  private func isKnown(_ matches: (Option) -> Bool) -> Bool {
    if let command { return tree.options(of: command).contains(where: matches) }
    return tree.everywhere.contains(where: matches)
      || tree.entries.contains { $0.definition().options.contains(where: matches) }
  }
}
