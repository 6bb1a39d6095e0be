// Completion scripts, written from the definitions. Only for a number that a register holds does the shell run
// the program: `sixpoint completions --known household --begins 4331`, which prints a line each. All three go the same way: collect the words of the command as far as they are
// known, then offer what may follow that path. The value of an option that stands before the
// command is known from the command's words by the list of options that take one.

package enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

/// The completion script for one shell. Zsh and fish show the summaries, in `language`.
package struct Completions {
  let tree: CommandTree
  let language: HelpLanguage
  private let shape: (_ command: CommandDefinition, _ name: String) -> ValueShape?

  /// - Parameter shape: what the value of an option or argument is, by its name, where its definition does not
  ///   say; nil: any text.
  package init(
    _ tree: CommandTree, language: HelpLanguage,
    shape: @escaping (_ command: CommandDefinition, _ name: String) -> ValueShape? = { _, _ in nil }
  ) {
    self.tree = tree
    self.language = language
    self.shape = shape
  }

  /// What an option's value is; nil as the command: of every command.
  func shape(of option: Option, in command: CommandDefinition?) -> ValueShape {
    guard option.shape == .text, let command else { return option.shape }
    return shape(command, option.long) ?? .text
  }

  func shape(of argument: Positional, in command: CommandDefinition) -> ValueShape {
    argument.shape == .text ? shape(command, argument.name) ?? .text : argument.shape
  }

  /// The only values of an option; in Chinese with the other spellings, which are Chinese.
  func allowed(_ option: Option) -> [String] { listed(option.allowed, option.alsoAllowed) }

  func allowed(_ argument: Positional) -> [String] {
    listed(argument.allowed, argument.alsoAllowed)
  }

  private func listed(_ allowed: [String], _ others: [String]) -> [String] {
    language == .chinese ? allowed + others : allowed
  }

  /// The words to offer: those that alone are taken, else those of the shape.
  func words(_ allowed: [String], _ shape: ValueShape) -> [String] {
    if !allowed.isEmpty { return allowed }
    if case .words(let words) = shape { return words.map(say) }
    return []
  }

  /// The command line that lists what begins with the text behind it.
  func listing(_ kind: String) -> String { "\(tree.program) completions --known \(kind) --begins" }

  package func script(for shell: Shell) -> String {
    let lines =
      switch shell {
      case .bash: bashLines()
      case .zsh: zshLines()
      case .fish: fishLines()
      }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every path that words lead to: groups and commands, the empty one first.
  var paths: [[String]] {
    var paths: [[String]] = [[]]
    for command in tree.commands {
      for length in 1..<command.path.count + 1 {
        let path = Array(command.path.prefix(length))
        if !paths.contains(path) { paths.append(path) }
      }
    }
    return paths
  }

  /// What `help` may be followed by is what the program's name may be followed by.
  func isHelp(_ command: CommandDefinition) -> Bool { command.path == ["help"] }

  /// Spellings of all options that take a value: `--month`, `-o`.
  var spellingsWithValue: [String] {
    var spellings: [String] = []
    for option in (tree.commands.flatMap(\.options) + tree.everywhere) where option.takesValue {
      let names = [option.spelling] + (option.short.map { ["-\($0)"] } ?? [])
      for name in names where !spellings.contains(name) { spellings.append(name) }
    }
    return spellings
  }

  func spellings(of option: Option) -> [String] {
    (option.short.map { ["-\($0)"] } ?? []) + [option.spelling]
  }

  func say(_ text: Bilingual) -> String { text.text(in: language) }

  /// What stands for a value; nil as the command: of every command.
  func word(_ placeholder: String, of command: CommandDefinition?) -> String {
    tree.placeholderWords.word(placeholder, of: command?.path ?? [], in: language)
  }

  /// In single quotes, as bash and zsh read them.
  func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text {
      if character == "'" { quoted += "'\\''" } else { quoted.append(character) }
    }
    return quoted + "'"
  }
}
