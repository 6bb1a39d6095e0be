import Arguments
import Domain

extension Problem {
  /// Words a usage failure. What was typed is put in quotes, what to type is not.
  package init(_ failure: UsageFailure, program: String = "sixpoint", language: Language) {
    let words = UsageWords(
      language: language, path: failure.command, place: Self.place(of: failure, program: program))
    let (rule, message) = words.telling(failure.fault)
    let command = failure.command.joined(separator: " ")
    let prefix = command.isEmpty ? "" : command + (language == .chinese ? "：" : ": ")
    self.init(rule, PersonalNumbers.masked(prefix + message), status: .usage)
  }

  /// Where to read on: `sixpoint help report monthly`.
  private static func place(of failure: UsageFailure, program: String) -> String {
    ([program, "help"] + failure.command.filter { $0 != "help" }).joined(separator: " ")
  }
}

private struct UsageWords {
  let language: Language
  /// Of the command, as far as it was understood.
  let path: [String]
  let place: String

  func telling(_ fault: UsageFailure.Fault) -> (rule: String, message: String) {
    switch fault {
    case .missingCommand(let choices):
      ("missing_command", say("name a command: ", "请写明命令：") + listed(choices, most: 40))
    case .unknownCommand(let word, let nearest):
      ("unknown_command", say("unknown command “\(word)”", "没有命令“\(word)”") + meant(nearest))
    case .unknownOption(let option, let nearest):
      ("unknown_option", say("unknown option “\(option)”", "没有选项“\(option)”") + meant(nearest))
    case .missingValue(let option, let placeholder):
      (
        "missing_value",
        say(
          "\(option) needs a value: \(option) \(placeholder)",
          "\(option) 需要一个值：\(option) \(word(placeholder))") + dashHint(option)
      )
    case .unexpectedValue(let value, let option):
      (
        "unexpected_value",
        say("\(option) takes no value, but was given “\(value)”", "\(option) 不带值，却写了“\(value)”")
      )
    case .repeatedOption(let option):
      ("repeated_option", say("\(option) is given twice; give it once", "\(option) 重复，只能写一次"))
    case .conflictingOptions(let first, let second):
      (
        "conflicting_options",
        say(
          "\(first) and \(second) do not go together",
          "\(leading(first))与\(leading(following(second)))不能同时使用")
      )
    case .missingOption, .missingArgument, .unexpectedArgument, .emptyValue, .notText:
      tellingPresence(fault)
    case .unknownValue, .malformedValue, .valueOutOfRange:
      tellingValue(fault)
    }
  }

  private func tellingPresence(_ fault: UsageFailure.Fault) -> (rule: String, message: String) {
    switch fault {
    case .missingOption(let option):
      ("missing_option", say("\(option) is needed", "缺少 \(option)") + see)
    case .missingArgument(let name):
      ("missing_argument", say("\(name) is needed", "缺少\(following(name))") + see)
    case .unexpectedArgument(let word):
      ("unexpected_argument", say("unexpected argument “\(word)”", "多余的参数“\(word)”") + see)
    case .emptyValue(let name):
      ("empty_value", say("\(name) is empty; write a value", "\(leading(name))是空的，请填写") + see)
    case .notText(let word, let place):
      (
        "invalid_bytes",
        say(
          "argument \(place), “\(word)”, has bytes that are no UTF-8; type it again in a terminal set to UTF-8",
          "第 \(place) 个参数“\(word)”含有不属于 UTF-8 的字节；请把终端设为 UTF-8 后重新输入")
      )
    default: ("usage", see)
    }
  }

  private func tellingValue(_ fault: UsageFailure.Fault) -> (rule: String, message: String) {
    switch fault {
    case .unknownValue(let value, let name, let nearest, let allowed):
      (
        "unknown_value",
        say("\(name) does not know “\(value)”", "\(leading(name))不认识“\(value)”")
          + (nearest.isEmpty
            ? say("; one of: ", "，可选：") + listed(allowed, most: 60) : meant(nearest))
      )
    case .malformedValue(let value, let name, let example):
      (
        "malformed_value",
        say(
          "\(name) cannot be “\(value)”; write it like \(example)",
          "\(leading(name))不能是“\(value)”，应写作 \(example) 这样")
      )
    case .valueOutOfRange(let value, let name, let lowest, let highest):
      (
        "value_out_of_range",
        say(
          "\(name) cannot be “\(value)”; a whole number from \(lowest) to \(highest)",
          "\(leading(name))不能是“\(value)”，应为 \(lowest) 至 \(highest) 的整数")
      )
    default: ("usage", see)
    }
  }

  /// The Chinese word of an argument or a value; an option is written as it is.
  private func word(_ name: String) -> String {
    Program.placeholderWords.word(name, of: path, in: .chinese)
  }

  /// Before Chinese: a name in Latin letters is set off by a space.
  private func leading(_ name: String) -> String {
    let word = word(name)
    return word.last?.isASCII == true ? word + " " : word
  }

  /// Behind Chinese.
  private func following(_ name: String) -> String {
    let word = word(name)
    return word.first?.isASCII == true ? " " + word : word
  }

  private var see: String { say("; see “\(place)”", "，用法见“\(place)”") }

  /// The commonest way to miss a value is one that begins with a dash.
  private func dashHint(_ option: String) -> String {
    guard option.hasPrefix("--") else { return "" }
    return say("; one that begins with a dash as \(option)=-…", "；以“-”开头的值写作 \(option)=-…")
  }

  private func meant(_ nearest: [String]) -> String {
    language.meant(nearest, else: see)
  }

  private func listed(_ choices: [String], most: Int) -> String {
    let shown = choices.prefix(most).joined(separator: ", ")
    return choices.count > most ? shown + ", …" : shown
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}
