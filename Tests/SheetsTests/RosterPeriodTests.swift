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
}
