import Domain
import Intake
import Sheets
import Testing

/// A roster has no date of its own: an old one may come after an event.
@Suite("A roster older than the register")
struct RosterStaleTests {
  private static let header =
    "household_no,village_code,name,relation,resident_id,class,class_ground,phone,enrolled_on\n"
  private static let events =
    "household_no,event,on,village_code,class,ground,member,other_household\n"
  private static let may = """
    H1,V1,甲,head,\(RosterCase.first),poor,村评议,13800000001,2011-03-01
    H1,,乙,spouse,\(RosterCase.second),,,,
    H2,V1,丁,head,,dibao,,,
    """

  private func begin(_ events: String...) throws -> RosterTrial {
    let trial = try RosterTrial()
    #expect(try trial.load(Self.header + Self.may).told == [])
    for event in events { #expect(try trial.load(Self.events + event).told == []) }
    return trial
  }

  @Test(
    "a value from before an event is stale in its cell, and undoes nothing",
    arguments: [
      (["H1,move,2011-05-01,V2,,,,"], ["2 village_code move 2011-05-01 1"]),
      (["H1,move,2011-05-01,W1,,,,"], ["2 village_code move 2011-05-01 1"]),
      (
        ["H1,move,2011-05-01,V2,,,,", "H1,move,2011-06-01,V1,,,,", "H1,move,2011-07-01,V7,,,,"],
        ["2 village_code move 2011-07-01 1"]
      ),
      (["H1,reclass,2011-05-01,,dibao,复核,,"], ["2 class reclass 2011-05-01 2"]),
      (["H1,head,2011-05-01,,,,乙,"], ["2 relation head 2011-05-01 2"]),
      (
        ["H1,reclass,2011-05-01,,dibao,复核,,\nH1,move,2011-06-01,V2,,,,\nH1,head,2011-07-01,,,,乙,"],
        [
          "2 class reclass 2011-05-01 2", "2 relation head 2011-07-01 2",
          "2 village_code move 2011-06-01 1",
        ]
      ),
    ])
  func stale(events: [String], told: [String]) throws {
    let trial = try begin()
    for event in events { #expect(try trial.load(Self.events + event).told == []) }
    let facts = try trial.dated()
    for _ in 1...2 {
      let receipt = try trial.load(Self.header + Self.may)
      #expect(receipt.told == [] && receipt.counts == [0, 0, 3, 0] && receipt.entry == nil)
      #expect(receipt.staleTold == told)
      #expect(
        receipt.stale
          == Receipt.Stale(
            cells: told.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
              .reduce(0, +), events: told.count))
      #expect(try trial.dated() == facts)
    }
  }

  @Test("the row's other cells are judged as always")
  func otherCells() throws {
    let trial = try begin("H1,reclass,2011-05-01,,dibao,复核,,")
    let receipt = try trial.load(
      Self.header + "H1,V1,甲,head,\(RosterCase.first),poor,,13800000002,2011-03-01")
    #expect(receipt.told == [] && receipt.counts == [0, 1, 0, 0])
    #expect(receipt.staleTold == ["2 class reclass 2011-05-01 1"])
    #expect(try trial.value("phone", of: "member", name: "甲") == "13800000002")
  }

  @Test(
    "a value the history never held is at fault, naming the event",
    arguments: [
      ("H1,move,2011-05-01,V2,,,,", "H1,V7,甲,head,\(RosterCase.first),,,,", "village_code"),
      ("H1,reclass,2011-05-01,,dibao,,,", "H1,,甲,head,\(RosterCase.first),wubao,,,", "class"),
      (
        "H1,reclass,2011-05-01,,dibao,,,", "H1,,甲,head,\(RosterCase.first),poor,别的,,",
        "class_ground"
      ),
      ("H1,head,2011-05-01,,,,乙,", "H1,,丙,head,\(RosterCase.third),,,,", "relation"),
    ])
  func third(event: String, row: String, column: String) throws {
    let trial = try begin(event)
    let facts = try trial.dated()
    let receipt = try trial.load(Self.header + row)
    #expect(receipt.told == ["2 \(column) dated_history"])
    let name = event.split(separator: ",")[1]
    #expect(receipt.errors.map(\.kind) == [.datedHistory(event: String(name), on: 15_095)])
    #expect(try trial.dated() == facts)
  }

  @Test("a household of another county that never lived here is refused, naming both counties")
  func otherCounty() throws {
    let trial = try begin("H1,move,2011-05-01,V2,,,,")
    let receipt = try trial.load(Self.header + "H1,W1,甲,head,\(RosterCase.first),,,,")
    #expect(receipt.errors.map(\.kind) == [.otherCounty(own: 430524, other: 433123)])
  }

  @Test("a value that a later roster had corrected before the event is older than it too")
  func correctedBefore() throws {
    let trial = try begin()
    let june = Self.may.replacing("poor", with: "dibao").replacing("V1,甲", with: "V7,甲")
    #expect(try trial.load(Self.header + june).told == [])
    let events = "H1,reclass,2011-07-01,,wubao,,,\nH1,move,2011-07-01,V2,,,,"
    #expect(try trial.load(Self.events + events).told == [])
    let receipt = try trial.load(Self.header + Self.may)
    #expect(receipt.told == [] && receipt.entry == nil)
    #expect(
      receipt.staleTold == ["2 class reclass 2011-07-01 2", "2 village_code move 2011-07-01 1"])
  }

  @Test("undated values have no history: the last file wins, and what it puts back is counted")
  func putBack() throws {
    let trial = try begin()
    let june = Self.may.replacing("13800000001", with: "13800000002")
      .replacing("poor", with: "dibao").replacing("V1,甲", with: "V2,甲")
      .replacing("甲,head", with: "甲,spouse").replacing("乙,spouse", with: "乙,head")
    let changed = try trial.load(Self.header + june)
    #expect(changed.told == [] && changed.putBack == 0)
    #expect(try trial.heads() == ["H1.2", "H2.1"])
    let receipt = try trial.load(Self.header + Self.may)
    #expect(receipt.told == [] && receipt.stale == nil && receipt.putBack == 4)
    #expect(try trial.value("phone", of: "member", name: "甲") == "13800000001")
    #expect(try trial.heads() == ["H1.1", "H2.1"])
    #expect(try trial.load(Self.header + Self.may).putBack == 0)
  }
}

extension RosterTrial {
  /// What stands of villages, classes and heads.
  func dated() throws -> [String] {
    var found = try heads()
    for (table, value) in [("residence", "village_code"), ("household_class", "class")] {
      try register.connection.rows(
        """
        SELECT household_id || ' ' || \(value) || ' ' || since FROM \(table)
        WHERE withdrawn IS NULL ORDER BY household_id, since
        """
      ) { found.append($0.text(0)) }
    }
    return found
  }
}

extension Receipt {
  /// `2 class reclass 2011-05-01 1`: line, column, event, day and how many cells are older.
  var staleTold: [String] {
    warnings.compactMap { warning in
      guard case .notice(.stale(let event, let day, let cells)) = warning.kind else { return nil }
      let on = CalendarDate(dayNumber: day)
      return "\(warning.line) \(warning.column ?? "-") \(event) \(on) \(cells)"
    }
  }
}
