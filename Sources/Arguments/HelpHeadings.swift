/// The fixed words of the help.
struct HelpHeadings {
  let language: HelpLanguage

  var usage: String { say("Usage: ", "用法：") }
  var command: String { say("COMMAND", "命令") }
  var commands: String { say("Commands:", "命令：") }
  var arguments: String { say("Arguments:", "参数：") }
  var options: String { say("Options:", "选项：") }
  var optionsWord: String { say("OPTIONS", "选项") }
  var commonOptions: String { say("Common options:", "通用选项：") }
  var examples: String { say("Examples:", "示例：") }
  var colon: String { say(":", "：") }
  private var required: String { say(" Required.", "必填。") }
  private var repeatable: String { say(" May be repeated.", "可重复使用。") }

  /// The help of an option with everything the definition adds to it.
  func explained(_ option: Option) -> String {
    var text = explained(option.help, option.allowed, option.alsoAllowed)
    if option.isRequired { text += required }
    if option.isRepeatable { text += repeatable }
    return text
  }

  func explained(_ argument: Positional) -> String {
    explained(argument.help, argument.allowed, argument.alsoAllowed)
  }

  private func explained(_ help: Bilingual, _ allowed: [String], _ also: [String]) -> String {
    let text = help.text(in: language)
    return allowed.isEmpty ? text : text + oneOf(allowed, also)
  }

  /// The other spellings are Chinese ones, and are told to who reads Chinese.
  private func oneOf(_ values: [String], _ others: [String]) -> String {
    let list = values.joined(separator: ", ")
    let also = others.isEmpty ? "" : "；也可写：" + others.joined(separator: "、")
    return say(" One of: \(list).", "可选值：\(list)\(also)。")
  }

  func more(_ program: String, _ path: [String]) -> String {
    let words = (["help"] + path).joined(separator: " ")
    return say(
      "“\(program) \(words) COMMAND” explains a command.", "“\(program) \(words) 命令”说明某个命令的用法。")
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}
