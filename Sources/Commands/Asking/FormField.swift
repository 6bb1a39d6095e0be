import Arguments
import Domain
import Reports

/// One thing that a form asks for: where the answer goes, in what words it is asked, and what is taken.
struct FormField {
  enum Place {
    case option(String)
    case positional(String)

    func value(in arguments: ParsedArguments) -> String? {
      switch self {
      case .option(let name): arguments.value(name)
      case .positional(let name): arguments.positional(name)
      }
    }

    func adding(_ value: String, to arguments: ParsedArguments) -> ParsedArguments {
      switch self {
      case .option(let name): arguments.adding(option: name, value)
      case .positional(let name): arguments.adding(positional: name, value)
      }
    }
  }

  /// One of a few answers, chosen by its number or its word.
  struct Choice {
    /// What the command line would say.
    let value: String
    /// What a person reads.
    let words: String
    /// Whether the list has the value behind the words, which a person may know it by.
    var tellsValue = false

    init(value: String, words: String) { (self.value, self.words) = (value, words) }

    /// A code with the word that reports have for it, and in English its own where the two differ.
    init(code: String, in vocabulary: Vocabulary, _ console: Console) {
      value = code
      words = vocabulary.word(for: code, in: console.language.ofReports)
      tellsValue =
        console.language == .english && words != String(code.map { $0 == "_" ? " " : $0 })
    }
  }

  typealias Words = (english: String, chinese: String)

  let place: Place
  /// What is asked for, as the question and the summary call it.
  let words: Words
  /// What an answer may look like, in brackets behind the name.
  var hint: Words?
  /// The sheet's column that judges the answer; nil where `reading` alone does.
  var column: String?
  var isRequired = false
  /// What an empty answer means; nil where it leaves the field out, or asks again where that may not be.
  var standard: String?
  /// How the summary and the question show a value; nil: as it is, personal numbers masked.
  var shown: ((String) -> String)?
  var choices: [Choice] = []
  /// Whether the value is the day of the act.
  var setsDay = false
  /// Throws where a value that the command line gives is none, so that nobody answers all the rest first.
  var checking: ((String) throws(Problem) -> Void)?
  /// Turns what was typed into a value of the command line; nil: it is one.
  var reading: ((String) throws(Problem) -> String)?

  func name(_ console: Console) -> String { console.say(words.english, words.chinese) }

  /// `day (year-month-day; empty: 2011-06-30)`.
  func question(_ console: Console) -> String {
    var parts: [String] = []
    if !choices.isEmpty {
      parts.append(console.say("1 to \(choices.count)", "1 至 \(choices.count)"))
    }
    if let hint { parts.append(console.say(hint.english, hint.chinese)) }
    if let standard {
      let value = shown?(standard) ?? PersonalNumbers.masked(standard)
      parts.append(console.say("empty: \(value)", "回车为 \(value)"))
    } else if !isRequired {
      parts.append(console.say("empty: none", "没有则回车"))
    }
    guard !parts.isEmpty else { return name(console) }
    let inside = parts.joined(separator: console.say("; ", "；"))
    return name(console) + console.say(" (\(inside))", "（\(inside)）")
  }

  /// The choices with their numbers, as many on a line as fit.
  func choiceLines(_ console: Console) -> [String] {
    let limit = Terminal(.error, environment: console.environment).columns
    var lines: [String] = []
    for (place, choice) in choices.enumerated() {
      let value = choice.tellsValue ? " (\(choice.value))" : ""
      let item = "  \(place + 1) \(choice.words)\(value)"
      if let last = lines.last, DisplayWidth.of(last) + DisplayWidth.of(item) <= limit - 1 {
        lines[lines.count - 1] = last + item
      } else {
        lines.append(item)
      }
    }
    return lines
  }

  func read(_ text: String, _ console: Console) throws(Problem) -> String {
    let folded = KeyFolding.fold(text)
    if let place = FormField.place(of: text, among: choices) { return choices[place].value }
    let said = choices.first { [text, folded].contains($0.value) || $0.words == text }
    if let said { return said.value }
    if !choices.isEmpty, Int(folded) != nil {
      throw FormField.noNumber(text, of: choices, console)
    }
    return try reading?(text) ?? text
  }

  /// The place of the choice whose number in the list, from 1, is typed; nil where it is none's.
  static func place(of text: String, among choices: [Choice]) -> Int? {
    guard let number = Int(KeyFolding.fold(text)), number > 0, number <= choices.count else {
      return nil
    }
    return number - 1
  }

  /// Why an answer is none where a number of the list is needed.
  static func noNumber(_ text: String, of choices: [Choice], _ console: Console) -> Problem {
    let typed = PersonalNumbers.masked(text)
    return Problem(
      "value_out_of_range",
      console.say(
        "“\(typed)” is no number of the list; 1 to \(choices.count)",
        "“\(typed)”不是列表中的序号，应为 1 至 \(choices.count)"))
  }
}
