import Arguments
import Domain
import Register

/// The people of a household, as a command line names them.
struct HouseholdPeople {
  private let people: [KnownPerson]
  private let day: CalendarDate
  private let console: Console

  init(
    of household: Int64, on day: CalendarDate, _ register: Register, _ console: Console
  ) throws(Problem) {
    people = try console.worded { () throws(QueryFailure) in
      try register.people(of: household, on: day.dayNumber)
    }
    self.day = day
    self.console = console
  }

  /// The head on the day; nil where the household has none.
  var head: KnownPerson? { people.last { $0.isHead && $0.period.contains(day.dayNumber) } }

  /// The member of the day who bears an ID; nil where nobody does.
  func bearer(of id: String) -> KnownPerson? {
    people.last { $0.period.contains(day.dayNumber) && isMeant($0, by: id) }
  }

  /// The stay that a name or an ID means: of those on the day, else of all; the latest of one person's.
  func person(_ text: String) throws(Problem) -> KnownPerson {
    let found = people.filter { isMeant($0, by: text) }
    let present = found.filter { $0.period.contains(day.dayNumber) }
    let candidates = present.isEmpty ? found : present
    let numbers = Set(candidates.map(\.stay.number))
    if numbers.count == 1, let last = candidates.last { return last }
    let typed = PersonalNumbers.masked(text)
    guard numbers.isEmpty else {
      throw Problem(
        "ambiguous_person",
        console.say(
          "\(numbers.count) members are called “\(typed)”; give the ID",
          "有 \(numbers.count) 名成员叫“\(typed)”，请写身份证号码"))
    }
    let names = people.filter { $0.period.contains(day.dayNumber) }.compactMap(\.name)
    let list = names.prefix(12).map { PersonalNumbers.masked($0) }
      .joined(separator: console.say(", ", "、"))
    throw Problem(
      "unknown_member",
      console.say(
        "nobody called “\(typed)” is a member; on \(day) there are \(list.isEmpty ? "none" : list)",
        "该户没有成员“\(typed)”；\(day) 的成员：\(list.isEmpty ? "无" : list)"))
  }

  /// The names in a roster's rows by which, and by whose ID, nobody of the household is known, masked.
  func strangers(in rows: [RowCells]) -> [String] {
    rows.compactMap { row -> String? in
      let words = row.filter { ["name", "resident_id"].contains($0.column) && !$0.text.isEmpty }
      guard let name = words.first?.text,
        !words.contains(where: { word in people.contains { isMeant($0, by: word.text) } })
      else { return nil }
      return PersonalNumbers.masked(name) as String
    }
  }

  private func isMeant(_ person: KnownPerson, by text: String) -> Bool {
    let reading = try? CellText.reading(text) { (cell) throws(CellFault) in
      try ResidentID.read(cell, verified: true)
    }
    if let id = reading?.id { return person.residentID == id }
    guard let name = person.name else { return false }
    return NameFolding.comparable(name) == NameFolding.comparable(text)
  }
}

extension KnownPerson {
  /// The cells of a roster's row about this stay, which change nothing of it.
  func cells(in household: String) -> [(column: String, text: String)] {
    var cells: [(column: String, text: String)] = [("household_no", household)]
    if let name { cells.append(("name", name)) }
    return cells
  }

  /// As an event's row names the person: by ID where there is one, else by name.
  var eventText: String { residentWritten ?? name ?? "" }

  /// As messages name the person.
  var shown: String { PersonalNumbers.masked(name ?? residentID?.masked ?? "") }
}
