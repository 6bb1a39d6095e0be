import Domain
import Intake
import Register
import Sheets
import Testing

@Suite("Pay lists")
struct PayListTests {
  static let header =
    "paylist_no,household_no,name,account_no,amount,project_no,batch_no,source,drawn_on,after,withdraw"

  /// 200 yuan with H1 and 100 with H2, from 1 April on.
  static func trial() throws -> MoneyTrial {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    try trial.load("\(MoneyTrial.allocations)\nM4,B1,,,P1,H2,100,2011-04-01,,")
    return trial
  }

  @Test("a list is drawn, and the same again changes nothing")
  func drawn() throws {
    let trial = try Self.trial()
    let sheet = """
      \(Self.header)
      L1,H1,吴大,6217001,200,P1,B1,,2011-05-01,,
      L1,H2,麻三,6217002,60,P1,B1,central,2011-05-01,,
      """
    #expect(try trial.load(sheet).created == 2)
    #expect(try trial.load(sheet).entry == nil)
    #expect(try trial.count("pay_list_record") == 1)
  }

  @Test(
    "each fault is told at its column",
    arguments: [
      ("L1,H1,吴大,,200,P1,B1,,2011-05-01,,", ["2 account_no missing_value"]),
      ("L1,H1,吴大,6217001,200.01,P1,B1,,2011-05-01,,", ["2 amount ladder"]),
      ("L1,H1,吴大,6217001,1,P1,B1,,2011-03-31,,", ["2 amount ladder"]),
      ("L1,H1,吴大,6217001,1,P2,B1,,2011-05-01,,", ["2 amount ladder"]),
      ("L1,H1,吴大,6217001,0,P1,B1,,2011-05-01,,", ["2 amount not_positive"]),
      ("L1,H9,吴大,6217001,1,P1,B1,,2011-05-01,,", ["2 household_no unknown_household"]),
      ("L1,H1,吴大,6217001,1,P1,B1,,2012-05-01,,", ["2 drawn_on future_date"]),
      ("L1,H1,吴大,6217001,1,P1,B1,,2011-05-01,L9,", ["2 after unknown_paylist"]),
      ("L1,H1,吴大,6217001,1,P1,B1,,2011-05-01,L1,", ["2 after own_list"]),
      ("L1,H1,吴大,6217001,1,P1,B1,,2011-05-01,L0,", ["2 after not_on_list"]),
      ("L1,H2,麻三,6217002,41,P1,B1,,2011-05-01,,", ["2 amount listed_already"]),
      ("L1,H2,麻三,6217*02,41,P1,B1,,2011-05-01,,", ["2 account_no masked_value"]),
      (
        "L1,H2,麻三,6217002,1,P1,B1,,2011-05-01,,\nL1,H2,麻三,6217002,1,P1,B1,central,2011-05-01,,",
        ["3 paylist_no repeated_key"]
      ),
      (
        "L1,H2,麻三,6217002,1,P1,B1,,2011-05-01,,\nL1,H1,吴大,6217001,1,P1,B1,,2011-05-02,,",
        ["3 drawn_on rows_disagree"]
      ),
    ])
  func faults(rows: String, told: [String]) throws {
    let trial = try Self.trial()
    try trial.load("\(Self.header)\nL0,H2,麻三,6217002,60,P1,B1,,2011-04-20,,")
    #expect(try trial.told("\(Self.header)\n\(rows)") == told)
  }

  @Test("an account of two households is taken and told, of both")
  func accounts() throws {
    let trial = try Self.trial()
    let receipt = try trial.load(
      """
      \(Self.header)
      L1,H1,吴大,6217001,20,P1,B1,,2011-05-01,,
      L1,H2,麻三,6217001,20,P1,B1,,2011-05-01,,
      """)
    #expect(receipt.created == 2)
    #expect(
      receipt.warnings.map(\.kind) == [
        .notice(.doubledAccount(of: "H2", household: "H1", line: 2))
      ])
  }

  @Test("a row that is taken back frees its money, and the last one its list")
  func withdrawn() throws {
    let trial = try Self.trial()
    let row = "L1,H1,吴大,6217001,200,P1,B1,,2011-05-01,,"
    try trial.load("\(Self.header)\n\(row)")
    #expect(
      try trial.told("\(Self.header)\nL2,H1,吴大,6217001,1,P1,B1,,2011-05-01,,")
        == ["2 amount listed_already"])
    #expect(try trial.load("\(Self.header)\n\(row)(withdraw)").changed == 1)
    #expect(
      try trial.number("SELECT count(*) FROM pay_list_record WHERE withdrawn IS NULL") == 0)
    #expect(try trial.told("\(Self.header)\nL2,H1,吴大,6217001,200,P1,B1,,2011-05-01,,") == [])
  }
}
