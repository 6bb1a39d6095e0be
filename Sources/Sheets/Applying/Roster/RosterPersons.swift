import SQLite

// Which standing member a row is about. By resident ID within the household; a person who left and came
// back has several periods, told apart by the day of joining. Without an ID by name and birth date. An ID
// that nobody bears corrects the ID of the one namesake whose birth date does not disagree.

enum RosterPersons {
  static func match(_ work: ImportWork) throws(SQLiteFailure) {
    let stands = try work.register.connection.first(
      "SELECT 1 FROM temp.staged_household WHERE stands = 1 LIMIT 1"
    ) { _ in true }
    guard stands == true else { return }
    try work.register.connection.execute(
      """
      CREATE UNIQUE INDEX IF NOT EXISTS temp.staged_household_number
        ON staged_household (household_no);
      UPDATE temp.staged AS s SET household_id = (
        SELECT household_id FROM temp.staged_household AS house
        WHERE house.household_no = s.household_no AND house.stands = 1);
      """)
    try matchStays(work)
    try matchByID(work)
    try matchByName(work)
    try work.register.connection.run(
      """
      UPDATE temp.staged SET member_no = (SELECT member_no FROM member WHERE id = standing_id)
      WHERE standing_id IS NOT NULL
      """)
    try judgeMatches(work)
  }

  /// Rows that say both ends of a stay mean that one, as the rows of an export do.
  private static func matchStays(_ work: ImportWork) throws(SQLiteFailure) {
    let stay = """
      household_id = s.household_id AND withdrawn IS NULL
        AND joined_on = ifnull(s.joined_on, \(beginning)) AND left_on = ifnull(s.left_on, \(openEnd))
      """
    let isDated = "household_id IS NOT NULL AND (joined_on IS NOT NULL OR left_on IS NOT NULL)"
    try work.register.connection.execute(
      """
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM member
        WHERE resident_key = s.resident_key AND resident_key IS NOT NULL AND \(stay))
      WHERE \(isDated) AND resident_key IS NOT NULL;
      UPDATE temp.staged AS s SET standing_id = (
        SELECT max(id) FROM member
        WHERE resident_key IS NULL AND name = s.name AND birth_date IS s.birth_date AND \(stay)
        HAVING count(*) = 1)
      WHERE \(isDated) AND resident_key IS NULL;
      """)
  }

  private static func matchByID(_ work: ImportWork) throws(SQLiteFailure) {
    // The period with the row's day of joining; else, unless the row opens a new one, the last.
    try work.register.connection.execute(
      """
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM member
        WHERE resident_key = s.resident_key AND household_id = s.household_id
          AND withdrawn IS NULL AND resident_key IS NOT NULL AND joined_on = s.joined_on)
      WHERE household_id IS NOT NULL AND resident_key IS NOT NULL AND joined_on IS NOT NULL
        AND standing_id IS NULL;
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM member
        WHERE resident_key = s.resident_key AND household_id = s.household_id
          AND withdrawn IS NULL AND resident_key IS NOT NULL
          AND (s.joined_on IS NULL OR s.joined_on < left_on)
        ORDER BY joined_on DESC LIMIT 1)
      WHERE household_id IS NOT NULL AND resident_key IS NOT NULL AND standing_id IS NULL;
      UPDATE temp.staged AS s SET member_no = (
        SELECT member_no FROM member
        WHERE resident_key = s.resident_key AND household_id = s.household_id
          AND withdrawn IS NULL AND resident_key IS NOT NULL LIMIT 1)
      WHERE household_id IS NOT NULL AND resident_key IS NOT NULL AND standing_id IS NULL;
      """)
  }

