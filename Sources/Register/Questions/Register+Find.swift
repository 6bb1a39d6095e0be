import Domain
import SQLite

// A search by whatever somebody has at hand: a name, an ID, a number, a phone, a place, or part of one. IDs and
// the beginnings of numbers go by their indexes. Everything else reads a table: an index of parts would cost
// every import more than a reading of 770,000 members costs time (a tenth of a second on two cores), and
// SQLite's own of three characters finds no name of two.

extension Register {
  /// What a text leads to, on a day: members, households, places, staff and projects.
  ///
  /// A text that reads as a resident ID is looked for as one. Otherwise names that contain it, and numbers,
  /// phones and IDs of which it is a part, answer: what is called exactly so first.
  ///
  /// - Parameter officer: whose recent households come before others.
  package func find(
    _ text: String, on day: DayNumber, limit: Int, officer: String? = nil
  ) throws(SQLiteFailure) -> Findings {
    try reading { () throws(SQLiteFailure) in
      let search = SearchText(text)
      guard !search.name.isEmpty else { return Findings(things: [], isCut: false) }
      // What is read from end to end and never again goes through few pages of memory.
      try connection.setCache(kibibytes: 1024)
      defer { try? connection.setCache() }
      var found = FoundThings(limit: limit)
      if let officer { found.recent = try recentHouseholds(of: officer, limit: 50) }
      if let id = search.residentID { found.add(try members(bearing: id, on: day)) }
      if found.isEmpty, search.hasLetters { try findNames(search, on: day, &found) }
      try findNumbers(search, on: day, &found)
      if search.residentID == nil { try findDigits(search, on: day, &found) }
      return found.findings
    }
  }

  /// The officials whose name, number or phone is the text, or holds it.
  package func findStaff(_ text: String, limit: Int) throws(SQLiteFailure) -> [FoundThing] {
    try reading { () throws(SQLiteFailure) in
      let search = SearchText(text)
      var found = FoundThings(limit: limit)
      guard !search.name.isEmpty else { return [] }
      if search.hasLetters {
        found.add(try staff(named: search, found.room))
        found.add(try staff(withPartOfName: search, found.room))
      }
      found.add(try staff("staff_no = :text", search.number, found.room))
      if search.isPartOfNumber {
        found.add(try staff("instr(staff_no, :text) > 0", search.number, found.room))
      }
      found.add(try staff(phoned: search, found.room))
      return found.findings.things
    }
  }

  private func findNames(
    _ search: SearchText, on day: DayNumber, _ found: inout FoundThings
  ) throws(SQLiteFailure) {
    let people = try membersNamed(search, on: day, found)
    defer { people.end() }
    let places = try standingRegions(like: search.placePattern)
    let wanted = Set([search.name.lowercased(), search.tight.lowercased()])
    for region in places where wanted.contains(where: region.isCalled) {
      found.add(try place(region, on: day, found.room))
    }
    found.add(try staff(named: search, found.room))
    found.add(try people.take())
    found.add(try staff(withPartOfName: search, found.room))
    found.add(try projects(named: search, found.room))
    guard search.isPartOfPlace else { return }
    for region in places where search.isPart(of: region) { found.add([thing(of: region)]) }
  }

  private func findNumbers(
    _ search: SearchText, on day: DayNumber, _ found: inout FoundThings
  ) throws(SQLiteFailure) {
    let number = search.number
    found.add(try households(numbered: number, on: day, found))
    found.add(try staff("staff_no = :text", number, found.room))
    found.add(try projects("project_no = :text", number, found.room))
    guard search.isPartOfNumber else { return }
    found.add(try households(withPart: number, on: day, found))
    found.add(try staff("instr(staff_no, :text) > 0", number, found.room))
    found.add(try projects("instr(project_no, :text) > 0", number, found.room))
  }

  private func findDigits(
    _ search: SearchText, on day: DayNumber, _ found: inout FoundThings
  ) throws(SQLiteFailure) {
    if let digits = search.phoneDigits {
      found.add(try membersPhoned(digits, on: day, found))
    }
    found.add(try staff(phoned: search, found.room))
    if let part = search.residentPart {
      found.add(try members(withResidentPart: part, on: day, found))
    }
  }

