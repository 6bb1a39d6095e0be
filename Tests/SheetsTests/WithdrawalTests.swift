import Domain
import Intake
import Sheets
import Testing

/// A fact of a sheet: the row that says it, and the key that takes it back.
struct WithdrawalCase: Sendable, CustomTestStringConvertible {
  let sheet: String
  let header: String
  let row: String
  let table: String
  /// `column=value` each.
  let key: [String]

  var testDescription: String { sheet }

  var cells: [(column: String, text: String)] {
    key.map { cell in
      let parts = cell.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), String(parts[1]))
    }
  }

  init(_ sheet: String, _ header: String, _ row: String, _ table: String, _ key: [String]) {
    self.sheet = sheet
    self.header = header
    self.row = row
    self.table = table
    self.key = key
  }

  static let all: [WithdrawalCase] = [
    WithdrawalCase(
      "regions", "code,name_zh", "433123999,新乡", "region", ["code=433123999"]),
    WithdrawalCase(
      "poverty_lines", "region_code,from,poverty_line", "433123,2011-03-01,2400", "poverty_line",
      ["region_code=433123", "from=2011-03-01"]),
    WithdrawalCase(
      "targets", "programme,year,region_code,persons", "convergence,2011,433123,100", "target",
      ["programme=convergence", "year=2011", "region_code=433123"]),
    WithdrawalCase(
      "indicators", "programme,name_en,unit,year", "rain,trained,person,2011", "indicator",
      ["programme=rain", "name_en=trained", "year=2011"]),
    WithdrawalCase("staff", "staff_no,name", "S2,李", "staff_record", ["staff_no=S2"]),
    WithdrawalCase(
      "roster", "household_no,village_code,name,relation,resident_id", "H1,,丙,child,", "member",
      ["household_no=H1", "name=丙"]),
    WithdrawalCase(
      "household_events", "household_no,event,on,village_code", "H1,move,2011-05-01,V2",
      "household_event", ["household_no=H1", "event=move", "on=2011-05-01"]),
    WithdrawalCase(
      "dibao_list", "resident_id,name,region_code,from", "\(RosterCase.first),甲,433123,2011-01-01",
      "dibao_listing", ["resident_id=\(RosterCase.first)", "from=2011-01-01"]),
    WithdrawalCase(
      "plans", "household_no,starts_on,measures", "H1,2011-03-01,羊", "plan",
      ["household_no=H1", "starts_on=2011-03-01"]),
    WithdrawalCase(
      "projects", "project_no,name,kind,county_code,proposed_on", "P2,路,road,433123,2011-01-01",
      "project_record", ["project_no=P2"]),
    WithdrawalCase(
      "project_households", "project_no,household_no,since", "P1,H1,2011-03-01",
      "project_household", ["project_no=P1", "household_no=H1", "since=2011-03-01"]),
    WithdrawalCase(
      "assignments", "household_no,role,staff_no,since", "H1,contact,S1,2011-03-01", "assignment",
      ["household_no=H1", "role=contact", "since=2011-03-01"]),
    WithdrawalCase(
      "batches", "batch_no,document_no,issued_on,fund,source,amount",
      "B2,d2,2011-02-01,convergence,central,100", "batch_issue", ["batch_no=B2", "source=central"]),
    WithdrawalCase(
      "allocations", "movement_no,batch_no,county_code,amount,moved_on",
      "M2,B1,433123,10,2011-05-01", "movement", ["movement_no=M2"]),
    WithdrawalCase(
      "pay_lists",
      "paylist_no,household_no,name,account_no,amount,project_no,batch_no,source,drawn_on",
      "L2,H1,甲,6217,20,P1,B1,,2011-06-01", "pay_list_row",
      ["paylist_no=L2", "household_no=H1", "project_no=P1", "batch_no=B1"]),
    WithdrawalCase(
      "bank_returns", "paylist_no,household_no,amount,result,voucher_no,paid_on",
      "L1,H1,30,paid,V8,2011-06-02", "bank_return",
      ["paylist_no=L1", "household_no=H1", "amount=30"]),
    WithdrawalCase(
      "payments", "voucher_no,payee,project_no,batch_no,amount,paid_on",
      "V9,建筑队,P1,B1,10,2011-06-01", "movement", ["voucher_no=V9"]),
    WithdrawalCase(
      "income", "household_no,year,total", "H1,2011,5000", "income",
      ["household_no=H1", "year=2011"]),
    WithdrawalCase(
      "progress", "household_no,logged_on,staff_no,kind", "H1,2011-05-01,S1,visit", "progress",
      ["household_no=H1", "logged_on=2011-05-01", "staff_no=S1", "kind=visit"]),
    WithdrawalCase(
      "disclosures", "project_no,village_code,posted_on", "P1,V1,2011-05-01", "disclosure",
      ["project_no=P1", "village_code=V1", "posted_on=2011-05-01"]),
  ]

  /// What the facts rest on.
  static func office() throws -> RosterTrial {
    let trial = try RosterTrial()
    let files = [
      "household_no,village_code,name,relation,resident_id,enrolled_on\nH1,V1,甲,head,\(RosterCase.first),2011-02-01",
      "staff_no,name\nS1,王",
      "project_no,name,kind,county_code,proposed_on,reviewed_on,meeting,verdict,approved_on\nP1,羊,breeding,433123,2011-01-01,2011-01-10,m,approve,2011-01-20",
      "batch_no,document_no,issued_on,fund,source,amount\nB1,d1,2011-02-01,convergence,central,1000",
      "movement_no,batch_no,county_code,project_no,amount,moved_on\nM0,B1,433123,,500,2011-03-01\nM1,B1,,P1,300,2011-03-02",
      "movement_no,batch_no,project_no,household_no,amount,moved_on\nM5,B1,P1,H1,90,2011-03-03",
      "paylist_no,household_no,name,account_no,amount,project_no,batch_no,drawn_on\nL1,H1,甲,6217,30,P1,B1,2011-05-01",
    ]
    for file in files { #expect(try trial.load(file).told == []) }
    return trial
  }
}

