import Domain
import Register
import SQLite

/// Makes acts that a register might be told next: most are nearly right, of any day.
struct LifeMaker {
  var dice: EventRandomTests.Dice
  let office: LifeOffice
  private(set) var acts: [LifeAct] = []
  /// Numbers of acts that made an entry.
  private(set) var entered: [Int] = []
  /// What dated rows said of one event, or of one end of a stay.
  var told: [String: String] = [:]

  init(_ office: LifeOffice, seed: UInt64) {
    self.office = office
    dice = EventRandomTests.Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<4 { _ = dice.next() }
  }

  /// Makes an act, does it, and keeps it where it made an entry.
  mutating func step() throws -> (LifeAct, LifeOutcome) {
    let act = LifeAct(number: acts.count, kind: try kind())
    acts.append(act)
    let outcome = try office.take(act)
    if case .entered = outcome {
      entered.append(act.number)
      if dice.isTrue(20) { try office.sendAgain(act) }
    }
    return (act, outcome)
  }

  private mutating func kind() throws -> LifeAct.Kind {
    let people = try Self.people(of: office.register)
    switch dice.number(in: 0...99) {
    case 0...29:
      return .sheet(Self.sheet(of: (0..<dice.one(of: [1, 1, 1, 2, 3])).map { _ in event() }))
    case 30...33: return .sheet(Self.sheet(of: splitAll(people)))
    case 34...41: return .sheet(Self.sheet(of: try toldOtherwise()))
    case 42...49: return .sheet(Self.sheet(of: try takenBack()))
    case 50...59:
      guard !entered.isEmpty else { return .sheet(roster(of: people)) }
      return .undo(act: dice.isTrue(60) ? entered[entered.count - 1] : dice.one(of: entered))
    case 60...62: return .sheet(money())
    case 63...65:
      let old = acts.compactMap { act -> String? in
        if case .sheet(let text, nil) = act.kind { text } else { nil }
      }
      return .sheet(old.isEmpty ? roster(of: people) : dice.one(of: old))
    case 66: return try wholeCounty()
    default: return .sheet(roster(of: people))
    }
  }

  /// A sheet whose rows all have a day: events, people who come, people who leave.
  ///
  /// Of one event, and of one end of a stay, all sheets say the same: what is said again with other values is a
  /// correction, and of two corrections the last one stands.
  mutating func datedSheet() throws -> String {
    let people = try Self.people(of: office.register)
    if dice.isTrue(50) {
      return Self.sheet(
        of: (0..<dice.number(in: 1...2)).map { _ in
          let row = event()
          let cells = row.split(separator: ",", omittingEmptySubsequences: false)
          return asTold(cells[0...2] + [cells[6]], row)
        })
    }
    return dated(people)
  }

  /// The row, or the one that told the same before.
  mutating func asTold(_ key: [Substring], _ row: String) -> String {
    let key = key.joined(separator: ",")
    let first = told[key] ?? row
    told[key] = first
    return first
  }

  /// A few days are said often, so that things meet on them.
  mutating func day() -> String {
    switch dice.number(in: 0...9) {
    case 0...4:
      let month = dice.number(in: 1...12)
      return "2011-\(month < 10 ? "0" : "")\(month)-01"
    case 5...8: return dice.one(of: ["2011-05-31", "2011-06-01", "2011-06-02", "2011-08-01"])
    default: return dice.one(of: ["2010-11-15", "2011-02-02", "2012-01-10"])
    }
  }

  static let homes = ["A", "A", "B", "B", "C", "D", "N1", "N2", "N3", "R1", "R2"]
  static let villages = ["433123104003", "433123104201", "433123104202"]

  /// Money down to a household or back from it.
  private mutating func money() -> String {
    let amount = dice.one(of: ["100", "200", "-100", "-200"])
    return """
      movement_no,batch_no,project_no,household_no,amount,moved_on
      T\(acts.count),X1,P1,\(dice.one(of: Self.homes)),\(amount),\(day())

      """
  }

  /// The roster as it stands without a person or two, as the whole county's.
  private mutating func wholeCounty() throws -> LifeAct.Kind {
    let text = String(
      decoding: try ExportTrial.bytes(of: "roster", from: office.register), as: UTF8.self)
    var lines = text.split(separator: "\n").map(String.init)
    for _ in 0..<dice.number(in: 0...2) where lines.count > 3 {
      lines.remove(at: dice.number(in: 1...lines.count - 1))
    }
    return .sheet(lines.joined(separator: "\n") + "\n", completeOn: day())
  }
}
