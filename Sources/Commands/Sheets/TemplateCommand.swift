import Arguments
import CSV
import Intake
import Sheets

// A template is a sheet that imports as it is: the header on its first line, and below it one remark a
// column, which the importer passes over wherever it stands. Rows may be filled in above the remarks,
// below them, or in their place.

enum TemplateCommand: Command {
  static let definition = CommandDefinition(
    ["template"],
    summary: Bilingual("Print the header of a sheet, to be filled in.", zh: "输出表格的表头，供填写。"),
    discussion: Bilingual(
      """
      The first line is the header; then comes a line of guidance for each column, which import \
      passes over, so that rows may be filled in above or below them. A file made with -o begins \
      with a byte order mark, so that a spreadsheet opens it as UTF-8.
      """,
      zh: "首行为表头，其后每列一行说明；导入时跳过说明行，数据填在其上或其下均可。用 -o 生成的文件带有字节顺序标记，电子表格可按 UTF-8 打开。"),
    arguments: [
      Positional(
        "SHEET", allowed: Sheet.all.map(\.name), alsoAllowed: Sheet.all.map(\.chinese),
        help: Bilingual("The sheet.", zh: "表格。"))
    ],
    options: [.encoding, .output, .force],
    examples: ["sixpoint template roster", "sixpoint template roster --lang zh -o new_roster.csv"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let name = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("SHEET")
    }
    guard let sheet = Sheet.named(name) else {
      preconditionFailure("the argument takes the names of sheets alone")
    }
    let isFile = arguments.value("output").map { $0 != "-" } ?? false
    let stated = try console.worded { () throws(UsageFailure) in try arguments.writtenForm() }
    let bytes = text(of: sheet, console, form: stated ?? TextForm(hasByteOrderMark: isFile))
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
    return writer.bytes
  }

  /// `Note: household_no (required): The household number`
  private static func guidance(of column: Column, _ console: Console) -> String {
    var text = console.say("Note: \(column.name)", "注：\(column.chinese)")
    if column.isRequired { text += console.say(" (required)", "（必填）") }
    text += console.say(": ", "：") + console.say(column.guidance.english, column.guidance.chinese)
    let names = column.kind.allowedNames
    if !names.isEmpty && console.language == .english && column.kind != .withdraw {
      let missing = names.filter { !column.guidance.english.contains($0) }
      if missing.count == names.count { text += " (\(names.joined(separator: ", ")))" }
    }
    return text
  }
}
