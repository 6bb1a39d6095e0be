import Domain
import Intake
import Sheets
import Testing

@Suite("The sheets of years and of inspections")
struct YearAndInspectionTests {
  private static let years = "year,income_goal,report_due_day,withdraw"
  private static let draw =
    "inspection_no,drawn_on,seed,known_entry,region_code,share,count,household_no,ordinal,withdraw"

  private func told(_ receipt: Receipt) -> [String] {
    receipt.errors.map { "\($0.line) \($0.column ?? "-") \($0.kind.rule)" }
  }

  @Test("a year is opened and corrected; its goal is the year before's where none is given")
  func yearsOpen() throws {
    let trial = try MoneyTrial()
    let receipt = try trial.load("\(Self.years)\n2012,1800,5,\n2011,1600,,")
    #expect(told(receipt) == [] && receipt.created == 1 && receipt.changed == 1)
    #expect(
      try trial.number("SELECT income_goal_fen FROM programme_year WHERE year = 2012") == 180_000)
    #expect(told(try trial.load("\(Self.years)\n2013,,,")) == [])
    #expect(
      try trial.number("SELECT income_goal_fen FROM programme_year WHERE year = 2013") == 180_000)
    #expect(try trial.load("\(Self.years)\n2012,1800,5,").entry == nil)
  }

  @Test(
    "what cannot be of a year is refused",
    arguments: [
      ("2012,0,5,", ["2 income_goal not_positive"]),
      ("2012,1800,32,", ["2 report_due_day number_range"]),
      ("2012,1800,0,", ["2 report_due_day number_range"]),
      ("2011,,,(withdraw)", ["2 withdraw depended_on"]),
    ])
  func yearFaults(row: String, expected: [String]) throws {
    #expect(try MoneyTrial().told("\(Self.years)\n\(row)") == expected)
  }

  @Test("a sheet of incomes without its households is not taken for years")
  func notYears() throws {
    let trial = try MoneyTrial()
    #expect(try trial.told("year,wage,business\n2012,100,200") == ["1 - unknown_sheet"])
    // A column that four sheets have makes no sheet of words that nobody knows.
    for text in [
      "year,whatever\n2012,x", "year,withdraw,whatever\n2012,,x", "项目,年度,区划编码,人数\n甲,2012,433123,5",
      "year,\"a long remark that nobody asked for\"\n2012,x",
    ] { #expect(try trial.told(text) == ["1 - unknown_sheet"], "\(text)") }
    for text in ["year\n2012", "year,\n2012,", "year,income_goal,whatever\n2012,1500,x"] {
      #expect(try MoneyTrial().told(text) == [], "\(text)")
    }
  }

  @Test("the nearest sheet is the one that the unknown headers are like")
  func nearest() throws {
    for (text, nearest, missing, unknown) in [
      (
        "项目,年度,区划编码,人数\n甲,2012,433123,5", "targets", ["programme", "region_code", "persons"], []
      ), ("year,foo\n2014,x", "years", [], ["foo"]),
    ] as [(String, String, [String], [String])] {
      let receipt = try MoneyTrial().load(text)
      #expect(
        receipt.errors.map(\.kind) == [
          .unknownSheet(
            HeaderMismatch(nearest: nearest, missing: missing, repeated: [], unknown: unknown))
        ])
    }
  }

  @Test("a draw is one fact, its households one a row, and the same file changes nothing")
  func drawn() throws {
    let trial = try MoneyTrial()
    let sheet = "\(Self.draw)\nI1,2011-07-01,42,7,,10,,H1,1,\nI1,2011-07-01,42,7,,10,,H2,2,"
    let receipt = try trial.load(sheet)
    #expect(told(receipt) == [] && receipt.created == 2)
    #expect(
      try trial.count(
        "inspection_draw WHERE seed = 42 AND known_entry = 7 AND region_code = 430000 AND share_hundredths = 1000"
      ) == 1)
    #expect(try trial.count("inspection_household WHERE withdrawn IS NULL") == 2)
    #expect(try trial.load(sheet).entry == nil)
    let counted = try trial.load(sheet.replacing(",10,,", with: ",,2,"))
    #expect(told(counted) == [] && counted.changed == 1)
    #expect(try trial.load(sheet).changed == 1)
    #expect(
      told(try trial.load("\(Self.draw)\nI1,2011-07-01,42,7,,10,,H1,1,(withdraw)")) == [])
    #expect(try trial.count("inspection_draw WHERE withdrawn IS NULL") == 1)
    #expect(
      told(try trial.load("\(Self.draw)\nI1,2011-07-01,42,7,,10,,H2,2,(withdraw)")) == [])
    #expect(try trial.count("inspection_draw WHERE withdrawn IS NULL") == 0)
  }

  @Test("a draw is recorded once: another under its number is refused")
  func drawnAgain() throws {
    let trial = try MoneyTrial()
    #expect(try trial.told("\(Self.draw)\nI1,2011-07-01,42,7,,10,,H1,1,") == [])
    #expect(
      try trial.told("\(Self.draw)\nI1,2011-07-01,99,7,,10,,H2,2,") == ["2 inspection_no stands"])
    #expect(try trial.told("\(Self.draw)\nI1,2011-07-01,42,7,,10,,H2,1,") == ["2 ordinal stands"])
    #expect(try trial.told("\(Self.draw)\nI1,2011-07-01,42,7,,10,,H2,2,") == [])
  }

  @Test(
    "what cannot be of a draw is refused",
    arguments: [
      ("I1,2011-07-01,42,7,,,,H1,1,", ["2 share missing_value"]),
      ("I1,2011-07-01,42,7,,10,2,H1,1,", ["2 count column_conflict"]),
      ("I1,2011-07-01,42,7,,0,,H1,1,", ["2 share not_positive"]),
      ("I1,2011-07-01,42,0,,10,,H1,1,", ["2 known_entry not_positive"]),
      ("I1,2012-07-01,42,7,,10,,H1,1,", ["2 drawn_on future_date"]),
      ("I1,2011-07-01,42,7,,10,,H9,1,", ["2 household_no unknown_household"]),
      (
        "I1,2011-07-01,42,7,,10,,H1,1,\nI1,2011-07-01,43,7,,10,,H2,2,", ["3 seed rows_disagree"]
      ),
      (
        "I1,2011-07-01,42,7,,10,,H1,1,\nI1,2011-07-01,42,7,,10,,H2,1,", ["3 ordinal repeated_key"]
      ),
    ])
  func drawFaults(rows: String, expected: [String]) throws {
    #expect(try MoneyTrial().told("\(Self.draw)\n\(rows)") == expected)
  }

  @Test("an official who has left is warned of where he holds a responsibility")
  func left() throws {
    let trial = try MoneyTrial()
    let staff = "staff_no,name,left_on"
    try trial.load("\(staff)\nS1,施德,\nS2,麻平,2011-06-01")
    let roles = try trial.load(
      "household_no,role,staff_no,since\nH1,support,S1,2011-03-01\nH2,support,S2,2011-06-01")
    #expect(told(roles) == [])
    #expect(roles.warnings.map(\.kind.rule) == ["staff_left"])
    let leaving = try trial.load("\(staff)\nS1,施德,2011-07-01")
    #expect(told(leaving) == [])
    #expect(leaving.warnings.map(\.kind) == [.notice(.staffHolds(roles: 1))])
    #expect(try trial.load("\(staff)\nS1,施德,2011-07-01").warnings == [])
  }
}
