/// Enough of the shell's grammar to read the examples in help texts: words parted by blanks,
/// quotes of both kinds, backslashes, comments, and commands joined by `|`, `;`, `&&` or `||`.
/// Of a redirection, `> file` or `2> file`, neither sign nor file is a word.
package enum ShellWords {
  /// A word as a shell reads it back: in quotes where it holds more than letters, digits and `/._-~+=:@%`.
  package static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "/._-~+=:@%".contains($0) }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
  }

  /// The words of each command of a line, in order.
  static func commands(in line: String) -> [[String]] {
    var reader = Reader()
    for character in line where !reader.isFinished { reader.read(character) }
    reader.endCommand()
    return reader.commands
  }

  private struct Reader {
    var commands: [[String]] = []
    var isFinished = false
    private var words: [String] = []
    /// nil between words.
    private var word: String?
    private var quote: Character?
    private var isEscaped = false
    private var skipsWord = false

    mutating func read(_ character: Character) {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else {
        readUnquoted(character)
      }
    }

    private mutating func readUnquoted(_ character: Character) {
      switch character {
      case " ", "\t": endWord()
      case "|", ";", "&", "\n": endCommand()
      case "#" where word == nil: isFinished = true
      case ">", "<":
        if word == "2" { word = nil }
        endWord()
        skipsWord = true
      case "'", "\"":
        quote = character
        word = word ?? ""
      case "\\": isEscaped = true
      default: word = (word ?? "") + String(character)
      }
    }

    private mutating func endWord() {
      guard let word else { return }
      if !skipsWord { words.append(word) }
      skipsWord = false
      self.word = nil
    }

    mutating func endCommand() {
      endWord()
      if !words.isEmpty { commands.append(words) }
      words = []
    }
  }
}
