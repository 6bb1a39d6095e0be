import Domain
import Intake
import Register
import Sheets
import Testing

@Suite("Objections to projects")
struct ObjectionTests {
  private let header =
    "project_no,village_code,posted_on,taken_down_on,objection,objected_on,answer,answered_on,withdraw"

  private func begin() throws -> (trial: MoneyTrial, village: Int64) {
    let trial = try MoneyTrial()
    try trial.begin()
    let village =
      try trial.number(
        "SELECT min(code) FROM region WHERE level = 5 AND code / 1000000 = 433123") ?? 0
    return (trial, village)
  }

  private func approval(_ day: String) -> String {
    "\(MoneyTrial.projects)\nP2,rice,planting,433123,,,,2011-01-10,,,,\(day),,,,,,,,"
  }

  private func listed(_ trial: MoneyTrial) throws -> [String] {
    let day = try #require(CalendarDate("2011-12-31"))
    return try trial.register.exceptions(on: day.dayNumber, in: nil)
      .filter { $0.kind == .approvedOverObjection }
      .map { "\($0.project ?? "") \($0.note ?? "")" }
  }

  @Test(
    "only an objection that is open on the day of an approval keeps it off",
    arguments: [
      ("2011-02-12,,", "2011-03-01", true), ("2011-03-01,,", "2011-03-01", true),
      ("2011-03-02,,", "2011-03-01", false), ("2011-02-12,yes,2011-02-20", "2011-03-01", false),
      ("2011-02-12,yes,2011-03-01", "2011-03-01", false),
      ("2011-02-12,yes,2011-03-02", "2011-03-01", true),
    ])
  func onTheDay(objection: String, day: String, isRefused: Bool) throws {
    let (trial, village) = try begin()
    #expect(
      try trial.told("\(header)\nP2,\(village),2011-02-11,,unfair,\(objection),") == [])
    #expect(
      try trial.told(approval(day)) == (isRefused ? ["2 approved_on open_objection"] : []))
    #expect(try listed(trial) == [])
  }

  @Test(
    "a posting in a village of another county is taken and told, its objections are not told again")
  func elsewhere() throws {
    let (trial, village) = try begin()
    let other = try #require(
      try trial.number("SELECT min(code) FROM region WHERE level = 5 AND code / 1000000 <> 433123"))
    let receipt = try trial.load(
      "\(header)\nP1,\(village),2011-02-11,,,,,,\nP1,\(other),2011-02-11,,,,,,")
    #expect(receipt.created == 2)
    #expect(
      receipt.warnings.map(\.kind) == [.notice(.postedElsewhere(project: "P1", county: 433_123))])
    let objection = try trial.load("\(header)\nP1,\(other),2011-02-11,,unfair,2011-02-12,,,")
    #expect(objection.created == 1 && objection.warnings == [])
  }

  @Test("one that comes later is taken, and the project listed until it is shown to be answered")
  func later() throws {
    let (trial, village) = try begin()
    #expect(try trial.told(approval("2011-03-01")) == [])
    let row = "\(header)\nP2,\(village),2011-02-11,,unfair,2011-02-12"
    let objection = try trial.load("\(row),,,")
    #expect(objection.errors == [])
    #expect(try listed(trial) == ["P2 unfair"])
    // An approval that stands is not judged again; one with another day is.
    #expect(try trial.told(approval("2011-03-01")) == [])
    #expect(try trial.told(approval("2011-03-02")) == ["2 approved_on open_objection"])
    try trial.load("\(row),yes,2011-03-02,")
    #expect(try listed(trial) == ["P2 unfair"])
    try trial.load("\(row),yes,2011-03-01,")
    #expect(try listed(trial) == [])
    // The answer taken back: listed again, until the approval goes.
    try trial.load("\(row),(clear),(clear),")
    #expect(try listed(trial) == ["P2 unfair"])
    let withdrawn = try trial.load(approval("(clear)"))
    #expect(withdrawn.errors == [])
    #expect(try listed(trial) == [])
  }

  @Test("an answer before its objection is refused, whichever of the two was sent first")
  func answeredBefore() throws {
    let (trial, village) = try begin()
    let row = "P2,\(village),2011-02-11,,unfair"
    let refused = ["2 answered_on date_order"]
    #expect(try trial.told("\(header)\n\(row),2011-02-15,yes,2011-02-13,") == refused)
    #expect(try trial.told("\(header)\n\(row),2011-02-15,,,") == [])
    #expect(try trial.told("\(header)\n\(row),,yes,2011-02-13,") == refused)
    #expect(try trial.told("\(header)\n\(row),,yes,2011-02-15,") == [])
    #expect(try trial.told("\(header)\n\(row),2011-02-16,,,") == refused)
    #expect(try trial.told("\(header)\n\(row),2011-02-14,,,") == [])
    #expect(try trial.told(approval("2011-02-14")) == ["2 approved_on open_objection"])
  }

  @Test("it is no finding of check")
  func check() throws {
    let (trial, village) = try begin()
    try trial.load(approval("2011-03-01"))
    try trial.load("\(header)\nP2,\(village),2011-02-11,,unfair,2011-02-12,,,")
    #expect(try trial.register.check().findings.isEmpty)
  }

  @Test(
    "an objection has a day, an answer's day its answer, and neither stands without an objection",
    arguments: [
      ("unfair,,,", "2 objected_on missing_value"),
      ("unfair,2011-02-12,,2011-02-13", "2 answer missing_value"),
      (",2011-02-12,,", "2 objection missing_value"), (",,yes,", "2 objection missing_value"),
    ])
  func needs(row: String, told: String) throws {
    let (trial, village) = try begin()
    #expect(try trial.told("\(header)\nP2,\(village),2011-02-11,,\(row),") == [told])
  }

  @Test("what stands counts: the day may stay out of a later row, not be cleared")
  func standing() throws {
    let (trial, village) = try begin()
    let row = "\(header)\nP2,\(village),2011-02-11,,unfair"
    #expect(try trial.told("\(row),2011-02-12,,,") == [])
    #expect(try trial.told("\(row),,yes,2011-02-13,") == [])
    #expect(try trial.told("\(row),(clear),,,") == ["2 objected_on missing_value"])
  }
}
