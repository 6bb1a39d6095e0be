import Arguments
import Domain
import Markup
import Register
import Reports

enum CheckCommand: Command {
  static let path = ["check"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Check the register: file, rules, figures, balances, entries and chain.",
      zh: "检查登记库：文件、规则、汇总数、余额、录入单和链。"),
    discussion: Bilingual(
      """
      Every finding is one line that begins with its rule. Status 0 where there is none, 1 where \
      there is. Nothing is changed.
      """,
      zh: "每个问题一行，以规则名开头。没有问题时状态为0，有问题时为1。不作任何改动。"),
    options: [.format(["text", "json"]), .json, .output, .force, .quiet] + Option.reading,
    examples: ["sixpoint check", "sixpoint check --json"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let report = try console.working(on: register) { () throws(Problem) in
      try console.worded { () throws(RegisterFault) in try register.check() }
    }
    let words = CheckWords(console: console)
    try console.print(
      arguments,
      text: { _ in
        let lines = report.findings.map { "\($0.rule): \(words.line($0))".neutralised }
        return Array((lines + [words.summary(report)]).map { $0 + "\n" }.joined().utf8)
      }, json: { words.json(report) })
    return report.findings.isEmpty ? .done : .refused
  }
}
