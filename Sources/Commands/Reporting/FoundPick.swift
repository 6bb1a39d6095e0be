import Arguments
import Domain
import Register
import Reports

/// Lets a person on a terminal choose one of the things found by its number, and shows its card.
struct FoundPick {
  private let rows: [SearchRow]
  private let day: CalendarDate
  private let register: Register

  /// Whether somebody reads the list on a terminal and can answer.
  static func isWanted(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> Bool {
    let format = try console.worded { () throws(UsageFailure) in try arguments.format() }
    return format == "text" && !arguments.writesFile && console.questions.canAsk
      && Terminal(.output, environment: console.environment).isTerminal
  }

  static let column = ReportColumn<SearchRow>(
    "pick", Phrase("no.", "序号"), align: .right, .number { $0.pick.map(Int64.init) })

  /// Places have no card, and so no number.
  static func numbered(_ rows: [SearchRow]) -> [SearchRow] {
    var next = 0
    return rows.map { row in
      var row = row
      if card(of: row.thing) != nil {
        next += 1
        row.pick = next
      }
      return row
    }
  }

  init(rows: [SearchRow], day: CalendarDate, register: Register) {
    self.rows = rows
    self.day = day
    self.register = register
  }

  /// Asks until the answer is empty, a number that stands in the list, or the end of the input.
  func ask(_ console: Console) throws(Problem) {
    let last = rows.compactMap(\.pick).max() ?? 0
    guard last > 0 else { return }
    let question =
      last == 1
      ? console.say("1 shows the card (empty: none)", "输入 1 查看卡片（不看则回车）")
      : console.say(
        "which card to show, 1 to \(last) (empty: none)", "查看第几条的卡片，1 至 \(last)（不看则回车）")
    while let answer = console.questions.answer(to: question), !answer.isEmpty {
      let number = Int(KeyFolding.fold(answer))
      guard let row = rows.first(where: { $0.pick != nil && $0.pick == number }),
        let (number, kind) = Self.card(of: row.thing)
      else {
        console.diagnostics.line(
          console.say("“\(answer)” is no number of the list", "“\(answer)”不是列表中的序号"))
        continue
      }
      return try ShowCommand.printCard(of: number, kind, on: day, register, console)
    }
  }

  private static func card(of thing: FoundThing) -> (number: String, kind: ShowCommand.Kind)? {
    switch thing.kind {
    case .member, .household: thing.householdNo.map { ($0, .household) }
    case .staff: thing.number.map { ($0, .staff) }
    case .project: thing.number.map { ($0, .project) }
    case .village, .township, .county, .prefecture, .province: nil
    }
  }
}
