/// The words that stand for values in usage lines, help and manual pages, such as `FILE`. Definitions name them in
/// English, each word once for all commands; here is what they are called in Chinese.
package struct PlaceholderWords: Sendable {
  private let chinese: [String: String]

  /// - Parameter chinese: by the English word, or, where commands mean different things by it, by the first word
  ///   of the commands and the English word: `config KEY`. The longer key goes first.
  package init(chinese: [String: String] = [:]) { self.chinese = chinese }

  /// A placeholder of the command at `path`; as it is where no word is known for it. An option's own name,
  /// `--on`, is none.
  package func word(
    _ placeholder: String, of path: [String], in language: HelpLanguage
  ) -> String {
    guard language == .chinese else { return placeholder }
    return key(of: placeholder, path).flatMap { chinese[$0] } ?? placeholder
  }

  /// The key whose Chinese word the command at `path` uses; nil where there is none.
  package func key(of placeholder: String, _ path: [String]) -> String? {
    let keys = (path.first.map { ["\($0) \(placeholder)"] } ?? []) + [placeholder]
    return keys.first { chinese[$0] != nil }
  }

  package var keys: Set<String> { Set(chinese.keys) }
}

extension CommandTree {
  /// What stands for the values of a command, its arguments' and its options'.
  package func placeholders(of command: CommandDefinition) -> [String] {
    command.arguments.map(\.name) + options(of: command).compactMap(\.placeholder)
  }

  /// What follows the command's name in a usage line: what it demands, what it takes. A no-break space keeps an
  /// option and its value together.
  func usageParts(of command: CommandDefinition, in language: HelpLanguage) -> [String] {
    func word(_ placeholder: String) -> String {
      placeholderWords.word(placeholder, of: command.path, in: language)
    }
    var parts = command.options.filter(\.isRequired).map { option in
      "\(option.spelling)\u{A0}\(option.placeholder.map(word) ?? "")"
    }
    parts.append("[\(HelpHeadings(language: language).optionsWord)]")
    parts += command.arguments.map { argument in
      let name = word(argument.name) + (argument.isMany ? "…" : "")
      return argument.isRequired ? name : "[\(name)]"
    }
    return parts
  }
}
