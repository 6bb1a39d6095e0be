/// What a value is, for completion; reading does not look at it.
package enum ValueShape: Equatable, Sendable {
  case text
  case file
  case folder
  /// One of these words, which completions offer; reading takes others too.
  case words([Bilingual])
  /// Something of a kind that the program itself lists: `household`.
  case known(String)
  /// Of an argument: what it is behind each of these words; behind any other it is text.
  case behind([Behind])

  /// What stands behind a word.
  package struct Behind: Equatable, Sendable {
    package let word: String
    package let shape: ValueShape

    package init(_ word: String, _ shape: ValueShape) {
      self.word = word
      self.shape = shape
    }
  }
}

/// One option of a command: a flag, or with a placeholder, an option that takes a value.
package struct Option: Equatable, Sendable {
  /// Without the dashes: `dry-run`.
  package let long: String
  /// Without the dash; a letter, never a digit, since `-5` is a value.
  package let short: Character?
  /// The word for the value in the help: `FILE`. nil for a flag.
  package let placeholder: String?
  package let help: Bilingual
  /// The only values that are taken; empty where any is.
  package let allowed: [String]
  /// The same values in other words.
  package let alsoAllowed: [String]
  package let shape: ValueShape
  /// Whether it may be given several times, every value counting.
  package let isRepeatable: Bool
  /// Whether a command line without it is a usage failure.
  package let isRequired: Bool
  /// Whether a person on a terminal is asked for it where the command line lacks it.
  package let mayBeAsked: Bool
  /// Whether an empty value says the same as none; else it is a usage failure.
  package let takesEmpty: Bool
  /// Whether many commands share it; the help lists these last.
  package let isCommon: Bool

  package var takesValue: Bool { placeholder != nil }

  /// As a person writes it: `--dry-run`.
  package var spelling: String { "--" + long }

  package init(
    _ long: String, short: Character? = nil, value placeholder: String? = nil,
    allowed: [String] = [], alsoAllowed: [String] = [], shape: ValueShape = .text,
    isRepeatable: Bool = false,
    isRequired: Bool = false, mayBeAsked: Bool = false, takesEmpty: Bool = false,
    isCommon: Bool = false, help: Bilingual
  ) {
    self.long = long
    self.short = short
    self.placeholder = placeholder
    self.help = help
    self.allowed = allowed
    self.alsoAllowed = alsoAllowed
    self.shape = shape
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
    self.mayBeAsked = mayBeAsked
    self.takesEmpty = takesEmpty
    self.isCommon = isCommon
  }

  /// The same option where a command demands it.
  package var required: Option { demanded(asking: mayBeAsked) }

  /// The same option where a command demands it, and asks for it on a terminal.
  package var asked: Option { demanded(asking: true) }

  private func demanded(asking: Bool) -> Option {
    Option(
      long, short: short, value: placeholder, allowed: allowed, alsoAllowed: alsoAllowed,
      shape: shape, isRepeatable: isRepeatable, isRequired: true, mayBeAsked: asking,
      isCommon: false, help: help)
  }

  /// The option of two commands where neither is named: it takes what either takes.
  func taking(whatTakes other: Option) -> Option {
    let isClosed = !allowed.isEmpty && !other.allowed.isEmpty
    let more = other.allowed.filter { !allowed.contains($0) }
    let others = other.alsoAllowed.filter { !alsoAllowed.contains($0) }
    return Option(
      long, short: short ?? other.short, value: placeholder,
      allowed: isClosed ? allowed + more : [], alsoAllowed: alsoAllowed + others,
      isRepeatable: isRepeatable || other.isRepeatable,
      takesEmpty: takesEmpty || other.takesEmpty, help: help)
  }

  /// Every command has it, without listing it.
  package static let help = Option(
    "help", short: "h", isCommon: true,
    help: Bilingual("Show this help and stop.", zh: "显示本帮助后结束。"))
}
