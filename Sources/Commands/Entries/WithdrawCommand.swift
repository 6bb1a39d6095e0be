import Arguments
import Domain
import Intake
import Register
import Sheets

enum WithdrawCommand: Command {
  static let path = ["withdraw"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Take one fact back.", zh: "撤回一条记录。"),
    discussion: Bilingual(
      """
      KEY is the sheet's key columns, each as column=value, or the values alone in their order with \
      commas between them. A person of a roster is household_no and resident_id, or household_no and \
      name. It is refused, naming them, where other facts rest on the fact.
      """,
      zh: """
        关键值指明表格的关键列，写作 列=值，或按次序以逗号分隔各值。花名册中的人以户编号加身份证号码，或户编号加姓名指明。\
        如有其他记录以其为依据，则予拒绝并指明。
        """),
    arguments: [
      Positional(
        "SHEET", allowed: Sheet.all.map(\.name), alsoAllowed: Sheet.all.map(\.chinese),
        help: Bilingual("The sheet that the fact is of.", zh: "记录所属的表格。")),
      Positional(
        "KEY", .many(minimum: 0),
        help: Bilingual(
          "Which fact: column=value … or value,value, of the sheet's key columns; left out, they are named.",
          zh: "哪条记录：按关键列写 列=值 …… 或 值,值；不写则列出关键列。")),
    ],
    options: Option.writing + [.yes, .dryRun, .json, .output, .force],
    examples: [
      "sixpoint withdraw plans 4331231042060013,2011-03-26 --reason \"wrong household\"",
      "sixpoint withdraw assignments household_no=4331231042060013 role=contact since=2011-02-26 --reason error",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let sheet = try console.worded { () throws(UsageFailure) in
      _ = try arguments.requiredValue("reason")
      return try arguments.requiredPositional("SHEET")
    }
    guard let sheet = Sheet.named(sheet) else {
      preconditionFailure("the argument takes the names of sheets alone")
    }
    let cells = try WithdrawalKey(sheet, arguments.positionals("KEY")).cells(console)
    let handIn = try HandIn(arguments, console)
    let words = cells.map { cell in
      let name = console.say(cell.column, sheet.column(cell.column)?.chinese ?? cell.column)
      return "\(name)=\(WithdrawalKey.shown(cell, of: sheet))"
    }.joined(separator: " ")
    if !handIn.options.isCheck && !arguments.flag("yes") && console.questions.canAsk {
      try console.confirm(
        console.say("Take back \(sheet.name) \(words)? ", "撤回 \(sheet.chinese) \(words)？"))
    }
    let receipt = try handIn.take(
      CellsSubmission(
        command: "withdraw \(sheet.name)", sheet,
        rows: [cells + [("withdraw", Sheet.withdrawWord)]]))
    try DailyReceipt(
      receipt, handIn,
      sentence: receipt.changed == 0
        ? console.say(
          "\(sheet.name) \(words) was taken back before", "\(sheet.chinese) \(words) 先前已撤回")
        : console.say("\(sheet.name) \(words) is taken back", "撤回 \(sheet.chinese) \(words)"),
      isOfDay: false, isForOutput: true
    ).print(arguments)
    return .done
  }
}

/// The key as the command line gives it.
struct WithdrawalKey {
  private let sheet: Sheet
  private let words: [String]

  init(_ sheet: Sheet, _ words: [String]) {
    self.sheet = sheet
    self.words = words
  }

  /// The key columns, in the order in which their values are taken.
  private func malformed(_ console: Console) -> Problem {
    let columns = sheet.keyColumns
    let order = columns.map { console.say($0.name, $0.chinese) }.joined(separator: ",")
    return Problem(
      "malformed_key",
      console.say(
        "the key of \(sheet.name) is \(order); give these or column=value",
        "\(sheet.chinese) 的关键列为 \(order)，请按此填写，或写 列=值"), status: .usage)
  }

  /// The cells by their columns: `column=value` where the first word begins with a column of the sheet,
  /// else values in the order of the key, apart by commas.
  func cells(_ console: Console) throws(Problem) -> [(column: String, text: String)] {
    let pieces = words.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard let first = pieces.first else { throw malformed(console) }
    guard pair(first) != nil else { return try values(pieces.map(String.init), console) }
    var cells: [(column: String, text: String)] = []
    for piece in pieces {
      if let pair = pair(piece) {
        cells.append(pair)
      } else if let last = cells.popLast() {
        // A comma inside a value.
        cells.append((last.column, last.text + "," + piece))
      }
    }
    return cells
  }

  private func pair(_ piece: Substring) -> (column: String, text: String)? {
    guard let equals = piece.firstIndex(of: "=") else { return nil }
    let name = String(piece[..<equals])
    guard let column = sheet.columns.first(where: { $0.name == name || $0.chinese == name }),
      column.kind != .withdraw
    else { return nil }
    return (column.name, String(piece[piece.index(after: equals)...]))
  }

  private func values(
    _ values: [String], _ console: Console
  ) throws(Problem) -> [(column: String, text: String)] {
    var columns = sheet.keyColumns.map(\.name)
    // The second value of a person is an ID, or a name where it is no number.
    if sheet.name == Sheet.roster.name, values.count > 1,
      values[1].unicodeScalars.first.map({ !("0"..."9").contains($0) }) ?? false
    {
      columns.removeAll { $0 == "resident_id" }
    }
    // A person is known by less than all of the key.
    let needed =
      sheet.name == Sheet.roster.name
      ? 1 : (sheet.keyColumns.lastIndex(where: \.isRequired) ?? 0) + 1
    guard needed...columns.count ~= values.count else { throw malformed(console) }
    return zip(columns, values).map { ($0, $1) }
  }

  /// A cell as messages show it.
  static func shown(_ cell: (column: String, text: String), of sheet: Sheet) -> String {
    // The person of an event is written by ID or by name.
    let isID = cell.column == "member" && cell.text.allSatisfy { !$0.isLetter || $0 == "X" }
    return CellMask.masked(
      cell.text, as: isID ? .residentID : sheet.column(cell.column)?.kind ?? .text)
  }
}
