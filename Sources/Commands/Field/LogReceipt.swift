import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

/// What an officer saw or did: a row of the sheet `progress`.
struct ProgressNote {
  let household: String?
  let project: String?
  let staff: Official
  let day: CalendarDate
  let kind: ProgressKind
  var quantity: Quantity?
  var unit: String?
  var percent: Percent?
  var note: String?

  var submission: CellsSubmission {
    let cells: [(column: String, text: String?)] = [
      ("household_no", household), ("project_no", project), ("logged_on", day.description),
      ("staff_no", staff.number), ("kind", kind.name), ("quantity", quantity?.description),
      ("unit", unit), ("percent", percent?.description), ("note", note),
    ]
    return CellsSubmission(
      command: "log", .progress,
      rows: [cells.compactMap { cell in cell.text.map { (cell.column, $0) } }])
  }
}

/// The line that confirms what was logged.
struct LogReceipt {
  private let note: ProgressNote
  private let receipt: Receipt
  private let household: LoggedHousehold?
  private let hash: String?
  private let console: Console

  init(note: ProgressNote, receipt: Receipt, _ handIn: HandIn) throws(Problem) {
    self.note = note
    self.receipt = receipt
    console = handIn.console
    household = try console.worded { () throws(QueryFailure) in
      guard let number = note.household else { return nil }
      return try handIn.register.loggedHousehold(numbered: number, on: note.day.dayNumber)
    }
    hash = try handIn.hash(of: receipt)
  }

  func print(_ arguments: ParsedArguments) throws(Problem) {
    if arguments.flag("json") {
      let bytes = json()
      try console.print(arguments) { (output) throws(OutputFault) in try output.write(bytes) }
    } else {
      try console.print([line], arguments)
    }
  }

  private var line: String {
    let entry =
      receipt.entry.map { console.say("Entry \($0)", "第 \($0) 号录入单") }
      ?? console.say("Nothing written (--dry-run)", "未写入（--dry-run）")
    let kind = Vocabulary.progressKinds.word(for: note.kind.name, in: console.language.ofReports)
    var what = [kind]
    if let quantity = note.quantity {
      what.append(quantity.description + (note.unit.map { " " + $0 } ?? ""))
    }
    if let percent = note.percent { what.append("\(percent) %") }
    if let text = note.note { what.append("“\(PersonalNumbers.masked(text))”") }
    var whom: [String] = []
    if let number = shown(note.household) { whom.append(number) }
    if let head = PersonalNumbers.masked(household?.headName) { whom.append(head) }
    if let village = household?.village { whom.append(console.name(of: village)) }
    if let project = shown(note.project) {
      whom.append(console.say("project ", "项目 ") + project)
    }
    let by = PersonalNumbers.masked(note.staff.name ?? note.staff.number)
    let comma = console.say(", ", "，")
    return entry + console.say(": ", "：") + note.day.description + " "
      + what.joined(separator: comma) + console.say(" at ", "，") + whom.joined(separator: comma)
      + console.say(", by \(by)", "，记录人 \(by)")
  }

  private func shown(_ number: String?) -> String? {
    PersonalNumbers.masked(number, in: .numbers)
  }

  private func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("entry", receipt.entry)
      json.member("hash", hash)
      json.member("sheet", receipt.sheet)
      json.member("created", receipt.created)
      json.member("changed", receipt.changed)
      json.member("unchanged", receipt.unchanged)
      json.member("household_no", shown(note.household))
      json.member("head", PersonalNumbers.masked(household?.headName))
      json.member("village_code", household?.village?.code.description)
      json.member("project_no", shown(note.project))
      json.member("logged_on", note.day.description)
      json.member("staff_no", shown(note.staff.number))
      json.member("kind", note.kind.name)
      json.member("quantity", note.quantity?.description)
      json.member("unit", note.unit)
      json.member("percent", note.percent?.description)
      json.member("note", note.note.map { PersonalNumbers.masked($0) })
    }
    json.line()
    return json.bytes
  }
}
