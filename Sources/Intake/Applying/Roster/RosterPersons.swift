import Domain
import Register
import SQLite

// Which standing member a row is about. By resident ID within the household; a person who left and came
// back has several periods, told apart by the day of joining. Without an ID by name and birth date
// (`RosterNames`).

enum RosterPersons {
  static func match(_ work: ImportWork) throws(SQLiteFailure) {
    let stands = try work.register.connection.first(
      "SELECT 1 FROM temp.staged_household WHERE stands = 1 LIMIT 1"
    ) { _ in true }
    if stands == true {
      try work.register.connection.execute(
        """
        CREATE UNIQUE INDEX IF NOT EXISTS temp.staged_household_number
          ON staged_household (household_no);
        UPDATE temp.staged AS s SET household_id = (
          SELECT household_id FROM temp.staged_household AS house
          WHERE house.household_no = s.household_no AND house.stands = 1)
        WHERE withdraws <> \(RosterYears.mark);
        """)
      if let stay = work.stay { try match(stay, work) }
      try matchStays(work)
      try matchByID(work)
      try RosterNames.match(work)
      try work.register.connection.run(
        """
        UPDATE temp.staged SET member_no = (SELECT member_no FROM member WHERE id = standing_id)
        WHERE standing_id IS NOT NULL
        """)
      try judgeRepeats(work)
      try RosterPeriods.judge(work)
      try judgeAgreement(work)
      try judgeVerified(work)
    }
    if work.stay != nil {
      try work.faults("name", "SELECT line FROM temp.staged WHERE standing_id IS NULL") { _ in
        .unknown(.member, nearest: [])
      }
    }
    try RosterWithdrawals.judge(work)
  }

