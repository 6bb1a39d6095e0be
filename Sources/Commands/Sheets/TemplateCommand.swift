import Arguments
import CSV
import Intake
import Sheets
import Workbook

// A template is a sheet that imports as it is: the header on its first line, and below it one remark a
// column, which the importer passes over wherever it stands. Rows may be filled in above the remarks,
// below them, or in their place.

enum TemplateCommand: Command {
  static let path = ["template"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Print the header of a sheet, to be filled in.", zh: "输出表格的表头，供填写。"),
    discussion: Bilingual(
      """
      The first line is the header; then comes a line of guidance for each column, which import \
      passes over, so that rows may be filled in above or below them. A file made with -o begins \
      with a byte order mark, so that a spreadsheet opens it as UTF-8.

      With --format xlsx it is a workbook whose columns are text, so that a spreadsheet changes no digit \
      and turns no day round; columns of certain words have a list to choose from, and the second page says \
      what each column takes. Fill in the first page and save it as CSV.
      """,
      zh:
        "首行为表头，其后每列一行说明；导入时跳过说明行，数据填在其上或其下均可。用 -o 生成的文件带有字节顺序标记，电子表格可按 UTF-8 打开。\n\n写 --format xlsx 则生成工作簿：各列均为文本格式，数字不丢位、日期不变形；取值固定的列可从列表中选择；第二页说明各列填法。填好第一页后另存为 CSV。"
    ),
    arguments: [
      Positional(
        "SHEET", allowed: Sheet.all.map(\.name), alsoAllowed: Sheet.all.map(\.chinese),
        help: Bilingual("The sheet.", zh: "表格。"))
    ],
    options: [.format(["csv", "xlsx"]), .encoding, .output, .force],
    examples: [
      "sixpoint template roster", "sixpoint template roster --lang zh -o new_roster.csv",
      "sixpoint template roster --lang zh --format xlsx -o new_roster.xlsx",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let name = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("SHEET")
    }
    guard let sheet = Sheet.named(name) else {
      preconditionFailure("the argument takes the names of sheets alone")
    }
    let format = try console.worded { () throws(UsageFailure) in
      try arguments.format(standard: "csv")
    }
    if format == "xlsx" {
      guard console.columns(arguments) == nil else {
        throw arguments.failure(.missingOption("--output")).problem(in: console.language)
      }
      try console.print(bytes: workbook(of: sheet, console).bytes, arguments)
      return .done
    }
    let stated = try console.worded { () throws(UsageFailure) in try arguments.writtenForm() }
    let form = stated ?? TextForm(hasByteOrderMark: arguments.writesFile)
    let bytes = text(of: sheet, console, form: form)
    try console.print(arguments) { (output: inout Output) throws(OutputFault) in
      try output.write(bytes)
    }
    return .done
  }

  private static func text(
    of sheet: Sheet, _ console: Console, form: TextForm
  ) -> [UInt8] {
    var options = RecordWriter.Options(form: form)
    options.lineEnd = .lf
    var writer = RecordWriter(options: options)
    writer.write(sheet.columns.map { console.say($0.name, $0.chinese) })
    for column in sheet.columns {
      let empty = [String](repeating: "", count: sheet.columns.count - 1)
      writer.write([guidance(of: column, console)] + empty)
    }
    let empty = [String](repeating: "", count: sheet.columns.count - 1)
    writer.write([console.say("Note: ", "注：") + key(of: sheet, console)] + empty)
    return writer.bytes
  }

  /// `key columns: household_no, role, since`
  private static func key(of sheet: Sheet, _ console: Console) -> String {
    let columns = sheet.keyColumns.map { console.say($0.name, $0.chinese) }
    return console.say("key columns: ", "关键列：")
      + columns.joined(separator: console.say(", ", "、"))
  }

  /// `Note: household_no (required): The household number`
  private static func guidance(of column: Column, _ console: Console) -> String {
    console.say("Note: \(column.name)", "注：\(column.chinese)") + explained(column, console)
  }

  /// ` (required): The household number`, with what the guidance does not say itself: the words that the column
  /// takes, or how its kind is written.
  private static func explained(_ column: Column, _ console: Console) -> String {
    let guidance = console.say(column.guidance.english, column.guidance.chinese)
    let text =
      (column.isRequired ? console.say(" (required)", "（必填）") : "") + console.say(": ", "：")
    guard let more = unsaid(column, guidance, console) else { return text + guidance }
    // A guidance that only repeats the header says less than the form alone.
    if guidance == column.chinese { return text + more }
    return text + guidance + console.say(" (\(more))", "（\(more)）")
  }

  /// Nil where the guidance says it.
  private static func unsaid(
    _ column: Column, _ guidance: String, _ console: Console
  ) -> String? {
    let words = column.kind.allowedWords.map { console.say($0.name, $0.chinese) }
    if !words.isEmpty {
      let isSaid = column.kind == .withdraw || words.contains { guidance.contains($0) }
      return isSaid ? nil : words.joined(separator: console.say(", ", "、"))
    }
    // A guidance with digits shows a form of its own.
    guard let form = column.form,
      !guidance.contains(where: { $0.isASCII && $0.isNumber })
    else { return nil }
    let said = console.say(form.english, form.chinese)
    return guidance.contains(said) ? nil : said
  }

  private static func workbook(of sheet: Sheet, _ console: Console) -> FormWorkbook {
    FormWorkbook(
      names: FormWorkbook.PageNames(
        form: console.say(sheet.name, sheet.chinese), guide: console.say("guide", "填表说明"),
        choices: console.say("choices", "可选值")),
      columns: sheet.columns.map { column in
        let name = console.say(column.name, column.chinese)
        return FormWorkbook.Column(
          title: name, isRequired: column.isRequired,
          choices: column.kind.offeredWords.map { console.say($0.name, $0.chinese) },
          guidance: name + explained(column, console))
      },
      guideTitles: [console.say("Column", "列"), console.say("What it takes", "填法")])
  }
}
