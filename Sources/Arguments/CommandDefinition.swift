/// One command: everything that parsing, help, manual page and completions need to know.
package struct CommandDefinition: Equatable, Sendable {
  /// The words that call it: `["report", "monthly"]`. No path begins another.
  package let path: [String]
  /// One line, for lists of commands.
  package let summary: Bilingual
  /// Paragraphs parted by an empty line; a line that begins with a space is kept as it is.
  package let discussion: Bilingual?
  package let arguments: [Positional]
  package let options: [Option]
  /// Whole command lines that work, the program's name included. At least one.
  package let examples: [String]

  package init(
    _ path: [String], summary: Bilingual, discussion: Bilingual? = nil,
    arguments: [Positional] = [], options: [Option] = [], examples: [String]
  ) {
    self.path = path
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.examples = examples
  }

  /// The path as one text: `report monthly`.
  package var name: String { path.joined(separator: " ") }
}

/// A word that begins several commands, such as `report`, and what they have in common.
package struct CommandGroup: Equatable, Sendable {
  package let path: [String]
  package let summary: Bilingual

  package init(_ path: [String], summary: Bilingual) {
    self.path = path
    self.summary = summary
  }
}

/// A heading in the overview, and the first words of the commands beneath it, in order.
package struct CommandChapter: Equatable, Sendable {
  package let title: Bilingual
  package let words: [String]

  package init(_ title: Bilingual, _ words: [String]) {
    self.title = title
    self.words = words
  }
}