  private static func matchByName(_ work: ImportWork) throws(SQLiteFailure) {
    // The birth date of a row with an ID and an empty cell is the ID's; both are compared as far as they
    // are written.
    let birth = """
      ifnull(s.birth_date, substr(CAST(s.resident_key / 11 AS TEXT), 7, 4) || '-'
        || substr(CAST(s.resident_key / 11 AS TEXT), 11, 2) || '-'
        || substr(CAST(s.resident_key / 11 AS TEXT), 13, 2))
      """
    let ownBirth = """
      ifnull(member.birth_date, substr(CAST(member.resident_key / 11 AS TEXT), 7, 4) || '-'
        || substr(CAST(member.resident_key / 11 AS TEXT), 11, 2) || '-'
        || substr(CAST(member.resident_key / 11 AS TEXT), 13, 2))
      """
    let namesakes = """
      FROM member
      WHERE member.household_id = s.household_id AND member.withdrawn IS NULL
        AND member.name = s.name
        AND (s.resident_key IS NULL
          OR member.resident_key IS NULL AND ifnull(\(ownBirth), \(birth)) IS \(birth)
          OR \(ownBirth) IS \(birth))
        AND (\(birth) IS NULL OR \(ownBirth) IS NULL
          OR \(birth) = substr(\(ownBirth), 1, length(\(birth)))
          OR \(ownBirth) = substr(\(birth), 1, length(\(ownBirth))))
        AND (s.joined_on IS NULL OR s.joined_on < member.left_on OR s.joined_on = member.joined_on)
        AND NOT EXISTS (
          SELECT 1 FROM temp.staged AS other
          WHERE other.standing_id = member.id)
      """
    try work.register.connection.execute(
      "CREATE INDEX IF NOT EXISTS temp.staged_standing ON staged (standing_id)")
    let unmatched = """
      household_id IS NOT NULL AND standing_id IS NULL AND member_no IS NULL AND rejected = 0
      """
    try work.faults(
      "name",
      """
      SELECT line, (SELECT count(DISTINCT member.member_no) \(namesakes)) AS number
      FROM temp.staged AS s WHERE \(unmatched) AND number > 1
      """
    ) { .severalNamesakes(count: $0.int(1)) }
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET standing_id = (
        SELECT member.id \(namesakes) ORDER BY member.joined_on DESC LIMIT 1)
      WHERE \(unmatched)
      """)
    // One who left and comes back is the same person.
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET member_no = (
        SELECT max(member_no) FROM member
        WHERE household_id = s.household_id AND withdrawn IS NULL AND resident_key IS NULL
          AND name = s.name AND birth_date IS s.birth_date
        HAVING count(DISTINCT member_no) = 1 AND max(left_on) <= s.joined_on)
      WHERE \(unmatched) AND resident_key IS NULL AND joined_on IS NOT NULL
      """)
  }

  private static func judgeMatches(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "name",
      """
      SELECT s.line, first.line
      FROM temp.staged AS s JOIN temp.staged AS first ON first.row = (
        SELECT min(row) FROM temp.staged WHERE standing_id = s.standing_id)
      WHERE s.standing_id IS NOT NULL AND first.row < s.row
      """
    ) { .repeatedKey(firstLine: $0.int(1)) }
    try work.faults(
      "withdraw", "SELECT line FROM temp.staged WHERE withdraws = 1 AND household_no IS NULL"
    ) { _ in .nothingToWithdraw }
  }

  /// One ID is an active member of one household at a time.
  static func judgeOverlaps(_ work: ImportWork) throws(SQLiteFailure) {
    guard let landing = work.landings["member"] else { return }
    var pairs: [(later: Int64, earlier: Int64, household: String)] = []
    try work.register.connection.rows(
      """
      SELECT fact_id, other_id, household_no
      FROM rule_member_overlap AS breach
      JOIN member ON member.id = breach.other_id
      JOIN household ON household.id = member.household_id
      WHERE fact_id >= :first
      """, ["first": .integer(landing.firstID)]
    ) { pairs.append(($0.int64(0), $0.int64(1), $0.text(2))) }
    for pair in pairs {
      guard let line = try work.line(ofFact: pair.later, in: "member") else { continue }
      let first = try work.line(ofFact: pair.earlier, in: "member")
      work.add(
        Fault(
          line: line, column: "resident_id",
          value: try work.written("resident_id", line: line),
          first.map { .personTwice(household: pair.household, line: $0) }
            ?? .personElsewhere(household: pair.household)))
    }
  }
}
