import Intake
import Sheets
import Testing

@Suite("New people without an ID of another's name")
struct RosterNamesakeTests {
  private static let header =
    "household_no,village_code,name,relation,birth_date,resident_id,joined_on,left_on,remark\n"
  private static let first = "H1,V1,甲,head,1960-05-01,,,,\nH1,,田六,child,2010-08-01,,,,\n"

  private func namesakes(_ receipt: Receipt) -> [String] {
    receipt.warnings.compactMap {
      guard case .notice(.namesake(let household, let line)) = $0.kind else { return nil }
      return "\($0.line) \(household) \(line.map(String.init) ?? "-")"
    }
  }

  @Test(
    "are told where birth year and village are equal too",
    arguments: [
      ("H2,V1,田六,head,2010,,,,", ["2 H1 -"]), ("H2,V1,田六,head,2010-01-02,,,,", ["2 H1 -"]),
      ("H1,,田六,child,2010-09-01,,,,", ["2 H1 -"]),
      ("H2,V1,田六,head,2011,,,,", []), ("H2,V1,田六,head,,,,,", []),
      ("H2,V2,田六,head,2010,,,,", []), ("H2,V1,田七,head,2010,,,,", []),
      ("H2,V1,田六,head,,<43312320100801001>,,,", []),
      ("H1,,田六,child,2010-08-01,,,,", []),
      ("H2,V1,丁,head,,,,,\nH2,,田六,child,2010,,,,\nH3,V1,田六,head,2010,,,,", ["3 H1 -", "4 H1 -"]),
    ])
  func standing(rows: String, told: [String]) throws {
    let trial = try RosterTrial()
    #expect(try namesakes(trial.load(Self.header + Self.first)) == [])
    let receipt = try trial.load(Self.header + rows)
    #expect(receipt.told == [])
    #expect(namesakes(receipt) == told)
    #expect(try namesakes(trial.load(Self.header + rows)) == [], "nobody is new any more")
  }

  @Test(
    "rows of one file are told among each other, also of a register's first",
    arguments: [
      ("H2,V1,田六,head,2010,,,,", ["4 H1 3"]),
      ("H2,V2,田六,head,2010,,,,", []),
      (
        "H2,V1,丁,head,1970,,,,\nH2,,田六,child,2010-08-01,,,,\nH3,V1,田六,head,2010,,,,",
        ["5 H1 3", "6 H1 3"]
      ),
      ("H2,V1,丁,head,,,,,\nH2,,戊,child,1990,,,2011-02-01,\nH2,,戊,child,1990,,2011-03-01,,", []),
      ("H2,,田六,head,2010,,,,\nH2,V1,丁,child,1980,,,,", ["4 H1 3"]),
    ])
  func founding(rows: String, told: [String]) throws {
    let plain = try RosterTrial().load(Self.header + Self.first + rows)
    #expect(plain.told == [])
    #expect(namesakes(plain) == told)
    let staged = try RosterTrial().load(Self.header + Self.first + rows + "(clear)")
    #expect(staged.warnings == plain.warnings)
  }

  @Test("one whose household moved here is met in the new village")
  func moved() throws {
    let trial = try RosterTrial()
    try trial.load(Self.header + Self.first)
    let moved = try trial.load("household_no,event,on,village_code\nH1,move,2011-03-01,V2")
    #expect(moved.told == [])
    #expect(try namesakes(trial.load(Self.header + "H2,V2,田六,head,2010,,,,")) == ["2 H1 -"])
    #expect(try namesakes(trial.load(Self.header + "H3,V1,田六,head,2010,,,,")) == [])
  }
}
