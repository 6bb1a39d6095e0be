import Arguments
import Domain
import Intake
import Register
import Sheets

/// A household as `enrol` describes it: the rows of a roster, the head's first.
struct Enrolment {
  let number: String
  let village: Region
  let day: CalendarDate
  /// The head's cells beside the household's own.
  let head: RowCells
  /// The other members' cells beside the household's number.
  var members: [RowCells] = []

  /// The options that say more than the day.
  private static let own: [String] = [
    "village", "head", "id", "birth", "sex", "class", "member", "phone", "account", "cause",
    "income-per-capita",
  ]

  static func describes(_ arguments: ParsedArguments) -> Bool {
    own.contains { !arguments.values($0).isEmpty }
  }

  init(number: String, village: Region, day: CalendarDate, head: RowCells) {
    self.number = number
    self.village = village
    self.day = day
    self.head = head
  }

  /// All from the command line.
  init(_ number: String, _ arguments: ParsedArguments, _ handIn: HandIn) throws(Problem) {
    let console = handIn.console
    let village = try console.worded { () throws(UsageFailure) in
      try arguments.requiredValue("village")
    }
    let head = try console.worded { () throws(UsageFailure) in
      try arguments.requiredValue("head")
    }
    self.init(
      number: number, village: try handIn.village(village), day: handIn.day,
      head: [("name", head)] + Enrolment.given(arguments))
    members = try Enrolment.members(arguments, console)
  }

  /// The head's cells that options give, the name left out.
  static func given(_ arguments: ParsedArguments) -> RowCells {
    arguments.cells([
      "id": "resident_id", "birth": "birth_date", "sex": "sex", "class": "class",
      "phone": "phone", "account": "account_no", "cause": "cause",
      "income-per-capita": "income_per_capita",
    ])
  }

  /// `NAME,RELATION[,ID]` of each `--member`, with commas of either width.
  static func members(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> [RowCells] {
    var members: [RowCells] = []
    for text in arguments.values("member") {
      let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
        .map(String.init)
      guard parts.count == 2 || parts.count == 3 else {
        throw arguments.failure(
          .malformedValue(text, of: "--member", example: console.say("Tian Yun,spouse", "田云,配偶"))
        ).problem(in: console.language)
      }
      members.append(
        Array(zip(["name", "relation", "resident_id"], parts)).map { ($0.0, $0.1) })
    }
    return members
  }

  var rows: [RowCells] {
    let first: RowCells = [
      ("household_no", number), ("village_code", village.code.description),
      ("relation", "head"), ("enrolled_on", day.description),
    ]
    return [first + head] + members.map { [("household_no", number)] + $0 }
  }

  var submission: CellsSubmission { CellsSubmission(command: "enrol", .roster, rows: rows) }

  func sentence(_ console: Console) -> String {
    let name = PersonalNumbers.masked(head.first { $0.column == "name" }?.text ?? "")
    let people = console.count(rows.count, "member", "members", "人")
    return console.say(
      "household \(console.shown(number)), \(name), \(console.named(village)), is enrolled from \(day) with \(people)",
      "户 \(console.shown(number))（户主 \(name)，\(console.named(village))，\(people)）自 \(day) 起纳入"
    )
  }
}
