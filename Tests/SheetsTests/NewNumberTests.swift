import Intake
import Sheets
import Testing

@Suite("Numbers of new households, officials and projects")
struct NewNumberTests {
  private static let roster = "household_no,village_code,name,relation,resident_id,remark\n"

  @Test(
    "a household's that differs from another in zeros, case or hyphens is taken and told",
    arguments: [("0013", "13"), ("h-07", "H-7"), ("4331-0001", "43310001")])
  func household(standing: String, new: String) throws {
    let trial = try RosterTrial()
    #expect(try trial.load(Self.roster + "\(standing),V1,甲,head,,").warned == [])
    let receipt = try trial.load(Self.roster + "9,V1,丙,head,,\n\(new),V1,乙,head,,")
    #expect(receipt.told == [] && receipt.counts == [2, 0, 0, 0])
    #expect(receipt.warned == ["3 household_no near_number"])
    #expect(receipt.warnings.map(\.kind) == [.notice(.nearNumber(standing, line: nil))])
    #expect(try trial.load(Self.roster + "\(new),V1,乙,head,,").warned == [])
  }

  @Test("so is one that differs from another of the same file, also of a register's first")
  func sameFile() throws {
    for end in ["", "(clear)"] {
      let trial = try RosterTrial()
      let receipt = try trial.load(Self.roster + "0012,V1,甲,head,,\n12,V1,乙,head,,\(end)")
      #expect(receipt.told == [] && receipt.counts == [2, 0, 0, 0])
      #expect(receipt.warnings.map(\.kind) == [.notice(.nearNumber("0012", line: 2))])
    }
  }

  @Test("one that was taken back is no other")
  func undone() throws {
    let trial = try RosterTrial()
    let first = try trial.load(Self.roster + "0013,V1,甲,head,,")
    try trial.undo(try #require(first.entry))
    #expect(try trial.load(Self.roster + "13,V1,甲,head,,").warned == [])
  }

  @Test("staff, projects and the households that splits make are told alike")
  func others() throws {
    let trial = try RosterTrial()
    let staff = try trial.load("staff_no,name\nS-001,王\nS-1,李")
    #expect(staff.told == [] && staff.warned == ["3 staff_no near_number"])
    let project = "project_no,name,kind,county_code,proposed_on\n"
    #expect(try trial.load(project + "P-01,猪,breeding,433123,2011-02-01").warned == [])
    #expect(
      try trial.load(project + "p01,猪,breeding,433123,2011-02-01").warned == [
        "2 project_no near_number"
      ])
    try trial.load(Self.roster + "H01,V1,甲,head,\(RosterCase.first),\nH01,,乙,spouse,,")
    let split = try trial.load(
      "household_no,event,on,member,other_household\nH01,split,2011-05-01,乙,h01")
    #expect(split.told == [] && split.warned == ["2 other_household near_number"])
  }

  @Test("15 digits are a household's number, though they may look like an ID")
  func villageNumbers() throws {
    for end in ["", "(clear)"] {
      let receipt = try RosterTrial().load(
        Self.roster + "V2001,V2,甲,head,,\nV2-002,V2,乙,head,,\(end)")
      #expect(receipt.told == [] && receipt.counts == [2, 0, 0, 0])
    }
  }

  @Test("a resident ID is no number of a household or an official, in either way of a roster")
  func residentID() throws {
    let id = RosterTrial.whole("43312319700101031")
    for end in ["", "(clear)"] {
      let receipt = try RosterTrial().load(
        Self.roster + "H1,V1,甲,head,,\n\(id),V1,乙,head,,\(end)")
      #expect(receipt.told == ["3 household_no resident_id_number"])
      #expect(receipt.errors.first?.value?.contains(id) == false)
    }
    let trial = try RosterTrial()
    #expect(
      try trial.load("staff_no,name\n\(id),王").told == ["2 staff_no resident_id_number"])
    try trial.load(Self.roster + "H1,V1,甲,head,\(RosterCase.first),\nH1,,乙,spouse,,")
    let split = try trial.load(
      "household_no,event,on,member,other_household\nH1,split,2011-05-01,乙,\(id)")
    #expect(split.told.contains("2 other_household resident_id_number"))
    for written in [
      "\(id.prefix(6))-\(id.dropFirst(6).prefix(8))-\(id.suffix(4))", "H\(id)",
    ] {
      for text in [
        "staff_no,name\n\(written),王", Self.roster + "\(written),V1,丁,head,,",
        Self.roster + "\(written),V1,丁,head,,(clear)",
      ] {
        let receipt = try RosterTrial().load(text)
        #expect(receipt.told.contains { $0.hasSuffix("_no resident_id_number") }, "\(written)")
        #expect(receipt.errors.allSatisfy { $0.value != written }, "\(written)")
      }
    }
    // A county's code, a year and a serial number look like an ID of 15 digits, which has no check digit.
    #expect(try trial.load("staff_no,name\n433123201101000,王\nS-433123-700101-001,李").told == [])
    // 18 characters that are no ID are a number like any other.
    let near = String(id.dropLast()) + (id.hasSuffix("0") ? "1" : "0")
    #expect(try trial.load("staff_no,name\n\(near),王").told == [])
  }
}
