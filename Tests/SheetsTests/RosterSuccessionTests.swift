import Intake
import Register
import SQLite
import Sheets
import Testing

@Suite("Who follows a head, told in any order of files")
struct RosterSuccessionTests {
  private static let header =
    "household_no,village_code,name,relation,resident_id,joined_on,left_on\n"
  private static let leaves = "H1,,甲,head,\(RosterCase.first),,2011-06-01"
  private static let spouse = "H1,,丙,spouse,\(RosterCase.third),2011-01-01,"

  /// Sends files to a register that has 甲, head, and 乙, a child.
  private func trial(_ files: [String]) throws -> RosterTrial {
    let trial = try RosterTrial()
    let rows = "H1,V1,甲,head,\(RosterCase.first),,\nH1,,乙,child,\(RosterCase.second),,"
    for file in [rows] + files { #expect(try trial.load(Self.header + file).told == []) }
    return trial
  }

  /// `乙 2011-06-01`: the heads after the first, by name.
  private func laterHeads(_ trial: RosterTrial) throws -> [String] {
    var heads: [String] = []
    try trial.register.connection.rows(
      """
      SELECT DISTINCT name || ' ' || date(since * 86400, 'unixepoch') FROM headship AS h
      JOIN member AS m ON m.household_id = h.household_id AND m.member_no = h.member_no
      WHERE h.withdrawn IS NULL AND since > -719162 ORDER BY since
      """
    ) { heads.append($0.text(0)) }
    return heads
  }

  @Test(
    "A spouse told late comes before the child who was head by the rule",
    arguments: [[leaves, spouse], [spouse, leaves], [leaves + "\n" + spouse]])
  func spouseLate(files: [String]) throws {
    #expect(try laterHeads(trial(files)) == ["丙 2011-06-01"])
  }

  @Test("A spouse who joins only after the head left takes nothing from the child")
  func joinsAfter() throws {
    let files = [Self.leaves, "H1,,丙,spouse,\(RosterCase.third),2011-07-01,"]
    #expect(try laterHeads(trial(files)) == ["乙 2011-06-01"])
  }

  @Test("A head whose leaving is taken back is head again")
  func leavingCleared() throws {
    let files = [Self.leaves, "H1,,甲,other,\(RosterCase.first),,(clear)"]
    #expect(try laterHeads(trial(files)).isEmpty)
  }

  @Test("Who is named as the next head stays, and the files again change nothing")
  func named() throws {
    let named = Self.leaves + "\nH1,,乙,head,\(RosterCase.second),,"
    let trial = try trial([Self.spouse, named])
    #expect(try laterHeads(trial) == ["乙 2011-06-01"])
    #expect(try trial.load(Self.header + Self.spouse).entry == nil)
  }

  @Test("Who is named as the next head stays, where a spouse is told late")
  func namedBefore() throws {
    let named = Self.leaves + "\nH1,,乙,head,\(RosterCase.second),,"
    let trial = try trial([named, Self.spouse])
    #expect(try laterHeads(trial) == ["乙 2011-06-01"])
    #expect(try trial.load(Self.header + named).entry == nil)
    #expect(
      try trial.number(
        "SELECT count(*) FROM household_event WHERE event = 3 AND withdrawn IS NULL") == 1)
  }

  @Test("Who is named as the next head follows the day of leaving, told otherwise")
  func leavingCorrected() throws {
    let named = Self.leaves + "\nH1,,乙,head,\(RosterCase.second),,"
    let later = named.replacing("2011-06-01", with: "2011-07-01")
    let trial = try trial([named, later])
    #expect(try laterHeads(trial) == ["乙 2011-07-01"])
    #expect(try trial.load(Self.header + later).entry == nil)
    #expect(
      try trial.number(
        "SELECT count(*) FROM household_event WHERE event = 3 AND withdrawn IS NULL") == 1)
  }

  @Test("Who is named head and joined after the old one left, is head from joining on")
  func namedLater() throws {
    let joins = "H1,,丙,parent,\(RosterCase.third),2011-07-01,"
    let named = Self.leaves + "\nH1,,丙,head,\(RosterCase.third),,"
    #expect(try laterHeads(trial([joins, named])) == ["乙 2011-06-01", "丙 2011-07-01"])
  }
}
