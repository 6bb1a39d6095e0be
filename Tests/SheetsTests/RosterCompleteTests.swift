import Intake
import Sheets
import Testing

@Suite("A roster that is the whole county")
struct RosterCompleteTests {
  private let header = "household_no,village_code,name,relation,resident_id,joined_on,left_on"

  private func begin() throws -> RosterTrial {
    let trial = try RosterTrial()
    try trial.load(
      """
      \(header)
      H1,V1,甲,head,\(RosterCase.first),,
      H1,,乙,spouse,\(RosterCase.second),,
      H2,V2,丙,head,\(RosterCase.third),,
      H2,,戊,child,,2011-11-01,
      H3,V2,丁,head,,,
      H4,W1,己,head,,,
      """)
    return trial
  }

  @Test("whom it does not name is counted and stays")
  func counted() throws {
    let trial = try begin()
    let before = try trial.people()
    let receipt = try trial.load("\(header)\nH1,V1,甲,head,\(RosterCase.first),,")
    #expect(receipt.absent?.members == 4)
    #expect(receipt.absent?.households == 2)
    #expect(receipt.entry == nil)
    #expect(try trial.people() == before)
  }

  @Test(
    "a household that it leaves out, and which ends later by an event, is told once and refuses it",
    arguments: [
      ("H3", "H1,V1,甲,head,\(RosterCase.first),,\nH1,,乙,spouse,\(RosterCase.second),,", 0),
      ("H1", "H2,V2,丙,head,\(RosterCase.third),,\nH1,V1,甲,head,\(RosterCase.first),,", 3),
    ])
  func endsLater(household: String, rows: String, line: Int) throws {
    let trial = try begin()
    try trial.load("household_no,event,on,ground\n\(household),end,2011-11-01,moved")
    let before = try trial.people()
    let receipt = try trial.load("\(header)\n\(rows)", completeOn: "2011-10-01")
    #expect(receipt.errors.map(\.line) == [line])
    #expect(receipt.errors.map(\.kind.rule) == ["later_event"])
    #expect(receipt.entry == nil)
    #expect(try trial.people() == before)
  }

  @Test("whom it does not name leaves on its day, and what nobody stays in ends")
  func left() throws {
    let trial = try begin()
    let file = "\(header)\nH1,V1,乙,spouse,\(RosterCase.second),,\nH5,V1,庚,head,,,"
    let receipt = try trial.load(file, completeOn: "2011-10-01")
    #expect(receipt.told == [])
    #expect(receipt.counts == [1, 0, 1, 0])
    #expect(receipt.absent?.members == 3)
    #expect(receipt.absent?.households == 2)
    #expect(
      try trial.people() == [
        "H1.1 甲 [,2011-10-01)", "H1.2 乙 [,)", "H2.1 丙 [,2011-10-01)", "H2.2 戊 [2011-11-01,)",
        "H3.1 丁 [,2011-10-01)", "H4.1 己 [,)", "H5.1 庚 [,)",
      ])
    #expect(
      try trial.heads() == [
        "H1.1", "H1.2 2011-10-01", "H2.1", "H2.2 2011-11-01", "H3.1", "H4.1", "H5.1",
      ])
    #expect(
      try trial.number(
        "SELECT count(*) FROM household_end WHERE ground = 'absent from the complete roster'") == 1)
    #expect(try trial.load(file, completeOn: "2011-10-01").entry == nil)
    try trial.undo(try #require(receipt.entry))
    #expect(try trial.people().filter { $0.hasSuffix("[,)") }.count == 5)
  }

  @Test("The household that it ends comes back by its export, and the export changes nothing")
  func exported() throws {
    let trial = try ExportTrial()
    try trial.take(HouseholdGivingTests.roster)
    let rows = HouseholdGivingTests.roster.split(separator: "\n").dropLast().joined(separator: "\n")
    let receipt = try trial.send(rows + "\n", completeOn: "2011-06-01")
    #expect(receipt.errors.isEmpty && receipt.absent?.households == 1)
    let sheets = try ExportTrial.all(of: trial.register)
    #expect(try trial.differences(sending: sheets) == [])
    let (other, faults) = try trial.rebuilt(from: sheets)
    #expect(faults == [])
    #expect(try other.facts() == trial.facts())
  }

  @Test("it is refused of two counties, with a fault, and for other sheets")
  func refused() throws {
    let trial = try begin()
    let both = "\(header)\nH1,V1,甲,head,\(RosterCase.first),,\nH4,W1,己,head,,,"
    #expect(try trial.load(both, completeOn: "2011-10-01").told == ["0 - several_counties"])
    let faulty = "\(header)\nH1,V1,甲,head,\(RosterCase.first),,\nH6,V1,辛,child,,,"
    let receipt = try trial.load(faulty, acceptValid: true, completeOn: "2011-10-01")
    #expect(receipt.told == ["3 relation no_head"])
    #expect(receipt.entry == nil)
    #expect(
      try trial.load("staff_no,name\nS1,王", completeOn: "2011-10-01").told == [
        "0 - complete_roster"
      ])
    #expect(try trial.people().count == 6)
  }
}
