import Domain
import Intake
import Sheets
import Testing

@Suite("Projects from their sheet")
struct MoneyProjectTests {
  private let header = MoneyTrial.projects

  @Test("a row becomes a record and a fact a step, and the same file again changes nothing")
  func created() throws {
    let trial = try MoneyTrial()
    let sheet = """
      \(header)
      P1,goats,breeding,433123,,convergence,5000,2011-01-10,2011-02-10,m 1,approve,2011-03-20,2011-04-01,2011-06-01,qualified,2011-07-01,,,,
      P2,rice,planting,433123,,,,2011-01-10,2011-02-10,m 1,reject,,,,,,2011-02-11,,no market,
      """
    let receipt = try trial.load(sheet)
    #expect(receipt.created == 2)
    #expect(receipt.errors == [])
    #expect(try trial.count("project_step WHERE withdrawn IS NULL") == 9)
    #expect(try trial.count("project_step WHERE verdict = 'approve' AND meeting = 'm 1'") == 1)
    #expect(try trial.count("project_step WHERE step = 7 AND reason = 'no market'") == 1)
    let again = try trial.load(sheet)
    #expect(again.entry == nil)
    #expect(again.unchanged == 2)
  }

  @Test("a changed step is corrected with its history, an empty cell keeps, (clear) takes back")
  func corrected() throws {
    let trial = try MoneyTrial()
    try trial.load(
      """
      \(header)
      P1,goats,breeding,433123,,convergence,5000,2011-01-10,2011-02-10,m 1,approve,2011-03-20,2011-04-01,,,,,,,
      """)
    let receipt = try trial.load(
      """
      \(header)
      P1,goats,breeding,433123,,,,2011-01-10,,m 2,,2011-03-21,(clear),,,,,,,
      """)
    #expect(receipt.errors == [])
    #expect(receipt.changed == 1)
    #expect(try trial.count("project_record WHERE withdrawn IS NULL AND fund = 'convergence'") == 1)
    #expect(try trial.count("project_step WHERE step = 2") == 2)
    #expect(
      try trial.count(
        "project_step WHERE step = 2 AND withdrawn IS NULL AND meeting = 'm 2' AND verdict = 'approve'"
      )
        == 1)
    #expect(
      try trial.number("SELECT stepped_on FROM project_step WHERE step = 3 AND withdrawn IS NULL")
        == CalendarDate("2011-03-21").map { Int64($0.dayNumber) })
    #expect(try trial.count("project_step WHERE step = 4 AND withdrawn IS NULL") == 0)
    #expect(try trial.count("project_step WHERE step = 4") == 1)
  }

  @Test(
    "each fault is told at its column",
    arguments: [
      ("2011-01-10,,,,2011-03-01,,,,,,,,", ["2 approved_on step_order"]),
      ("2011-01-10,2011-01-09,m,approve,,,,,,,,,", ["2 reviewed_on date_order"]),
      ("2011-01-10,2011-02-01,m,approve,2011-01-31,,,,,,,,", ["2 approved_on date_order"]),
      ("2011-01-10,2011-02-01,m,reject,2011-02-02,,,,,,,,", ["2 approved_on not_passed"]),
      ("2011-01-10,2011-02-01,m,revise,2011-02-02,,,,,,,,", ["2 approved_on not_passed"]),
      ("2011-01-10,2011-02-01,,approve,2011-02-02,,,,,,,,", ["2 meeting missing_value"]),
      ("2011-01-10,2011-02-01,m,,2011-02-02,,,,,,,,", ["2 verdict missing_value"]),
      ("2011-01-10,2011-02-01,m,approve,,2011-03-01,,,,,,,", ["2 started_on step_order"]),
      (
        "2011-01-10,2011-02-01,m,approve,2011-02-02,,2011-03-01,,,,,,", ["2 accepted_on step_order"]
      ),
      ("2011-01-10,,,,,,,,,2011-01-11,,,", ["2 reason missing_value"]),
      ("2011-01-10,,,,,,,,,,2011-01-11,,", ["2 reason missing_value"]),
      ("2011-01-10,,,,,,,,,2011-01-09,,why,", ["2 rejected_on date_order"]),
      (
        "2011-01-10,2011-02-01,m,approve,2011-02-02,,,,,2011-03-01,,why,",
        ["2 rejected_on column_conflict"]
      ),
      ("2011-01-10,,,,,,,,,,,why,", ["2 reason missing_value"]),
      ("2011-01-10,,m,,,,,,,,,,", ["2 meeting missing_value"]),
      ("2011-01-10,,,,,,,qualified,,,,,", ["2 grade missing_value"]),
    ])
  func faults(steps: String, told: [String]) throws {
    let trial = try MoneyTrial()
    #expect(try trial.told("\(header)\nP1,goats,breeding,433123,,,,\(steps)") == told)
    #expect(try trial.count("project") == 0)
  }

  @Test("places must be known and the village in the county; a budget is not negative")
  func places() throws {
    let trial = try MoneyTrial()
    #expect(
      try trial.told("\(header)\nP1,a,other,439999,,,,2011-01-10,,,,,,,,,,,,")
        == ["2 county_code unknown_region"])
    let village = try trial.number(
      "SELECT min(code) FROM region WHERE level = 5 AND code / 1000000 = 430524")
    #expect(
      try trial.told("\(header)\nP1,a,other,433123,\(village ?? 0),,,2011-01-10,,,,,,,,,,,,")
        == ["2 village_code other_county"])
    #expect(
      try trial.told("\(header)\nP1,a,other,433123,,,-1,2011-01-10,,,,,,,,,,,,")
        == ["2 budget negative"])
  }

  @Test("what stands counts for what a later row adds")
  func combined() throws {
    let trial = try MoneyTrial()
    try trial.begin()
    let later = "\(header)\nP2,rice,planting,433123,,,,2011-01-10,,,,2011-03-01,,,,,,,,"
    #expect(try trial.told(later) == [])
    #expect(
      try trial.told(
        "\(header)\nP2,rice,planting,433123,,,,2011-01-10,(clear),(clear),(clear),,,,,,,,,")
        == ["2 approved_on step_order"])
  }

  @Test("an open objection stands against approval, an answered one does not")
  func objection() throws {
    let trial = try MoneyTrial()
    try trial.begin()
    let village =
      try trial.number(
        "SELECT min(code) FROM region WHERE level = 5 AND code / 1000000 = 433123") ?? 0
    let disclosures =
      "project_no,village_code,posted_on,taken_down_on,objection,objected_on,answer,answered_on"
    try trial.load("\(disclosures)\nP2,\(village),2011-02-11,,unfair,2011-02-12,,")
    let approval = "\(header)\nP2,rice,planting,433123,,,,2011-01-10,,,,2011-03-01,,,,,,,,"
    #expect(try trial.told(approval) == ["2 approved_on open_objection"])
    try trial.load("\(disclosures)\nP2,\(village),2011-02-11,,unfair,2011-02-12,settled,2011-02-20")
    #expect(try trial.told(approval) == [])
  }

  @Test("a step under money already moved cannot go, nor its fund change, nor its project")
  func rested() throws {
    let trial = try MoneyTrial()
    try trial.beginLadder()
    let row = "P1,goats,breeding,433123,,"
    #expect(
      try trial.told("\(header)\n\(row),,2011-01-10,,,,(clear),,,,,,,,")
        == ["2 approved_on not_approved"])
    #expect(
      try trial.told("\(header)\n\(row),,2011-01-10,,,,2011-04-02,,,,,,,,")
        == ["2 approved_on not_approved"])
    #expect(
      try trial.told("\(header)\n\(row),,2011-01-10,,,,,,,,,,2011-04-01,why,")
        == ["2 cancelled_on project_cancelled"])
    #expect(
      try trial.told("\(header)\n\(row)rain_plan,,2011-01-10,,,,,,,,,,,,") == ["2 fund other_fund"])
    #expect(
      try trial.told("\(header)\n\(row),,2011-01-10,,,,,,,,,,,,(withdraw)")
        == ["2 project_no rested_on"])
    #expect(try trial.told("\(header)\n\(row),,2011-01-10,,,,,,,,,,2011-04-02,why,") == [])
  }

  @Test("a project withdrawn takes its steps along, and undo brings all back")
  func withdrawn() throws {
    let trial = try MoneyTrial()
    try trial.begin()
    let receipt = try trial.load(
      "\(header)\nP1,goats,breeding,433123,,,,2011-01-10,,,,,,,,,,,,(withdraw)")
    #expect(receipt.changed == 1)
    #expect(try trial.count("project_step WHERE withdrawn IS NULL") == 2)
    try trial.undo(try #require(receipt.entry))
    #expect(try trial.count("project_step WHERE withdrawn IS NULL") == 5)
  }
}
