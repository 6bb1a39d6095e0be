import Arguments
import Commands
import Reports
import Testing

@Suite("The commands' definitions")
struct DefinitionTests {
  @Test("have no fault")
  func faults() {
    #expect(Program.tree.definitionFaults().isEmpty)
  }

  @Test("every command is called by the words of its definition")
  func paths() {
    for entry in Program.tree.entries { #expect(entry.definition().path == entry.path) }
  }

  @Test(
    "every command has help in both languages, its summary and an example in it",
    arguments: HelpLanguage.allCases)
  func help(language: HelpLanguage) {
    let help = HelpText(Program.tree, language: language) { DisplayWidth.of($0) }
    for command in Program.tree.commands {
      let text = help.text(for: command.path)
      #expect(text.contains("sixpoint \(command.name)"))
      #expect(!command.examples.isEmpty, "\(command.name)")
      for example in command.examples { #expect(text.contains(example)) }
    }
  }

  @Test("every word that stands for a value has a Chinese one, and each of those is used")
  func placeholders() {
    let words = Program.placeholderWords
    var used: Set<String> = []
    for command in Program.tree.commands {
      for word in Program.tree.placeholders(of: command) {
        let chinese = words.word(word, of: command.path, in: .chinese)
        #expect(!chinese.contains { $0.isASCII && $0.isLetter }, "\(command.name) \(word)")
        if let key = words.key(of: word, command.path) { used.insert(key) }
      }
    }
    #expect(used == words.keys)
  }

  @Test("every command that writes a file says by --force that it may replace one")
  func force() {
    for command in Program.tree.commands {
      let names = Set(command.options.map(\.long))
      let writesFiles =
        names.contains("output") || names.contains("rejects")
        // Their file is an argument.
        || command.path == ["backup"] || command.path == ["restore"]
      #expect(names.contains("force") == writesFiles, "\(command.name)")
    }
  }

  @Test("every command that writes CSV takes its encoding")
  func encoding() {
    var seen = 0
    for command in Program.tree.commands {
      let writesCSV = command.options.contains {
        $0.long == "format" && $0.allowed.contains("csv")
      }
      guard writesCSV else { continue }
      #expect(command.options.contains { $0.long == "encoding" }, "\(command.name)")
      seen += 1
    }
    #expect(seen >= 20)
  }

  @Test("what rows stand for is said in either language")
  func rows() {
    let levels = Program.tree.commands.flatMap(\.options).filter { $0.long == "by" }
    #expect(levels.count >= 2)
    for level in levels {
      #expect(!level.allowed.isEmpty && level.allowed.count == level.alsoAllowed.count)
      #expect(level.alsoAllowed.allSatisfy { word in word.allSatisfy { !$0.isASCII } })
    }
  }

  @Test("every command stands under a heading of the overview")
  func chapters() {
    let words = Set(Program.tree.chapters.flatMap(\.words))
    for command in Program.tree.commands {
      #expect(words.contains(command.path.first ?? ""), "\(command.name)")
    }
  }
}
