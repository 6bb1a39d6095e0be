import Domain
import SQLite

// Reads one household's facts for the card: what stands today, by the indexes of standing facts.

extension Register {
  /// A registered household by its number; nil where there is none that stands.
  package func household(numbered number: String) throws(SQLiteFailure) -> Int64? {
    try connection.first(
      """
      SELECT id FROM household WHERE household_no = :number AND EXISTS (
        SELECT 1 FROM residence WHERE household_id = household.id AND withdrawn IS NULL)
      """, ["number": .text(number)]
    ) { $0.int64(0) }
  }

  /// The household on a day, as known now.
  package func file(
    of household: Int64, on day: DayNumber
  ) throws(SQLiteFailure) -> HouseholdFile? {
    try reading { () throws(SQLiteFailure) in try filed(household, on: day) }
  }

  private func filed(
    _ household: Int64, on day: DayNumber
  ) throws(SQLiteFailure) -> HouseholdFile? {
    let known = try lastKnown()
    let id: Bindings = ["household": .integer(household)]
    let ended = try connection.first(
      """
      SELECT ended_on, ground FROM household_end
      WHERE household_id = :household AND withdrawn IS NULL
      """, id
    ) { (on: $0.int32(0), ground: $0.optionalText(1)) }
    let asked = ended.map { min(day, $0.on - 1) } ?? day
    guard let village = try village(of: household, on: asked) else { return nil }
    let heads = try head(of: household, on: asked)
    let years = try standings(of: household, known)
    return HouseholdFile(
      household: household, householdNo: try householdNumber(household), day: day, known: known,
      hash: try entryHash(known.entry), village: village, places: try places(around: village),
      endedOn: ended?.on, endGround: ended?.ground,
      standing: try classPeriod(of: household, on: asked),
      cause: try connection.first(
        "SELECT cause FROM circumstance WHERE household_id = :household AND withdrawn IS NULL", id
      ) { $0.optionalText(0) } ?? nil,
      members: try members(of: household, head: heads),
      plans: try periods(
        "SELECT starts_on, ended_on FROM plan WHERE household_id = :household AND withdrawn IS NULL",
        id), plan: asked == day ? try plan(of: household, on: day) : nil,
      links: try links(of: household), assignments: try assignments(of: household),
      money: try money(of: household, by: day), incomes: try incomes(of: household),
      progress: try progress(of: household), years: years,
      incomeGoal: try incomeGoal(years, on: day, known))
  }

