import Domain
import Intake
import Register
import Sheets
import Testing

@Suite("Random stories of events")
struct EventRandomTests {
  /// A linear congruential sequence: the same story for the same seed everywhere.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16 | state << 48
    }
  }

  private static let people = ["吴大", "石花", "吴小", "吴二", "吴老", "龙一", "龙二", "麻三", "李一"]
  private static let households = ["H1", "H2", "H3", "H4", "N1", "N2", "N3"]

  static func story(_ dice: inout Dice) -> [String] {
    (0..<40).map { index in
      let month = index / 4 + 2
      let day = index % 4 * 7 + 1 + Int.random(in: 0...6, using: &dice)
      let on = "2011-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      func any(_ words: [String]) -> String { words.randomElement(using: &dice) ?? "" }
      let home = any(EventRandomTests.households)
      switch Int.random(in: 0...9, using: &dice) {
      case 0: return "\(home),move,\(on),433123104003,,,,,"
      case 1: return "\(home),reclass,\(on),,\(any(["poor", "dibao"])),,,,"
      case 2...4: return "\(home),head,\(on),,,,\(any(EventRandomTests.people)),,"
      case 5...7:
        return "\(home),split,\(on),,,,\(any(EventRandomTests.people)),\(any(["N1", "N2", "N3"])),"
      case 8: return "\(home),merge,\(on),,,,,\(any(EventRandomTests.households)),"
      default: return "\(home),\(any(["end", "reclass"])),\(on),,dibao,,,,"
      }
    }
  }

  /// Sends the story and gives the rows that were taken.
  private func send(_ rows: [String], to office: EventOffice) throws -> [String] {
    let receipt = try office.send(
      ([EventOffice.header] + rows).joined(separator: "\n"), acceptsValid: true)
    let refused = Set(receipt.errors.map(\.line))
    return rows.enumerated().filter { !refused.contains($0.offset + 2) }.map(\.element)
  }

  private func breaches(_ office: EventOffice) throws -> [String] {
    try Rule.all.filter { try !office.register.breaches(of: $0.name, limit: 1).isEmpty }.map(\.name)
  }

  @Test(
    "What is taken breaks no rule, is unchanged when told again, and leaves nothing when taken back",
    arguments: UInt64(1)...8)
  func story(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let rows = EventRandomTests.story(&dice)
    let office = try EventOffice()
    let before = try office.facts()
    let taken = try send(rows, to: office)
    let facts = try office.facts()
    #expect(taken.count > 1)
    #expect(try breaches(office).isEmpty)

    let again = try office.send(
      ([EventOffice.header] + taken.shuffled(using: &dice)).joined(separator: "\n"))
    #expect(again.errors.isEmpty && again.entry == nil, "\(again.errors)")

    let other = try EventOffice()
    #expect(try send(taken.shuffled(using: &dice), to: other).count == taken.count)
    #expect(try other.facts() == facts)
    _ = try other.register.undo(
      try other.register.lastEntry().number, reason: nil, by: try other.author)
    #expect(try other.facts() == before)

    let back = try office.send(
      ([EventOffice.header] + taken.shuffled(using: &dice).map { $0 + "(withdraw)" })
        .joined(separator: "\n"))
    #expect(
      back.errors.isEmpty,
      "\(back.errors)\n\(taken.sorted { $0.split(separator: ",")[2] < $1.split(separator: ",")[2] }.joined(separator: "\n"))"
    )
    let after = try office.facts()
    #expect(
      after == before, "\(Set(after).symmetricDifference(before).sorted().joined(separator: "\n"))")
  }

  @Test("Row by row in any order breaks no rule and can be taken back", arguments: UInt64(1)...5)
  func anyOrder(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let rows = EventRandomTests.story(&dice).shuffled(using: &dice)
    let office = try EventOffice()
    let before = try office.facts()
    var taken: [String] = []
    for row in rows { taken += try send([row], to: office) }
    #expect(try breaches(office).isEmpty)
    let again = try office.send(([EventOffice.header] + taken).joined(separator: "\n"))
    #expect(again.errors.isEmpty && again.entry == nil, "\(again.errors)")
    let back = try office.send(
      ([EventOffice.header] + taken.map { $0 + "(withdraw)" }).joined(separator: "\n"))
    #expect(
      back.errors.isEmpty,
      "\(back.errors)\n\(taken.sorted { $0.split(separator: ",")[2] < $1.split(separator: ",")[2] }.joined(separator: "\n"))"
    )
    let after = try office.facts()
    #expect(
      after == before, "\(Set(after).symmetricDifference(before).sorted().joined(separator: "\n"))")
  }
}
