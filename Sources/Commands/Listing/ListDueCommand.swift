import Arguments
import Domain
import Register
import Reports

enum ListDueCommand: Command {
  static let path = ["list", "due"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("List what is due.", zh: "列出到期事项。"),
    discussion: Bilingual(
      """
      Findings of inspections past their day, postings that have stood for \(PostingDays.least) days and were not \
      taken down, plans that end within \(DueThing.planNoticeDays) days with none to follow, households that were \
      fulfilled and miss a point, projects reviewed without a decision, and months that are over and not closed. \
      Nothing is kept of it: each goes from the list with what answers it. With --staff, only what concerns the \
      official's households.

      The csv's columns: kind (finding, posting, plan, gap, review, month), due_on, household_no, head, \
      village_code, village, township, project_no, number (of the inspection, or the month), missing, note.
      """,
      zh: """
        逾期未整改的检查问题、公示满\(PostingDays.least)天未撤的公示、\(DueThing.planNoticeDays)天内到期而无接续的规划、六到后又缺项的户、评审后未定的项目、已过而未月结的月份。事项不另存，办结即不再列出。写 --staff 则只列该责任人所负责户的事项。

        csv 的列：kind（finding, posting, plan, gap, review, month）, due_on, household_no, head, village_code, village, township, project_no, number（检查编号或月份）, missing, note。
        """),
    options: Option.places + [
      .householdClass, .staff, .on, .month, .known, .format(["text", "csv", "json"]),
    ]
      + [.json, .encoding, .output, .force] + Option.reading,
    examples: [
      "sixpoint list due --on 2011-07-01", "sixpoint list due --staff S433123-0001 --format csv",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let register = try console.openRegister(arguments, writing: false)
    let table = try console.asking(register) { () throws(Problem) in
      let day = try console.dayListed(arguments, of: register)
      let householdClass = try console.householdClass(arguments)
      let place = try console.place(arguments, of: register)
      let staff = try console.official(arguments, of: register)
      let known = try console.knownListed(arguments, on: day, of: register)
      let rows = try console.worded { () throws(QueryFailure) in
        let tree = try register.regionsListed(known, on: day.dayNumber, in: place?.code)
        return try register.due(
          on: day.dayNumber, in: place?.code, staff: staff?.identity, known
        ).filter { thing in
          householdClass.map { $0 == thing.household.map { $0.standing?.rawValue ?? 0 } } ?? true
        }.map { DueRow($0, tree, console) }
      }
      return ListingTable(
        report: "due", title: Phrase("Due", "到期事项"), asOf: day.description,
        known: try console.named(known, in: register), columns: DueRow.columns, rows: rows)
    }
    try console.print(
      arguments, text: { table.text(in: console.language.ofReports, within: $0) },
      csv: { table.csv($0) },
      json: { table.json() })
    return .done
  }
}

extension DueRow {
  init(_ thing: DueThing, _ tree: RegionTree, _ console: Console) {
    self.init(kind: thing.kind.rawValue, dueOn: thing.dueOn.flatMap(written))
    household = thing.household.map { GapRow($0, tree, console) }
    villageCode = thing.village?.description
    villageName = thing.village.flatMap { tree[$0] }.map(console.name)
    projectNo = PersonalNumbers.masked(thing.projectNo, in: .numbers)
    number = PersonalNumbers.masked(thing.number, in: .numbers)
    let verdict = thing.verdict.map { console.say($0.name, $0.chinese) }
    let words = [verdict, PersonalNumbers.masked(thing.note)].compactMap { $0 }
    note = words.isEmpty ? nil : words.joined(separator: console.say(", ", "，"))
  }
}
