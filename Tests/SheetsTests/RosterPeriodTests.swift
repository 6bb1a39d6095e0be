import Intake
import Sheets
import Testing

@Suite("One end of a stay against the other, which stands")
struct RosterPeriodTests {
  private static let header =
    "household_no,village_code,name,relation,resident_id,joined_on,left_on\n"

  @Test(
    "A stay that would end before it begins is a fault of left_on",
    arguments: [
      "H1,,乙,child,\(RosterCase.second),,2011-03-01",
      "H1,,乙,child,\(RosterCase.second),,2011-02-01",
      "H1,,丁,child,,,2011-03-01",
    ])
  func ends(row: String) throws {
    let trial = try RosterTrial()
    let rows = """
      H1,V1,甲,head,\(RosterCase.first),,
      H1,,乙,child,\(RosterCase.second),2011-03-01,
      H1,,丙,child,\(RosterCase.third),,2011-09-01
      H1,,丁,child,,2011-03-01,
      """
    #expect(try trial.load(Self.header + rows).told == [])
    let people = try trial.people()
    #expect(try trial.load(Self.header + row).told == ["2 left_on date_order"])
    #expect(try trial.people() == people)
  }

  @Test("Of several stays a row that takes one back says which; sent again, it takes back no other")
  func severalStays() throws {
    let header = Self.header.replacing("left_on\n", with: "left_on,withdraw\n")
    let trial = try RosterTrial()
    let rows = """
      H1,V1,甲,head,\(RosterCase.first),,,
      H1,,乙,child,\(RosterCase.second),,2011-03-01,
      H1,,乙,child,\(RosterCase.second),2011-08-01,,
      H1,,丁,child,,,2011-03-01,
      H1,,丁,child,,2011-08-01,,
      """
    #expect(try trial.load(header + rows).told == [])
    let people = try trial.people()
    for undated in ["乙,child,\(RosterCase.second)", "丁,child,"] {
      #expect(
        try trial.load(header + "H1,,\(undated),,,作废").told == ["2 joined_on missing_value"])
    }
    let dated = "H1,,乙,child,\(RosterCase.second),,2011-03-01,作废\nH1,,丁,child,,2011-08-01,,作废"
    #expect(try trial.load(header + dated).told == [])
    #expect(try trial.people() == [people[0], people[2], people[3]])
    let again = try trial.load(header + dated)
    #expect(again.told == [] && again.entry == nil)
  }

  @Test(
    "Nobody joins a household split off before its first day, nor without a day",
    arguments: [
      ("N1,,戊,other,,2011-03-01,", ["2 joined_on not_yet_standing"]),
      ("N1,,戊,other,,,", ["2 joined_on missing_value"]),
      ("N1,,丙,head,\(RosterCase.third),2011-03-01,", ["2 joined_on not_yet_standing"]),
      ("N1,,丙,head,\(RosterCase.third),(clear),", ["2 joined_on missing_value"]),
      ("N1,,戊,other,,2011-06-01,", []), ("N1,,丙,head,\(RosterCase.third),,", []),
    ])
  func beginnings(row: String, told: [String]) throws {
    let trial = try RosterTrial()
    let rows = "H1,V1,甲,head,\(RosterCase.first),,\nH1,,丙,child,\(RosterCase.third),,"
    #expect(try trial.load(Self.header + rows).told == [])
    let split = "household_no,event,on,member,other_household\nH1,split,2011-06-01,丙,N1"
    #expect(try trial.load(split).told == [])
    #expect(try trial.load(Self.header + row).told == told)
  }
}
