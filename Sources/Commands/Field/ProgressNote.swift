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
    CellsSubmission(command: "log", .progress, rows: [cells])
  }

  /// The note as a cell of the sheet is read, which is what is kept; nil where it says nothing, as `NULL` does.
  var keptNote: String? {
    guard let note else { return nil }
    let bytes = Array(note.utf8)
    guard !CellText.isEmpty(bytes.span), !CellText.isNullWord(bytes.span),
      !CellText.isClearWord(bytes.span)
    else { return nil }
    return CellText.string(bytes.span)
  }

  /// The row of the sheet, without its empty cells.
  var cells: [(column: String, text: String)] {
    let cells: [(column: String, text: String?)] = [
      ("household_no", household), ("project_no", project), ("logged_on", day.description),
      ("staff_no", staff.number), ("kind", kind.name), ("quantity", quantity?.description),
      ("unit", unit), ("percent", percent?.description), ("note", note),
    ]
    return cells.compactMap { cell in cell.text.map { (cell.column, $0) } }
  }
}

/// What was logged, for its receipt.
struct LogSentence {
  private let note: ProgressNote
  private let household: LoggedHousehold?
  private let console: Console

  init(of note: ProgressNote, _ handIn: HandIn) throws(Problem) {
    self.note = note
    console = handIn.console
    household = try console.worded { () throws(QueryFailure) in
      guard let number = note.household else { return nil }
      return try handIn.register.loggedHousehold(numbered: number, on: note.day.dayNumber)
    }
  }

  /// `2011-06-30 delivery, 12 head at H1, 吴秀, Tianxing, by 田小川`
  var text: String {
    let kind = Vocabulary.progressKinds.word(for: note.kind.name, in: console.language.ofReports)
    var what = [kind]
    if let quantity = note.quantity {
      let unit = note.unit.map {
        PersonalNumbers.masked(Vocabulary.units.word(for: $0, in: console.language.ofReports))
      }
      what.append(quantity.description + (unit.map { " " + $0 } ?? ""))
    }
    if let percent = note.percent { what.append("\(percent) %") }
    if let text = note.keptNote { what.append("“\(PersonalNumbers.masked(text))”") }
    var whom: [String] = []
    if let number = shown(note.household) { whom.append(number) }
    if let head = PersonalNumbers.masked(household?.headName) { whom.append(head) }
    if let village = household?.village { whom.append(console.name(of: village)) }
    if let project = shown(note.project) {
      whom.append(console.say("project ", "项目 ") + project)
    }
    let by = PersonalNumbers.masked(note.staff.name ?? note.staff.number)
    let comma = console.say(", ", "，")
    return note.day.description + " " + what.joined(separator: comma) + console.say(" at ", "，")
      + whom.joined(separator: comma) + console.say(", by \(by)", "，记录人 \(by)")
  }

  private func shown(_ number: String?) -> String? {
    PersonalNumbers.masked(number, in: .numbers)
  }

  /// The keys that the receipt has beside those of every writing command.
  func write(to json: inout JSONText) {
    json.member("household_no", shown(note.household))
    json.member("head", PersonalNumbers.masked(household?.headName))
    json.member("village_code", household?.village?.code.description)
    json.member("project_no", shown(note.project))
    json.member("logged_on", note.day.description)
    json.member("staff_no", shown(note.staff.number))
    json.member("kind", note.kind.name)
    json.member("quantity", note.quantity?.description)
    json.member("unit", note.unit.map { PersonalNumbers.masked($0) })
    json.member("percent", note.percent?.description)
    json.member("note", note.keptNote.map { PersonalNumbers.masked($0) })
  }
}
