import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

/// Asks for a household field by field.
///
/// Every answer is judged at once with all that was said before, as the rows of a roster that are not written,
/// so that the field gets the sheet's own verdict in its own words and is asked again. Nothing is written
/// before the summary is confirmed.
struct EnrolForm {
  private(set) var handIn: HandIn
  private var number: String
  private let arguments: ParsedArguments
  private var console: Console { handIn.console }

  /// Whether somebody sits there, and the command line does not say who lives where.
  static func isWanted(_ arguments: ParsedArguments, _ console: Console) -> Bool {
    Form.isWanted(arguments, console)
      && (arguments.value("village") == nil || arguments.value("head") == nil)
  }

  /// The arguments with the household's number, which is asked for where they lack it.
  static func numbered(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ParsedArguments {
    guard arguments.positional("HOUSEHOLD") == nil, Form.isWanted(arguments, console) else {
      return arguments
    }
    return arguments.adding(positional: "HOUSEHOLD", try askNumber(console))
  }

  private static func askNumber(_ console: Console) throws(Problem) -> String {
    while true {
      let number = try Form.answer(
        console.say("number of the household", "户编号"), console)
      if !number.isEmpty { return number }
      Form.tellNeeded(console)
    }
  }

  init(_ number: String, _ arguments: ParsedArguments, _ handIn: HandIn) {
    self.number = number
    self.arguments = arguments
    self.handIn = handIn
  }

  /// One cell that is asked for.
  private struct Field {
    let column: String
    let question: (english: String, chinese: String)
    /// Whether an empty answer is asked again; else it leaves the cell out.
    var isRequired = false
    /// Not asked where the row has a cell of this column, which says it.
    var unless: String?
    /// The codes of a short list, chosen by number as in every form; another spelling may be typed.
    var codes: [String] = []
    /// The words for the codes.
    var vocabulary = Vocabulary([:])

    func asking(_ console: Console) -> FormField {
      FormField(
        place: .option(""), words: question, isRequired: isRequired || codes.isEmpty,
        choices: codes.map { FormField.Choice(code: $0, in: vocabulary, console) })
    }
  }

  private static let head = [
    Field(column: "name", question: ("name of the head", "户主姓名"), isRequired: true),
    Field(column: "resident_id", question: ("resident ID (empty: none)", "身份证号码（没有则回车）")),
    Field(
      column: "birth_date",
      question: ("birth date, year-month-day (empty: unknown)", "出生日期（不详则回车）"),
      unless: "resident_id"),
    Field(
      column: "sex", question: ("sex, male or female (empty: unknown)", "性别（男、女，不详则回车）"),
      unless: "resident_id"),
    Field(
      column: "class",
      question: ("class", "户属性"),
      codes: HouseholdClass.names, vocabulary: .classes),
    Field(column: "phone", question: ("phone (empty: none)", "联系电话（没有则回车）")),
    Field(column: "account_no", question: ("bank account (empty: none)", "一卡通账号（没有则回车）")),
  ]

  private static let member = [
    Field(
      column: "relation",
      question: ("relation to the head", "与户主关系"), isRequired: true,
      codes: Relation.Base.names.filter { $0 != Relation.Base.head.name }, vocabulary: .relations),
    Field(column: "resident_id", question: ("resident ID (empty: none)", "身份证号码（没有则回车）")),
    Field(
      column: "birth_date", question: ("birth date (empty: unknown)", "出生日期（不详则回车）"),
      unless: "resident_id"),
  ]

  mutating func fill() throws(Problem) -> Enrolment {
    let village = try askVillage()
    try judgeNumber(in: village)
    var head: RowCells = arguments.cells(["head": "name"]) + Enrolment.given(arguments)
    for field in EnrolForm.head {
      head = try asked(field, of: head, at: 1) { cells in
        Enrolment(number: number, village: village, day: handIn.day, head: cells).rows
      }
    }
    var enrolment = Enrolment(number: number, village: village, day: handIn.day, head: head)
    enrolment.members = try Enrolment.members(arguments, console)
    try askMembers(of: &enrolment)
    try askDay(of: &enrolment)
    if !handIn.options.isCheck { try confirm(enrolment) }
    return enrolment
  }

  private func askVillage() throws(Problem) -> Region {
    if let text = arguments.value("village") { return try handIn.village(text) }
    while true {
      let text = try answer("village, code or name", "所在村（编码或名称）")
      guard !text.isEmpty else {
        Form.tellNeeded(console)
        continue
      }
      do throws(Problem) { return try handIn.village(text) } catch {
        guard error.status != .failure else { throw error }
        console.diagnostics.line(error.message)
      }
    }
  }

  /// Asks for another number as long as this one may not be a new household's.
  private mutating func judgeNumber(in village: Region) throws(Problem) {
    while true {
      var wrong = try faults(
        of: [[("household_no", number), ("village_code", village.code.description), ("name", "甲")]]
      ).filter { $0.column == "household_no" }.map { $0.words }
      let isTaken = try console.worded { [handIn, number] () throws(QueryFailure) -> Bool in
        try handIn.register.household(numbered: number) != nil
      }
      if isTaken {
        wrong = [
          console.say(
            "household \(console.shown(number)) is registered already; write another number",
            "户 \(console.shown(number)) 已登记；请写另一个编号")
        ]
      }
      if wrong.isEmpty { return }
      for words in wrong { console.diagnostics.line(words) }
      number = KeyFolding.fold(try EnrolForm.askNumber(console))
    }
  }

  private func askMembers(of enrolment: inout Enrolment) throws(Problem) {
    while true {
      let name = try answer(
        "name of another member (empty: there are no more)", "其他成员姓名（没有则回车）")
      if name.isEmpty { return }
      var row: RowCells = [("name", name)]
      // A name is judged alone first, in a relation that fits anybody.
      let faults = try faults(
        of: enrolment.rows + [[("household_no", number), ("relation", "other")] + row]
      ).filter { $0.row == enrolment.members.count + 2 && $0.column == "name" }
      guard faults.isEmpty else {
        for fault in faults { console.diagnostics.line(fault.words) }
        continue
      }
      let place = enrolment.members.count + 2
      for field in EnrolForm.member {
        row = try asked(field, of: row, at: place) { [enrolment] cells in
          var trial = enrolment
          trial.members.append(cells)
          return trial.rows
        }
      }
      enrolment.members.append(row)
    }
  }

  private mutating func askDay(of enrolment: inout Enrolment) throws(Problem) {
    guard !handIn.isDayGiven else { return }
    while true {
      let text = try answer(
        "enrolled on (empty: \(handIn.day))", "纳入日期（回车为 \(handIn.day)）")
      if text.isEmpty {
        handIn = handIn.moved(to: handIn.day)
        return
      }
      guard let day = try console.day(written: text) else {
        let typed = PersonalNumbers.masked(text) as String
        console.diagnostics.line(
          console.say("“\(typed)” is no day; write 2011-06-30", "“\(typed)”不是日期；请写 2011-06-30"))
        continue
      }
      var moved = Enrolment(
        number: number, village: enrolment.village, day: day, head: enrolment.head)
      moved.members = enrolment.members
      let faults = try self.faults(of: moved.rows).filter { $0.column == "enrolled_on" }
      guard faults.isEmpty else {
        for fault in faults { console.diagnostics.line(fault.words) }
        continue
      }
      handIn = handIn.moved(to: day)
      enrolment = moved
      return
    }
  }

  /// Asks for one cell of a row until it is sound or left out.
  ///
  /// - Parameter rows: all rows that were said so far, with this one.
  private func asked(
    _ field: Field, of row: RowCells, at line: Int, _ rows: (RowCells) -> [RowCells]
  ) throws(Problem) -> RowCells {
    let columns = row.map(\.column)
    if columns.contains(field.column) || field.unless.map(columns.contains) == true { return row }
    let asking = field.asking(console)
    for line in asking.choiceLines(console) { console.diagnostics.bareLine(line) }
    while true {
      let text = try Form.answer(asking.question(console), console)
      if text.isEmpty {
        guard field.isRequired else { return row }
        Form.tellNeeded(console)
        continue
      }
      let value: String
      do throws(Problem) { value = try asking.read(text, console) } catch {
        console.diagnostics.line(error.message)
        continue
      }
      let answered = row + [(field.column, value)]
      let faults = try faults(of: rows(answered)).filter {
        $0.row == line && ($0.column == field.column || $0.column == nil)
      }
      if faults.isEmpty { return answered }
      for fault in faults { console.diagnostics.line(fault.words) }
    }
  }

  private func faults(
    of rows: [RowCells]
  ) throws(Problem) -> [(row: Int, rule: String, column: String?, words: String)] {
    try handIn.faults(of: CellsSubmission(command: "enrol", .roster, rows: rows))
  }

  /// What a person answers; where the input ends nothing is done.
  private func answer(_ english: String, _ chinese: String) throws(Problem) -> String {
    try Form.answer(console.say(english, chinese), console)
  }

  /// Shows all that was said, and goes on only where nothing is wrong with it and the answer is yes.
  private func confirm(_ enrolment: Enrolment) throws(Problem) {
    try handIn.check(CellsSubmission(command: "enrol", .roster, rows: enrolment.rows))
    let rows = [enrolment.head] + enrolment.members
    var lines = [
      console.say("Household ", "户 ") + console.shown(number) + console.say(", ", "，")
        + console.named(enrolment.village)
        + console.say(", enrolled on \(enrolment.day)", "，\(enrolment.day) 纳入")
    ]
    for row in rows {
      let cells = row.map { shown($0.column, $0.text) }
      lines.append("  " + cells.joined(separator: console.say(", ", "，")))
    }
    for line in lines { console.diagnostics.bareLine(line) }
    try console.confirm(console.say("Write this?", "写入吗？"))
  }

  /// A cell as the summary has it: the word of a list, however it was typed, and a number that does not show by
  /// itself what it is behind its name; personal numbers masked.
  private func shown(_ column: String, _ text: String) -> String {
    let masked = CellMask.masked(text, as: Sheet.roster.column(column)?.kind ?? .text)
    let language = console.language.ofReports
    return switch column {
    case "class":
      HouseholdClass.read(text).map { Vocabulary.classes.word(for: $0.name, in: language) }
        ?? masked
    case "relation":
      Relation.Base.read(text).map { Vocabulary.relations.word(for: $0.name, in: language) }
        ?? masked
    case "sex":
      Sex.read(text).map { Vocabulary.sexes.word(for: $0.name, in: language) } ?? masked
    case "phone": console.say("phone ", "电话 ") + masked
    case "account_no": console.say("account ", "账号 ") + masked
    case "income_per_capita": console.say("income per capita ", "人均纯收入 ") + masked
    default: masked
    }
  }
}
