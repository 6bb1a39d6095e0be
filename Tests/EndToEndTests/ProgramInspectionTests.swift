import Foundation
import Testing

@Suite("Inspection and disclosure by command")
struct ProgramInspectionTests {
  private func taken(_ told: ProgramFolder.Result) {
    #expect(told.status == 0, "\(told.output) \(told.errors)")
  }

  @Test("the same seed on the same entry draws the same households, and the draw is recorded")
  func draw() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try #require(
      try folder.run("import", "-", "--quiet", input: ProgramFolder.roster(40)).status == 0)
    let known = try folder.lastEntry()
    let drawn = try folder.words("inspect draw I1 --seed 42 --share 10 --on 2011-06-01 --json")
    taken(drawn)
    #expect(drawn.output.contains(#""known_entry":\#(known),"households":["#))
    let sheet = try folder.words("export inspections").output
    #expect(sheet.split(separator: "\n").count == 5)
    #expect(sheet.contains("I1,2011-06-01,42,\(known),433123,10,,"))
    let same = try folder.words(
      "inspect draw I1 --seed 42 --share 10 --known \(known) --on 2011-06-01 --json")
    #expect(same.output.hasPrefix(#"{"entry":null"#), "\(same.output)")
    let other = try folder.words(
      "inspect draw I2 --seed 43 --count 4 --on 2011-06-01 --dry-run --json")
    func households(_ told: ProgramFolder.Result) -> Substring? {
      told.output.firstRange(of: "\"households\":[\"H").map { told.output[$0.lowerBound...] }
    }
    #expect(households(other) != nil && households(other) != households(drawn))
    taken(try folder.words("check"))
  }

  @Test("a finding is followed until it is settled, and is overdue after its day")
  func findings() throws {
    let folder = try DailyFolder.make()
    taken(try folder.words("inspect draw I1 --seed 1 --count 3 --on 2011-06-01"))
    taken(try folder.words("inspect record I1 H2 --finding 记录不全 --on 2011-06-05 --due 2011-06-10"))
    let overdue = try folder.words("inspect list --overdue --on 2011-06-11 --format csv").output
    #expect(
      overdue.hasPrefix(
        "inspection_no,ordinal,household_no,village_code,village,state,found_on,finding,due_on,settled_on,settlement\n"
      ))
    #expect(overdue.contains(",H2,433123104201,"))
    #expect(overdue.contains(",overdue,2011-06-05,记录不全,2011-06-10,,\n"))
    #expect(
      try folder.words("inspect list --overdue --on 2011-06-10 --format csv").output
        .split(separator: "\n").count == 1)
    taken(try folder.words("inspect settle I1 H2 --settlement 已补齐 --on 2011-06-20"))
    #expect(
      try folder.words("inspect list --on 2011-06-30 --format csv").output
        .contains(",settled,2011-06-05,记录不全,2011-06-10,2011-06-20,已补齐\n"))
    let none = try folder.words("inspect settle I1 H2 --settlement x --on 2011-06-20 --json")
    #expect(try folder.rule(of: none) == "no_open_finding")
  }

  @Test("a posting, its objection and its answer; approval waits for the answer")
  func disclosure() throws {
    let folder = try DailyFolder.make()
    let village = DailyFolder.village
    taken(try folder.words("project review P1 --meeting m --verdict approve --on 2011-03-20"))
    #expect(
      try folder.rule(
        of: try folder.words("disclose object P1 \(village) --objection x --on 2011-04-01 --json"))
        == "no_posting")
    taken(try folder.words("disclose post P1 \(village) --on 2011-04-01"))
    taken(try folder.words("disclose object P1 \(village) --objection 不公平 --on 2011-04-03"))
    let early = try folder.words("project approve P1 --on 2011-04-04 --json")
    #expect(try folder.rule(of: early) == "open_objection")
    taken(try folder.words("disclose answer P1 \(village) --answer 按人口 --on 2011-04-05"))
    taken(try folder.words("project approve P1 --on 2011-04-06"))
    let down = try folder.words("disclose down P1 \(village) --on 2011-04-08")
    taken(down)
    #expect(down.output.contains("after 7 days"))
    #expect(
      try folder.words("report exceptions --format csv").output.contains(
        "posted_short,,\(village),"))
    #expect(
      try folder.words("export disclosures").output.contains(
        "P1,\(village),2011-04-01,,不公平,2011-04-03,按人口,2011-04-05\n"))
    #expect(
      try folder.words("export disclosures").output.contains(
        "P1,\(village),2011-04-01,2011-04-08,,,,\n"))
    let none = try folder.words("disclose answer P1 \(village) --answer x --on 2011-04-08 --json")
    #expect(try folder.rule(of: none) == "no_open_objection")
  }

  @Test(
    "the public list of a village holds names, class, project and money, and no numbers of people")
  func list() throws {
    let folder = try ReportsFolder.make()
    folder.clock = "2012-02-01T08:00:00Z"
    let list = try folder.words("disclose list 433123104206 --on 2011-12-31 --format csv").output
    #expect(
      list.hasPrefix(
        "household_no,head,class,persons,project_no,project,allocated_yuan,paid_yuan\n"))
    #expect(list.contains("4331231042060013,"))
    #expect(list.firstMatch(of: /[1-9][0-9]{16}[0-9X]/) == nil)
  }
}
