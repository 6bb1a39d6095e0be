import Domain
import SQLite

// A search by whatever somebody has at hand: a name, part of one, an ID, a number, a village. IDs and
// numbers go by their indexes. Names have none, since one on 770,000 members would cost every import and
// more room than a reading of the table costs time (a fifth of a second).

extension Register {
  /// Members, households, villages, staff and projects that a text leads to, on a day.
  ///
  /// A text that reads as a resident ID is looked for as one. Otherwise numbers that begin with it,
  /// names of people that contain it and villages of that name answer.
  package func find(
    _ text: String, on day: DayNumber, limit: Int
  ) throws(SQLiteFailure) -> Findings {
    try reading { () throws(SQLiteFailure) in try found(text, on: day, limit: limit) }
  }

  private func found(
    _ text: String, on day: DayNumber, limit: Int
  ) throws(SQLiteFailure) -> Findings {
    let wanted = NameFolding.fold(text)
    // Lists pad names of two characters with a blank, `吴　大`; a search passes over it.
    let number = KeyFolding.fold(text)
    let tight = String(wanted.filter { $0 != " " })
    guard !wanted.isEmpty else { return Findings(things: [], isCut: false) }
    var things: [FoundThing] = []
    let reading = try? CellText.reading(wanted) { (cell) throws(CellFault) in
      try ResidentID.read(cell, verified: true)
    }
    if let id = reading?.id { things += try members(bearing: id, on: day) }
    if things.isEmpty, wanted.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
      things += try villages(called: wanted, or: tight, on: day, limit: limit + 1)
      things += try staff("replace(staff_record.name, ' ', '') = :text", tight, limit + 1)
      things += try members(named: tight, on: day, limit: limit + 1)
    }
    things += try households(numbered: number, on: day, limit: limit + 1)
    things += try staff("staff_no = :text", number, limit + 1)
    things += try projects(numbered: number)
    return Findings(things: Array(things.prefix(limit)), isCut: things.count > limit)
  }

  private static let memberColumns = """
    household_no, member.name, member.relation, member.resident_key, member.left_on,
    (SELECT village_code FROM residence WHERE household_id = household.id AND withdrawn IS NULL
     ORDER BY since <= :day DESC, abs(since - :day) LIMIT 1),
    (SELECT class FROM household_class WHERE household_id = household.id AND withdrawn IS NULL
     AND since <= :day ORDER BY since DESC LIMIT 1),
    (SELECT ended_on FROM household_end WHERE household_id = household.id AND withdrawn IS NULL)
    """

  private func members(
    where condition: String, _ bindings: Bindings, kind: FoundThing.Kind = .member
  ) throws(SQLiteFailure) -> [FoundThing] {
    var things: [FoundThing] = []
    try connection.rows(
      """
      SELECT \(Register.memberColumns)
      FROM member JOIN household ON household.id = member.household_id
      WHERE member.withdrawn IS NULL AND \(condition)
      """, bindings
    ) { row in
      var thing = FoundThing(kind)
      thing.householdNo = row.text(0)
      thing.name = row.optionalText(1)
      thing.relation = row.optionalInt(2).flatMap { Relation(code: $0) }
      thing.residentID = row.optionalInt64(3).flatMap { ResidentID(key: $0) }
      thing.place = row.optionalInt64(5).flatMap { RegionCode($0) }
      thing.standing = row.optionalInt(6).flatMap { HouseholdClass(rawValue: $0) }
      let ended = row.isNull(7) ? DayPeriod.openEnd : row.int32(7)
      let last = min(kind == .member ? row.int32(4) : DayPeriod.openEnd, ended)
      thing.endedOn = last < DayPeriod.openEnd ? last : nil
      things.append(thing)
    }
    return things
  }

  private func members(bearing id: ResidentID, on day: DayNumber) throws(SQLiteFailure)
    -> [FoundThing]
  {
    try members(
      where: "resident_key = :key AND resident_key IS NOT NULL ORDER BY left_on DESC",
      ["key": .integer(id.key), "day": Value(day)])
  }

  private func members(
    named text: String, on day: DayNumber, limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    try members(
      where: """
        instr(replace(member.name, ' ', ''), :text) > 0
        ORDER BY replace(member.name, ' ', '') <> :text, member.name, household_no LIMIT :limit
        """,
      ["text": .text(text), "day": Value(day), "limit": Value(limit)])
  }

  /// The household of a number and those whose numbers begin so, by their heads of the day.
  private func households(
    numbered text: String, on day: DayNumber, limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    var ids: [Int64] = []
    try connection.rows(
      """
      SELECT id FROM household WHERE household_no >= :low AND household_no < :high
        AND EXISTS (
          SELECT 1 FROM residence WHERE household_id = household.id AND withdrawn IS NULL)
      ORDER BY household_no LIMIT :limit
      """,
      ["low": .text(text), "high": .text(text + "\u{10FFFF}"), "limit": Value(limit)]
    ) { ids.append($0.int64(0)) }
    return try ids.map { id throws(SQLiteFailure) in try household(id, on: day) }
  }

  /// A household by its head of the day.
  private func household(_ id: Int64, on day: DayNumber) throws(SQLiteFailure) -> FoundThing {
    if let head = try members(
      where: """
        member.household_id = :household AND member_no = (
          SELECT member_no FROM headship WHERE household_id = :household AND withdrawn IS NULL
          AND since <= :day ORDER BY since DESC LIMIT 1) ORDER BY joined_on DESC LIMIT 1
        """, ["household": .integer(id), "day": Value(day)], kind: .household
    ).first {
      return head
    }
    var thing = FoundThing(.household)
    thing.householdNo = try householdNumber(id)
    thing.place = try village(of: id, on: day)
    return thing
  }

  /// Villages of a name, with the households that live in them.
  private func villages(
    called text: String, or tight: String, on day: DayNumber, limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    var things: [FoundThing] = []
    let (wanted, tight) = (text.lowercased(), tight.lowercased())
    for region in try standingRegions(.village ... .village)
    where region.spellings.contains(wanted) || region.spellings.contains(tight) {
      var households: [Int64] = []
      try connection.rows(
        """
        SELECT residence.household_id FROM residence
        WHERE village_code = :village AND withdrawn IS NULL AND since <= :day
          AND NOT EXISTS (
            SELECT 1 FROM residence AS later
            WHERE later.household_id = residence.household_id AND later.withdrawn IS NULL
              AND later.since > residence.since AND later.since <= :day)
        ORDER BY 1 LIMIT :limit
        """,
        ["village": .integer(region.code.value), "day": Value(day), "limit": Value(limit)]
      ) { households.append($0.int64(0)) }
      var village = FoundThing(.village)
      village.name = region.nameChinese
      village.place = region.code
      things.append(village)
      for id in households where things.count < limit {
        things.append(try household(id, on: day))
      }
    }
    return things
  }

  private func staff(
    _ condition: String, _ text: String, _ limit: Int
  ) throws(SQLiteFailure) -> [FoundThing] {
    var things: [FoundThing] = []
    try connection.rows(
      """
      SELECT staff_no, staff_record.name, county_code
      FROM staff JOIN staff_record ON staff_record.staff_id = staff.id
        AND staff_record.withdrawn IS NULL
      WHERE \(condition) ORDER BY staff_no LIMIT :limit
      """, ["text": .text(text), "limit": Value(limit)]
    ) { row in
      var thing = FoundThing(.staff)
      thing.number = row.text(0)
      thing.name = row.optionalText(1)
      thing.place = row.optionalInt64(2).flatMap { RegionCode($0) }
      things.append(thing)
    }
    return things
  }

  private func projects(numbered text: String) throws(SQLiteFailure) -> [FoundThing] {
    var things: [FoundThing] = []
    try connection.rows(
      """
      SELECT project_no, name, ifnull(village_code, county_code)
      FROM project JOIN project_record ON project_record.project_id = project.id
        AND project_record.withdrawn IS NULL
      WHERE project_no = :text
      """, ["text": .text(text)]
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
