import Domain
import Intake
import Sheets
import Testing

@Suite("A household that has ended")
struct EndedHouseholdTests {
  /// H2 ends on 2011-06-01; an official and a project stand.
  private func office() throws -> EventOffice {
    let office = try EventOffice()
    for sheet in [
      "staff_no,name\nS1,李明",
      "project_no,name,kind,county_code,proposed_on\nP1,养猪,breeding,433123,2011-03-01",
      "household_no,event,on\nH2,end,2011-06-01",
    ] {
      let receipt = try office.send(sheet)
      try #require(receipt.told == [])
    }
    return office
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let header: String
    let before: String
    let after: String
    let column: String

    var testDescription: String { after }
  }

  static let cases = [
    Case(
      header: "household_no,starts_on,ended_on,measures", before: "H2,2011-05-31,2011-12-01,养猪",
      after: "H2,2011-06-01,,养猪", column: "starts_on"),
    Case(
      header: "household_no,role,staff_no,since", before: "H2,contact,S1,2011-05-31",
      after: "H2,support,S1,2011-06-01", column: "since"),
    Case(
      header: "project_no,household_no,since,until", before: "P1,H2,2011-05-31,2011-07-01",
      after: "P1,H2,2011-07-01,", column: "since"),
    Case(
      header: "household_no,logged_on,staff_no,kind", before: "H2,2011-05-31,S1,visit",
      after: "H2,2011-06-01,S1,visit", column: "logged_on"),
  ]

  @Test(
    "what begins with it from that day on is taken and told; what began before may reach beyond",
    arguments: cases)
  func begins(example: Case) throws {
    let office = try office()
    let file = [example.header, example.before, example.after].joined(separator: "\n")
    let taken = try office.send(file)
    #expect(taken.told == [] && taken.created == 2)
    #expect(taken.warnings.map(\.line) == [3])
    #expect(taken.warnings.map(\.column) == [example.column])
    #expect(taken.warnings.map(\.kind) == [.notice(.begunAfterEnd(endedOn: 15_126))])
    let again = try office.send(file)
    #expect(again.unchanged == 2 && again.warnings.isEmpty)
  }

  @Test("takes nobody in from that day on")
  func joins() throws {
    let office = try office()
    let header = "household_no,name,relation,joined_on\n"
    let refused = try office.send(header + "H2,龙四,child,2011-06-01")
    #expect(refused.told == ["2 joined_on after_end"])
    #expect(refused.errors.map(\.kind) == [.afterEnd(endedOn: 15_126)])
    let before = try office.send(header + "H2,龙三,child,2011-05-31")
    #expect(before.errors.map(\.kind) == [.laterEvent(event: "end", on: 15_126, other: nil)])
  }

  @Test("has an income of its last year and of none after")
  func income() throws {
    let office = try EventOffice()
    try office.take("H4,end,2010-06-01,,,,,,")
    let receipt = try office.send("household_no,year,total\nH4,2010,1000\nH4,2011,1000")
    #expect(receipt.told == [] && receipt.warnings.map(\.kind.rule) == ["after_end"])
    #expect(receipt.warnings.map(\.line) == [3])
  }

