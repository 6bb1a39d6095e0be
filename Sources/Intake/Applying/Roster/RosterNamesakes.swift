import Domain
import SQLite

/// New people without an ID whose name and birth year are those of another without one in the same village,
/// who stands or is in an earlier row. They may be one person listed in two households; nobody is merged for
/// it, and it is told.
enum RosterNamesakes {
  /// A village may have listed everybody twice.
  static let mostTold = 1_000

  /// Asked once the rows are applied, so that each person has a number and each household its village.
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    let people = try newcomers(work)
    guard !people.isEmpty else { return }
    let alike = Set(
      try work.warnings.lines { if case .notice(.personAlike) = $0.kind { true } else { false } })
    let hasOthers = try work.register.connection.first(
      "SELECT 1 FROM member WHERE entered < :entry LIMIT 1", ["entry": .integer(work.entry)]
    ) { _ in true }
    var namesakes = Namesakes()
    var village: Int64?
    var told = 0
    for person in people {
      if person.village != village {
        village = person.village
        namesakes = Namesakes()
        if hasOthers == true { try meetStanding(in: person.village, &namesakes, work) }
      }
      let other = namesakes.meet(
        person.person, name: person.name, birthDate: person.birthDate, in: person.village)
      guard let other, let line = person.person.line, !alike.contains(line),
        told < mostTold
      else { continue }
      told += 1
      work.warnApplied(warning(line, person.name, other))
    }
  }

  static func warning(_ line: Int, _ name: String, _ other: Namesakes.Person) -> Fault {
    Fault(
      line: line, column: "name", value: CellMask.masked(name, as: .personName),
      .notice(.namesake(household: other.household, line: other.line)))
  }

  private struct Newcomer {
    let village: Int64
    let person: Namesakes.Person
    let name: String
    let birthDate: String
  }

  /// People without an ID who are new with this file and whose birth year is known, village by village.
  private static func newcomers(_ work: ImportWork) throws(SQLiteFailure) -> [Newcomer] {
    var people: [Newcomer] = []
    try work.register.connection.rows(
      """
      SELECT place.village_code, s.household_no, s.member_no, s.line, s.name, s.birth_date
      FROM temp.staged AS s
      CROSS JOIN residence AS place ON place.household_id = s.household_id
        AND place.withdrawn IS NULL AND place.since = (
          SELECT max(since) FROM residence
          WHERE household_id = s.household_id AND withdrawn IS NULL)
      WHERE s.rejected = 0 AND s.withdraws = 0 AND s.standing_id IS NULL
        AND s.resident_key IS NULL AND s.birth_date IS NOT NULL AND s.name IS NOT NULL
        AND NOT EXISTS (
          SELECT 1 FROM member AS stood
          WHERE stood.household_id = s.household_id AND stood.member_no = s.member_no
            AND stood.withdrawn IS NULL AND stood.entered < :entry)
      ORDER BY place.village_code, s.row
      """, ["entry": .integer(work.entry)]
    ) { row in
      people.append(
        Newcomer(
          village: row.int64(0),
          person: Namesakes.Person(
            household: row.text(1), number: row.int64(2), line: row.int(3)),
          name: row.text(4), birthDate: row.text(5)))
    }
    return people
  }

  private static func meetStanding(
    in village: Int64, _ namesakes: inout Namesakes, _ work: ImportWork
  ) throws(SQLiteFailure) {
    var met = namesakes
    try work.register.connection.rows(
      """
      SELECT household.household_no, person.member_no, person.name, person.birth_date
      FROM residence AS place
      CROSS JOIN member AS person ON person.household_id = place.household_id
        AND person.withdrawn IS NULL
      CROSS JOIN household ON household.id = place.household_id
      WHERE place.village_code = :village AND place.withdrawn IS NULL
        AND person.resident_key IS NULL AND person.birth_date IS NOT NULL
        AND person.name IS NOT NULL AND person.entered < :entry
        AND NOT EXISTS (
          SELECT 1 FROM residence AS later
          WHERE later.household_id = place.household_id AND later.withdrawn IS NULL
            AND later.since > place.since)
      ORDER BY person.id
      """, ["village": .integer(village), "entry": .integer(work.entry)]
    ) { row in
      _ = met.meet(
        Namesakes.Person(household: row.text(0), number: row.int64(1), line: nil),
        name: row.text(2), birthDate: row.text(3), in: village)
    }
    namesakes = met
  }
}
