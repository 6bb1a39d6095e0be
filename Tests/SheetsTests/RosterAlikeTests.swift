import Intake
import Sheets
import Testing

@Suite("The same person twice")
struct RosterAlikeTests {
  private static let header =
    "household_no,village_code,name,relation,sex,birth_date,resident_id,class,joined_on,remark\n"

  private func warned(_ rows: String) throws -> (people: [String], warned: [String]) {
    let trial = try RosterTrial()
    let receipt = try trial.load(Self.header + rows)
    #expect(receipt.told == [])
    return (try trial.people(), receipt.warned)
  }

  @Test("rows alike but for what is said of the household are told, and stay two people")
  func told() throws {
    let trial = try RosterTrial()
    let rows = """
      H1,V1,甲,head,男,1960-01-01,,poor,,
      H1,,乙,child,男,1990-02-03,,poor,,
      H1,,丙,child,男,1990-02-03,,,,
      H1,,乙,child,男,1990-02-03,,,,
      H1,,乙,child,男,1990-02-03,,,,
      """
    for counts in [[5, 0, 0, 0], [0, 0, 5, 0]] {
      let receipt = try trial.load(Self.header + rows)
      #expect(receipt.told == [] && receipt.counts == counts)
      #expect(receipt.warned == ["5 name person_alike", "6 name person_alike"])
      #expect(
        receipt.warnings.map(\.kind) == [
          .notice(.personAlike(firstLine: 3)), .notice(.personAlike(firstLine: 3)),
        ])
      #expect(try trial.people().count == 5)
    }
  }

  @Test(
    "another relation, birth date, stay or household, or an ID, is another person or no wonder",
    arguments: [
      "H1,,乙,other,男,1990-02-03,,,,", "H1,,乙,child,女,1990-02-03,,,,",
      "H1,,乙,child,男,1990-02-04,,,,",
      "H1,,乙,child,男,1990-02-03,,,2011-01-01,", "H1,,乙,child,男,1990-02-03,,,,次子",
      "H1,,乙,child,男,1990-02-03,<43312319900203001>,,,", "H2,V1,乙,head,男,1990-02-03,,,,",
    ])
  func others(row: String) throws {
    let came = try warned(
      "H1,V1,甲,head,男,1960-01-01,,,,\nH1,,乙,child,男,1990-02-03,,,,\n" + row)
    #expect(came.warned.allSatisfy { $0 == "4 name namesake" } && came.people.count == 3)
  }

  @Test(
    "of two rows that say the same of one who stands with more, the second is at fault",
    arguments: [
      "H1,,乙,child,,,,,,\nH1,,乙,child,,,,,,跛", "H1,,乙,child,,,,,,\nH1,,乙,child,,,,,,",
      "H1,,丙,child,,,,,,\nH1,,丙,child,,,,,,",
    ])
  func ofOne(rows: String) throws {
    let trial = try RosterTrial()
    let standing = """
      H1,V1,甲,head,男,1960-01-01,,,,
      H1,,乙,child,,,\(RosterCase.second),,,
      H1,,丙,child,,1990,,,,
      """
    #expect(try trial.load(Self.header + standing).told == [])
    #expect(try trial.load(Self.header + rows).told == ["3 name repeated_key"])
    #expect(try trial.people().count == 3)
  }

  @Test("two rows whose ID is at fault are not told as alike")
  func faulty() throws {
    let rows = "H1,V1,甲,head,,,,,,\nH1,,乙,child,,,4331,,,\nH1,,乙,child,,,4331,,,"
    let receipt = try RosterTrial().load(Self.header + rows)
    #expect(receipt.told.count == 2 && receipt.warned == [])
  }
}
