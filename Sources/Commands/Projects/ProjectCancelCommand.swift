import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

enum ProjectCancelCommand: ProjectStepCommand {
  static let step = ProjectStep.cancelled
  static let word = "cancel"
  static let summary = Bilingual("Cancel projects, with the reason.", zh: "取消项目，并写明原因。")
  static let discussion: Bilingual? = Bilingual(
    """
    --dry-run says what it takes from which households: the point, F, and money that has to come back, from \
    them and from the project itself. From the day on nothing goes to the project, returns are always \
    taken.
    """,
    zh: "--dry-run 说明各户将失去什么：项目到户、六到齐全日以及应退回的资金（含项目本身尚存的资金）。自该日起不得再向该项目拨款，退回资金不受限制。")
  static let details = [
    Option(
      "reason", value: "TEXT", isRequired: true,
      help: Bilingual("Why, kept with the project and the entry.", zh: "原因，随项目和录入单保存。"))
  ]
  static let examples = [
    "sixpoint project cancel P433123-00009 --reason 选址不当 --on 2011-12-31 --dry-run"
  ]
  static let definition = stepDefinition

  static func cells(_ arguments: ParsedArguments) -> RowCells {
    arguments.cells(["reason": "reason"])
  }

  static func run(_ arguments: ParsedArguments, _ console: Console) throws(Problem) -> ExitStatus {
    let handIn = try HandIn(arguments, console, corrects: false)
    let numbers = try handIn.projects(arguments.positionals("NO"))
    var money: [ProjectMoney] = []
    var held: [RungSum] = []
    for number in numbers {
      money += try console.worded { () throws(QueryFailure) in
        try handIn.register.householdMoney(ofProject: number)
      }
      held += try console.worded { () throws(QueryFailure) in
        try handIn.register.moneyHeld(byProject: number)
      }
    }
    let receipt = try handIn.take(submission(numbers, arguments, handIn))
    try DailyReceipt(receipt, handIn, sentence: sentence(numbers, handIn)) { json in
      json.memberArray("money") { json in
        for household in money {
          json.object { json in
            json.member("household_no", console.shown(household.householdNo))
            json.member("allocated_fen", household.allocatedFen)
            json.member("paid_fen", household.paidFen)
          }
        }
      }
      json.memberArray("project_money") { json in
        for sum in held {
          json.object { json in
            json.member("project_no", console.shown(sum.project ?? ""))
            json.member("batch_no", console.shown(sum.batch))
            json.member("source", sum.source.name)
            json.member("held_fen", sum.balanceFen)
          }
        }
      }
    }.print(arguments)
    let told = lines(held, console) + lines(money, console)
    if !arguments.flag("json"), !told.isEmpty { try console.print(told) }
    return .done
  }

  /// What the projects themselves hold, a line a batch and source.
  private static func lines(_ held: [RungSum], _ console: Console) -> [String] {
    held.map { sum -> String in
      let (project, batch) = (console.shown(sum.project ?? ""), console.shown(sum.batch))
      let amount = Money(fen: sum.balanceFen).description
      return console.say(
        "  project \(project) holds \(amount) yuan of \(batch) (\(sum.source.name)), which have to go back",
        "  项目 \(project) 尚存 \(batch)（\(sum.source.chinese)）资金 \(amount) 元，应退回")
    }
  }

  /// The most households that are named line by line; the others are counted.
  private static let mostLines = 12

  private static func lines(_ money: [ProjectMoney], _ console: Console) -> [String] {
    var lines = money.prefix(mostLines).map { household in
      let (allocated, paid) = (
        Money(fen: household.allocatedFen).description, Money(fen: household.paidFen).description
      )
      let rest = Money(fen: household.allocatedFen - household.paidFen).description
      return console.say(
        "  \(console.shown(household.householdNo)): \(allocated) yuan allocated, \(paid) paid; \(rest) not paid out has to go back",
        "  \(console.shown(household.householdNo))：安排 \(allocated) 元，已拨付 \(paid) 元；未拨付的 \(rest) 元应退回"
      )
    }
    if money.count > mostLines {
      lines.append(
        console.say(
          "  and \(money.count - mostLines) more households with money of it",
          "  另有 \(money.count - mostLines) 户有该项目资金"))
    }
    return lines
  }
}
