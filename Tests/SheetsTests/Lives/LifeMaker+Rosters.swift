import Domain
import Intake
import Register
import SQLite

/// A person whom a row may be about.
struct LifePerson: Hashable {
  var household: String
  var name: String
  /// 18 characters, or empty.
  var id: String
  var birth: String
  var relation: String
}

extension LifeMaker {
  /// The standing members as an export writes them, one a stay.
  static func people(of register: Register) throws -> [LifePerson] {
    var people: [LifePerson] = []
    try register.connection.rows(
      """
      SELECT household_no, ifnull(name, ''), ifnull(resident_written, ''), ifnull(birth_date, ''), CASE
        WHEN member_no = (
          SELECT member_no FROM headship AS h
          WHERE h.household_id = member.household_id AND h.withdrawn IS NULL
          ORDER BY since DESC LIMIT 1) THEN 1
        WHEN relation = 1 THEN 10 ELSE relation END
      FROM member JOIN household ON household.id = household_id
      WHERE withdrawn IS NULL ORDER BY household_no, member_no, joined_on
      """
    ) { row in
      people.append(
        LifePerson(
          household: row.text(0), name: row.text(1), id: row.text(2), birth: row.text(3),
          relation: Relation(code: row.int(4))?.written ?? "other"))
    }
    return people
  }

  private static let newcomers = [
    LifePerson(
      household: "", name: "钱一", id: RosterTrial.whole("43312319880808001"), birth: "",
      relation: "child"),
    LifePerson(
      household: "", name: "钱二", id: RosterTrial.whole("43312319350101002"), birth: "",
      relation: "parent"),
    LifePerson(
      household: "", name: "钱三", id: RosterTrial.whole("43312319910101003"), birth: "",
      relation: "spouse"),
    LifePerson(household: "", name: "赵四", id: "", birth: "2011-03", relation: "child"),
    LifePerson(household: "", name: "赵五", id: "", birth: "", relation: "other"),
    LifePerson(
      household: "", name: "吴小", id: EventOffice.xiao, birth: "", relation: "child"),
    LifePerson(
      household: "", name: "龙一", id: EventOffice.long, birth: "", relation: "parent"),
  ]

  private static let columns = [
    "household_no", "village_code", "name", "relation", "resident_id", "birth_date", "phone",
    "joined_on",
    "left_on", "class", "enrolled_on", "withdraw",
  ]

  private static func row(_ person: LifePerson, _ cells: [String: String]) -> String {
    let own = [
      "household_no": person.household, "name": person.name, "relation": person.relation,
      "resident_id": person.id, "birth_date": person.birth,
    ].merging(cells) { $1 }
    return columns.map { own[$0] ?? "" }.joined(separator: ",")
  }

  mutating func roster(of people: [LifePerson]) -> String {
    var rows: [String] = []
    for _ in 0..<dice.one(of: [1, 1, 1, 2]) { rows += rosterRows(people) }
    return Self.columns.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
  }

  /// Somebody comes or leaves on a day.
  mutating func dated(_ people: [LifePerson]) -> String {
    let rows = (0..<dice.number(in: 1...2)).map { _ in
      var person = dice.one(of: people)
      let leaves = dice.isTrue(50)
      if !leaves {
        person = dice.one(of: Self.newcomers)
        person.household = dice.one(of: ["A", "B", "C", "D"])
      }
      let row = Self.row(person, [leaves ? "left_on" : "joined_on": day()])
      return asTold(["\(person.household)", "\(leaves)", "\(person.name) \(person.birth)"], row)
    }
    return Self.columns.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
  }

  private mutating func rosterRows(_ people: [LifePerson]) -> [String] {
    guard !people.isEmpty else { return newHousehold() }
    var person = dice.one(of: people)
    switch dice.number(in: 0...23) {
    case 0...4: return [newcomer()]
    case 5, 6: return newHousehold()
    case 7...10: return [Self.row(person, ["left_on": day()])]
    case 11: return [Self.row(person, ["left_on": "(clear)"])]
    case 12: return [Self.row(person, ["joined_on": dice.isTrue(20) ? "(clear)" : day()])]
    case 13:
      // Comes back, or came before.
      return [Self.row(person, ["joined_on": day(), "left_on": day()])]
    case 14: return [Self.row(person, ["phone": "1380000000\(dice.number(in: 0...9))"])]
    case 15: return [correction(of: person)]
    case 16: return otherHead(people)
    case 17:
      person.relation = "head"
      return [Self.row(person, [:])]
    case 18, 19: return [Self.row(person, ["withdraw": Sheet.withdrawWord])]
    case 20, 21:
      let on =
        dice.isTrue(15) ? "(clear)" : dice.isTrue(50) ? "2012-01-0\(dice.number(in: 5...9))" : day()
      return [Self.row(person, ["enrolled_on": on])]
    case 22:
      return [
        Self.row(
          person,
          ["class": dice.one(of: ["poor", "dibao"]), "village_code": dice.one(of: Self.villages)])
      ]
    default: return [Self.row(person, [:])]
    }
  }

  private mutating func newcomer() -> String {
    var person = dice.one(of: Self.newcomers)
    person.household = dice.one(of: Self.homes)
    var cells: [String: String] = [:]
    if dice.isTrue(75) { cells["joined_on"] = day() }
    if dice.isTrue(20) { cells["left_on"] = day() }
    return Self.row(person, cells)
  }

  private mutating func newHousehold() -> [String] {
    let number = dice.one(of: ["R1", "R2", "N1", "N2"])
    let joined = dice.isTrue(60) ? day() : ""
    var people = Self.newcomers.shuffled(using: &dice).prefix(dice.number(in: 1...3)).map { $0 }
    people[0].relation = "head"
    return people.enumerated().map { index, person in
      var person = person
      person.household = number
      var cells = ["joined_on": joined]
      if index == 0 {
        cells["village_code"] = dice.one(of: Self.villages)
        if dice.isTrue(30) { cells["enrolled_on"] = day() }
      }
      return Self.row(person, cells)
    }
  }

  private mutating func correction(of standing: LifePerson) -> String {
    var person = standing
    switch dice.number(in: 0...3) {
    case 0: person.name = dice.one(of: [standing.name + "大", "吴小", "李四"])
    case 1:
      person.id = RosterTrial.whole("4331231990010\(dice.number(in: 1000...9999))")
      person.birth = ""
    case 2: person.birth = dice.one(of: ["1990", "1991", "1990-05"])
    default: person.relation = dice.one(of: ["spouse", "child", "parent"])
    }
    return Self.row(person, [:])
  }

  /// Two of one household, the one as head and the other as not, or as one who leaves.
  private mutating func otherHead(_ people: [LifePerson]) -> [String] {
    let home = dice.one(of: people).household
    let members = people.filter { $0.household == home }
    guard let head = members.first(where: { $0.relation == "head" }) else { return [newcomer()] }
    var next = dice.one(of: members)
    var old = head
    next.relation = "head"
    if dice.isTrue(50) {
      return [Self.row(old, ["left_on": day()]), Self.row(next, [:])]
    }
    old.relation = "other"
    return [Self.row(old, [:]), Self.row(next, [:])]
  }
}
