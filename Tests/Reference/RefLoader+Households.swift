// Rosters and the events in a household's life.

extension RefLoader {
  func roster(_ row: RefRow) {
    guard let number = row.code("household_no") else { return problem(row, "household_no") }
    var household = households[number] ?? RefHousehold(number: number)
    if let village = village(of: row) {
      if household.residences.isEmpty { household.residences = [RefDated(village)] }
    }
    if let value = coded("class", of: row, from: RefValues.classes), household.classes.isEmpty {
      household.classes = [RefDated(value)]
    }
    if let enrolled = day("enrolled_on", of: row) { enrol(&household, on: enrolled) }
    member(of: row, into: &household)
    put(household)
  }

  /// The code, or the one village of that name in the township of that name.
  private func village(of row: RefRow) -> String? {
    if let code = row.code("village_code") { return code }
    guard let township = row.text("township"), let village = row.text("village") else { return nil }
    let found = regionNames.filter { code, names in
      code.count == 12 && names.zh == village
        && regionNames[String(code.prefix(9))]?.zh == township
    }
    if found.count != 1 { problem(row, "village \(township) \(village)") }
    return found.first?.key
  }

  private func enrol(_ household: inout RefHousehold, on day: RefDay) {
    let year = RefCalendar.parts(of: day).year
    household.enrolments.removeAll { RefCalendar.parts(of: $0).year == year }
    household.enrolments.append(day)
  }

  private func member(of row: RefRow, into household: inout RefHousehold) {
    let id = row.text("resident_id").flatMap(RefText.residentID)
    let name = row.text("name") ?? ""
    let birth = day("birth_date", of: row)
    let joined = day("joined_on", of: row)
    let left = day("left_on", of: row)
    let standing = household.members.lastIndex { member in
      if let id, let other = member.id { return id == other }
      return member.name == name && (birth == nil || member.birth == nil || birth == member.birth)
    }
    guard let standing else {
      household.members.append(
        RefMember(
          id: id, name: name, birth: birth, joined: joined ?? RefCalendar.beginning, left: left))
      return
    }
    if let joined, let gone = household.members[standing].left, joined >= gone {
      household.members.append(
        RefMember(id: id, name: name, birth: birth, joined: joined, left: left))
      return
    }
    if let id { household.members[standing].id = id }
    if let birth { household.members[standing].birth = birth }
    if let joined { household.members[standing].joined = joined }
    if let left { household.members[standing].left = left }
    if row.clears("left_on") { household.members[standing].left = nil }
  }

  func event(_ row: RefRow, on day: RefDay) {
    guard let event = coded("event", of: row, from: RefValues.events) else { return }
    guard var household = household(of: row) else { return }
    switch event {
    case "move":
      guard let village = row.code("village_code") else { return problem(row, "village_code") }
      household.residences.append(RefDated(village, since: day))
      put(household)
    case "reclass":
      guard let value = coded("class", of: row, from: RefValues.classes) else {
        return problem(row, "class")
      }
      household.classes.append(RefDated(value, since: day))
      put(household)
    case "end":
      household.ended = day
      put(household)
    case "split": split(household, row, on: day)
    case "merge": merge(household, row, on: day)
    default: break
    }
  }

  /// The named members leave the household and are the other one's from the day; where the other
  /// is new, it has the same class, and lives in the same village unless the row names another.
  /// Nothing else goes along.
  private func split(_ old: RefHousehold, _ row: RefRow, on day: RefDay) {
    guard let number = row.code("other_household") else { return problem(row, "other_household") }
    var household = old
    var other = households[number] ?? RefHousehold(number: number)
    if other.residences.isEmpty {
      let village = household.residences.filter { $0.since <= day }.max { $0.since < $1.since }
      let code = row.code("village_code") ?? village?.value
      if let code { other.residences = [RefDated(code, since: day)] }
    }
    if other.classes.isEmpty {
      let value = household.classes.filter { $0.since <= day }.max { $0.since < $1.since }
      if let value { other.classes = [RefDated(value.value, since: day)] }
    }
    let named = (row.text("member") ?? "").split { ";；、,，".contains($0) }.map(String.init)
    if named.isEmpty { problem(row, "member") }
    for text in named { hand(over: text, from: &household, to: &other, row, on: day) }
    put(household)
    put(other)
  }

  /// The household's members are the other one's from the day, on which the household ends.
  private func merge(_ old: RefHousehold, _ row: RefRow, on day: RefDay) {
    guard let number = row.code("other_household"), var other = households[number] else {
      return problem(row, "other_household")
    }
    var household = old
    for place in household.members.indices where isMember(household.members[place], on: day) {
      move(place, from: &household, to: &other, on: day)
    }
    household.ended = day
    put(household)
    put(other)
  }

  private func hand(
    over text: String, from household: inout RefHousehold, to other: inout RefHousehold,
    _ row: RefRow, on day: RefDay
  ) {
    let id = RefText.residentID(text)
    let name = RefText.trimmed(text)
    let places = household.members.indices.filter { place in
      let member = household.members[place]
      return (member.id == id || member.name == name) && isMember(member, on: day)
    }
    if let place = places.first, places.count == 1 {
      move(place, from: &household, to: &other, on: day)
    } else {
      problem(row, "member")
    }
  }

  private func move(
    _ place: Int, from household: inout RefHousehold, to other: inout RefHousehold, on day: RefDay
  ) {
    var member = household.members[place]
    household.members[place].left = day
    member.joined = day
    let isThere = other.members.contains { there in
      if let id = member.id { return there.id == id }
      return there.id == nil && there.name == member.name
    }
    if !isThere { other.members.append(member) }
  }

  private func isMember(_ member: RefMember, on day: RefDay) -> Bool {
    if member.joined > day { return false }
    if let left = member.left, left <= day { return false }
    return true
  }
}
