import Intake
import Sheets
import Testing

@Suite("Figures that cannot be")
struct FigureRuleTests {
  private func told(_ text: String, before: String? = nil) throws -> [String] {
    let trial = try MoneyTrial()
    if let before { #expect(try trial.told(before) == []) }
    return try trial.told(text)
  }

  @Test(
    "a poverty line is above zero", arguments: ["0", "-1"])
  func povertyLine(amount: String) throws {
    let header = "region_code,from,poverty_line,dibao_line\n"
    #expect(
      try told("\(header)430000,2012-01-01,\(amount),") == ["2 poverty_line not_positive"])
    #expect(
      try told("\(header)430000,2012-01-01,2300,\(amount)") == ["2 dibao_line not_positive"])
  }

  @Test("a month of a target is within the year's, given in one row or kept from before")
  func months() throws {
    let header = "programme,year,region_code,persons,month_01,month_02,month_12\n"
    #expect(
      try told("\(header)convergence,2012,433123,100,10,101,102")
        == ["2 month_02 above_total", "2 month_12 above_total"])
    #expect(
      try told(
        "\(header)convergence,2012,433123,40,10,,",
        before: "\(header)convergence,2012,433123,100,10,50,") == ["2 persons above_total"])
    #expect(
      try told(
        "\(header)convergence,2012,433123,40,10,(clear),",
        before: "\(header)convergence,2012,433123,100,10,50,") == [])
    #expect(try told("\(header)convergence,2012,433123,-1,,,") == ["2 persons number_range"])
  }

  @Test(
    "an indicator's figures are numbers unless its unit takes words",
    arguments: [
      ("yuan,1e,,", ["2 planned not_number"]), ("yuan,100,about 90,", ["2 actual not_number"]),
      ("person,\"1,000\",-3.25,", []), ("date,,2011-11-15,", []), ("文号,,湘组发[2011]8号,", []),
      ("Document Number,x,y,", []), ("text,,under way,", []),
      ("document,,three,", ["2 actual not_number"]),
    ])
  func indicators(row: String, faults: [String]) throws {
    let header = "programme,name_en,unit,planned,actual,qualifier,year\n"
    #expect(try told("\(header)overview,A,\(row),2011") == faults)
  }

  @Test("periods on the allowance that overlap are taken, and warned of")
  func allowance() throws {
    let trial = try MoneyTrial()
    let header = "resident_id,name,region_code,from,until\n"
    let id = "433123197001010011"
    let first = try trial.load("\(header)\(id),甲,433123,2010-01-01,")
    let fault = first.errors.first.map { $0.kind.rule } ?? ""
    try #require(fault.isEmpty, "\(fault)")
    let second = try trial.load(
      "\(header)\(id),甲,433123,2011-01-01,2011-06-01\n\(id),甲,433124,2011-06-01,2011-09-01")
    #expect(second.created == 2)
    #expect(second.warned == ["2 from periods_overlap", "3 from periods_overlap"])
    #expect(try trial.load("\(header)\(id),甲,433123,2009-01-01,2010-01-01").warned == [])
  }

  @Test("a village used before its first day is warned of, at each sheet that dates its use")
  func villages() throws {
    let trial = try MoneyTrial()
    try trial.begin()
    let made = try trial.load(
      "code,parent_code,name_zh,valid_from\n433123104999,433123104,新合村,2011-06-01")
    #expect(made.errors == [])
    let header = "project_no,village_code,posted_on\n"
    #expect(
      try trial.load("\(header)P1,433123104999,2011-05-31").warned
        == ["2 village_code village_not_yet"])
    #expect(try trial.load("\(header)P1,433123104999,2011-06-01").warned == [])
    #expect(
      try trial.load(
        "household_no,village_code,name,relation,enrolled_on\nH9,433123104999,甲,head,2011-03-01"
      ).warned == ["2 village_code village_not_yet"])
  }

  @Test("a project accepted may still be cancelled, with a warning")
  func cancelledLate() throws {
    let trial = try MoneyTrial()
    let row = "P1,goats,breeding,433123,,,,2011-01-10,2011-02-10,m,approve,2011-03-01,2011-04-01,"
    let sheet = "\(MoneyTrial.projects)\n\(row)2011-06-01,qualified,,,2011-07-01,found wanting,"
    let receipt = try trial.load(sheet)
    #expect(receipt.errors == [])
    #expect(receipt.warned == ["2 cancelled_on cancelled_late"])
    #expect(try trial.load(sheet).warned == [])
    // A cancellation taken back takes its reason along.
    let back =
      "P1,goats,breeding,433123,,,,2011-01-10" + String(repeating: ",", count: 10) + "(clear),,"
    #expect(try trial.told("\(MoneyTrial.projects)\n\(back)") == [])
    #expect(
      try trial.number(
        "SELECT count(*) FROM project_step WHERE reason IS NOT NULL AND withdrawn IS NULL") == 0)
  }

  @Test("cancelling before money blames the cancellation, re-dating a batch its day")
  func columns() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    #expect(
      try trial.told(
        "\(MoneyTrial.projects)\nP1,goats,breeding,433123,,,,2011-01-10,,,,,,,,,,2011-03-25,why,")
        == ["2 cancelled_on project_cancelled"])
    #expect(
      try trial.told("\(MoneyTrial.batches)\nB1,doc 1,2011-05-01,convergence,central,1000,")
        == ["2 issued_on ladder"])
    #expect(
      try trial.told("\(MoneyTrial.batches)\nB1,doc 1,2011-02-01,convergence,central,100,")
        == ["2 amount ladder"])
  }

  @Test(
    "an indicator's number is kept without what a spreadsheet puts around it",
    arguments: ["１２０００", "'12000", "\"=\"\"12000\"\"\"", "1\u{200B}2000"])
  func figures(written: String) throws {
    let trial = try MoneyTrial()
    let header = "programme,name_en,unit,planned,actual,year"
    #expect(try trial.told("\(header)\nrain_plan,A,person,\(written),6000,2011") == [])
    #expect(
      try trial.register.connection.first("SELECT planned FROM indicator") { $0.text(0) }
        == "12000")
    #expect(
      try trial.told("\(header)\nrain_plan,B,person,many,6000,2011")
        == ["2 planned not_number"])
  }

  @Test("a unit is one, in whatever language and number it is said")
  func units() throws {
    let trial = try MoneyTrial()
    try trial.load("staff_no,name\nS1,王")
    let header = "household_no,logged_on,staff_no,kind,quantity,unit"
    #expect(try trial.told("\(header)\nH1,2011-04-01,S1,delivery,5,head") == [])
    for unit in ["头", "heads", "head"] {
      let again = try trial.load("\(header)\nH1,2011-04-01,S1,delivery,5,\(unit)")
      #expect(again.entry == nil && again.errors.isEmpty, "\(unit)")
    }
    // Another word of the list for it, and one that the list lacks, are kept as written.
    for unit in ["口", "打"] {
      #expect(try trial.load("\(header)\nH1,2011-04-01,S1,delivery,5,\(unit)").created == 1)
    }
  }
}
