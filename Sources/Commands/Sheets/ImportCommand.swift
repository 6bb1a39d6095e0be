import Arguments
import CSV
import Domain
import Intake
import Register
import Reports
import Sheets

enum ImportCommand: Command {
  static let path = ["import"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Read the sheets that counties send.", zh: "导入各县报送的表格。"),
    discussion: Bilingual(
      """
      The sheet is recognised by its header, in English or Chinese, and the encoding by its bytes. \
      The whole file is judged before anything is written, and every fault is named with its line. \
      A file with a fault writes nothing unless --accept-valid is given. Several files, or the CSV \
      files of a folder, are taken in the order in which their sheets depend on each other, each an \
      entry of its own. A row takes at most 16 MB and 1,048,576 cells, standard input at most 4 GB.
      """,
      zh: """
        按表头识别表格（中文或英文），按内容识别编码。整个文件先检查、后写入，每处错误都指明行号。\
        有错误的文件不写入任何内容，除非使用 --accept-valid。多个文件或文件夹中的 CSV 文件按表格之间的依赖\
        次序录入，每个文件一张录入单。每行最多 16 MB、1,048,576 个单元格；标准输入最多 4 GB。
        """),
    arguments: [
      Positional(
        "FILE", .many(minimum: 1), shape: .file,
        help: Bilingual(
          "A CSV file, a folder of them, or - for standard input.",
          zh: "CSV 文件、存放 CSV 文件的文件夹，或 - 表示标准输入。"))
    ],
    options: [
      Option(
        "check",
        help: Bilingual("Judge everything and write nothing.", zh: "只检查，不写入。")),
      Option(
        "accept-valid",
        help: Bilingual(
          "Write the sound rows of a file with faults.", zh: "有错误时仍写入无误的行。")),
      Option(
        "complete",
        help: Bilingual(
          "The roster is the whole county: whom it does not name leaves on the day of --on.",
          zh: "花名册为全县完整名册：未列入的人自 --on 之日起离户。")),
      Option(
        "on", value: "DAY",
        help: Bilingual("The day of a complete roster.", zh: "完整花名册的日期。")),
      Option(
        "rejects", value: "PATH", shape: .file,
        help: Bilingual(
          "Where the rows go that were not taken; with --accept-valid else FILE.rejects.csv, of standard input stdin.rejects.csv.",
          zh: "拒收的行写入的文件；使用 --accept-valid 而不写此项时为“文件.rejects.csv”，标准输入为 stdin.rejects.csv。")),
      Option(
        "keep-going",
        help: Bilingual(
          "Go on with the next file where one is refused.", zh: "某个文件被拒收时继续导入其余文件。")),
      Option(
        "month", value: "MONTH",
        help: Bilingual(
          "The month that the sheets are sent for, as report submissions counts them; the month before today unless given.",
          zh: "表格所报的月份，供 report submissions 统计；不写则为上月。")),
      Option(
        "county", value: "CODE",
        help: Bilingual(
          "The county that the files must speak of.", zh: "文件应属于的县（六位代码）。")),
      Option(
        "outside-office",
        help: Bilingual(
          "On a province's register, with a reason: take rows outside --county too.",
          zh: "在省级登记库中，说明原因后也录入 --county 以外的行。")),
      Option(
        "codes", value: "LIST", allowed: CodeChoice.names, isRepeatable: true,
        help: Bilingual(
          "The list by which numbers are read, where several number things differently.",
          zh: "数字代码所用的代码表（不同代码表编号不同时指定）。")),
      Option(
        "digits-kept", value: "REASON",
        help: Bilingual(
          "Take numbers of more than fifteen digits that all end in zeros, and keep why they are so.",
          zh: "录入超过15位而末尾全是0的号码，并记下号码确实如此的原因。")),
      Option(
        "encoding", value: "ENCODING",
        help: Bilingual(
          "The encoding, where it is not to be found out: utf-8, gb18030, utf-16.",
          zh: "文件编码，不自动识别：utf-8、gb18030、utf-16。")),
      Option(
        "all-faults",
        help: Bilingual("Show every fault, not only the first 20.", zh: "显示全部错误，不限前20处。")),
      .output, .force, .register, .officer, .reason, .wait, .json, .dryRun, .quiet,
    ],
    examples: [
      "sixpoint import staff.csv roster.csv --reason \"county report of May\"",
      "sixpoint import roster.csv --accept-valid --json",
      "sixpoint import roster.csv --month 2011-06",
      "sixpoint import SampleData/433123_fenghuang/plans.csv --check",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let encoding = try encoding(arguments, console)
    var options = ImportOptions(today: try console.today())
    options.isCheck = arguments.flag("check") || arguments.flag("dry-run")
    options.acceptsValid = arguments.flag("accept-valid")
    options.reason = try console.reason(arguments)
    if let kept = try console.text("digits-kept", arguments) {
      options.takesDigits = true
      options.reason = [options.reason, kept].compactMap(\.self).joined(separator: "; ")
    }
    options.reportMonth = try reportMonth(arguments, console)
    options.county = try county(arguments, console)
    options.takesOutside = arguments.flag("outside-office")
    options.tellsTownships = !arguments.flag("json")
    let inputs = arguments.positionals("FILE")
    if let path = arguments.value("rejects") {
      if Output.isStandardOutput(path), arguments.flag("json") {
        throw arguments.failure(.conflictingOptions("--rejects -", "--json"))
          .problem(in: console.language)
      }
      try RejectsFile(
        stated: path, source: inputs.first ?? "-", replaces: arguments.flag("force"),
        protected: console.protectedFiles(arguments), console: console
      ).check()
    }
    for list in arguments.values("codes") { _ = options.codes.choose(list) }
    options.completeOn = try completeOn(arguments, console)
    let files = try SheetFiles(inputs, encoding: encoding, console)
    let sources = files.items.map(\.path)
    try console.spareInputs(sources, arguments)
    if options.acceptsValid, !options.isCheck, arguments.value("rejects") == nil {
      try RejectsFile.keepApart(sources, console)
    }
    try keepApart(files, arguments, console)
    let register = try console.openRegister(arguments, writing: true)
    if options.takesOutside { try allowOutside(register, options, console) }
    let author = try console.author(arguments, of: register)
    if files.items.count > 1, arguments.value("rejects") != nil {
      let failure = arguments.failure(.conflictingOptions("--rejects", "FILE FILE"))
      throw failure.problem(in: console.language)
    }
    var run = ImportRun(
      arguments: arguments, console: console, register: register, author: author,
      options: options, encoding: encoding)
    return try run.take(files)
  }

  /// Throws where the result would go to the file that rows not taken go to, by whatever name: one would replace
  /// the other.
  private static func keepApart(
    _ files: SheetFiles, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) {
    guard arguments.writesFile, let output = arguments.value("output") else { return }
    let stated = arguments.value("rejects")
    let sources = arguments.flag("accept-valid") ? files.items.map(\.path) : []
    let paths = stated.map { [$0] } ?? sources.map(RejectsFile.ownPath(of:))
    let destination = System.destination(of: output)
    guard paths.contains(where: { System.destination(of: $0) == destination }) else { return }
    guard stated == nil else {
      throw arguments.failure(.conflictingOptions("--rejects", "--output"))
        .problem(in: console.language)
    }
    throw Problem(
      "conflicting_options",
      console.say(
        "\(output) is where the rows go that are not taken; name another file with -o, or with --rejects",
        "\(output) 是存放拒收行的文件；请用 -o 或 --rejects 另选文件名"), status: .usage)
  }

  /// Only a province answers for several counties, and it says why.
  private static func allowOutside(
    _ register: Register, _ options: ImportOptions, _ console: Console
  ) throws(Problem) {
    guard register.office.level == .province else {
      throw Problem(
        "outside_office",
        console.say(
          "--outside-office is for a province's register; this one is of \(register.office)",
          "--outside-office 只用于省级登记库，本登记库属于 \(register.office)"))
    }
    guard options.reason == nil else { return }
    throw Problem(
      "reason_needed",
      console.say(
        "--outside-office needs a reason; give it with --reason",
        "--outside-office 须说明原因，请用 --reason 填写"))
  }

  static func encoding(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> TextEncoding? {
    guard let name = arguments.value("encoding") else { return nil }
    if let encoding = TextEncoding(spelling: name) { return encoding }
    let failure = arguments.failure(
      .unknownValue(
        name, of: "--encoding", nearest: [], allowed: ["utf-8", "gb18030", "gbk", "utf-16"]))
    throw failure.problem(in: console.language)
  }

  /// The day on which the roster is the whole county. It never goes in with faults.
  private static func completeOn(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> CalendarDate? {
    let day = try console.day(arguments)
    guard arguments.flag("complete") else {
      guard day == nil else {
        throw arguments.failure(.missingOption("--complete")).problem(in: console.language)
      }
      return nil
    }
    if arguments.flag("accept-valid") {
      throw arguments.failure(.conflictingOptions("--complete", "--accept-valid")).problem(
        in: console.language)
    }
    guard let day else {
      throw arguments.failure(.missingOption("--on")).problem(in: console.language)
    }
    return day
  }

  /// The month that the sheets are sent for: one of the years that a register can keep.
  private static func reportMonth(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> YearMonth? {
    guard let month = try console.month(arguments) else { return nil }
    guard 1949...2199 ~= month.year else {
      throw arguments.failure(
        .malformedValue(month.description, of: "--month", example: "2011-06")
      ).problem(in: console.language)
    }
    return month
  }

  private static func county(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> RegionCode? {
    guard let name = arguments.value("county") else { return nil }
    let place = try OfficeName.office(named: name, console)
    guard place.level == .county, let code = RegionCode(place.code) else {
      throw Problem(
        "region_level",
        console.say(
          "\(place.code) \(place.nameEnglish) is no county; give a county",
          "\(place.code) \(place.nameChinese)不是县，请指定县"))
    }
    return code
  }
}