  /// A command has found the person already; the row may give a new name and a new ID.
  private static func match(_ stay: MemberStay, _ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM member WHERE household_id = s.household_id AND withdrawn IS NULL
          AND member_no = :number AND joined_on = :joined)
      """, ["number": .integer(stay.number), "joined": Value(stay.joinedOn)])
  }

  /// A name as names of a household are compared, as `NameFolding.comparable` has it: without blanks, and
  /// with all middle dots alike.
  static func comparable(_ name: String) -> String {
    NameFolding.dots.unicodeScalars.reduce("replace(\(name), ' ', '')") {
      "replace(\($0), '\($1)', '\u{B7}')"
    }
  }

  static func isSameName(_ name: String, _ other: String) -> String {
    "(\(name) = \(other) OR \(comparable(name)) = \(comparable(other)))"
  }

  /// Rows that say both ends of a stay mean that one, as the rows of an export do.
  private static func matchStays(_ work: ImportWork) throws(SQLiteFailure) {
    let stay = """
      household_id = s.household_id AND withdrawn IS NULL
        AND joined_on = ifnull(s.joined_on, \(beginning)) AND left_on = ifnull(s.left_on, \(openEnd))
      """
    let isDated =
      "household_id IS NOT NULL AND standing_id IS NULL AND (joined_on IS NOT NULL OR left_on IS NOT NULL)"
    try work.register.connection.execute(
      """
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM member
        WHERE resident_key = s.resident_key AND resident_key IS NOT NULL AND \(stay))
      WHERE \(isDated) AND resident_key IS NOT NULL;
      UPDATE temp.staged AS s SET standing_id = (
        SELECT max(id) FROM member
        WHERE resident_key IS NULL AND \(isSameName("name", "s.name"))
          AND birth_date IS s.birth_date AND \(stay)
        HAVING count(*) = 1)
      WHERE \(isDated) AND resident_key IS NULL;
      """)
  }

  private static func matchByID(_ work: ImportWork) throws(SQLiteFailure) {
    // The period with the row's day of joining; else, unless the row opens a new one, the first that ends
    // after the row's day and no other row is about; the last where the row gives no day.
    try work.register.connection.execute(
      """
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM member
        WHERE resident_key = s.resident_key AND household_id = s.household_id
          AND withdrawn IS NULL AND resident_key IS NOT NULL
          AND (joined_on = s.joined_on
            OR s.joined_on IS NULL AND joined_on = \(beginning) AND left_on = s.left_on))
      WHERE household_id IS NOT NULL AND resident_key IS NOT NULL AND standing_id IS NULL
        AND (joined_on IS NOT NULL OR left_on IS NOT NULL);
      CREATE INDEX IF NOT EXISTS temp.staged_standing ON staged (standing_id);
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM member
        WHERE resident_key = s.resident_key AND household_id = s.household_id
          AND withdrawn IS NULL AND resident_key IS NOT NULL
        ORDER BY joined_on DESC LIMIT 1)
      WHERE household_id IS NOT NULL AND resident_key IS NOT NULL AND standing_id IS NULL
        AND joined_on IS NULL;
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM member
        WHERE resident_key = s.resident_key AND household_id = s.household_id
          AND withdrawn IS NULL AND resident_key IS NOT NULL AND s.joined_on < left_on
          AND NOT EXISTS (SELECT 1 FROM temp.staged AS other WHERE other.standing_id = member.id)
        ORDER BY joined_on LIMIT 1)
      WHERE household_id IS NOT NULL AND resident_key IS NOT NULL AND standing_id IS NULL
        AND joined_on IS NOT NULL;
      UPDATE temp.staged AS s SET member_no = (
        SELECT member_no FROM member
        WHERE resident_key = s.resident_key AND household_id = s.household_id
          AND withdrawn IS NULL AND resident_key IS NOT NULL LIMIT 1)
      WHERE household_id IS NOT NULL AND resident_key IS NOT NULL AND standing_id IS NULL;
      """)
  }

  /// Two rows about one standing period.
  private static func judgeRepeats(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "name",
      """
      SELECT s.line, first.line
      FROM temp.staged AS s JOIN temp.staged AS first ON first.row = (
        SELECT min(row) FROM temp.staged WHERE standing_id = s.standing_id)
      WHERE s.standing_id IS NOT NULL AND first.row < s.row
      """
    ) { .repeatedKey(firstLine: $0.int(1)) }
  }

  /// What a row gives of sex, birth date and ID agrees with what stands of the others.
  private static func judgeAgreement(_ work: ImportWork) throws(SQLiteFailure) {
    func after(_ column: String, clearedBy cleared: String) -> String {
      """
      CASE WHEN s.clears & \(RosterHouseholds.bit(cleared)) THEN NULL
        ELSE ifnull(s.\(column), member.\(column)) END
      """
    }
    let people = """
      SELECT s.line, s.row, \(after("resident_key", clearedBy: "resident_id")) AS resident_key,
        \(after("sex", clearedBy: "sex")) AS sex,
        \(after("birth_date", clearedBy: "birth_date")) AS birth_date
      FROM temp.staged AS s JOIN member ON member.id = s.standing_id
      WHERE s.withdraws = 0 AND s.rejected = 0
        AND (s.resident_key IS NULL OR s.sex IS NULL OR s.birth_date IS NULL)
      """
    // The 17th character is odd for male, 1, and even for female, 2.
    try work.faults(
      "sex",
      """
      SELECT line FROM (\(people))
      WHERE resident_key IS NOT NULL AND sex <> CASE WHEN resident_key / 11 % 2 = 1 THEN 1 ELSE 2 END
      """
    ) { _ in .sexDisagrees }
    let digits = "CAST(resident_key / 11 AS TEXT)"
    let dashed =
      "substr(\(digits), 7, 4) || '-' || substr(\(digits), 11, 2) || '-' || substr(\(digits), 13, 2)"
    try work.faults(
      "birth_date",
      """
      SELECT line, dashed FROM (SELECT line, birth_date, \(dashed) AS dashed FROM (\(people)))
      WHERE birth_date <> substr(dashed, 1, length(birth_date))
      """
    ) { .birthDateDisagrees(written: $0.text(1)) }
  }

  /// The reason why an ID with a wrong check digit is right is not cleared while the ID stays.
  private static func judgeVerified(_ work: ImportWork) throws(SQLiteFailure) {
    var cleared: [(line: Int, id: ResidentID)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, member.resident_key FROM temp.staged AS s
      JOIN member ON member.id = s.standing_id
      WHERE s.clears & \(RosterHouseholds.bit("id_verified")) <> 0 AND s.withdraws = 0
        AND s.rejected = 0 AND s.resident_key IS NULL AND member.resident_key IS NOT NULL
        AND s.clears & \(RosterHouseholds.bit("resident_id")) = 0
      """
    ) { row in
      if let id = ResidentID(key: row.int64(1)) { cleared.append((row.int(0), id)) }
    }
    for (line, id) in cleared where !id.checkDigitIsRight {
      work.add(
        Fault(
          line: line, column: "id_verified",
          .cell(.checkDigit(id: id, is: id.check, shouldBe: id.properCheck), allowed: [])))
    }
  }

  /// One ID is an active member of one household at a time.
  static func judgeOverlaps(_ work: ImportWork) throws(SQLiteFailure) {
    guard let landing = work.landings["member"] else { return }
    try work.indexLines()
    // A column filled down with one ID has as many pairs as its square: each row is told once, with the first
    // that it conflicts with.
    try work.register.connection.rows(
      """
      SELECT fact_id, min(other_id), household.household_no, own.household_no
      FROM rule_member_overlap AS breach
      JOIN member ON member.id = breach.other_id
      JOIN household ON household.id = member.household_id
      JOIN household AS own ON own.id = breach.household_id
      WHERE fact_id >= :first GROUP BY fact_id
      """, ["first": .integer(landing.firstID)]
    ) { row throws(SQLiteFailure) in
      guard let line = try work.line(ofFact: row.int64(0), in: "member") else { return }
      let (household, own) = (row.text(2), row.text(3))
      let first = try work.line(ofFact: row.int64(1), in: "member")
      work.add(
        Fault(
          line: line, column: "resident_id",
          value: try work.written("resident_id", line: line),
          first.map { .personTwice(household: household, own: own, line: $0) }
            ?? .personElsewhere(household: household, own: own)))
    }
  }
}
