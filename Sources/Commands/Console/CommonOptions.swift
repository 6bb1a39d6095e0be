import Arguments
import Domain

// The options that many commands share, each defined once. A command includes those it takes.

/// What `--unit` takes (`Console.unit`).
let unitHelp = Bilingual(
  "Of what: \(MeasureUnit.names.joined(separator: ", ")), in Chinese too; anything else as other:WORD.",
  zh: "单位：\(MeasureUnit.allCases.map(\.chinese).joined(separator: "、"))，英文亦可；其他写“其他:单位”。")

/// What `--quantity` takes (`Console.partingUnit`).
let quantityHelp = Bilingual(
  "How much: a number, with its unit where --unit is not given: 12head.",
  zh: "数量；不写 --unit 时可连同单位写，如 12头。")

extension Option {
  package static let register = Option(
    "register", value: "PATH", shape: .file, isCommon: true,
    help: Bilingual(
      "The register; else SIXPOINT_REGISTER, else that of the settings, else register.db in $XDG_DATA_HOME/sixpoint.",
      zh: "登记库文件；不写则依次取 SIXPOINT_REGISTER、设置、$XDG_DATA_HOME/sixpoint/register.db。"))

  package static let officer = Option(
    "officer", value: "NAME", isCommon: true,
    help: Bilingual(
      "Who does this; else SIXPOINT_OFFICER, else that of the settings, else the login name.",
      zh: "经办人；不写则依次取 SIXPOINT_OFFICER、设置、登录名。"))

  package static let lang = Option(
    "lang", value: "LANGUAGE", allowed: HelpLanguage.allCases.map(\.rawValue), isCommon: true,
    help: Bilingual(
      "The language of messages and reports; else by SIXPOINT_LANG, the settings, LC_ALL, LC_MESSAGES or LANG.",
      zh: "消息和报表的语言；不写则依次取 SIXPOINT_LANG、设置、LC_ALL、LC_MESSAGES、LANG。"))

  package static let wait = Option(
    "wait", value: "SECONDS", isCommon: true,
    help: Bilingual(
      "How long to wait while others write to the register; 10 unless given.",
      zh: "登记库被他人占用时等待的秒数；默认 10。"))

  package static let json = Option(
    "json", isCommon: true,
    help: Bilingual("Short for --format json.", zh: "即 --format json。"))

  package static let html = Option(
    "html", isCommon: true,
    help: Bilingual("Short for --format html.", zh: "即 --format html。"))

  package static let output = Option(
    "output", short: "o", value: "FILE", shape: .file, isCommon: true,
    help: Bilingual(
      "Write the result to a file, whole or not at all; - is standard output.",
      zh: "把结果写入文件，要么完整写入，要么不写；- 表示标准输出。"))

  package static let force = Option(
    "force", isCommon: true,
    help: Bilingual(
      "Replace a file that exists; never a register or what belongs to it.",
      zh: "覆盖已存在的文件；登记库及其附属文件除外。"))

  package static let yes = Option(
    "yes", short: "y", isCommon: true,
    help: Bilingual("Do it without asking.", zh: "不再询问，直接执行。"))

  package static let dryRun = Option(
    "dry-run", isCommon: true,
    help: Bilingual("Show what would happen and change nothing.", zh: "只显示结果，不作任何改动。"))

  package static let reason = Option(
    "reason", value: "TEXT", takesEmpty: true, isCommon: true,
    help: Bilingual("Why, kept with the entry.", zh: "事由，随录入单保存。"))

  package static let reveal = Option(
    "reveal", isCommon: true,
    help: Bilingual(
      "Show identity numbers, phones and accounts in full; this is recorded.",
      zh: "完整显示身份证号、电话和账号；该操作会被记录。"))

  package static let quiet = Option(
    "quiet", short: "q", isCommon: true,
    help: Bilingual("No progress and no warnings.", zh: "不显示进度和警告。"))

  /// `--format`, with the forms that the command knows: of `text`, `csv`, `json`, `html`.
  package static func format(_ forms: [String]) -> Option {
    Option(
      "format", value: "FORMAT", allowed: forms, isCommon: true,
      help: Bilingual("The form of the result.", zh: "结果的格式。"))
  }
}

extension Option {
  /// What every daily command takes beside its own: `--on` is the day of the act.
  package static let daily: [Option] = [.actedOn, .dryRun, .json] + writing

  /// `--on` of a command that writes.
  package static let actedOn = Option(
    "on", value: "DAY", isCommon: true,
    help: Bilingual(
      "The day of the act: 2011-06-30, today, yesterday; else today, at most 31 December of the register's year.",
      zh: "发生日期：2011-06-30、today、yesterday；不写则为今天，不晚于登记库年度的12月31日。"))
}

extension ParsedArguments {
  /// The form that `--format`, `--json` or `--html` asks for, else `standard`.
  package func format(standard: String = "text") throws(UsageFailure) -> String {
    let stated = takes("format") ? value("format") : nil
    let short = ["json", "html"].filter { takes($0) && flag($0) }
    guard let form = short.first else { return stated ?? standard }
    if short.count > 1 { throw failure(.conflictingOptions("--json", "--html")) }
    if let stated, stated != form { throw failure(.conflictingOptions("--\(form)", "--format")) }
    return form
  }

  /// Whether the result goes to a file, and not to standard output by whatever name.
  package var writesFile: Bool {
    takes("output") && value("output").map { !Output.isStandardOutput($0) } ?? false
  }

  /// `--wait` in milliseconds: 10 seconds unless given, at most a day.
  package func waitMilliseconds() throws(UsageFailure) -> Int {
    let seconds = takes("wait") ? try integer("wait", in: 0...86_400) : nil
    return (seconds ?? 10) * 1000
  }
}
