/// The fixed words of the help.
struct HelpHeadings {
  let language: HelpLanguage

  var usage: String { say("Usage: ", "用法：") }
  var command: String { say("COMMAND", "命令") }
  var commands: String { say("Commands:", "命令：") }
  var arguments: String { say("Arguments:", "参数：") }
  var options: String { say("Options:", "选项：") }
  var commonOptions: String { say("Common options:", "通用选项：") }
  var examples: String { say("Examples:", "示例：") }
  var colon: String { say(":", "：") }
  var required: String { say(" Required.", "必填。") }
  var repeatable: String { say(" May be repeated.", "可重复使用。") }

  func oneOf(_ values: [String]) -> String {
    let list = values.joined(separator: ", ")
    return say(" One of: \(list).", "可选值：\(list)。")
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
