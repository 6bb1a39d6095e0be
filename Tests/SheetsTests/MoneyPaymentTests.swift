import Intake
import Sheets
import Testing

@Suite("Payments")
struct MoneyPaymentTests {
  private let header = MoneyTrial.payments

  @Test(
    "a household is paid out of what was allocated to it, a payee out of what the project holds")
  func created() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    let sheet = """
      \(header)
      V1,H1,,P1,B1,,150,2011-04-02,,
      V2,,road builder,P1,B1,central,300,2011-04-02,,
      V3,H1,,P1,B1,,-20,2011-04-03,,
      """
    #expect(try trial.load(sheet).created == 3)
    #expect(try trial.load(sheet).entry == nil)
    #expect(try trial.told("\(header)\nV4,H1,,P1,B1,,70.01,2011-04-04,,") == ["2 amount ladder"])
    #expect(try trial.told("\(header)\nV4,,school,P1,B1,,0.01,2011-04-04,,") == ["2 amount ladder"])
    #expect(try trial.told("\(header)\nV4,H1,,P1,B1,,70,2011-04-04,,") == [])
  }

  @Test(
    "each fault is told at its column",
    arguments: [
      ("V9,H1,road builder,P1,B1,,1,2011-04-02,,", ["2 payee column_conflict"]),
      ("V9,,,P1,B1,,1,2011-04-02,,", ["2 household_no missing_value"]),
      ("V9,H1,,P9,B1,,1,2011-04-02,,", ["2 project_no unknown_project"]),
      ("V9,H1,,P1,B9,,1,2011-04-02,,", ["2 batch_no unknown_batch"]),
      ("V9,H2,,P1,B1,,1,2011-04-02,,", ["2 amount ladder"]),
      ("V1,H1,,P1,B1,,150,2011-04-03,,", ["2 voucher_no number_used"]),
      ("V1,,H1,P1,B1,,150,2011-04-02,,", ["2 voucher_no number_used"]),
      ("V9,,road builder,P1,B1,,-150,2011-04-02,V1,", ["2 reverses reversal"]),
      ("V9,H1,,P1,B1,,-150,2011-04-02,M1,", ["2 reverses reversal"]),
    ])
  func faults(row: String, told: [String]) throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    try trial.load("\(header)\nV1,H1,,P1,B1,,150,2011-04-02,,")
    #expect(try trial.told("\(header)\n\(row)") == told)
  }

  @Test("a voucher and a movement may bear one number, and a voucher is reversed like a movement")
  func numbers() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    #expect(try trial.told("\(header)\nM1,H1,,P1,B1,,150,2011-04-02,,") == [])
    #expect(try trial.told("\(header)\nM1R,H1,,P1,B1,,-150,2011-04-02,M1,") == [])
    #expect(try trial.told("\(header)\nV2,H1,,P1,B1,,200,2011-04-02,,") == [])
  }
}