  @Test("an end told before what begins later is taken and told, once")
  func endsBefore() throws {
    let office = try EventOffice()
    for sheet in [
      "staff_no,name\nS1,李明",
      "household_no,starts_on,measures\nH2,2011-07-01,养猪\nH2,2011-05-31,养羊\nH4,2011-05-31,养猪",
      "household_no,role,staff_no,since\nH2,contact,S1,2011-06-01",
      "household_no,logged_on,staff_no,kind\nH2,2011-06-02,S1,visit\nH2,2011-05-02,S1,visit",
    ] {
      #expect(try office.send(sheet).told == [])
    }
    let ends = "household_no,event,on\nH4,end,2011-06-01\nH2,end,2011-06-01"
    let receipt = try office.send(ends)
    #expect(receipt.told == [] && receipt.created == 2)
    #expect(receipt.warnings.map(\.line) == [3])
    let warning = try #require(receipt.warnings.first)
    #expect(warning.column == "on" && warning.kind.rule == "after_end")
    #expect(
      warning.kind
        == .notice(.endedBefore(["plans", "assignments", "progress"], first: 15_126)))
    let chinese = FaultWording(.chinese, sheet: "household_events").line(warning, file: "a")
    #expect(chinese.contains("（减贫规划、责任落实、"), "\(chinese)")
    let again = try office.send(ends)
    #expect(again.unchanged == 2 && again.warnings.isEmpty)
    let later = try office.send("household_no,event,on,withdraw\nH2,end,2011-06-01,作废")
    #expect(later.told == [] && later.warnings.isEmpty)
  }

  @Test("keeps what stood when its end was told, and the same file again changes nothing")
  func stands() throws {
    let office = try EventOffice()
    let plans = "household_no,starts_on,measures\nH2,2011-07-01,养猪"
    #expect(try office.send(plans).created == 1)
    try office.take("H2,end,2011-06-01,,,,,,")
    let again = try office.send(plans)
    #expect(again.told == [] && again.unchanged == 1 && again.entry == nil)
  }

  @Test("holds nobody from that day on")
  func free() throws {
    let office = try office()
    func roster(_ day: String) -> String {
      "household_no,village_code,name,relation,resident_id,joined_on\n"
        + "H9,433123104003,龙一,head,\(EventOffice.long),\(day)"
    }
    #expect(try office.send(roster("2011-05-31")).told == ["2 resident_id person_conflict"])
    #expect(try office.send(roster("")).told == ["2 resident_id person_conflict"])
    let taken = try office.send(roster("2011-06-01"))
    #expect(taken.told == [] && taken.created == 1)
    // Without its end the household would hold the person again.
    #expect(
      try office.tell("H2,end,2011-06-01,,,,,,(withdraw)").told
        == ["2 household_no person_conflict"])
    let later = try office.tell("H2,end,2011-06-01,,,,,,(withdraw)", "H2,end,2011-07-01,,,,,,")
    #expect(later.told.contains("3 household_no person_conflict"), "\(later.told)")
  }

  @Test(
    "told of the same day: an event and the end are refused in one file and in two",
    arguments: [
      "H1,move,2011-06-01,433123104003,,,,,", "H1,reclass,2011-06-01,,dibao,,,,",
      "H1,head,2011-06-01,,,,石花,,",
    ], ["H1,end,2011-06-01,,,,,,", "H1,merge,2011-06-01,,,,,H4,"])
  func sameDay(event: String, end: String) throws {
    let office = try EventOffice()
    #expect(try office.tell(event, end).told == ["3 on later_event"])
    let after = try EventOffice()
    try after.take(event)
    #expect(try after.tell(end).told == ["2 on later_event"])
    let before = try EventOffice()
    try before.take(end)
    #expect(try before.tell(event).told == ["2 on after_end"])
  }

  /// A number that was given to a member is never another's, so a merger told first leaves gaps in those of
  /// the household that took the members in.
  private static func withoutNumbers(_ office: EventOffice) throws -> [String] {
    try office.facts().map { fact in
      fact.hasPrefix("member H4 ")
        ? String(fact.split(separator: " ").dropFirst(3).joined(separator: " ")) : fact
    }.sorted()
  }

  @Test(
    "people split off on the day of the end before it, in one file and in two; told after it they do not",
    arguments: ["H1,end,2011-06-01,,,,,,", "H1,merge,2011-06-01,,,,,H4,"])
  func splitOnTheDay(end: String) throws {
    let split = "H1,split,2011-06-01,,,,吴小、石花,N1,"
    let office = try EventOffice()
    try office.take(end, split)
    let other = try EventOffice()
    try other.take(split)
    try other.take(end)
    #expect(try Self.withoutNumbers(other) == Self.withoutNumbers(office))
    let late = try EventOffice()
    try late.take(end)
    #expect(try late.tell(split).told == ["2 on later_event"])
    #expect(try office.tell(split + "(withdraw)").told == ["2 on later_event"])
    #expect(try office.tell("H1,split,2011-06-02,,,,吴二,N2,").told == ["2 on after_end"])
  }
}
