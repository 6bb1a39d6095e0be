import Intake
import Testing

@Suite("Places that cannot be")
struct RegionRuleTests {
  @Test(
    "a place is of the level of its code and part of one of the level above",
    arguments: [
      ("433123999999,,,孤村,,", ["2 code unknown_region"]),
      ("433123101,433123101,,廖家桥镇,,", ["2 parent_code region_level"]),
      ("433123101,433123101002,,廖家桥镇,,", ["2 parent_code region_level"]),
      ("433123101998,433123,,新村,,", ["2 parent_code region_level"]),
      ("433123101998,433123997,,新村,,", ["2 parent_code unknown_region"]),
      ("433123101998,,township,新村,,", ["2 level region_level"]),
      ("433123998,,village,新镇,,", ["2 level region_level"]),
      ("433123101998,,,新村,wuling,", ["2 area region_level"]),
      ("433123,,,凤凰县,,national", ["2 tier region_level"]),
      ("433123101998,,village,新村,,national", []),
    ])
  func levels(row: String, told: [String]) throws {
    let trial = try MoneyTrial()
    #expect(try trial.told("code,parent_code,level,name_zh,area,tier\n\(row)") == told)
  }

  @Test("a village may come with its township, in either order")
  func together() throws {
    let trial = try MoneyTrial()
    let rows = ["433123998001,新村", "433123998,新镇"]
    #expect(try trial.told("code,name_zh\n\(rows[0])\n\(rows[1])") == [])
  }

  @Test("a place in which something is, and the office's own, is not withdrawn")
  func withdrawn() throws {
    let trial = try MoneyTrial(office: 433123)
    let village = try trial.number("SELECT min(village_code) FROM residence") ?? 0
    let header = "code,name_zh,withdraw"
    #expect(
      try trial.told("\(header)\n\(village / 1000),镇,作废") == ["2 withdraw depended_on"])
    #expect(try trial.told("\(header)\n433123,县,作废") == ["2 withdraw depended_on"])
    try trial.load("code,name_zh\n433123998,新镇")
    #expect(try trial.told("\(header)\n433123998,新镇,作废") == [])
  }
}
