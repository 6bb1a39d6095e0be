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

  @Test("an amount is corrected as far as the ladder allows")
  func corrected() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    #expect(try trial.told("\(header)\nB1,doc 1,2011-02-01,convergence,central,800,") == [])
    let receipt = try trial.load("\(header)\nB1,doc 1,2011-02-01,convergence,central,799.99,")
    let fault = try #require(receipt.errors.first)
    #expect(fault.line == 2)
    guard case .overdrawn(let account, _, let fen) = fault.kind else {
      Issue.record("\(fault.kind)")
      return
    }
    #expect(account == "batch B1 (central)")
    #expect(fen == -1)
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

  @Test("nothing, and less than nothing, is not issued", arguments: ["0", "-5"])
  func amounts(amount: String) throws {
    let trial = try MoneyTrial()
    #expect(
      try trial.told("\(header)\nB1,doc 1,2011-02-01,convergence,central,\(amount),")
        == [amount == "0" ? "2 amount amount_zero" : "2 amount negative"])
  }
}
