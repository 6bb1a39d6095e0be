import Foundation
import Testing

@Suite("The commands of a household's life")
struct ProgramHouseholdTests {
  private let folder: ProgramFolder

  init() throws {
    folder = try ProgramFolder()
    folder.clock = "2011-12-01T08:00:00Z"
    try folder.makeRegister()
    try folder.write(
      "roster.csv",
      """
      household_no,village_code,name,relation,resident_id,birth_date,class,enrolled_on
      H1,433123104201,田云,head,433123196001010017,,poor,2011-03-01
      H1,,吴秀,spouse,,1962-05-01,,
      H1,,田三,child,,,,
      H2,433123104201,麻平,head,,1950-01-01,dibao,2011-03-01

      """)
    #expect(try folder.run("import", "roster.csv").status == 0)
  }

  @discardableResult
  private func did(_ line: String) throws -> ProgramFolder.Result {
    let told = try folder.shell("$PROGRAM " + line)
    #expect(told.status == 0, "\(line): \(told.errors)")
    return told
  }

  private func refused(_ line: String, _ rule: String) throws {
    let told = try folder.shell("$PROGRAM " + line + " --json")
    #expect(told.status == 1, "\(line): \(told.output)")
    #expect(told.output.contains("\"rule\":\"\(rule)\""), "\(line): \(told.output)")
  }

  @Test("one line enrols a household, and the same line again changes nothing")
  func enrols() throws {
    let line =
      "enrol H3 --village 433123104201 --head 石明 --class poor --member 石花,child --member 龙玉,配偶 --on 2011-05-01"
    let told = try did(line)
    #expect(told.output.contains("Entry 3") && told.output.contains("3 members"))
    #expect(told.output.contains("+3 persons enrolled"))
    #expect(try did(line).output.contains("it is so already"))
    #expect(try folder.lastEntry() == 3)
    try refused("enrol H3 --village 433123104201 --head 石明 --class dibao --on 2011-05-01", "stands")
    let more = "enrol H3 --village 433123104201 --head 石明 --member 石二,child --on 2011-05-01"
    try refused(more, "stands")
    let stranger = try folder.shell("$PROGRAM \(more) --cause flood").errors
    #expect(stranger.contains("石二 is no member of household H3; add with"), "\(stranger)")
    #expect(stranger.contains("is registered already without cause"), "\(stranger)")
    let nameless = try folder.shell("$PROGRAM \(line) --member ,child").errors
    #expect(nameless.contains("sixpoint: name: is required"), "\(nameless)")
    #expect(try did("show H3").output.contains("龙玉"))
    #expect(try folder.run("check").status == 0)
  }

  @Test("a household that is registered is enrolled into another year by its day alone")
  func anotherYear() throws {
    folder.clock = "2012-03-01T08:00:00Z"
    #expect(try did("enrol H1 --on 2012-02-01").output.contains("into 2012"))
    #expect(try did("enrol H1 --on 2012-02-01").output.contains("it is so already"))
    try refused("enrol H1 --on 2012-02-02", "stands")
    #expect(try folder.shell("$PROGRAM enrol H9 --on 2012-02-02").status == 64)
  }

