import Domain
import Intake
import Register
import SQLite

extension LifeMaker {
  static func sheet(of events: [String]) -> String {
    ([EventOffice.header] + events).joined(separator: "\n") + "\n"
  }

  private static let names = [
    "吴大", "石花", "吴小", "吴二", "吴老", "龙一", "龙二", "龙三", "麻三", "李一", "李四 1990", "李四 1995", "钱一",
    "钱二", "钱三", "赵四", "赵五",
  ]

  mutating func event() -> String {
    let on = day()
    var home = dice.one(of: Self.homes)
    var name = dice.one(of: Self.names)
    // Mostly somebody who lives there.
    if dice.isTrue(85),
      let person = (try? Self.people(of: office.register))?.randomElement(using: &dice)
    {
      (home, name) = (person.household, Self.told(person))
    }
    switch dice.number(in: 0...19) {
    case 0, 1: return "\(home),move,\(on),\(dice.one(of: Self.villages)),,,,,"
    case 2: return "\(home),move,\(on),430626108219,,迁出,,,"
    case 3: return "\(home),reclass,\(on),,\(dice.one(of: ["poor", "dibao"])),,,,"
    case 4...7: return "\(home),head,\(on),,,,\(name),,"
    case 8...12:
      let new = dice.isTrue(80) ? dice.one(of: ["N1", "N2", "N3"]) : dice.one(of: Self.homes)
      let village = dice.isTrue(20) ? dice.one(of: Self.villages) : ""
      return "\(home),split,\(on),\(village),,,\(name),\(new),"
    case 13...16: return "\(home),merge,\(on),,,,,\(dice.one(of: Self.homes)),"
    default: return "\(home),end,\(on),,,,,,"
    }
  }

  /// As a cell of events names a person.
  private static func told(_ person: LifePerson) -> String {
    if !person.id.isEmpty { return person.id }
    return person.birth.isEmpty ? person.name : "\(person.name) \(person.birth)"
  }

  /// Everybody of a household, in any order of rows or in one cell.
  mutating func splitAll(_ people: [LifePerson]) -> [String] {
    guard let home = people.randomElement(using: &dice)?.household else { return [event()] }
    let names = people.filter { $0.household == home }.map(Self.told).shuffled(using: &dice)
    let on = day()
    let new = dice.one(of: ["N1", "N2", "N3"])
    if dice.isTrue(50) { return ["\(home),split,\(on),,,,\(names.joined(separator: "；")),\(new),"] }
    return names.map { "\(home),split,\(on),,,,\($0),\(new)," }
  }

  /// The standing events as rows of the sheet: all cells but the last, `withdraw`.
  private func events() throws -> [[String]] {
    var rows: [[String]] = []
    try office.register.connection.rows(
      """
      SELECT home.household_no, event, happened_on, ifnull(CAST(village_code AS TEXT), ''),
        ifnull(CAST(class AS TEXT), ''),
        ifnull(ground, ''), ifnull((
          SELECT coalesce(resident_written, name || ' ' || birth_date, name) FROM member
          WHERE household_id = home.id AND member_no = e.member_no ORDER BY id DESC LIMIT 1), ''),
        ifnull(other.household_no, '')
      FROM household_event AS e JOIN household AS home ON home.id = household_id
      LEFT JOIN household AS other ON other.id = other_household_id
      WHERE withdrawn IS NULL ORDER BY e.id
      """
    ) { row in
      let kind = HouseholdEventKind(rawValue: row.int(1))?.name ?? ""
      let classes = ["1": "poor", "2": "poor_dibao", "3": "dibao", "4": "wubao"]
      rows.append([
        row.text(0), kind, CalendarDate(dayNumber: row.int32(2)).description, row.text(3),
        classes[row.text(4)] ?? "", row.text(5), row.text(6), row.text(7),
      ])
    }
    return rows
  }

  /// One or two events that stand, told with something else.
  mutating func toldOtherwise() throws -> [String] {
    let standing = try events()
    guard !standing.isEmpty else { return [event()] }
    return (0..<dice.one(of: [1, 1, 2])).map { _ in
      var row = dice.one(of: standing)
      switch dice.number(in: 0...3) {
      case 0: row[5] = "理由\(dice.number(in: 0...9))"
      case 1 where !row[7].isEmpty: row[7] = dice.one(of: Self.homes)
      case 1 where !row[4].isEmpty: row[4] = dice.one(of: ["poor", "wubao"])
      case 2 where !row[3].isEmpty: row[3] = dice.one(of: Self.villages)
      default: row[6] = dice.one(of: Self.names)
      }
      return row.joined(separator: ",") + ","
    }
  }

  /// Some events that stand, taken back.
  mutating func takenBack() throws -> [String] {
    let standing = try events()
    guard !standing.isEmpty else { return [event()] }
    return (0..<dice.one(of: [1, 1, 1, 2, 4])).map { _ in
      dice.one(of: standing).joined(separator: ",") + ",\(Sheet.withdrawWord)"
    }
  }
}