@Suite("Taking one fact back")
struct WithdrawalTests {
  private func standing(_ example: WithdrawalCase, _ trial: RosterTrial) throws -> Int64? {
    try trial.number("SELECT count(*) FROM \(example.table) WHERE withdrawn IS NULL")
  }

  @Test("by its key alone, once, and it may be said again", arguments: WithdrawalCase.all)
  func byKey(example: WithdrawalCase) throws {
    let trial = try WithdrawalCase.office()
    let sheet = try #require(Sheet.named(example.sheet))
    let before = try standing(example, trial)
    #expect(try trial.takeBack(sheet, example.cells).hasFaults)
    let said = try trial.load("\(example.header)\n\(example.row)")
    #expect(said.told == [])
    #expect(said.sheet == example.sheet)
    let receipt = try trial.takeBack(sheet, example.cells)
    #expect(receipt.told == [])
    #expect(receipt.counts == [0, 1, 0, 0])
    #expect(try standing(example, trial) == before)
    let again = try trial.takeBack(sheet, example.cells)
    #expect(again.told == [])
    #expect(again.counts == [0, 0, 1, 0])
    #expect(again.entry == nil)
    // Its number and its key are free again.
    #expect(try trial.load("\(example.header)\n\(example.row)").counts == [1, 0, 0, 0])
  }

  @Test("by the withdraw column, and again without a change", arguments: WithdrawalCase.all)
  func byColumn(example: WithdrawalCase) throws {
    let trial = try WithdrawalCase.office()
    let never = try trial.load("\(example.header),withdraw\n\(example.row),作废")
    #expect(never.hasFaults)
    #expect(never.errors.map(\.kind.rule) == ["nothing_to_withdraw"])
    try trial.load("\(example.header)\n\(example.row)")
    let file = "\(example.header),withdraw\n\(example.row),(withdraw)"
    #expect(try trial.load(file).counts == [0, 1, 0, 0])
    let again = try trial.load(file)
    #expect(again.told == [])
    #expect(again.counts == [0, 0, 1, 0])
  }

  @Test("what others rest on is not taken back")
  func restedOn() throws {
    let trial = try WithdrawalCase.office()
    try trial.load("household_no,role,staff_no,since\nH1,contact,S1,2011-03-01")
    let refused: [(Sheet, [(column: String, text: String)], String)] = [
      (.staff, [("staff_no", "S1")], "depended_on"),
      (.projects, [("project_no", "P1")], "rested_on"),
      (.batches, [("batch_no", "B1"), ("source", "central")], "ladder"),
      (.allocations, [("movement_no", "M0")], "ladder"),
      (.roster, [("household_no", "H1"), ("resident_id", RosterCase.first)], "depended_on"),
    ]
    for (sheet, key, rule) in refused {
      let receipt = try trial.takeBack(sheet, key)
      #expect(receipt.errors.map(\.kind.rule).contains(rule), "\(sheet.name)")
      #expect(receipt.entry == nil)
    }
  }
}
