import Domain
import Intake
import Register
import Sheets
import Testing

@Suite("Allocations down the ladder, and back")
struct MoneyAllocationTests {
  private let header = MoneyTrial.allocations

  @Test("rows in any order reach their rungs, and the same file again makes no entry")
  func created() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    #expect(try trial.count("movement") == 3)
    let again = try trial.load(
      """
      \(header)
      M3,B1,central,433123,P1,H1,200.00,2011/4/1,,
      M2,B1,,,P1,,500,2011-04-01,,
      M1,B1,,433123,,,800,2011-04-01,,
      """)
    #expect(again.errors == [])
    #expect(again.unchanged == 3)
    #expect(again.entry == nil)
  }

  @Test("a file sent twice is unchanged though the batch got a second source and the project ended")
  func unchangedLater() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    try trial.load("\(MoneyTrial.batches)\nB1,doc 1,2011-02-01,convergence,provincial,10,")
    try trial.load(
      "\(MoneyTrial.projects)\nP1,goats,breeding,433123,,,,2011-01-10,,,,,,,,,,2011-05-01,why,")
    #expect(
      try trial.told("\(header)\nM2,B1,,,P1,,500,2011-04-01,,\nM3,B1,,,P1,H1,200,2011-04-01,,")
        == [])
  }

  @Test(
    "each fault is told at its column",
    arguments: [
      ("M9,B9,,433123,,,1,2011-04-01,,", ["2 batch_no unknown_batch"]),
      ("M9,B1,provincial,433123,,,1,2011-04-01,,", ["2 source unknown_batch"]),
      ("M9,B2,,433123,,,1,2011-04-01,,", ["2 source source_needed"]),
      ("M9,B1,,,,,1,2011-04-01,,", ["2 county_code missing_value"]),
      ("M9,B1,,,,H1,1,2011-04-01,,", ["2 project_no missing_value"]),
      ("M9,B1,,,P9,,1,2011-04-01,,", ["2 project_no unknown_project"]),
      ("M9,B1,,,P1,H9,1,2011-04-01,,", ["2 household_no unknown_household"]),
      ("M9,B1,,430524,P1,,1,2011-04-01,,", ["2 county_code other_county"]),
      ("M9,B1,,433123,,,0,2011-04-01,,", ["2 amount amount_zero"]),
      ("M9,B1,,433123,,,1,2011-01-31,,", ["2 amount ladder"]),
      ("M9,B1,,,P1,,1,2011-03-19,,", ["2 moved_on not_approved"]),
      ("M9,B1,,,P2,,1,2011-04-02,,", ["2 moved_on not_approved"]),
      ("M9,B2,society,,P1,,1,2011-04-02,,", ["2 project_no other_fund"]),
      ("M9,B1,,,P1,H1,1,2011-02-28,,", ["2 moved_on not_approved", "2 moved_on before_enrolment"]),
      ("M1,B1,,433123,,,801,2011-04-01,,", ["2 movement_no number_used"]),
      ("M1,B1,,433123,,,800,2011-04-02,,", ["2 movement_no number_used"]),
      ("M8,B1,,,P1,H1,1,2011-04-02,,(withdraw)", ["2 movement_no nothing_to_withdraw"]),
      ("M9,B1,,433123,,,-800,2011-04-02,M7,", ["2 reverses reversal"]),
      ("M9,B1,,433123,,,-799,2011-04-02,M1,", ["2 amount reversal"]),
      ("M9,B1,,433123,,,-800,2011-03-31,M1,", ["2 moved_on reversal"]),
      ("M9,B1,,430524,,,-800,2011-04-02,M1,", ["2 reverses reversal"]),
    ])
  func faults(row: String, told: [String]) throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    try trial.load(
      """
      \(MoneyTrial.batches)
      B2,doc 2,2011-02-01,rain_plan,society,100,
      B2,doc 2,2011-02-01,rain_plan,lottery,100,
      """)
    try trial.load("\(header)\nM5,B2,society,433123,,,50,2011-04-01,,")
    let accounts = try trial.count("account")
    let faults = try trial.told("\(header)\n\(row)", acceptValid: true)
    #expect(faults == told)
    #expect(try trial.count("account") == accounts)
  }

  @Test(
    "the second use of a number in one file is refused, an equal one too, and the first is named")
  func repeated() throws {
    let trial = try MoneyTrial()
    try trial.begin()
    let receipt = try trial.load(
      """
      \(header)
      M1,B1,,433123,,,10,2011-04-01,,
      M1,B1,,433123,,,10,2011-04-01,,
      """, acceptValid: true)
    #expect(receipt.created == 1)
    #expect(
      receipt.errors == [
        Fault(line: 3, column: "movement_no", value: "M1", .repeatedKey(firstLine: 2))
      ])
  }

  @Test("an overdraft names the rung, the first day it shows and the balance, in a back-dated row")
  func overdraft() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    // 300 are left with P1 from 1 April on; a back-dated 301 shows on its own day first.
    try trial.load("\(header)\nM4,B1,,,P1,H2,300,2011-06-01,,")
    let receipt = try trial.load("\(header)\nM5,B1,,,P1,H1,1,2011-04-10,,")
    let june = try #require(CalendarDate("2011-06-01"))
    var rung = RungName(batch: "B1")
    rung.project = "P1"
    #expect(
      receipt.errors == [
        Fault(
          line: 2, column: "amount", value: "1",
          .overdrawn(rung, day: june.dayNumber, holds: 0, asked: 100))
      ])
  }

  @Test("accept-valid refuses the culprits alone, the last first, and what hung on them")
  func culprits() throws {
    let trial = try MoneyTrial()
    try trial.begin()
    let receipt = try trial.load(
      """
      \(header)
      M1,B1,,433123,,,600,2011-04-01,,
      M2,B1,,433123,,,600,2011-04-02,,
      M3,B1,,430524,,,400,2011-04-01,,
      M4,B1,,,P1,,1000,2011-04-03,,
      M5,B1,,,P1,H1,10,2011-04-03,,
      """, acceptValid: true)
    let told = receipt.errors.map { "\($0.line) \($0.kind.rule)" }
    #expect(told == ["3 ladder", "5 ladder", "6 ladder"])
    #expect(receipt.created == 2)
  }

  @Test("a return comes back up, never more than stands there")
  func returned() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    #expect(try trial.told("\(header)\nM4,B1,,,P1,H1,-50,2011-04-02,,") == [])
    #expect(try trial.told("\(header)\nM5,B1,,,P1,H1,-150.01,2011-04-03,,") == ["2 amount ladder"])
    #expect(
      try trial.number(
        "SELECT balance_fen FROM account_day JOIN account ON account.id = account_id WHERE rung = 3 ORDER BY on_day DESC LIMIT 1"
      )
        == 15_000)
  }

  @Test(
    "a reversal takes back a whole movement once, in the same file or later, and is not reversed")
  func reversal() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    let sheet = """
      \(header)
      M4R,B1,,,P1,H2,-30,2011-04-05,M4,
      M4,B1,,,P1,H2,30,2011-04-05,,
      M3R,B1,,,P1,H1,-200,2011-04-05,M3,
      """
    #expect(try trial.told(sheet) == [])
    #expect(try trial.load(sheet).unchanged == 3)
    let again = try trial.load(
      """
      \(header)
      M3S,B1,,,P1,H1,-200,2011-04-06,M3,
      M4S,B1,,,P1,H2,30,2011-04-06,M4R,
      """)
    #expect(
      again.errors.map(\.kind) == [.reversal(.alreadyReversed), .reversal(.isReversal)])
    #expect(
      try trial.told(
        "\(header)\nA,B1,,,P1,,-1,2011-05-01,C,\nB,B1,,,P1,,-1,2011-05-01,C,\nC,B1,,,P1,,1,2011-05-01,,"
      )
        == ["3 reverses reversal"])
  }

  @Test("a reversal falls with the movement it names, and keeps that movement from being withdrawn")
  func reversalHolds() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    let receipt = try trial.load(
      "\(header)\nM8,B1,,,P1,H1,400,2011-05-01,,\nM9,B1,,,P1,H1,-400,2011-05-02,M8,",
      acceptValid: true)
    #expect(receipt.errors.map(\.line) == [2, 3])
    try trial.load("\(header)\nM3R,B1,,,P1,H1,-200,2011-04-05,M3,")
    #expect(
      try trial.told("\(header)\nM3,B1,,,P1,H1,200,2011-04-01,,(withdraw)")
        == ["2 movement_no reversal"])
  }

  @Test("after cancellation nothing goes down, and everything may come back")
  func cancelled() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    try trial.load(
      "\(MoneyTrial.projects)\nP1,goats,breeding,433123,,,,2011-01-10,,,,,,,,,,2011-05-01,why,")
    let may = try #require(CalendarDate("2011-05-01"))
    let receipt = try trial.load("\(header)\nM4,B1,,,P1,H1,1,2011-05-01,,")
    #expect(
      receipt.errors.map(\.kind) == [.cancelled(project: "P1", cancelledOn: may.dayNumber)])
    #expect(try trial.told("\(header)\nM4,B1,,,P1,H1,1,2011-04-30,,") == [])
    #expect(
      try trial.told("\(header)\nM5,B1,,,P1,H1,-201,2011-05-02,,\nM6,B1,,,P1,,-500,2011-05-02,,")
        == [])
  }

  @Test("withdraw takes a movement back where the ladder allows, and the number is free again")
  func withdrawn() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    #expect(
      try trial.told("\(header)\nM2,B1,,,P1,,500,2011-04-01,,(withdraw)") == ["2 amount ladder"])
    let sheet = "\(header)\nM3,B1,,,P1,H1,200,2011-04-01,,作废"
    let receipt = try trial.load(sheet)
    #expect(receipt.changed == 1)
    #expect(try trial.load(sheet).entry == nil)
    #expect(try trial.told("\(header)\nM3,B1,,,P1,H2,150,2011-04-01,,") == [])
  }

  @Test("an import is undone while nothing rests on it, and its numbers are free again")
  func undone() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    let receipt = try trial.load("\(header)\nM4,B1,,,P1,H2,100,2011-04-02,,")
    let entry = try #require(receipt.entry)
    let paid = try trial.load("\(MoneyTrial.payments)\nV1,H2,,P1,B1,,60,2011-04-03,,")
    #expect(throws: RegisterFault.self) { try trial.undo(entry) }
    try trial.undo(try #require(paid.entry))
    try trial.undo(entry)
    #expect(try trial.told("\(header)\nM4,B1,,,P1,H1,99,2011-04-02,,") == [])
  }
}
