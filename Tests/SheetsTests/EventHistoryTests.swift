import Domain
import Intake
import Register
import Sheets
import Testing

@Suite("Events told again, otherwise, in another order, or taken back")
struct EventHistoryTests {
  let office: EventOffice

  init() throws { office = try EventOffice() }

  static let story = [
    "H1,move,2011-03-01,433123104003,,搬迁,,,",
    "H1,reclass,2011-04-01,,poor_dibao,新纳入低保,,,",
    "H1,head,2011-05-01,,,外出,石花,,",
    "H1,split,2011-06-01,,,分家,\(EventOffice.xiao),N1,",
    "H1,split,2011-06-15,,,分家,吴大,N2,",
    "N1,reclass,2011-07-01,,dibao,,,,",
    "N1,merge,2011-08-01,,,,,H1,",
    "H3,merge,2011-08-15,,,投靠,麻三,H2,",
    "H2,move,2011-09-01,433123104201,,,,,",
    "H2,end,2011-10-01,,,迁往广东,,,",
    "H1,head,2011-10-01,,,,吴小,,",
    "N2,move,2011-11-01,430626108219,,,,,",
  ]

  private func tell(_ rows: [String]) throws -> Receipt {
    let receipt = try office.send(([EventOffice.header] + rows).joined(separator: "\n"))
    #expect(receipt.errors.isEmpty, "\(receipt.errors)")
    return receipt
  }

  @Test("The same file twice changes nothing and makes no entry")
  func twice() throws {
    let first = try tell(EventHistoryTests.story)
    #expect(first.created == EventHistoryTests.story.count)
    let facts = try office.facts()
    let again = try tell(EventHistoryTests.story)
    #expect(again.entry == nil)
    #expect(again.unchanged == EventHistoryTests.story.count)
    #expect(try office.facts() == facts)
  }

  @Test("Rows in any order give the same standing facts", arguments: 1...8)
  func shuffled(seed: Int) throws {
    _ = try tell(EventHistoryTests.story)
    let facts = try office.facts()
    var rows = EventHistoryTests.story
    // A shuffle by steps that share no factor with the number of rows, after a rotation.
    let step = [1, 5, 7, 11][seed % 4]
    rows = (0..<rows.count).map { EventHistoryTests.story[($0 * step + seed) % rows.count] }
    let other = try EventOffice()
    let receipt = try other.send(([EventOffice.header] + rows).joined(separator: "\n"))
    #expect(receipt.errors.isEmpty)
    #expect(try other.facts() == facts)
  }

  @Test("Day by day in files of their own gives what one file gives")
  func fileByFile() throws {
    for row in EventHistoryTests.story { _ = try tell([row]) }
    let facts = try office.facts()
    let other = try EventOffice()
    _ = try other.send(([EventOffice.header] + EventHistoryTests.story).joined(separator: "\n"))
    #expect(try other.facts() == facts)
  }

  @Test("Undoing the import restores everything")
  func undo() throws {
    let before = try office.facts()
    let entry = try #require(try tell(EventHistoryTests.story).entry)
    _ = try office.register.undo(entry, reason: nil, by: try office.author)
    #expect(try office.facts() == before)
    // What was undone can be told again, by rows that then are facts of other entries.
    let facts = try other()
    _ = try tell(EventHistoryTests.story)
    #expect(try office.facts() == facts)
  }

  private func other() throws -> [String] {
    let other = try EventOffice()
    _ = try other.send(([EventOffice.header] + EventHistoryTests.story).joined(separator: "\n"))
    return try other.facts()
  }

  @Test(
    "Withdrawing every event, in one file of any order, restores everything; twice changes nothing")
  func withdrawAll() throws {
    let before = try office.facts()
    _ = try tell(EventHistoryTests.story)
    let rows = EventHistoryTests.story.reversed().map { $0 + "(withdraw)" }
    let receipt = try tell(rows)
    #expect(receipt.changed == rows.count)
    #expect(try office.facts() == before)
    let again = try tell(rows.filter { !$0.hasPrefix("N") })
    #expect(again.entry == nil)
  }

