import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

enum LogCommand: Command {
  static let path = ["log"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Log what was seen or done at a household or project, in one line.",
      zh: "用一行记下在一户或一个项目所见所做。"),
    discussion: Bilingual(
      """
      Without --staff the officer is the one who saw it, by staff number or by a name that only one \
      official bears. Without --on the day is today, at most 31 December of the register's year. \
      The same twice (household, project, day, person, kind, unit and note) is refused.

      On a terminal, where household or kind is not given, it asks for them and for the rest.

      With - or --file, many are logged in one entry, one a line, the words in any order: the number of a \
      household or project, the kind (else a visit), a day, 40%, a number with its unit, an official's number; \
      everything else, and what stands in quotes, is the note. What looks like a day, a kind or a unit and is \
      none is refused outside quotes, and so is a second household. Faults are told by line, and then nothing \
      is written.
      """,
      zh:
        "不写 --staff 时，记录人即经办人，按责任人编号或唯一的姓名对应。不写 --on 时为今天，不晚于登记库年度的12月31日。户、项目、日期、记录人、类别、单位、说明都相同的记录不得重复。\n\n在终端上未写户或类别的，逐项询问。\n\n写 - 或 --file 时一次记录多行，每行一条，词序不限：户编号或项目编号、类别（不写为走访）、日期、40%、数量及单位、责任人编号；其余及引号内的为说明。形似日期、类别或单位而有误的词，以及第二个户编号，不加引号时拒收。有错误的行逐行提示，此时全部不写入。"
    ),
    arguments: [
      Positional(
        "HOUSEHOLD", .optional,
        help: Bilingual(
          "The household's number, or a project's; - reads lines.", zh: "户编号，或项目编号；- 表示读入多行。")),
      Positional(
        "KIND", .optional,
        help: Bilingual(
          "visit, delivery, training, construction, sale, finding or other.",
          zh: "走访、发放、培训、施工、销售、问题或其他。")),
    ],
    options: [
      Option("quantity", value: "N", help: quantityHelp),
      Option(
        "unit", value: "UNIT", takesEmpty: true,
        help: unitHelp),
      Option(
        "percent", value: "PERCENT",
        help: Bilingual("How much is done, 0 to 100.", zh: "完成百分比，0至100。")),
      Option("note", value: "TEXT", takesEmpty: true, help: Bilingual("In words.", zh: "说明。")),
      Option(
        "staff", value: "NO",
        help: Bilingual("Who saw it: a staff number or name.", zh: "记录人：责任人编号或姓名。")),
      Option(
        "on", value: "DAY",
        help: Bilingual(
          "The day: 2011-06-30, today, yesterday.", zh: "日期：2011-06-30、today、yesterday。")),
      Option("project", value: "NO", help: Bilingual("The project it was for.", zh: "所属项目编号。")),
      Option(
        "file", value: "FILE", shape: .file,
        help: Bilingual(
          "A file of lines, each an act; - is standard input.", zh: "多行记录的文件；- 表示标准输入。")),
      .dryRun, .json, .output, .force,
    ] + Option.writing,
    examples: [
      "sixpoint log 4331231042060013 delivery --quantity 12 --unit head --note piglets --staff S433123-0001",
      "sixpoint log 4331231042060013 走访 --staff S433123-0001 --on 2011-06-30",
      "sixpoint log - --staff S433123-0001 <<< '4331231042060013 2011-06-30 屋顶已修好'",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let isInput = arguments.positional("HOUSEHOLD") == "-"
    if let path = arguments.value("file") ?? (isInput ? "-" : nil) {
      let isRead = isInput && arguments.value("file") == nil
      let given = arguments.positional(isRead ? "KIND" : "HOUSEHOLD")
      if let given {
        throw arguments.failure(.unexpectedArgument(given)).problem(in: console.language)
      }
      return try runLines(of: path, arguments, console)
    }
    let arguments = try LogForm.filled(arguments, console)
    let subject = try arguments.number("HOUSEHOLD", console)
    let kindText = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("KIND")
    }
    let kind: ProgressKind = try console.coded(kindText, "KIND", arguments)
    let handIn = try HandIn(arguments, console, corrects: false, tellsEffect: false)
    let note = try note(subject, kind, arguments, handIn)
    let receipt = try handIn.take(note.submission)
    guard receipt.unchanged == 0 else {
      throw Problem(
        "repeated_progress",
        console.say(
          "the same was logged already; if it is another, tell them apart with --note or --unit",
          "相同的记录已经存在；如确为另一条，请用 --note 或 --unit 加以区别"))
    }
    let sentence = try LogSentence(of: note, handIn)
    try DailyReceipt(
      receipt, handIn, sentence: sentence.text, isOfDay: false, more: sentence.write,
      isForOutput: true
    ).print(arguments)
    return .done
  }

  static func note(
    _ subject: String, _ kind: ProgressKind, _ arguments: ParsedArguments, _ handIn: HandIn
  ) throws(Problem) -> ProgressNote {
    let console = handIn.console
    let subjects = LogSubjects(handIn, namesStaff: arguments.value("staff") != nil)
    let project = text(arguments.value("project").map(KeyFolding.fold))
    let isHousehold = try subjects.isHousehold(subject, beside: project)
    var note = ProgressNote(
      household: isHousehold ? subject : nil, project: isHousehold ? project : subject,
      staff: try subjects.official(arguments.value("staff") ?? handIn.author.officer),
      day: handIn.day, kind: kind)
    try fill(&note, arguments, console)
    return note
  }

  private static func fill(
    _ note: inout ProgressNote, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) {
    let arguments = try console.partingUnit(arguments)
    func cell<Value>(
      _ option: String, example: String, _ read: (Span<UInt8>) throws(CellFault) -> Value
    ) throws(Problem) -> Value? {
      guard let text = arguments.value(option) else { return nil }
      do throws(CellFault) { return try CellText.reading(text, read) } catch {
        throw arguments.failure(.malformedValue(text, of: "--" + option, example: example))
          .problem(in: console.language)
      }
    }
    note.quantity = try cell("quantity", example: "12.5", Quantity.read)
    if let quantity = note.quantity, quantity.thousandths < 0 {
      throw arguments.failure(
        .malformedValue(quantity.description, of: "--quantity", example: "12.5")
      ).problem(in: console.language)
    }
    note.percent = try cell(
      "percent", example: console.say("40 (0 to 100)", "40（0 至 100）"), Percent.read)
    note.unit = text(try console.unit(arguments))
    note.note = text(arguments.value("note"))
  }

  /// As a cell of the sheet would be read, so that the same entry by sheet is the same.
  private static func text(_ value: String?) -> String? {
    guard let value else { return nil }
    let bytes = Array(value.utf8)
    let text = CellText.string(bytes.span)
    return text.isEmpty ? nil : text
  }
}
