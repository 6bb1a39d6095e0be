/// All commands of a program.
package struct CommandTree: Sendable {
  package let program: String
  package let summary: Bilingual
  /// Those of the commands, and `help`.
  package let entries: [CommandEntry]
  package let groups: [CommandGroup]
  /// Empty where the overview is one list. A command whose word no chapter names comes last.
  package let chapters: [CommandChapter]
  /// What to do first and what a day needs: before the commands of the overview, and on the first screen.
  package let beginning: [CommandGuide]
  /// Where the first screen sends its reader.
  package let beginningFurther: [CommandGuide]
  /// Where the overview sends its reader.
  package let further: [CommandGuide]
  /// Options that every command takes without listing them; `--help` is always one.
  package let everywhere: [Option]
  /// What stands for values in help, in both languages.
  package let placeholderWords: PlaceholderWords

  /// `help` is added to the commands.
  package init(
    program: String, summary: Bilingual, commands: [CommandEntry],
    groups: [CommandGroup] = [], chapters: [CommandChapter] = [],
    beginning: [CommandGuide] = [], beginningFurther: [CommandGuide] = [],
    further: [CommandGuide] = [], everywhere: [Option] = [],
    placeholderWords: PlaceholderWords = PlaceholderWords()
  ) {
    self.program = program
    self.summary = summary
    entries = commands + [CommandEntry(["help"]) { Self.helpCommand(of: program) }]
    self.groups = groups
    self.chapters = chapters
    self.beginning = beginning
    self.beginningFurther = beginningFurther
    self.further = further
    self.everywhere = everywhere + [.help]
    self.placeholderWords = placeholderWords
  }

  /// The definitions of all commands, made anew at each call: for help, completions and what no command
  /// has been found for.
  package var commands: [CommandDefinition] { entries.map { $0.definition() } }

  package func command(at path: [String]) -> CommandDefinition? {
    entries.first { $0.path == path }?.definition()
  }

  /// Those whose path begins with `path`, itself included.
  package func commands(under path: [String]) -> [CommandDefinition] {
    entries.filter { $0.path.starts(with: path) }.map { $0.definition() }
  }

  /// Whether any command's path begins with `path`.
  package func hasCommands(under path: [String]) -> Bool {
    entries.contains { $0.path.starts(with: path) }
  }

  /// The words that may follow `path`, each once, in the order of the definitions.
  package func words(after path: [String]) -> [String] {
    var words: [String] = []
    for entry in entries where entry.path.count > path.count && entry.path.starts(with: path) {
      let word = entry.path[path.count]
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// What a command takes: its own options, then those of every command that it does not
  /// define itself.
  package func options(of command: CommandDefinition) -> [Option] {
    let own = Set(command.options.map(\.long))
    return command.options + everywhere.filter { !own.contains($0.long) }
  }

  /// The summary of the command or group at `path`; nil where there is none.
  package func summary(of path: [String]) -> Bilingual? {
    command(at: path)?.summary ?? groups.first { $0.path == path }?.summary
  }

  private static func helpCommand(of program: String) -> CommandDefinition {
    CommandDefinition(
      ["help"],
      summary: Bilingual("Explain a command.", zh: "说明某个命令的用法。"),
      arguments: [
        Positional(
          "COMMAND", .many(minimum: 0),
          help: Bilingual(
            "The command to explain; without one, all are listed.", zh: "要说明的命令；不写则列出全部命令。"))
      ],
      examples: ["\(program) help"])
  }
}
