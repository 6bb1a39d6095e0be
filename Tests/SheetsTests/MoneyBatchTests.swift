import Domain
import Intake
import Sheets
import Testing

@Suite("Batches from their sheet")
struct MoneyBatchTests {
  private let header = MoneyTrial.batches

  @Test("a batch of two sources is two batches, and the same file again changes nothing")
  func created() throws {
    let trial = try MoneyTrial()
    let sheet = """
      \(header)
      B1,doc 1,2011-02-01,convergence,central,1000,
      B1,doc 1,2011-02-01,convergence,provincial,500,
      """
    #expect(try trial.load(sheet).created == 2)
    #expect(try trial.number("SELECT sum(balance_fen) FROM account_day") == 150_000)
    #expect(try trial.load(sheet).entry == nil)
  }

  @Test("a second source under another document is told once, whichever file it is in")
  func documents() throws {
    let trial = try MoneyTrial()
    let sheet = """
      \(header)
      B1,doc 1,2011-02-01,convergence,central,1000,
      B1,doc 2,2011-02-01,convergence,provincial,500,
      B2,doc 2,2011-02-01,convergence,provincial,500,
      """
    let told = FaultKind.notice(.otherDocument("doc 1", source: "central", line: 2))
    #expect(try trial.load(sheet).warnings.map(\.kind) == [told])
    #expect(try trial.load(sheet).warnings == [])
    let county = "\(header)\nB1,doc 2,2011-02-01,convergence,county,5,"
    #expect(
      try trial.load(county).warnings.map(\.kind) == [
        .notice(.otherDocument("doc 1", source: "central", line: nil))
      ])
    let corrected = "\(header)\nB1,doc 2,2011-02-01,convergence,central,1000,"
    #expect(try trial.load(corrected).warnings == [])
  }

  @Test(
    "a fund named nearly as a known one is told once, others are not",
    arguments: [
      ("convergance", ["convergence"]), ("conv", ["convergence"]),
      ("两项制度街接", ["两项制度衔接"]), ("小额信贷", []), ("库区移民2011", []), ("库区移民201", []),
      ("库区移名2010", ["库区移民2010"]), ("衔接资金", []),
    ] as [(String, [String])])
  func funds(fund: String, near: [String]) throws {
    let trial = try MoneyTrial()
    try trial.load("\(header)\nB0,d,2011-02-01,库区移民2010,county,5,")
    let row = "2011-02-01,\(fund),central,5,"
    let receipt = try trial.load("\(header)\nB1,d,\(row)\nB2,d,\(row)")
    let told: [FaultKind] = near.isEmpty ? [] : [.notice(.nearFund(near))]
    #expect(receipt.warnings.map(\.kind) == told)
    #expect(try trial.load("\(header)\nB3,d,\(row)").warnings == [])
  }

  @Test("the fund that a row replaces is not offered for it, unless another batch keeps it")
  func replacedFund() throws {
    let trial = try MoneyTrial()
    let (old, new) = ("d,2011-02-01,库区移名2010,central,5,", "d,2011-02-01,库区移民2010,central,5,")
    try trial.load("\(header)\nB1,\(old)\nB2,\(old)")
    #expect(
      try trial.load("\(header)\nB1,\(new)").warnings.map(\.kind)
        == [.notice(.nearFund(["库区移名2010"]))])
    try trial.load("\(header)\nB1,\(old)")
    #expect(try trial.load("\(header)\nB1,\(new)\nB2,\(new)").warnings == [])
  }

  @Test("an amount is corrected as far as the ladder allows")
  func corrected() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    #expect(try trial.told("\(header)\nB1,doc 1,2011-02-01,convergence,central,800,") == [])
    let receipt = try trial.load("\(header)\nB1,doc 1,2011-02-01,convergence,central,799.99,")
    let fault = try #require(receipt.errors.first)
    #expect(fault.line == 2)
    guard case .overdrawn(let rung, _, let holds, let asked) = fault.kind else {
      Issue.record("\(fault.kind)")
      return
    }
    #expect(rung == RungName(batch: "B1"))
    #expect(holds == 79_999)
    #expect(asked == 80_000)
    #expect(
      try trial.told("\(header)\nB1,doc 1,2011-04-02,convergence,central,800,") == [
        "2 issued_on ladder"
      ])
    #expect(
      try trial.told("\(header)\nB1,d,2011-02-01,rain_plan,central,800,") == ["2 fund other_fund"])
    #expect(
      try trial.told("\(header)\nB1,d,2011-02-01,convergence,central,800,(withdraw)")
        == ["2 withdraw ladder"])
  }

  @Test("the day of its announcement comes with it or later, is corrected and emptied")
  func announced() throws {
    let trial = try MoneyTrial()
    let header = "batch_no,document_no,issued_on,fund,source,amount,announced_on"
    let row = "B1,doc 1,2011-02-01,convergence,central,800"
    #expect(try trial.told("\(header)\n\(row),2011-01-31") == ["2 announced_on date_order"])
    #expect(try trial.told("\(header)\n\(row),2012-01-01") == ["2 announced_on future_date"])
    #expect(try trial.load("\(header)\n\(row),").created == 1)
    #expect(try trial.load("\(header)\n\(row),2011-02-20").changed == 1)
    #expect(try trial.load("\(header)\n\(row),").unchanged == 1)
    let day = "SELECT announced_on FROM batch_issue WHERE withdrawn IS NULL"
    #expect(try trial.number(day) == CalendarDate("2011-02-20").map { Int64($0.dayNumber) })
    #expect(try trial.load("\(header)\n\(row),(clear)").changed == 1)
    #expect(try trial.number(day) == nil)
  }

  @Test("nothing, and less than nothing, is not issued", arguments: ["0", "-5"])
  func amounts(amount: String) throws {
    let trial = try MoneyTrial()
    #expect(
      try trial.told("\(header)\nB1,doc 1,2011-02-01,convergence,central,\(amount),")
        == [amount == "0" ? "2 amount amount_zero" : "2 amount negative"])
  }
}
