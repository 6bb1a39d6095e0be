import Arguments
import Register
import Reports

enum UpgradeCommand: Command {
  static let path = ["upgrade"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Bring a register of an earlier sixpoint to this one's schema.", zh: "把较早版本的登记库升级到本程序的结构。"),
    discussion: Bilingual(
      """
      A copy of the register as it was is made beside it first, and read through: its pages and its \
      chain. Nothing that was entered changes, and no entry is made. A register of this schema is \
      left alone.
      """,
      zh: "先在登记库旁留一份副本，并核对其页面和链。已录入的内容不变，也不产生录入单。已是本结构的登记库不作改动。"),
    options: [.register, .wait, .json],
    examples: ["sixpoint upgrade", "sixpoint upgrade --json"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let path = try console.registerPath(arguments)
    let wait = try console.worded { () throws(UsageFailure) in
      try arguments.waitMilliseconds()
    }
    let upgrade: Upgrade
    do throws(RegisterFault) {
      upgrade = try Register.upgrade(path: path, waitMilliseconds: Int32(clamping: wait))
    } catch {
      throw console.unopened(error, arguments)
    }
    if arguments.flag("json") {
      var json = JSONText()
      json.object { json in
        json.member("register", path)
        json.member("from", upgrade.from)
        json.member("to", upgrade.to)
        json.member("copy", upgrade.copy)
      }
      json.line()
      try console.print(bytes: json.bytes)
      return .done
    }
    guard let copy = upgrade.copy else {
      try console.print([
        console.say(
          "Nothing to do: \(path) is of schema \(upgrade.to), which this sixpoint writes.",
          "无需升级：\(path) 的结构已是 \(upgrade.to)。")
      ])
      return .done
    }
    try console.print([
      console.say(
        "Upgraded \(path) from schema \(upgrade.from) to \(upgrade.to). As it was: \(copy)",
        "已把 \(path) 由结构 \(upgrade.from) 升级到 \(upgrade.to)。升级前的副本：\(copy)")
    ])
    return .done
  }
}