  private func incomeGoal(
    _ years: [(year: Int, standing: HouseholdStanding)], on day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> HouseholdFile.IncomeGoal? {
    let year = CalendarDate(dayNumber: day).year
    guard let facts = years.first(where: { $0.year == year })?.standing.facts,
      facts.enrolledOn <= day
    else { return nil }
    let programme = try programmeYear(year, known)
    return HouseholdFile.IncomeGoal(
      year: year, goalFen: programme.incomeGoalFen, growthFen: facts.incomeGrowthFen,
      isReached: day < facts.endedOn && facts.reachesGoal(on: day, in: programme))
  }

  /// Where a household lives on a day; the first place for a day before it.
  package func village(
    of household: Int64, on day: DayNumber, _ known: Known = .everything
  ) throws(SQLiteFailure) -> RegionCode? {
    let homes = known.facts(
      "village_code, since", from: "residence", where: "household_id = :household")
    return try connection.first(
      """
      SELECT \(Register.onDay("village_code", from: "(\(homes))", where: "true"))
      """, ["household": .integer(household), "day": Value(day), "known": .integer(known.entry)]
    ) { $0.optionalInt64(0).flatMap { RegionCode($0) } } ?? nil
  }

  /// The village and what it lies in.
  package func places(around village: RegionCode) throws(SQLiteFailure) -> RegionTree {
    var regions: [Int64: Region] = [:]
    var next: RegionCode? = village
    while let code = next, regions[code.value] == nil {
      let found = try region(code)
      if let found { regions[code.value] = found }
      next = found?.parent ?? code.parent
    }
    return RegionTree(regions: regions)
  }

  private func periods(
    _ sql: String, _ bindings: Bindings
  ) throws(SQLiteFailure) -> [DayPeriod] {
    var periods: [DayPeriod] = []
    try connection.rows(sql + " ORDER BY 1", bindings) {
      periods.append(DayPeriod(since: $0.int32(0), until: $0.int32(1)))
    }
    return periods
  }

  private func classPeriod(
    of household: Int64, on day: DayNumber
  ) throws(SQLiteFailure) -> HouseholdFile.ClassPeriod? {
    try connection.first(
      """
      SELECT class, since, ground FROM household_class
      WHERE household_id = :household AND withdrawn IS NULL AND since <= :day
      ORDER BY since DESC LIMIT 1
      """, ["household": .integer(household), "day": Value(day)]
    ) { row in
      HouseholdClass(rawValue: row.int(0)).map {
        HouseholdFile.ClassPeriod(code: $0, since: row.int32(1), ground: row.optionalText(2))
      }
    } ?? nil
  }

  /// The number of the member who is head on a day.
  func head(of household: Int64, on day: DayNumber) throws(SQLiteFailure) -> Int64? {
    try connection.first(
      """
      SELECT member_no FROM headship WHERE household_id = :household AND withdrawn IS NULL
        AND since <= :day ORDER BY since DESC LIMIT 1
      """, ["household": .integer(household), "day": Value(day)]
    ) { $0.int64(0) }
  }

  private func members(
    of household: Int64, head: Int64?
  ) throws(SQLiteFailure) -> [HouseholdFile.Member] {
    var members: [HouseholdFile.Member] = []
    try connection.rows(
      """
      SELECT member_no, name, relation, sex, birth_date, resident_key, phone, account_no,
        joined_on, left_on
      FROM member WHERE household_id = :household AND withdrawn IS NULL
      ORDER BY member_no = :head DESC, member_no, joined_on
      """, ["household": .integer(household), "head": Value(head)]
    ) { row in
      let id = row.optionalInt64(5).flatMap { ResidentID(key: $0) }
      members.append(
        HouseholdFile.Member(
          name: row.optionalText(1),
          relation: Register.relation(row.optionalInt(2), isHead: row.int64(0) == head),
          sex: row.optionalInt(3).flatMap { Sex(rawValue: $0) } ?? id?.sex,
          birthDate: row.optionalText(4) ?? id?.birthDate.description, residentID: id,
          phone: row.optionalText(6), account: row.optionalText(7),
          isHead: row.int64(0) == head,
          period: DayPeriod(since: row.int32(8), until: row.int32(9))))
    }
    return members
  }

  /// Who is head is a headship, and the stored relation what it was at registering: of a former head it
  /// says nothing about today.
  private static func relation(_ stored: Int?, isHead: Bool) -> Relation? {
    if isHead { return Relation(.head) }
    guard let relation = stored.flatMap({ Relation(code: $0) }) else { return nil }
    return relation.isHead ? Relation(.other) : relation
  }

  private func assignments(
    of household: Int64
  ) throws(SQLiteFailure) -> [HouseholdFile.Assignment] {
    var assignments: [HouseholdFile.Assignment] = []
    try connection.rows(
      """
      SELECT role, staff_no, staff_record.name, staff_record.phone, since, until
      FROM assignment JOIN staff ON staff.id = assignment.staff_id
      LEFT JOIN staff_record ON staff_record.staff_id = staff.id
        AND staff_record.withdrawn IS NULL
      WHERE household_id = :household AND assignment.withdrawn IS NULL ORDER BY role, since
      """, ["household": .integer(household)]
    ) { row in
      guard let role = Role(rawValue: row.int(0)) else { return }
      assignments.append(
        HouseholdFile.Assignment(
          role: role, staffNo: row.text(1), name: row.optionalText(2),
          phone: row.optionalText(3),
          period: DayPeriod(since: row.int32(4), until: row.int32(5))))
    }
    return assignments
  }
}
