import Intake
import Sheets
import Testing

@Suite("A household of many people without IDs")
struct RosterManyTests {
  private static let header =
    "household_no,village_code,name,relation,resident_id,birth_date,remark\n"

  /// Nothing may ask all members for each row: of 5,000 that takes minutes.
  @Test("sent again is unchanged, whatever their names", arguments: ["成员#", "成员"])
  func again(name: String) throws {
    let trial = try RosterTrial()
    var rows = "H1,V1,甲,head,,,\n"
    for number in 2...5_000 {
      rows += "H1,,\(name.replacing("#", with: String(number))),child,,,\n"
    }
    let first = try trial.load(Self.header + rows)
    #expect(first.told == [] && first.counts == [5_000, 0, 0, 0])
    let again = try trial.load(Self.header + rows)
    #expect(again.told == [] && again.counts == [0, 0, 5_000, 0] && again.entry == nil)
  }
}
