import Intake
import Sheets
import Testing

@Suite("Each event, and the facts it makes")
struct EventKindTests {
  let office: EventOffice

  init() throws { office = try EventOffice() }

  private func expect(_ household: String, holds lines: String...) throws {
    let facts = try office.facts(of: household)
    for line in lines {
      #expect(facts.contains(line), "\(line)\n\(facts.joined(separator: "\n"))")
    }
  }

  private func expect(_ household: String, lacks beginning: String) throws {
    let facts = try office.facts(of: household)
    #expect(!facts.contains { $0.hasPrefix(beginning) }, "\(facts.joined(separator: "\n"))")
  }

  @Test("A move gives a village from its day on")
  func move() throws {
    try office.take("H1,move,2011-06-01,433123104003,,搬迁,,,")
    try expect(
      "H1", holds: "village H1 … 433123104201", "village H1 2011-06-01 433123104003",
      "event H1 2011-06-01 1 433123104003 - 搬迁 0 -")
  }

  @Test("A move out of the county ends the household, naming where to")
  func moveOut() throws {
    try office.take("H1,move,2011-06-01,430626108219,,搬迁,,,")
    try expect("H1", lacks: "village H1 2011-06-01")
    let end = try #require(try office.facts(of: "H1").first { $0.hasPrefix("end ") })
    #expect(end.hasPrefix("end H1 2011-06-01 搬迁 → 430626108219 "))
    #expect(end.contains("平江县"))
  }

  @Test("A reclassification gives a class with its ground")
  func reclass() throws {
    try office.take("H1,reclass,2011-06-01,,poor_dibao,新纳入低保,,,")
    try expect("H1", holds: "class H1 … 1 评议", "class H1 2011-06-01 3 新纳入低保")
  }

  @Test(
    "A head is named by ID or by name",
    arguments: [EventOffice.shi, "石花", "  石花\u{3000}"])
  func head(member: String) throws {
    try office.take("H1,head,2011-06-01,,,外出,\(member),,")
    try expect("H1", holds: "head H1 … 1", "head H1 2011-06-01 2")
  }

  @Test("A split makes a household with the village and class of its origin on that day")
  func split() throws {
    try office.take(
      "H1,move,2011-05-01,433123104003,,,,,", "H1,split,2011-06-01,,,分家,\(EventOffice.xiao),N1,")
    try expect(
      "N1", holds: "village N1 2011-06-01 433123104003", "class N1 2011-06-01 1 评议",
      "head N1 2011-06-01 1")
    let key = try #require(
      try office.facts(of: "N1").first { $0.hasPrefix("member N1 1 吴小 2011-06-01 … ") })
    #expect(!key.contains(" - "))
    try expect("N1", lacks: "village N1 …")
    let left = try office.facts(of: "H1").contains { $0.hasPrefix("member H1 3 吴小 … 2011-06-01 ") }
    #expect(left)
    try expect("H1", holds: "head H1 … 1")
    try expect("H1", lacks: "head H1 2011")
  }

  @Test("A split may name the village, and several people, of whom the eldest is head")
  func splitOfSeveral() throws {
    try office.take("H1,split,2011-06-01,433123104003,,,吴二；\(EventOffice.xiao),N1,")
    try expect("N1", holds: "village N1 2011-06-01 433123104003", "head N1 2011-06-01 1")
    let names = try office.facts(of: "N1").filter { $0.hasPrefix("member") }
      .map { $0.split(separator: " ")[3] }
    #expect(names == ["吴小", "吴二"])
    #expect(try office.facts(of: "H1").count { $0.hasPrefix("event") } == 2)
  }

  @Test("Several rows of one day split off into one household")
  func splitRowByRow() throws {
    try office.take("H1,split,2011-06-01,,,,吴二,N1,", "H1,split,2011-06-01,,,,吴小,N1,")
    try expect("N1", holds: "head N1 2011-06-01 1")
    #expect(try office.facts(of: "N1").count { $0.hasPrefix("member") } == 2)
  }

  @Test("When the head splits off, the member with the lowest number is head from that day")
  func headSplits() throws {
    try office.take("H1,split,2011-06-01,,,,吴大,N1,")
    try expect("H1", holds: "head H1 … 1", "head H1 2011-06-01 2")
  }

  @Test("A merger ends one household and takes its members into the other, whose head stays")
  func merge() throws {
    try office.take("H3,merge,2011-06-01,,,投靠,\(EventOffice.ma),H1,")
    try expect("H3", holds: "end H3 2011-06-01 投靠 H1", "head H3 … 1")
    try expect("H1", holds: "head H1 … 1")
    let taken = try office.facts(of: "H1").contains { $0.hasPrefix("member H1 6 麻三 2011-06-01 … ") }
    #expect(taken)
    let left = try office.facts(of: "H3").contains { $0.hasPrefix("member H3 1 麻三 … 2011-06-01 ") }
    #expect(left)
  }

  @Test("An end leaves the members as they are")
  func end() throws {
    let before = try office.facts(of: "H1").filter { $0.hasPrefix("member") }
    try office.take("H1,end,2011-06-01,,,全户迁往广东,,,")
    try expect("H1", holds: "end H1 2011-06-01 全户迁往广东 -")
    #expect(try office.facts(of: "H1").filter { $0.hasPrefix("member") } == before)
  }

  @Test("Who splits off and comes back has the old number and the new days")
  func splitAndMergeBack() throws {
    try office.take("H1,split,2011-06-01,,,,吴小,N1,", "N1,merge,2011-09-01,,,,,H1,")
    let days = try office.facts(of: "H1").filter { $0.contains("吴小") }
      .map { $0.split(separator: " ")[4...5].joined(separator: " ") }
    #expect(days == ["2011-09-01 …", "… 2011-06-01"].sorted())
    #expect(
      try office.facts(of: "H1").filter { $0.contains("吴小") }.allSatisfy {
        $0.hasPrefix("member H1 3 ")
      })
    try expect("N1", holds: "end N1 2011-09-01 - H1")
  }

  @Test("A later left_on goes along into the new household")
  func laterLeaving() throws {
    try office.take("H1,split,2011-06-01,,,,吴老,N1,")
    let days = try office.facts().filter { $0.contains("吴老") }
    #expect(
      days == [
        "member H1 5 吴老 … 2011-06-01 - 6", "member N1 1 吴老 2011-06-01 2011-11-01 - 6",
      ])
  }

  @Test("An event dated before a later one is taken in between")
  func between() throws {
    try office.take("H1,move,2011-08-01,433123104003,,,,,", "H1,head,2011-08-01,,,,石花,,")
    try office.take("H1,move,2011-06-01,433123104202,,,,,", "H1,head,2011-06-01,,,,吴小,,")
    try expect(
      "H1", holds: "village H1 2011-06-01 433123104202", "village H1 2011-08-01 433123104003",
      "head H1 2011-06-01 3", "head H1 2011-08-01 2")
  }

  @Test("A head told in between leaves the headship needless that the rule had given")
  func headInBetween() throws {
    try office.take("H1,split,2011-08-01,,,,吴大,N1,")
    try expect("H1", holds: "head H1 2011-08-01 2")
    try office.take("H1,head,2011-06-01,,,,吴小,,")
    try expect("H1", lacks: "head H1 2011-08-01")
  }
}