  private func thing(of region: Region) -> FoundThing {
    var place = FoundThing(FoundThing.Kind(region.level))
    place.name = region.nameChinese
    place.place = region.code
    return place
  }

  /// A place, and of a village or a township the households that live there.
  private func place(
    _ region: Region, on day: DayNumber, _ room: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    var things = [thing(of: region)]
    let villages =
      switch region.level {
      case .village: [region.code]
      case .township: try standingRegions(in: region.code).map(\.code)
      case .province, .prefecture, .county: [RegionCode]()
      }
    for village in villages where things.count < room {
      things += try households(livingIn: village, on: day, room - things.count)
    }
    return things
  }

  private static let staffName = "replace(staff_record.name, ' ', '')"

  private func staff(
    named search: SearchText, _ limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    try staff(
      Register.allStaff, "instr(staff_record.name, :mark) > 0 AND \(Register.staffName) = :text",
      names(search, limit))
  }

  private func staff(
    withPartOfName search: SearchText, _ limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    guard search.isPartOfName else { return [] }
    return try staff(
      Register.allStaff,
      "instr(staff_record.name, :mark) > 0 AND instr(\(Register.staffName), :text) > 0",
      names(search, limit))
  }

  private func names(_ search: SearchText, _ limit: Int) -> Bindings {
    ["text": .text(search.tight), "mark": .text(search.nameMark), "limit": Value(limit)]
  }

  private func staff(
    phoned search: SearchText, _ limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    guard let digits = search.phoneDigits else { return [] }
    return try staff(
      Register.allStaff,
      "instr(replace(replace(staff_record.phone, ' ', ''), '-', ''), :text) > 0",
      ["text": .text(digits), "limit": Value(limit)])
  }

  /// - Parameter condition: on the official's number, which `:text` is.
  private func staff(
    _ condition: String, _ text: String, _ limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    try staff(
      "staff JOIN staff_record ON staff_record.staff_id = staff.id", condition,
      ["text": .text(text), "limit": Value(limit)])
  }

  /// Read from end to end: the records in the order in which they lie cost less than by an index.
  static let allStaff = """
    staff_record NOT INDEXED CROSS JOIN staff ON staff.id = staff_record.staff_id
    """

  private func staff(
    _ tables: String, _ condition: String, _ bindings: Bindings
  ) throws(SQLiteFailure) -> [FoundThing] {
    var things: [FoundThing] = []
    try connection.rows(
      """
      SELECT staff_no, staff_record.name, county_code FROM \(tables)
      WHERE \(condition) AND staff_record.withdrawn IS NULL ORDER BY staff_no LIMIT :limit
      """, bindings
    ) { row in
      var thing = FoundThing(.staff)
      thing.number = row.text(0)
      thing.name = row.optionalText(1)
      thing.place = row.optionalInt64(2).flatMap { RegionCode($0) }
      things.append(thing)
    }
    return things
  }

  private func projects(
    named search: SearchText, _ limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    guard search.tight.count >= 2 else { return [] }
    return try projects(
      "project_record NOT INDEXED CROSS JOIN project ON project.id = project_record.project_id",
      "instr(name, :mark) > 0 AND instr(replace(name, ' ', ''), :text) > 0", names(search, limit))
  }

  /// - Parameter condition: on the project's number, which `:text` is.
  private func projects(
    _ condition: String, _ text: String, _ limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    try projects(
      "project JOIN project_record ON project_record.project_id = project.id", condition,
      ["text": .text(text), "limit": Value(limit)])
  }

  private func projects(
    _ tables: String, _ condition: String, _ bindings: Bindings
  ) throws(SQLiteFailure) -> [FoundThing] {
    var things: [FoundThing] = []
    try connection.rows(
      """
      SELECT project_no, name, ifnull(village_code, county_code) FROM \(tables)
      WHERE \(condition) AND project_record.withdrawn IS NULL ORDER BY project_no LIMIT :limit
      """, bindings
    ) { row in
      var thing = FoundThing(.project)
      thing.number = row.text(0)
      thing.name = row.text(1)
      thing.place = RegionCode(row.int64(2))
      things.append(thing)
    }
    return things
  }
}

extension SearchText {
  fileprivate func isPart(of region: Region) -> Bool {
    region.nameChinese.contains(tight)
      || region.nameEnglish?.lowercased().contains(name.lowercased()) == true
  }
}
