import Intake
import Sheets
import Testing

@Suite("The roster, row by row")
struct RosterTests {
  @Test("persons", arguments: RosterCase.persons)
  func persons(example: RosterCase) throws { try judge(example) }

  @Test("households and heads", arguments: RosterCase.households)
  func households(example: RosterCase) throws { try judge(example) }

  @Test("rows that withdraw", arguments: RosterCase.withdrawals)
  func withdrawals(example: RosterCase) throws { try judge(example) }

  private func judge(_ example: RosterCase) throws {
    let trial = try RosterTrial()
    for file in example.before {
      let receipt = try trial.load(example.file(file))
      #expect(receipt.told == [])
    }
    let receipt = try trial.load(example.file(example.rows))
    #expect(receipt.told == example.faults)
    #expect(receipt.counts == example.counts)
    #expect((receipt.entry == nil) == (receipt.hasFaults || receipt.unchanged == receipt.rows))
    if let people = example.people { #expect(try trial.people() == people) }
    if let heads = example.heads { #expect(try trial.heads() == heads) }
    guard !receipt.hasFaults else { return }
    // A file that was taken is taken again without a change.
    let again = try trial.load(example.file(example.rows))
    #expect(again.told == [])
    #expect(again.entry == nil)
  }

  @Test("every optional column is emptied by (clear), and history keeps what stood")
  func clears() throws {
    let trial = try RosterTrial()
    let columns =
      "household_no,village_code,name,relation,resident_id,sex,phone,health,class,class_ground,cause,"
      + "income_per_capita,household_size,enrolled_on"
    try trial.load(
      """
      \(columns)
      H1,V1,甲,head,\(RosterCase.first),男,13800000001,健康,poor,评议,因病,1800,3,2011-02-01
      """)
    let receipt = try trial.load(
      """
      \(columns)
      H1,,甲,head,(clear),(clear),(clear),清空,,(clear),(clear),(clear),(clear),(clear)
      """)
    #expect(receipt.told == [])
    #expect(receipt.counts == [0, 1, 0, 0])
    for column in ["resident_key", "sex", "phone", "health"] {
      #expect(try trial.value(column, of: "member") == nil)
    }
    for column in ["cause", "income_per_capita_fen", "household_size"] {
      #expect(try trial.value(column, of: "circumstance") == nil)
    }
    #expect(try trial.value("ground", of: "household_class") == nil)
    #expect(try trial.value("class", of: "household_class") == "1")
    #expect(try trial.value("year", of: "enrolment") == nil)
    #expect(try trial.load("\(columns)\nH1,,甲,head,,,,,(clear),,,,,").counts == [0, 1, 0, 0])
    #expect(try trial.value("class", of: "household_class") == nil)
    #expect(
      try trial.number(
        "SELECT count(*) FROM member WHERE withdrawn IS NOT NULL AND phone IS NOT NULL")
        == 1)
  }

  @Test(
    "a village that cannot be read is told once, and of no other county",
    arguments: [
      ("4.33123E+11", ["2 village_code spreadsheet_number"]),
      ("#N/A", ["2 village_code error_text"]),
      ("433123101", ["2 village_code region_level"]),
    ])
  func village(written: String, told: [String]) throws {
    let trial = try RosterTrial()
    let header = "household_no,village_code,name,relation"
    #expect(try trial.load("\(header)\nH1,\(written),甲,head").told == told)
    try trial.load("\(header)\nH1,V1,甲,head")
    #expect(try trial.load("\(header)\nH1,\(written),甲,head").told == told)
  }

  @Test("another ID takes neither the writing nor the reason of the one before")
  func otherID() throws {
    let trial = try RosterTrial()
    let header = "household_no,village_code,name,relation,resident_id,id_verified"
    try trial.load("\(header)\nH1,V1,甲,head,433123196005010012,核实")
    // The same name and birth date, and an ID that nobody bears.
    #expect(try trial.load("\(header)\nH1,,甲,head,\(RosterCase.first),").counts == [0, 1, 0, 0])
    #expect(try trial.value("id_verified", of: "member") == nil)
    #expect(try trial.value("resident_written", of: "member") == nil)
  }

  @Test("what stands on an enrolment is named where the enrolment goes")
  func enrolmentWithProgress() throws {
    let trial = try RosterTrial()
    let header = "household_no,village_code,name,relation,resident_id,enrolled_on,withdraw"
    try trial.load("\(header)\nH1,V1,甲,head,,2011-02-01,")
    try trial.load("staff_no,name\nS1,王")
    let told = try trial.load(
      "household_no,logged_on,staff_no,kind\nH1,2011-03-01,S1,visit")
    #expect(told.told == [])
    for row in ["H1,,甲,head,,(clear),", "H1,,甲,head,,2011-04-01,"] {
      let receipt = try trial.load("\(header)\n\(row)")
      #expect(
        receipt.errors.map(\.kind) == [.dependedOn(facts: ["progress"], entries: [told.entry ?? 0])]
      )
    }
    let receipt = try trial.load("\(header)\nH1,,甲,head,,,作废")
    #expect(receipt.told.contains("2 withdraw depended_on"))
  }

  @Test(
    "dated history is named by its event and day",
    arguments: [
      ("H1,move,2011-05-01,V2,,", "H1,V7,甲,head,,poor", "2 village_code dated_history"),
      ("H1,reclass,2011-05-01,,dibao,", "H1,V1,甲,head,,wubao", "2 class dated_history"),
      ("H1,head,2011-05-01,,,乙", "H1,V1,丙,head,,poor", "2 relation dated_history"),
    ])
  func dated(event: String, row: String, fault: String) throws {
    let trial = try RosterTrial()
    let header = "household_no,village_code,name,relation,resident_id,class"
    try trial.load("\(header)\nH1,V1,甲,head,,poor\nH1,,乙,spouse,,")
    #expect(
      try trial.load("household_no,event,on,village_code,class,member\n\(event)").told == [])
    #expect(try trial.load("\(header)\n\(row)").told == [fault])
  }
}
