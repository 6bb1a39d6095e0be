import Domain
import Intake
import Sheets
import Testing

@Suite("A project that is sent back and reviewed again")
struct ProjectReviewTests {
  private static let header =
    "project_no,name,kind,county_code,proposed_on,reviewed_on,meeting,verdict,approved_on,rejected_on,reason,withdraw"
  private static let first = "P1,goats,breeding,433123,2011-01-10,2011-02-10,m 1,revise,,,,"
  private static let second =
    "P1,goats,breeding,433123,2011-01-10,2011-03-10,m 2,approve,2011-03-20,,,"

  private func told(_ receipt: Receipt) -> [String] {
    receipt.errors.map { "\($0.line) \($0.column ?? "-") \($0.kind.rule)" }
  }

  @Test(
    "further reviews are further rows, in any order, in one file or in several",
    arguments: [
      [[first, second]], [[second, first]], [[first], [second]], [[first], [second, first]],
    ])
  func rows(files: [[String]]) throws {
    let trial = try MoneyTrial()
    for file in files {
      let receipt = try trial.load(([Self.header] + file).joined(separator: "\n"))
      #expect(told(receipt) == [])
    }
    #expect(
      try trial.count(
        "project_step WHERE withdrawn IS NULL AND step = 2 AND round = 1 AND verdict = 'revise' AND meeting = 'm 1'"
      ) == 1)
    #expect(
      try trial.count(
        "project_step WHERE withdrawn IS NULL AND step = 2 AND round = 2 AND verdict = 'approve' AND meeting = 'm 2'"
      ) == 1)
    #expect(try trial.count("project_step WHERE withdrawn IS NULL AND step = 3") == 1)
    let again = try trial.load([Self.header, Self.first, Self.second].joined(separator: "\n"))
    #expect(again.entry == nil && again.unchanged == 2)
    let older = try trial.load([Self.header, Self.first].joined(separator: "\n"))
    #expect(older.entry == nil && older.unchanged == 1)
  }

  @Test("a row of a further review counts as created")
  func counts() throws {
    let receipt = try MoneyTrial().load(
      [Self.header, Self.first, Self.second].joined(separator: "\n"))
    #expect(receipt.created == 2 && receipt.changed == 0 && receipt.unchanged == 0)
  }

  @Test(
    "each fault is told at its row",
    arguments: [
      // Approved while the last review sent it back.
      (
        ["P1,goats,breeding,433123,2011-01-10,2011-02-10,m 1,revise,2011-03-01,,,"],
        ["2 approved_on not_passed"]
      ),
      // Reviewed again although it had passed.
      (
        [
          "P1,goats,breeding,433123,2011-01-10,2011-02-10,m 1,approve,,,,",
          "P1,goats,breeding,433123,2011-01-10,2011-03-10,m 2,approve,,,,",
        ], ["3 reviewed_on not_sent_back"]
      ),
      // Approved before the last review.
      (
        [
          first, "P1,goats,breeding,433123,2011-01-10,2011-03-10,m 2,approve,2011-03-09,,,",
        ], ["2 approved_on date_order"]
      ),
      // Rows of one project that give it two names.
      (
        [first, "P1,sheep,breeding,433123,2011-01-10,2011-03-10,m 2,approve,,,,"],
        ["3 name rows_disagree"]
      ),
      // The same review twice, with another verdict.
      (
        [first, "P1,goats,breeding,433123,2011-01-10,2011-02-10,m 1,approve,,,,"],
        ["3 project_no repeated_key"]
      ),
      // A row that says nothing of a review beside one that does.
      (
        [first, "P1,goats,breeding,433123,2011-01-10,,,,,,,"], ["3 project_no repeated_key"]
      ),
    ])
  func faults(rows: [String], expected: [String]) throws {
    let trial = try MoneyTrial()
    #expect(try trial.told(([Self.header] + rows).joined(separator: "\n")) == expected)
    #expect(try trial.count("project") == 0)
  }

  @Test("a verdict that a later review rests on stays")
  func rested() throws {
    let trial = try MoneyTrial()
    try trial.load([Self.header, Self.first, Self.second].joined(separator: "\n"))
    let changed = Self.first.replacing("revise", with: "approve")
    #expect(
      try trial.told([Self.header, changed].joined(separator: "\n"))
        == ["2 verdict not_sent_back"])
    let between = "P1,goats,breeding,433123,2011-01-10,2011-02-20,m 3,approve,,,,"
    #expect(
      try trial.told([Self.header, between].joined(separator: "\n"))
        == ["2 reviewed_on date_order"])
  }

  @Test("the day of the only review is corrected, and (clear) takes the last one back")
  func corrected() throws {
    let trial = try MoneyTrial()
    try trial.load([Self.header, Self.first].joined(separator: "\n"))
    let earlier = Self.first.replacing("2011-02-10", with: "2011-02-09")
    let receipt = try trial.load([Self.header, earlier].joined(separator: "\n"))
    #expect(told(receipt) == [] && receipt.changed == 1)
    #expect(try trial.count("project_step WHERE withdrawn IS NULL AND step = 2") == 1)
    try trial.load(
      [Self.header, Self.second.replacing("2011-03-20", with: "")].joined(separator: "\n"))
    #expect(try trial.count("project_step WHERE withdrawn IS NULL AND step = 2") == 2)
    let cleared = "P1,goats,breeding,433123,2011-01-10,(clear),(clear),(clear),,,,"
    #expect(told(try trial.load([Self.header, cleared].joined(separator: "\n"))) == [])
    #expect(
      try trial.count("project_step WHERE withdrawn IS NULL AND step = 2 AND verdict = 'revise'")
        == 1)
  }

  @Test("a withdrawn project takes all its reviews back")
  func withdrawn() throws {
    let trial = try MoneyTrial()
    try trial.load([Self.header, Self.first, Self.second].joined(separator: "\n"))
    let receipt = try trial.load(
      [Self.header, Self.first + "(withdraw)", Self.second + "(withdraw)"].joined(separator: "\n"))
    #expect(told(receipt) == [])
    #expect(try trial.count("project_step WHERE withdrawn IS NULL") == 0)
    #expect(try trial.count("project_record WHERE withdrawn IS NULL") == 0)
  }

  @Test("a project with a row at fault is left out whole")
  func acceptedValid() throws {
    let trial = try MoneyTrial()
    let receipt = try trial.load(
      [Self.header, Self.first, Self.second.replacing("2011-03-20", with: "2011-03-01")].joined(
        separator: "\n"), acceptValid: true)
    #expect(receipt.rejected == 2)
    #expect(try trial.count("project_step") == 0)
  }

  @Test(
    "instalments are three whole percentages, 100 together",
    arguments: [
      ("40/50/10", "40/50/10"), ("４０／５０／１０", "40/50/10"), ("40% / 50% / 10%", "40/50/10"),
      ("100/0/0", "100/0/0"),
    ])
  func instalments(written: String, kept: String) throws {
    let trial = try MoneyTrial()
    let receipt = try trial.load(
      "project_no,name,kind,county_code,proposed_on,instalments\nP1,goats,breeding,433123,2011-01-10,\(written)"
    )
    #expect(told(receipt) == [])
    #expect(try trial.count("project_record WHERE instalments = '\(kept)'") == 1)
  }

  @Test(
    "other instalments are refused",
    arguments: ["40/50", "40/50/20", "40/50/10/0", "a/b/c", "-10/100/10", "33.3/33.3/33.4", "40"])
  func noInstalments(written: String) throws {
    #expect(
      try MoneyTrial().told(
        "project_no,name,kind,county_code,proposed_on,instalments\nP1,goats,breeding,433123,2011-01-10,\(written)"
      ) == ["2 instalments instalments_form"])
  }
}
