import Arguments
import CSV
import Intake
import Reports
import Sheets

enum PreviewCommand: Command {
  static let path = ["preview"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Show what the reader sees in a file.", zh: "查看读取文件所得的内容。"),
    discussion: Bilingual(
      """
      Encoding, delimiter, header row, recognised columns and the first rows. --json --all gives \
      every row, the first included, as an array of arrays of strings, whether the file is a known \
      sheet or not; valid resident IDs and mobile numbers in it are masked unless --reveal is given, \
      which needs a register and is recorded in it. Rows that import would refuse are refused here too; --lenient reads on past \
      ragged rows and stray quotes, keeps them, and names each.
      """,
      zh: """
        显示编码、分隔符、表头行、识别的列和前几行。--json --all 以字符串数组的数组给出全部行（含首行），\
        不论是否为已知表格；其中有效的身份证号和手机号予以遮盖，除非用 --reveal（须有登记库，并记入其中）。导入会拒收的行在此同样拒绝；--lenient 遇到单元格数不齐的行和多余的引号时继续读取并逐一指明。
        """),
    arguments: [
      Positional(
        "FILE", shape: .file,
        help: Bilingual("A CSV file, or - for standard input.", zh: "CSV 文件，或 - 表示标准输入。"))
    ],
    options: [
      Option("all", help: Bilingual("Every row, not only the first 10.", zh: "全部行，不限前10行。")),
      Option(
        "lenient",
        help: Bilingual(
          "Read on past ragged rows and stray quotes.", zh: "遇到不齐的行和多余的引号时继续读取。")),
      Option(
        "encoding", value: "ENCODING",
        help: Bilingual(
          "The encoding, where it is not to be found out: utf-8, gb18030, utf-16.",
          zh: "文件编码，不自动识别：utf-8、gb18030、utf-16。")),
      .reveal, .format(["text", "json"]), .json, .output, .force,
    ] + Option.writing,
    examples: [
      "sixpoint preview SampleData/433123_fenghuang/roster.csv",
      "sixpoint preview SampleData/433123_fenghuang/roster.csv --json --all",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let path = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("FILE")
    }
    let encoding = try ImportCommand.encoding(arguments, console)
    let file = try SheetFiles.open(path, encoding: encoding, console)
    let reveals = try console.reveals(arguments)
    let wantsAll = arguments.flag("all")
    let wantsJSON =
      try console.worded { () throws(UsageFailure) in try arguments.format() } == "json"
    let preview = Preview(
      file: file, isLenient: arguments.flag("lenient"), reveals: reveals, console: console)
    try preview.judge()
    if reveals {
      let register = try console.openRegister(arguments, writing: true)
      try console.recordReveal("reveal preview \(file.name)", arguments, in: register)
    }
    let columns = console.columns(arguments)
    try console.print(arguments, readers: reveals ? .ownerOnly : .byMask) {
      (output: inout Output) throws(OutputFault) in
      switch (wantsJSON, wantsAll) {
      case (true, true): try preview.writeRows(to: &output)
      case (true, false): try preview.writeSummary(to: &output)
      case (false, _): try preview.writeText(to: &output, all: wantsAll, within: columns)
      }
    }
    return .done
  }
}
