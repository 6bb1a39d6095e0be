import Domain
import Intake
import Register
import Sheets
import Testing

/// A merge takes over, a split takes away and an end lets go the members of that day.
@Suite("Members of the day on which a household gave")
struct HouseholdGivingTests {
  /// | household | members |
  /// |---|---|
  /// | A | 张一 (head), 张二 (spouse), 张三 (child) |
  /// | B | 李一 (head), 李二 (spouse) |
  /// | D, E | 吴一, 郑一, alone |
  static let roster =
    """
    household_no,village_code,name,relation,resident_id,joined_on,left_on,class,enrolled_on
    A,433123104201,张一,head,433123197001010214,,,poor,2011-01-05
    A,,张二,spouse,433123197001010222,,,,
    A,,张三,child,433123199505050235,,,,
    B,433123104201,李一,head,433123197001010054,,,dibao,2011-02-01
    B,,李二,spouse,433123197001010062,,,,
    D,433123104201,吴一,head,433123197001010097,,,poor,2011-02-01
    E,433123104201,郑一,head,433123197001010310,,,poor,2011-01-05
    """
  static let rosterHeader = "household_no,name,relation,resident_id,birth_date,joined_on,left_on\n"
  static let mergeB = "B,merge,2011-06-01,,,,,D,"

  let office: EventOffice

  init() throws {
    office = try EventOffice()
    let receipt = try office.send(HouseholdGivingTests.roster)
    try #require(receipt.errors.isEmpty, "\(receipt.errors)")
  }

  private func row(_ row: String) throws -> Receipt {
    try office.send(HouseholdGivingTests.rosterHeader + row + "\n")
  }