  @Test(
    "An event told otherwise is corrected, with the facts it made",
    arguments: [
      (
        "H1,move,2011-06-01,433123104003,,甲,,,", "H1,move,2011-06-01,433123104202,,,,,",
        ["village H1 2011-06-01 433123104202", "event H1 2011-06-01 1 433123104202 - 甲 0 -"]
      ),
      (
        "H1,move,2011-06-01,433123104003,,甲,,,", "H1,move,2011-06-01,430626108219,,,,,",
        ["event H1 2011-06-01 1 430626108219 - 甲 0 -"]
      ),
      (
        "H1,reclass,2011-06-01,,dibao,甲,,,", "H1,reclass,2011-06-01,,poor_dibao,(clear),,,",
        ["class H1 2011-06-01 3 -"]
      ),
      (
        "H1,reclass,2011-06-01,,dibao,甲,,,", "H1,reclass,2011-06-01,,,乙,,,",
        ["class H1 2011-06-01 2 乙"]
      ),
      ("H1,end,2011-06-01,,,甲,,,", "H1,end,2011-06-01,,,乙,,,", ["end H1 2011-06-01 乙 -"]),
      (
        "H1,split,2011-06-01,,,,吴小,N1,", "H1,split,2011-06-01,,,,\(EventOffice.xiao),N2,",
        ["village N2 2011-06-01 433123104201", "head N2 2011-06-01 1"]
      ),
      (
        "H3,merge,2011-06-01,,,,,H1,", "H3,merge,2011-06-01,,,,,H2,",
        ["end H3 2011-06-01 - H2"]
      ),
    ])
  func correction(first: String, second: String, lines: [String]) throws {
    _ = try tell([first])
    let count = try office.facts().count { $0.hasPrefix("event") }
    let receipt = try tell([second])
    #expect(receipt.changed == 1)
    #expect(receipt.created == 0)
    let facts = try office.facts()
    for line in lines { #expect(facts.contains(line), "\(facts.joined(separator: "\n"))") }
    #expect(facts.count { $0.hasPrefix("event") } == count)
    // The first telling, taken back by itself, leaves what was there before it.
    let other = try EventOffice()
    _ = try other.send([EventOffice.header, first].joined(separator: "\n"))
    let taken = try other.send([EventOffice.header, first + "作废"].joined(separator: "\n"))
    #expect(taken.changed == 1)
    #expect(try other.facts() == EventOffice().facts())
  }

  @Test(
    "An event on which a later one rests is not withdrawn",
    arguments: [
      (["H1,split,2011-06-01,,,,吴小,N1,", "N1,reclass,2011-07-01,,dibao,,,,"], 0),
      (["H1,split,2011-06-01,,,,吴小,N1,", "N1,merge,2011-07-01,,,,,H2,"], 0),
      (["H3,merge,2011-06-01,,,,,H2,", "H2,split,2011-07-01,,,,麻三,N1,"], 0),
      (["H3,merge,2011-06-01,,,,,H2,", "H2,head,2011-07-01,,,,麻三,,"], 0),
    ])
  func resting(rows: [String], withdrawn: Int) throws {
    _ = try tell(rows)
    let facts = try office.facts()
    let receipt = try office.tell(rows[withdrawn] + "(withdraw)")
    #expect(receipt.errors.map(\.kind.rule) == ["later_event"])
    #expect(try office.facts() == facts)
  }

  @Test("A split is not withdrawn while something else is said of the new household")
  func restingOnFacts() throws {
    _ = try tell(["H1,split,2011-06-01,,,,吴小,N1,"])
    let plan = try office.send("household_no,starts_on,measures\nN1,2011-07-01,养猪\n")
    #expect(plan.created == 1)
    let receipt = try office.tell("H1,split,2011-06-01,,,,吴小,N1,(withdraw)")
    #expect(receipt.errors.map(\.kind) == [.changedSince(household: "N1")])
  }

  @Test("A person of several who split off can be taken back alone, and the head passes on")
  func oneOfSeveral() throws {
    _ = try tell(["H1,split,2011-06-01,,,,吴小；吴二,N1,"])
    _ = try tell(["H1,split,2011-06-01,,,,吴小,N1,(withdraw)"])
    let facts = try office.facts(of: "N1")
    #expect(facts.contains("head N1 2011-06-01 2"))
    #expect(!facts.contains { $0.contains("吴小") })
  }

  @Test("A head withdrawn gives way to the one before, or to the next where that one has left")
  func headWithdrawn() throws {
    _ = try tell(["H1,head,2011-06-01,,,,吴小,,", "H1,split,2011-08-01,,,,吴大,N1,"])
    #expect(try !office.facts().contains("head H1 2011-08-01 2"))
    _ = try tell(["H1,head,2011-06-01,,,,吴小,,(withdraw)"])
    let facts = try office.facts(of: "H1").filter { $0.hasPrefix("head") }
    #expect(facts == ["head H1 2011-08-01 2", "head H1 … 1"])
  }

  @Test("A household that split off is nowhere before its day")
  func nowhereBefore() throws {
    _ = try tell(["H1,split,2011-06-01,,,,吴小,N1,"])
    let village = try office.register.connection.first(
      """
      SELECT count(*) FROM residence JOIN household ON household.id = household_id
      WHERE household_no = 'N1' AND withdrawn IS NULL AND since <= 15125
      """
    ) { $0.int(0) }
    #expect(village == 0)
  }

  @Test("A roster from before the split and the merger undoes nothing when it is sent again")
  func rosterAgain() throws {
    _ = try tell(["H1,split,2011-06-01,,,分家,吴小,N1,", "H3,merge,2011-08-15,,,投靠,麻三,H2,"])
    let receipt = try office.send(EventOffice.roster)
    #expect(receipt.errors.isEmpty, "\(receipt.errors)")
    #expect(receipt.entry == nil)
  }

  @Test("The figures that move with the events are those that counting gives")
  func figures() throws {
    try office.register.settleKept()
    let entry = try #require(try tell(EventHistoryTests.story).entry)
    let known = Known(entry: entry)
    let counted = try office.register.countFigures(2011, known).byPlace()
    for month in 1...12 {
      let kept = try office.register.figures(2011, month: month, known)
      for (place, figures) in kept {
        #expect(counted[place]?[month - 1] == figures, "month \(month) \(place)")
      }
      #expect(kept.count == counted.count { !$0.value[month - 1].isZero })
    }
    let june = try office.register.figures(2011, month: 6, known)
    // 龙一 and 龙二 of H2, and of H1's five 石花, 吴二 and 吴老; the splits are not enrolled.
    #expect(june.reduce(0) { $0 + $1.figures[.personsEnrolled] } == 5)
    #expect(june.allSatisfy { $0.place.village != 0 })
  }
}
