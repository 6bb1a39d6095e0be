import Domain
import Register
import SQLite

/// Holds what the rows of a household say of its members against what stands.
final class MemberComparison {
  private let table: ComparedTable
  /// Those that a row must repeat. An ID that was written in other characters is the same ID.
  private let columns: [ComparedTable.Column]
  private let key, name, birthDate, sex, relation, joinedOn, leftOn: ComparedTable.Column
  private let heads: HouseholdCursor
  private let day: Int64
  // Of the household at hand.
  private var taken: [Bool] = []
  private var keys: [Int64] = []
  private var names: [String] = []

  /// - Parameter day: whoever is a member on it must be in a row.
  init(_ register: Register, on day: Int32) throws(SQLiteFailure) {
    table = try ComparedTable(RosterRules.members, by: "member_no, joined_on", register)
    columns = table.columns.filter { $0.name != "resident_written" }
    key = table.column("resident_key")
    name = table.column("name")
    birthDate = table.column("birth_date")
    sex = table.column("sex")
    relation = table.column("relation")
    joinedOn = table.column("joined_on")
    leftOn = table.column("left_on")
    heads = try HouseholdCursor("headship", ["member_no"], by: "since", on: register.connection)
    self.day = Int64(day)
  }

  /// Whether each row is about a member of its own and says what stands, and everybody is in a row. Of a
  /// household where somebody came back that is not said.
  func areSame(_ id: Int64, _ held: HeldRows, _ count: Int) throws(SQLiteFailure) -> Bool {
    guard let head = try head(of: id), try table.cursor.turn(to: id) else { return false }
    taken.removeAll(keepingCapacity: true)
    taken.append(contentsOf: repeatElement(false, count: count))
    keys.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    let knowsByName = (0..<count).contains { held.isNull($0, key.slot) }
    var (found, people, number, row) = (0, 0, Int64(0), 0)
    repeat {
      let next = table.cursor.int64(1)
      people += 1
      guard next != number, people <= RosterComparison.mostRows, isAnother() else { return false }
      number = next
      if knowsByName { names.append(NameFolding.comparable(text(name) ?? "")) }
      guard let own = self.row(from: row, held, count) else {
        if isMember { return false }
        continue
      }
      guard isSame(held, own, isHead: number == head) else { return false }
      taken[own] = true
      found += 1
      row = own + 1
    } while try table.cursor.next()
    return found == count && (!knowsByName || areApart(held, count))
  }

  /// Who is head now.
  private func head(of id: Int64) throws(SQLiteFailure) -> Int64? {
    guard try heads.turn(to: id) else { return nil }
    var head: Int64
    repeat { head = heads.int64(1) } while try heads.next()
    return head
  }

  /// Whether the ID of the member at hand is nobody else's of the household.
  private func isAnother() -> Bool {
    let stored = table.cursor.lent(key.place)
    guard stored.isInteger else { return true }
    guard !keys.contains(stored.integer) else { return false }
    keys.append(stored.integer)
    return true
  }

  private var isMember: Bool {
    table.cursor.int64(joinedOn.place) < day && table.cursor.int64(leftOn.place) > day
  }

  /// The row about the member at hand, by ID, without one by name and birth date; looked for from a row on, since
  /// files have people in the order of registering.
  private func row(from first: Int, _ held: HeldRows, _ count: Int) -> Int? {
    let stored = table.cursor.lent(key.place)
    for step in 0..<count {
      let row = first + step < count ? first + step : first + step - count
      guard !taken[row], held.isSame(row, key.slot, stored) else { continue }
      if stored.isInteger { return row }
      if held.isSame(row, name.slot, table.cursor.lent(name.place)),
        held.isSame(row, birthDate.slot, table.cursor.lent(birthDate.place))
      {
        return row
      }
    }
    return nil
  }

  /// Whether a row says what stands of the member at hand, and calls the head so and nobody else. Sex and birth
  /// date that stand are judged against an ID where the row does not give all three.
  private func isSame(_ held: HeldRows, _ row: Int, isHead: Bool) -> Bool {
    for column in columns where !held.isNull(row, column.slot) {
      guard held.isSame(row, column.slot, table.cursor.lent(column.place)) else { return false }
    }
    let says = held.integer(row, relation.slot) == Int64(Relation.Base.head.rawValue)
    guard says == isHead,
      !isHead || table.cursor.int64(leftOn.place) == Int64(DayPeriod.openEnd)
    else { return false }
    let stored = table.cursor.lent(key.place)
    let isWhole =
      !held.isNull(row, key.slot) && !held.isNull(row, sex.slot)
      && !held.isNull(row, birthDate.slot)
    guard stored.isInteger, !isWhole else { return true }
    guard let id = ResidentID(key: stored.integer) else { return false }
    let known = table.cursor.lent(sex.place)
    return RosterVerified.agrees(
      id, sex: known.isInteger ? known.integer : nil, birthDate: text(birthDate))
  }

  /// Whether nobody in the household has the name of one whom a row knows by name.
  private func areApart(_ held: HeldRows, _ count: Int) -> Bool {
    for row in 0..<count where held.isNull(row, key.slot) {
      let own = NameFolding.comparable(String(decoding: held.text(row, name.slot), as: UTF8.self))
      guard names.count(where: { $0 == own }) == 1 else { return false }
    }
    return true
  }

  /// The text of a column of the member at hand; nil where there is none.
  private func text(_ column: ComparedTable.Column) -> String? {
    let stored = table.cursor.lent(column.place)
    return stored.isText ? String(decoding: stored.bytes, as: UTF8.self) : nil
  }
}