  private func refused(
    _ receipt: Receipt, naming event: String, on day: String = "2011-06-01", _ other: String?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let day = try #require(CalendarDate(day)).dayNumber
    #expect(
      receipt.errors.map(\.kind) == [.laterEvent(event: event, on: day, other: other)],
      sourceLocation: sourceLocation)
    #expect(receipt.entry == nil, sourceLocation: sourceLocation)
  }

  @Test(
    "A merge told late into a household that had merged away by then is refused naming the merge")
  func lateMergeIntoMerged() throws {
    try office.take("D,merge,2011-06-01,,,,,E,")
    try refused(try office.tell("B,merge,2011-05-01,,,,,D,"), naming: "merge", "E")
  }

  @Test("A newcomer told late of a household that merged away is refused naming the merge")
  func newcomer() throws {
    try office.take(HouseholdGivingTests.mergeB)
    try refused(try row("B,钱一,child,433123200001010411,,2011-05-01,"), naming: "merge", "D")
  }

  @Test("Somebody who had come and gone before the day is taken")
  func goneBefore() throws {
    try office.take(HouseholdGivingTests.mergeB)
    #expect(try row("B,钱一,child,433123200001010411,,2011-04-01,2011-05-01").errors.isEmpty)
  }

  @Test("A member taken over did not leave earlier: refused naming the merge")
  func leftEarlier() throws {
    try office.take(HouseholdGivingTests.mergeB)
    try refused(try row("B,李二,spouse,433123197001010062,,,2011-04-01"), naming: "merge", "D")
  }

  @Test("Who was split off does not stay longer, with an ID or without")
  func staysLonger() throws {
    try office.take("H4,split,2011-06-01,,,,李四 1990,N4,", "A,split,2011-06-01,,,,张三,N1,")
    try refused(try row("H4,李四,child,,1990,,2011-07-01"), naming: "split", "N4")
    try refused(try row("A,张三,child,433123199505050235,,,2011-07-01"), naming: "split", "N1")
  }

  @Test(
    "Whom an event brought is a member from its day: another first day is refused naming it",
    arguments: ["2011-07-01", "2011-05-01", "(clear)"])
  func arrival(day: String) throws {
    try office.take(
      HouseholdGivingTests.mergeB, "H4,merge,2011-06-01,,,,,E,")
    try refused(try row("D,李二,spouse,433123197001010062,,\(day),"), naming: "merge", "D")
    try refused(try row("E,李四,child,,1990,\(day),"), naming: "merge", "E")
    #expect(try row("D,李二,spouse,433123197001010062,,2011-06-01,2011-09-01").errors.isEmpty)
  }

  @Test("Whom an event brought is not taken back alone: refused naming it")
  func arrivalTakenBack() throws {
    try office.take("H4,split,2011-06-01,,,,李四 1995,N4,", HouseholdGivingTests.mergeB)
    let header = HouseholdGivingTests.rosterHeader.replacing("\n", with: ",withdraw\n")
    let facts = try office.facts()
    for (row, event, other) in [
      ("N4,李四,head,,1995,,,作废\n", "split", "N4"),
      ("D,李二,other,433123197001010062,,,,作废\n", "merge", "D"),
    ] { try refused(try office.send(header + row), naming: event, other) }
    #expect(try office.facts() == facts)
  }

  @Test("Who never was in a household was not its head, when the stay or the split is taken back")
  func headTakenBack() throws {
    let header = HouseholdGivingTests.rosterHeader.replacing("\n", with: ",village_code,withdraw\n")
    for row in [
      "K,钱一,head,433123200001010411,,2011-12-01,,433123104201,",
      "K,赵四,child,,2011-03,2011-06-01,,,",
      "K,钱一,other,433123200001010411,,,,,作废",
    ] { #expect(try office.send(header + row + "\n").errors.isEmpty) }
    #expect(try office.facts(of: "K").filter { $0.hasPrefix("head") } == ["head K 2011-06-01 2"])

    try office.take("H4,split,2011-06-01,,,,李一,N4,")
    #expect(try row("N4,钱二,child,,1999,2011-08-01,").errors.isEmpty)
    try office.take("H4,split,2011-06-01,,,,李一,N4,(withdraw)")
    #expect(try office.facts(of: "N4").filter { $0.hasPrefix("head") } == ["head N4 2011-08-01 2"])
  }

  @Test("An ended household gets no head")
  func headOfEnded() throws {
    try office.take(HouseholdGivingTests.mergeB)
    try refused(try row("B,李二,head,433123197001010062,,,"), naming: "merge", "D")
  }

  @Test(
    "An undated newcomer of a household that gave is asked for the day",
    arguments: [mergeB, "B,end,2011-06-01,,,,,,", "B,split,2011-06-01,,,,李二,N1,"])
  func undated(event: String) throws {
    try office.take(event)
    let receipt = try row("B,钱一,child,433123200001010411,,,")
    #expect(receipt.errors.map(\.kind) == [.needsOneOf(["joined_on"])])
    #expect(receipt.errors.map(\.column) == ["joined_on"])
  }

  @Test(
    "What is dated on or before an event that stands is refused naming it",
    arguments: [
      (mergeB, "B,split,2011-05-01,,,,李二,N1,", "merge", "D"),
      (mergeB, "B,split,2011-06-01,,,,李二,N1,", "merge", "D"),
      (mergeB, "E,merge,2011-05-31,,,,,B,", "merge", "D"),
      ("B,end,2011-06-01,,,,,,", "E,merge,2011-05-01,,,,,B,", "end", nil),
      ("B,end,2011-06-01,,,,,,", "B,split,2011-05-01,,,,李二,N1,", "end", nil),
      ("B,split,2011-06-01,,,,李二,N1,", "E,merge,2011-06-01,,,,,B,", "split", "N1"),
      ("A,split,2011-06-01,,,,张三,N1,", "A,split,2011-05-01,,,,张二,N2,", "split", "N1"),
      ("B,move,2011-06-01,430626108219,,,,,", "B,split,2011-05-01,,,,李二,N1,", "move", nil),
    ] as [(String, String, String, String?)])
  func earlier(stands: String, late: String, event: String, other: String?) throws {
    try office.take(stands)
    let facts = try office.facts()
    try refused(try office.tell(late), naming: event, other)
    #expect(try office.facts() == facts)
  }

  @Test(
    "In the household that received, a birth told late is taken, and an end by that day refused")
  func receiving() throws {
    try office.take(HouseholdGivingTests.mergeB)
    #expect(try row("D,吴小,child,433123201105010410,,2011-05-01,").errors.isEmpty)
    try refused(try office.tell("D,end,2011-06-01,,,,,,"), naming: "merge", "D")
    #expect(try office.tell("D,end,2011-06-02,,,,,,").errors.isEmpty)
  }

  @Test("An earlier event is not withdrawn under a later one, by a sheet or an undo")
  func underneath() throws {
    let split = "A,split,2011-05-01,,,,张二,N1,"
    let first = try #require(try office.tell(split).entry)
    try office.take("A,split,2011-06-01,,,,张三,N2,")
    try refused(try office.tell(split + "(withdraw)"), naming: "split", "N2")
    #expect {
      _ = try office.register.undo(first, reason: nil, by: try office.author)
    } throws: { fault in
      guard case RegisterFault.ruleBroken("given_members", let breaches) = fault else {
        return false
      }
      return breaches.contains { $0.event == .split && $0.otherHousehold == "N2" }
    }
    try office.take("A,split,2011-06-01,,,,张三,N2,(withdraw)")
    try office.take(split + "(withdraw)")
  }

  @Test("The registering of a member is not undone under the end that let the member go")
  func undoneRegistering() throws {
    let entry = try #require(
      try row("D,吴小,child,433123201105010410,,2011-05-01,").entry)
    try office.take("D,end,2011-06-01,,,,,,")
    #expect {
      _ = try office.register.undo(entry, reason: nil, by: try office.author)
    } throws: { fault in
      guard case RegisterFault.ruleBroken("given_members", let breaches) = fault else {
        return false
      }
      return breaches.map(\.event) == [.end]
    }
    let receipt = try row("D,吴小,child,433123201105010410,,,2011-05-20")
    try refused(receipt, naming: "end", nil)
  }

  @Test("Corrections of a person are taken and carried along, both ways, and undone as one")
  func corrections() throws {
    try office.take("B,split,2011-05-01,,,,李二,N1,", "N1,merge,2011-06-01,,,,,D,")
    let facts = try office.facts()
    for household in ["B", "N1", "D"] {
      let receipt = try row("\(household),李贰,spouse,433123197001010062,,,")
      #expect(receipt.errors.isEmpty, "\(household): \(receipt.errors)")
      #expect(try office.facts().count { $0.contains("李贰") } == 3, "from \(household)")
      #expect(try !office.facts().contains { $0.contains("李二") })
      let entry = try #require(receipt.entry)
      _ = try office.register.undo(entry, reason: nil, by: try office.author)
      #expect(try office.facts() == facts)
    }
    _ = try row("D,李二,spouse,433123197001010070,,,")
    try office.take(
      "N1,merge,2011-06-01,,,,,D,(withdraw)", "B,split,2011-05-01,,,,李二,N1,(withdraw)")
    #expect(try office.facts(of: "B").contains { $0.contains("李二 … …") })
  }

  @Test(
    "A split may take all, in any order of rows and files; the household ends that day",
    arguments: [["张一", "张二", "张三"], ["张二", "张三", "张一"], ["张三", "张二", "张一"]])
  func splitAll(names: [String]) throws {
    let rows = names.map { "A,split,2011-06-01,,,,\($0),A2," }
    let before = try office.facts()
    try office.take(HouseholdGivingTests.joined(rows))
    let facts = try office.facts()
    #expect(facts.contains("end A 2011-06-01 - -"))
    #expect(facts.contains("head A2 2011-06-01 1"))
    #expect(facts.contains { $0.hasPrefix("member A2 1 张一 2011-06-01 ") })
    #expect(facts.filter { $0.hasPrefix("head A ") } == ["head A … 1"])
    #expect(
      try office.send(EventOffice.header + "\n" + HouseholdGivingTests.joined(rows)).entry == nil)
    for row in rows { try office.take(row + "(withdraw)") }
    #expect(try office.facts() == before)
    for row in rows { try office.take(row) }
    let again = try office.facts()
    #expect(again.contains("end A 2011-06-01 - -"))
    let head = try #require(again.first { $0.hasPrefix("head A2 ") }).split(separator: " ")[3]
    #expect(again.contains { $0.hasPrefix("member A2 \(head) 张一 ") })
  }

  private static func joined(_ rows: [String]) -> String { rows.joined(separator: "\n") }

  @Test(
    "Who is head of what is left: the spouse, else the eldest; never somebody by the order of rows")
  func succession() throws {
    _ = try office.send(
      """
      household_no,village_code,name,relation,resident_id
      K,433123104201,周小,child,433123200105050039
      K,,周大,head,433123197001010118
      K,,周老,parent,433123194001010122
      K,,周妻,spouse,43312319710101014X
      """)
    try office.take("K,split,2011-06-01,,,,周大,N1,")
    #expect(try office.facts(of: "K").contains("head K 2011-06-01 4"))
    try office.take("K,split,2011-06-01,,,,周妻,N1,")
    #expect(try office.facts(of: "K").contains("head K 2011-06-01 3"))
    try office.take("K,split,2011-06-01,,,,周大,N1,(withdraw)")
    #expect(try office.facts(of: "K").filter { $0.hasPrefix("head") } == ["head K … 2"])
    #expect(try office.facts(of: "N1").filter { $0.hasPrefix("head") } == ["head N1 2011-06-01 2"])
  }

  @Test("An end or a merge before the first enrolment is refused; one never enrolled takes any")
  func beforeEnrolment() throws {
    let enrolled = try #require(CalendarDate("2011-02-01")).dayNumber
    for row in ["B,end,2011-01-31,,,,,,", "B,merge,2011-01-31,,,,,E,"] {
      #expect(try office.tell(row).errors.map(\.kind) == [.beforeEnrolment(enrolledOn: enrolled)])
    }
    #expect(try office.tell("B,end,2011-02-01,,,,,,").errors.isEmpty)
    #expect(try office.tell("H3,end,2010-05-01,,,,,,").errors.isEmpty)
  }

  @Test(
    "Events of one day, and an end told before an enrolment, come back by export and rebuild",
    arguments: [
      ["A,split,2011-06-01,,,,张三,N1,", "A,merge,2011-06-01,,,,,N1,"],
      ["A,split,2011-06-01,,,,张三,N1,\nA,split,2011-06-01,,,,张二,N1,", "A,merge,2011-06-01,,,,,D,"],
      ["D,end,2011-08-01,,,,,,"],
    ])
  func rebuilt(events: [String]) throws {
    let trial = try ExportTrial()
    try trial.take(HouseholdGivingTests.roster)
    try trial.take(
      "household_no,name,relation,resident_id,enrolled_on\n"
        + "D,吴一,head,433123197001010097,2012-01-05\n")
    for event in events {
      try trial.take(
        "household_no,event,on,village_code,class,ground,member,other_household,withdraw\n"
          + event + "\n")
    }
    try expectRebuilt(trial)
  }

  private func expectRebuilt(_ trial: ExportTrial) throws {
    let sheets = try ExportTrial.all(of: trial.register)
    #expect(try trial.differences(sending: sheets) == [])
    let (other, faults) = try trial.rebuilt(from: sheets)
    #expect(faults == [])
    for (sheet, again) in zip(sheets, try ExportTrial.all(of: other.register)) {
      #expect(
        String(decoding: sheet.bytes, as: UTF8.self)
          == String(decoding: again.bytes, as: UTF8.self))
    }
  }

  @Test("One whom a merge brought and a roster named head is head from that day, and comes back so")
  func arrivalNamed() throws {
    let trial = try ExportTrial()
    try trial.take(
      "household_no,village_code,name,relation,class,enrolled_on\n"
        + "B,433123104201,龙二,head,poor,2011-01-05\nC,433123104201,麻三,head,poor,2011-01-05\n")
    try trial.take("household_no,event,on,other_household\nB,merge,2011-06-01,C\n")
    try trial.take("household_no,name,relation\nC,麻三,other\nC,龙二,head\n")
    try expectRebuilt(trial)
  }
}
