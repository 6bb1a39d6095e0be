/// A heading with whole command lines beneath it, for somebody who does not know the program yet.
package struct CommandGuide: Equatable, Sendable {
  package struct Step: Equatable, Sendable {
    /// What to type, the program's name included; words in capitals stand for the reader's own.
    package let line: Bilingual
    /// What it does, short enough to stand beside the line.
    package let help: Bilingual

    package init(_ line: Bilingual, _ help: Bilingual) {
      self.line = line
      self.help = help
    }

    package init(_ line: String, _ help: Bilingual) {
      self.init(Bilingual(line, zh: line), help)
    }
  }

  package let title: Bilingual
  package let steps: [Step]

  package init(_ title: Bilingual, _ steps: [Step]) {
    self.title = title
    self.steps = steps
  }
}
