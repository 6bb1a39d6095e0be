import Domain
import Intake
import Register
import Sheets
import Testing

@Suite("What a bank says of a pay list")
struct BankReturnTests {
  private let header =
    "paylist_no,household_no,account_no,amount,result,voucher_no,paid_on,reason,withdraw"

  private func trial() throws -> MoneyTrial {
    let trial = try PayListTests.trial()
    try trial.load(
      """
      \(PayListTests.header)
      L1,H1,吴大,6217001,200,P1,B1,,2011-05-01,,
      L1,H2,麻三,6217002,60,P1,B1,,2011-05-01,,
      """)
    return trial
  }

  private func failed(_ trial: MoneyTrial) throws -> [String] {
    let day = try #require(CalendarDate("2011-12-31")).dayNumber
    return try trial.register.exceptions(on: day, in: nil).filter { $0.kind == .bankFailed }
      .map { "\($0.number ?? "") \($0.householdNo ?? "") \($0.fen ?? 0) \($0.note ?? "")" }
  }

  private func paid(_ trial: MoneyTrial) throws -> Int64? {
    try trial.number(
      "SELECT sum(amount_fen) FROM movement WHERE is_payment = 1 AND withdrawn IS NULL")
  }

  @Test(
    "paid is a payment with its voucher and day, failed leaves the money, and sent twice is once")
  func paidAndFailed() throws {
    let trial = try trial()
    let sheet = """
      \(header)
      L1,H1,6217001,200,成功,V1,2011-05-03,,
      L1,H2,,60.00,失败,,,账号不存在,
      """
    #expect(try trial.load(sheet).created == 2)
    #expect(try paid(trial) == 20_000)
    #expect(try failed(trial) == ["L1 H2 6000 账号不存在"])
    let again = try trial.load(sheet)
    #expect(again.unchanged == 2)
    #expect(again.entry == nil)
    // The same payment by its own sheet is what stands.
    #expect(try trial.load("\(MoneyTrial.payments)\nV1,H1,,P1,B1,,200,2011-05-03,,").unchanged == 1)
  }

  @Test(
    "each fault is told at its column, and nothing is paid",
    arguments: [
      ("L9,H1,,200,paid,V1,2011-05-03,,", ["2 paylist_no unknown_paylist"]),
      ("L1,H3,,200,paid,V1,2011-05-03,,", ["2 household_no unknown_household"]),
      ("L0,H1,,200,paid,V1,2011-05-03,,", ["2 household_no not_on_list"]),
      ("L1,H1,,199.99,paid,V1,2011-05-03,,", ["2 amount other_amount"]),
      ("L1,H1,6217002,200,paid,V1,2011-05-03,,", ["2 account_no other_account"]),
      ("L1,H1,,200,paid,V1,2012-01-01,,", ["2 paid_on future_date"]),
      ("L1,H1,,200,paid,V1,2011-04-30,,", ["2 paid_on date_order"]),
      ("L1,H1,,200,paid,,,,", ["2 paid_on missing_value", "2 voucher_no missing_value"]),
      ("L1,H1,,200,failed,,,,", ["2 reason missing_value"]),
      ("L1,H1,,200,failed,V1,,why,", ["2 voucher_no column_conflict"]),
      ("L1,H1,,200,paid,V0,2011-05-03,,", ["2 voucher_no number_used"]),
      (
        "L1,H1,,200,paid,V1,2011-05-03,,\nL1,H1,,200,failed,,,why,",
        ["3 household_no answered_already"]
      ),
      (
        "L1,H1,,200,paid,V1,2011-05-03,,\nL1,H2,,60,paid,V1,2011-05-03,,",
        ["3 voucher_no repeated_key"]
      ),
      ("L0,H2,,40,failed,,,why,", ["2 household_no answered_already"]),
    ])
  func faults(rows: String, told: [String]) throws {
    let trial = try trial()
    try trial.load("\(PayListTests.header)\nL0,H2,麻三,6217002,40,P1,B1,,2011-05-01,,")
    try trial.load("\(header)\nL0,H2,,40,paid,V0,2011-05-02,,")
    let before = try paid(trial)
    #expect(try trial.told("\(header)\n\(rows)") == told)
    #expect(try paid(trial) == before)
  }