  @Test("people join, leave and are corrected, and a renamed person stays the same one")
  func people() throws {
    #expect(
      try did("member add H1 田宝 --relation child --birth 2011-06-01 --on 2011-06-01").output
        .contains("+1 person enrolled"))
    try refused("member add H1 田宝 --relation child --birth 2011-06-01 --on 2011-06-02", "stands")
    try did("member correct H1 田宝 --name 田小宝 --phone 13900001111")
    #expect(try did("show H1").output.contains("田小宝"))
    #expect(!(try did("show H1").output.contains("田宝")))
    try did("member leave H1 433123196001010017 --on 2011-07-01 --reason died")
    let card = try did("show H1").output
    #expect(
      card.split(separator: "\n").contains { $0.hasPrefix("吴秀") && $0.contains("head") }, "\(card)")
    // What a file sent again says of an earlier head is old; who corrects one person means it.
    try refused("member correct H1 田三 --relation head", "dated_history")
    try did("household head H1 田三 --on 2011-08-01")
    try refused("member correct H1 吴秀 --relation head", "dated_history")
    try refused("member correct H1 吴秀 --relation head --name 吴秀兰", "dated_history")
    try refused("member leave H1 田小宝 --on 2011-05-01", "date_order")
    try refused("member leave H1 nobody --on 2011-05-01", "unknown_member")
    try refused("member correct H1 吴秀 --id 433123196205010021", "check_digit")
    #expect(try folder.run("check").status == 0)
  }

  @Test("the head may be corrected without being named head again")
  func correctsHead() throws {
    try did("household head H1 吴秀 --on 2011-06-01")
    let told = try did("member correct H1 吴秀 --phone 13900001111")
    #expect(told.errors == "", "\(told.errors)")
    let card = try did("show H1").output.split(separator: "\n")
    #expect(card.contains { $0.hasPrefix("吴秀") && $0.contains("head") })
  }

  @Test("a household moves, is reclassified, splits, merges and ends, each by a line")
  func lives() throws {
    try did("household reclass H1 扶贫低保户 --ground below --on 2011-05-01")
    try did("household split H1 H4 --member 田三 --on 2011-06-01")
    try did("household merge H4 H2 --on 2011-07-01")
    try did("household move H2 433123104202 --on 2011-08-01")
    try did("household end H1 --ground moved --on 2011-09-01")
    let history = try did("export household_events -o events.csv --reveal --reason test")
    #expect(history.status == 0)
    let events = try folder.read("events.csv")
    for event in ["reclass", "split", "merge", "move", "end"] {
      #expect(events.contains(",\(event),"), "\(events)")
    }
    try refused("household split H1 H5 --member 吴秀 --on 2011-10-01", "after_end")
    try refused("household move H2 nowhere --on 2011-10-01", "unknown_region")
    try refused("household merge H2 H9 --on 2011-10-01", "unknown_household")
    #expect(try folder.run("check").status == 0)
  }

  @Test("a household that moves or gets another class takes its figures along, closed months too")
  func shifts() throws {
    for month in 1...6 { try did("close 2011-0\(month)") }
    let reclassed = try did(
      "household reclass H1 dibao --ground x --on 2011-05-03 --dry-run --json")
    #expect(
      reclassed.output.contains(#""closed_months":["2011-05","2011-06"]"#), "\(reclassed.output)")
    #expect(
      reclassed.output.contains(
        #"{"by":"class","rows":[{"code":"poor","figures":{"households_enrolled":-1,"persons_enrolled":-3}},{"code":"dibao","figures":{"households_enrolled":1,"persons_enrolled":3}}]}"#
      ), "\(reclassed.output)")
    let line = "household move H1 433123114206 --on 2011-08-01 --dry-run"
    let moved = try did(line).output
    #expect(moved.contains("figures of 2011-08 go from one township to another:"), "\(moved)")
    #expect(moved.contains("    from 433123104 Chatian Town: -1 household enrolled"), "\(moved)")
    #expect(moved.contains("    to 433123114 "), "\(moved)")
    let chinese = try did(line + " --lang zh").output
    #expect(chinese.contains("2011-08 数字在不同乡镇之间转移"), "\(chinese)")
    let near = try did("household move H1 433123104202 --on 2011-08-01 --dry-run").output
    #expect(near.contains("go from one village to another"), "\(near)")
  }

  @Test("who is head by an act is said, or that nobody is")
  func heads() throws {
    for more in [" --dry-run", ""] {
      let left = try did("member leave H1 田云 --on 2011-07-01" + more).output
      #expect(left.contains("  吴秀 is head of H1 from 2011-07-01\n"), "\(left)")
    }
    let both = try did("household split H1 H4 --member 田三 吴秀 --on 2011-08-01 --dry-run").output
    #expect(both.contains("田三, 吴秀 split off from H1 as H4"), "\(both)")
    let split = try did("household split H1 H4 --member 田三 --on 2011-08-01").output
    #expect(split.contains("  田三 is head of H4"), "\(split)")
    let named = try did("member add H2 丙 --relation child --on 2011-08-01").output
    #expect(!named.contains("is head"), "\(named)")
    let told = try did("household head H2 丙 --on 2011-08-02").output
    #expect(told.components(separatedBy: "is head").count == 2, "\(told)")
    let merged = try did("household merge H4 H2 --on 2011-09-01").output
    #expect(merged.contains("  on 2011-09-01 nobody is head of H4 any more\n"), "\(merged)")
    let machine = try did("household end H1 --ground x --on 2011-09-01 --dry-run --json").output
    #expect(
      machine.contains(
        #""heads":[{"household_no":"H1","on":"2011-09-01","head":null,"since":null}]"#),
      "\(machine)")
  }

  @Test("an undo of an end names the later entry that let the head go, and no older one")
  func undoneEnd() throws {
    try did("household end H1 --ground moved --on 2011-09-01")
    let end = try folder.lastEntry()
    try did("member leave H1 田云 --on 2011-09-05")
    let told = try folder.words("undo \(end) --yes --json")
    #expect(told.status == 1 && told.output.contains(#""rule":"head""#), "\(told.output)")
    #expect(told.output.contains("(entry \(end + 1))"), "\(told.output)")
    try did("undo \(end + 1) --yes")
    try did("undo \(end) --yes")
    #expect(try folder.run("check").status == 0)
  }

  @Test("a dry run writes nothing and says what would change")
  func dryRun() throws {
    let before = try folder.lastEntry()
    let told = try did("household end H1 --ground moved --on 2011-09-01 --dry-run")
    #expect(
      told.output.contains("Nothing written") && told.output.contains("-1 household enrolled"))
    #expect(try folder.lastEntry() == before)
  }
}
