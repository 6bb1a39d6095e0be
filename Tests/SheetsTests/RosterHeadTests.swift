import Intake
import Sheets
import Testing

@Suite("Heads of standing households")
struct RosterHeadTests {
  private static let header =
    "household_no,village_code,name,relation,resident_id,joined_on,left_on\n"

  private func begin() throws -> RosterTrial {
    let trial = try RosterTrial()
    let rows = "H1,V1,甲,head,\(RosterCase.first),,\nH1,,乙,spouse,\(RosterCase.second),,"
    #expect(try trial.load(Self.header + rows).told == [])
    return trial
  }

  @Test(
    "a row that names another while the head is valid is refused naming him",
    arguments: [
      "H1,,丙,head,\(RosterCase.third),,", "H1,,丙,head,\(RosterCase.third),2011-06-01,",
      "H1,,丙,head,\(RosterCase.third),,2010-01-01", "H1,,乙,head,\(RosterCase.second),,",
      "H1,,甲,head,\(RosterCase.first),,\nH1,,乙,spouse,\(RosterCase.second),,\nH1,,丙,head,,,",
    ])
  func second(rows: String) throws {
    let trial = try begin()
    let people = try trial.people()
    let receipt = try trial.load(Self.header + rows)
    #expect(receipt.errors.count == 1 && receipt.errors.first?.kind.rule == "second_head")
    #expect(receipt.rejected == receipt.rows)
    #expect(try trial.heads() == ["H1.1"])
    #expect(try trial.people() == people)
    // 14610 is 2010-01-01.
    let leftOn: Int32? = rows.hasSuffix("2010-01-01") ? 14_610 : nil
    if receipt.rows == 1 {
      #expect(receipt.errors.map(\.kind) == [.headStands(name: "甲", leftOn: leftOn)])
    }
  }

  @Test(
    "the head changes where the file gives the old one another relation, or he leaves",
    arguments: [
      ("H1,,甲,parent,\(RosterCase.first),,\nH1,,丙,head,\(RosterCase.third),,", ["H1.4"]),
      (
        "H1,,甲,parent,\(RosterCase.first),,\nH1,,丙,head,\(RosterCase.third),2011-06-01,",
        ["H1.1", "H1.4 2011-06-01"]
      ),
      ("H1,,丙,head,\(RosterCase.third),,\nH1,,甲,other,\(RosterCase.first),,", ["H1.3"]),
      (
        "H1,,甲,head,\(RosterCase.first),,2011-06-01\nH1,,乙,head,\(RosterCase.second),,",
        ["H1.1", "H1.2 2011-06-01"]
      ),
    ])
  func changes(rows: String, heads: [String]) throws {
    let trial = try begin()
    #expect(try trial.load(Self.header + rows).told == [])
    #expect(try trial.heads() == heads)
    let again = try trial.load(Self.header + rows)
    #expect(again.told == [] && again.entry == nil)
  }

  @Test(
    "one who leaves before the head or with him does not follow, and that is said",
    arguments: [
      ("2011-05-01", .headStands(name: "甲", leftOn: 15_095)),
      ("2011-06-01", .secondHead(firstLine: 2, name: "甲", leavesOn: 15_126)),
    ] as [(String, FaultKind)])
  func leaves(day: String, kind: FaultKind) throws {
    let trial = try begin()
    let receipt = try trial.load(
      Self.header + "H1,,甲,head,\(RosterCase.first),,2011-06-01\n"
        + "H1,,乙,head,\(RosterCase.second),,\(day)")
    #expect(receipt.errors.map(\.kind) == [kind])
    #expect(try trial.heads() == ["H1.1"])
  }

  @Test("a file that takes the head's relation and names no other leaves the household without one")
  func denied() throws {
    let trial = try begin()
    let receipt = try trial.load(Self.header + "H1,,甲,parent,\(RosterCase.first),,")
    #expect(receipt.told == ["2 relation no_head"])
    #expect(try trial.heads() == ["H1.1"])
  }

  @Test("a complete roster may name another where it leaves the old head out")
  func complete() throws {
    let trial = try begin()
    let receipt = try trial.load(
      Self.header + "H1,V1,乙,head,\(RosterCase.second),,", completeOn: "2011-10-01")
    #expect(receipt.told == [])
    #expect(try trial.heads() == ["H1.1", "H1.2 2011-10-01"])
  }
}