  @Test("a failed row stands until a later list that names it has paid it, and not before")
  func repeated() throws {
    let trial = try trial()
    try trial.load("\(header)\nL1,H2,,60,failed,,,closed,")
    let repeats = "L2,H2,麻三,6217009,60,P1,B1,,2011-06-01,L1,"
    #expect(try trial.told("\(PayListTests.header)\n\(repeats)") == [])
    #expect(try failed(trial).count == 1)
    try trial.load("\(header)\nL2,H2,,60,failed,,,closed too,")
    #expect(try failed(trial).count == 2)
    try trial.load("\(PayListTests.header)\nL3,H2,麻三,6217010,60,P1,B1,,2011-07-01,L2,")
    try trial.load("\(header)\nL3,H2,,60,paid,V1,2011-07-03,,")
    #expect(try failed(trial) == [])
    #expect(
      try trial.told("\(PayListTests.header)\nL4,H2,麻三,6217010,1,P1,B1,,2011-07-04,L3,")
        == ["2 after paid_already"])
  }

  @Test("failed rows are settled where nothing is left at the household, and stay so")
  func emptied() throws {
    let trial = try trial()
    try trial.load("\(header)\nL1,H1,,200,failed,,,closed,")
    try trial.load("\(PayListTests.header)\nL2,H1,吴大,6217009,200,P1,B1,,2011-06-01,L1,")
    try trial.load("\(header)\nL2,H1,,200,failed,,,closed too,")
    #expect(try failed(trial).count == 2)
    try trial.load("\(MoneyTrial.allocations)\nR1,B1,,,P1,H1,-50,2011-06-20,,")
    #expect(try failed(trial).count == 2)
    try trial.load("\(MoneyTrial.payments)\nV1,H1,,P1,B1,,150,2011-06-21,,")
    #expect(try failed(trial) == [])
    // Other money that comes later is not what the bank could not pay.
    try trial.load("\(MoneyTrial.allocations)\nR2,B1,,,P1,H1,20,2011-07-01,,")
    #expect(try failed(trial) == [])
    let payable = try trial.register.payableMoney(
      on: try #require(CalendarDate("2011-07-02")).dayNumber, batch: nil, county: nil, project: nil)
    let free = payable.first { $0.household == "H1" }
    #expect(free?.fen == 2_000)
    #expect(free?.failedList == nil)
  }

  @Test("an answer is taken back with its payment, and the payment never alone")
  func withdrawn() throws {
    let trial = try trial()
    let row = "L1,H1,,200,paid,V1,2011-05-03,,"
    try trial.load("\(header)\n\(row)")
    #expect(
      try trial.told("\(MoneyTrial.payments)\nV1,H1,,P1,B1,,200,2011-05-03,,(withdraw)")
        == ["2 withdraw depended_on"])
    #expect(
      try trial.told(
        "\(PayListTests.header)\nL1,H1,吴大,6217001,200,P1,B1,,2011-05-01,,(withdraw)")
        == ["2 withdraw depended_on"])
    #expect(try trial.load("\(header)\n\(row)(withdraw)").changed == 1)
    #expect(try paid(trial) == nil)
    #expect(try trial.load("\(header)\n\(row)").created == 1)
  }

  @Test("a payment that stands under the voucher is the row's own, once")
  func standing() throws {
    let trial = try trial()
    try trial.load("\(MoneyTrial.payments)\nV1,H1,,P1,B1,,200,2011-05-03,,")
    #expect(try trial.load("\(header)\nL1,H1,,200,paid,V1,2011-05-03,,").created == 1)
    #expect(try trial.count("movement WHERE is_payment = 1") == 1)
  }

  @Test("a list that comes back with the answers beside its own columns is an answer")
  func besides() throws {
    let trial = try trial()
    let receipt = try trial.load(
      """
      paylist_no,household_no,name,account_no,amount,project_no,batch_no,source,drawn_on,after,result,voucher_no,paid_on,reason
      L1,H1,吴大,6217001,200,P1,B1,central,2011-05-01,,paid,V1,2011-05-03,
      """)
    #expect(receipt.sheet == "bank_returns")
    #expect(receipt.created == 1)
  }
}
