import Arguments
import Testing

@Suite("Faults in the definitions themselves")
struct DefinitionFaultTests {
  static let text = Bilingual("text", zh: "文字")

  func faults(_ commands: [CommandDefinition]) -> [DefinitionFault] {
    CommandTree(program: "p", summary: Self.text, commands: commands.map { CommandEntry($0) })
      .definitionFaults()
  }

  func command(
    _ path: [String] = ["a"], arguments: [Positional] = [], options: [Option] = [],
    examples: [String]? = nil
  ) -> CommandDefinition {
    CommandDefinition(
      path, summary: Self.text, arguments: arguments, options: options,
      examples: examples ?? ["p " + path.joined(separator: " ")])
  }

  @Test("sound definitions have none")
  func sound() {
    #expect(SampleTree.tree.definitionFaults() == [])
  }

  @Test("every command has an example, which its own definition takes")
  func examples() {
    #expect(faults([command(examples: [])]) == [.noExample("a")])
    #expect(faults([command(examples: ["p help"])]) == [.exampleFails("p help", nil)])
    let failure = UsageFailure(command: ["a"], .unknownOption("--x", nearest: []))
    #expect(faults([command(examples: ["p a --x"])]) == [.exampleFails("p a --x", failure)])
    let quoted = command(
      arguments: [Positional("T", help: Self.text)],
      examples: ["cat x | p a 'two words' > y # all of it", "p a \"a|b\" 2>&1"])
    #expect(faults([quoted]) == [])
  }

  @Test("paths neither repeat nor begin each other")
  func paths() {
    #expect(faults([command(), command()]) == [.samePath("a")])
    #expect(faults([command(["a", "b"]), command()]).contains(.pathBeginsAnother("a", "a b")))
    #expect(faults([command(["a", "b"])]) == [.groupWithoutSummary("a")])
  }

  @Test("options are one thing everywhere")
  func options() {
    let flag = Option("x", short: "x", help: Self.text)
    let valued = Option("x", value: "V", help: Self.text)
    let digit = Option("y", short: "5", help: Self.text)
    #expect(faults([command(options: [flag, flag])]).contains(.sameOption("--x", of: "a")))
    #expect(faults([command(options: [digit])]) == [.digitAsLetter("-5", of: "a")])
    let both = faults([command(options: [flag]), command(["b"], options: [valued])])
    #expect(both.contains(.optionTakesValueSometimes("--x")))
  }

  @Test("no argument follows one that may be missing, and every text is in both languages")
  func arguments() {
    let optional = Positional("A", .optional, help: Self.text)
    let needed = Positional("B", help: Self.text)
    #expect(
      faults([command(arguments: [optional, needed], examples: ["p a x y"])])
        == [.argumentAfterOptionalOne("B", of: "a")])
    let half = Option("x", help: Bilingual("text", zh: ""))
    #expect(faults([command(options: [half])]) == [.missingText("a --x")])
  }
}
