import Domain
import Intake
import Register
import Sheets
import Testing

@Suite("Two households claim one person")
struct RosterConflictTests {
  private let header = "household_no,village_code,name,relation,resident_id,left_on,joined_on"
  private var claim: String {
    "\(header)\nH2,V2,丁,head,,,\nH3,V2,乙,head,\(RosterCase.second),,"
  }

  private func begin() throws -> RosterTrial {
    let trial = try RosterTrial()
    try trial.load(
      "\(header)\nH1,V1,甲,head,\(RosterCase.first),,\nH1,,乙,spouse,\(RosterCase.second),,")
    return trial
  }

  private func conflicts(_ trial: RosterTrial) throws -> [RegisterException] {
    let day = CalendarDate("2011-12-31")?.dayNumber ?? 0
    return try trial.register.exceptions(on: day, in: nil).filter { $0.kind == .conflict }
  }

  @Test(
    "a refused claim is kept once, names both households, the file and the line, counts nowhere")
  func kept() throws {
    let trial = try begin()
    let receipt = try trial.load(claim, acceptValid: true)
    #expect(receipt.told == ["3 resident_id person_conflict"])
    #expect(
      receipt.errors.map(\.kind) == [.personElsewhere(household: "H1", own: "H3")])
    #expect(receipt.counts == [1, 0, 0, 1])
    let found = try #require(try conflicts(trial).first)
    #expect(found.householdNo == "H3")
    #expect(found.otherHousehold == "H1")
    #expect(found.file == "roster.csv")
    #expect(found.line == 3)
    #expect(found.entry == receipt.entry)
    #expect(try trial.people() == ["H1.1 甲 [,)", "H1.2 乙 [,)", "H2.1 丁 [,)"])
    let again = try trial.load(claim, acceptValid: true)
    #expect(again.counts == [0, 0, 1, 1])
    #expect(again.entry == nil)
    #expect(try conflicts(trial).count == 1)
  }

  @Test("the conflict lapses where the claimant gets an ID of its own")
  func yields() throws {
    let trial = try begin()
    try trial.load(claim, acceptValid: true)
    let name = try #require(try conflicts(trial).first?.name)
    let other = RosterTrial.whole("43312319880808001")
    #expect(
      try trial.load(
        "household_no,village_code,name,relation,resident_id\nH3,V2,\(name),head,\(other)"
      ).told == [])
    #expect(try conflicts(trial).isEmpty)
  }

  @Test("without --accept-valid, and in a check, nothing is kept")
  func notKept() throws {
    let trial = try begin()
    try trial.load(claim)
    try trial.load(claim, acceptValid: true, check: true)
    #expect(try trial.number("SELECT count(*) FROM claim") == 0)
  }

  @Test("the claim of the second household in one file is kept against the first")
  func oneFile() throws {
    let trial = try RosterTrial()
    let receipt = try trial.load(
      "\(header)\nH1,V1,乙,head,\(RosterCase.second),,\nH3,V2,乙,head,\(RosterCase.second),,",
      acceptValid: true)
    #expect(receipt.told == ["3 resident_id person_conflict"])
    #expect(try conflicts(trial).map(\.householdNo) == ["H3"])
  }

  @Test("it lapses when the holder yields, is there again when that is undone, and goes for good")
  func lapses() throws {
    let trial = try begin()
    try trial.load(claim, acceptValid: true)
    // On a day before the claim begins the holder yields for the whole of it.
    let yields = try trial.load(
      "\(header),withdraw\nH1,,乙,spouse,\(RosterCase.second),,,(withdraw)")
    #expect(try conflicts(trial).isEmpty)
    try trial.undo(try #require(yields.entry))
    #expect(try conflicts(trial).count == 1)
    try trial.load(
      "\(header),withdraw\nH1,,乙,spouse,\(RosterCase.second),,,(withdraw)")
    #expect(try trial.load(claim).counts == [1, 0, 1, 0])
    #expect(try conflicts(trial).isEmpty)
  }

  @Test("it lapses when the holder gives the person up and the claimant takes him from that day")
  func moves() throws {
    let trial = try begin()
    try trial.load(claim, acceptValid: true)
    #expect(
      try trial.load(
        "\(header)\nH1,,乙,spouse,\(RosterCase.second),2011-06-01,\nH3,V2,乙,head,\(RosterCase.second),,2011-06-01"
      ).told == [])
    #expect(try conflicts(trial).isEmpty)
  }

  @Test("it lapses when the holder ends, whose end then cannot be undone")
  func ends() throws {
    let trial = try begin()
    let later = "\(header)\nH3,V2,乙,head,\(RosterCase.second),,2011-07-01"
    try trial.load(later, acceptValid: true)
    #expect(try conflicts(trial).count == 1)
    let end = try trial.load("household_no,event,on\nH1,end,2011-06-15")
    #expect(end.told == [])
    #expect(try conflicts(trial).isEmpty)
    #expect(try trial.load(later).counts == [1, 0, 0, 0])
    let entry = try #require(end.entry)
    #expect {
      try trial.undo(entry)
    } throws: { fault in
      guard case RegisterFault.ruleBroken("member_overlap", _) = fault else { return false }
      return true
    }
  }

  @Test("undoing the import takes the claim back")
  func undone() throws {
    let trial = try begin()
    let receipt = try trial.load(claim, acceptValid: true)
    try trial.undo(try #require(receipt.entry))
    #expect(try conflicts(trial).isEmpty)
  }
}
