import Arguments

/// A small program with every kind of option and argument.
enum SampleTree {
  static let lang = Option(
    "lang", value: "LANGUAGE", allowed: ["en", "zh"], isCommon: true,
    help: Bilingual("The language.", zh: "语言。"))
  static let register = Option(
    "register", value: "PATH", shape: .file, isCommon: true,
    help: Bilingual("The register.", zh: "登记库文件。"))
  static let json = Option("json", isCommon: true, help: Bilingual("As JSON.", zh: "输出 JSON。"))
  static let output = Option(
    "output", short: "o", value: "FILE", shape: .file, isCommon: true,
    help: Bilingual("Write to a file.", zh: "写入文件。"))

  static let importing = CommandDefinition(
    ["import"],
    summary: Bilingual("Read sheets into the register.", zh: "把表格读入登记库。"),
    discussion: Bilingual(
      "Every row is judged before anything is written.\n\nA file with a fault writes nothing.",
      zh: "写入之前逐行核对。\n\n文件有错则不写入任何内容。"),
    arguments: [
      Positional(
        "FILE", .many(minimum: 1), shape: .file, help: Bilingual("A CSV file.", zh: "CSV 文件。"))
    ],
    options: [
      Option("check", short: "c", help: Bilingual("Write nothing.", zh: "只核对，不写入。")),
      Option(
        "county", value: "CODE", isRepeatable: true,
        help: Bilingual("Counties that the files may hold.", zh: "文件可涉及的县。")),
      output, json,
    ],
    examples: ["sixpoint import roster.csv --check", "cat roster.csv | sixpoint import -"])

  static let monthly = CommandDefinition(
    ["report", "monthly"],
    summary: Bilingual("The fulfilment report of a month.", zh: "月度落实情况报表。"),
    options: [
      Option(
        "month", value: "MONTH", isRequired: true, help: Bilingual("The month.", zh: "月份。")),
      Option(
        "by", value: "LEVEL", allowed: ["county", "township", "village", "class"],
        help: Bilingual("One row for each of these.", zh: "按此层级分行。")),
      output, json,
    ],
    examples: ["sixpoint report monthly --month 2011-06 --by county -o june.csv"])

  static let staff = CommandDefinition(
    ["report", "staff"], summary: Bilingual("The load of each person.", zh: "各责任人的负担。"),
    arguments: [
      Positional("OFFICE", help: Bilingual("The office.", zh: "单位。")),
      Positional(
        "KIND", .optional, allowed: ["load", "gaps"], help: Bilingual("What to list.", zh: "列出内容。")),
    ],
    examples: ["sixpoint report staff 433123 load"])

  static let version = CommandDefinition(
    ["version"], summary: Bilingual("The version.", zh: "版本号。"), examples: ["sixpoint version"])

  static let words = PlaceholderWords(chinese: [
    "CODE": "代码", "FILE": "文件", "KIND": "类别", "LANGUAGE": "语言", "LEVEL": "层级", "MONTH": "月份",
    "OFFICE": "单位", "PATH": "路径", "report KIND": "内容",
  ])

  static let tree = make([importing, monthly, staff, version])

  static func make(_ commands: [CommandDefinition]) -> CommandTree {
    CommandTree(
      program: "sixpoint", summary: Bilingual("A register.", zh: "登记库。"),
      commands: commands.map { CommandEntry($0) },
      groups: [CommandGroup(["report"], summary: Bilingual("Figures.", zh: "各类报表。"))],
      everywhere: [register, lang], placeholderWords: words)
  }

  static func run(_ arguments: [String]) throws(UsageFailure) -> ParsedArguments? {
    if case .run(let parsed) = try tree.parse(arguments) { parsed } else { nil }
  }
}

/// Columns by a rule that is enough for these texts: everything from U+2E80 on is wide.
func columns(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
}
