import Domain
import SQLite

// Rows of standing households for which no ID has found a person. Without an ID a person is known by name and
// birth date. An ID that nobody bears corrects the ID of the one namesake whose birth date does not disagree.
//
// People without an ID are never taken for each other: where several namesakes stand and the file has as
// many rows that say the same, the first row is the first of them, and so on; else a row is at fault.
//
// A household may have ten thousand members, so nothing here asks all of them for each row: the members of
// these households are kept by name, as names are compared, in `temp.namesake`.

enum RosterNames {
  static func match(_ work: ImportWork) throws(SQLiteFailure) {
    let isAny = try work.register.connection.first(
      "SELECT 1 FROM temp.staged AS s WHERE \(unmatched) LIMIT 1"
    ) { _ in true }
    guard isAny == true else { return }
    try gather(work)
    try pairAlike(work)
    try judgeSeveral(work)
    // A row with a day of joining may begin another stay, where a row without one is about the last.
    for rows in ["s.joined_on IS NULL", "s.joined_on IS NOT NULL"] {
      try work.register.connection.run(
        """
        UPDATE temp.staged AS s SET standing_id = (
          SELECT member.id \(namesakes) ORDER BY member.joined_on DESC LIMIT 1)
        WHERE \(unmatched) AND \(rows) AND row NOT IN (SELECT row FROM temp.several_namesakes)
        """)
    }
    try judgeAgain(work)
    try joinPeriods(work)
  }

  /// Rows that no ID has found a person for, in households that stand.
  private static let unmatched = """
    s.household_id IS NOT NULL AND s.standing_id IS NULL AND s.member_no IS NULL AND s.rejected = 0
    """

  private static func gather(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      CREATE INDEX IF NOT EXISTS temp.staged_standing ON staged (standing_id);
      DROP TABLE IF EXISTS temp.namesake;
      CREATE TEMP TABLE namesake (
        id INTEGER PRIMARY KEY, household_id INTEGER NOT NULL, name TEXT, birth_date TEXT,
        resident_key INTEGER, member_no INTEGER NOT NULL, joined_on INTEGER NOT NULL,
        left_on INTEGER NOT NULL);
      INSERT INTO temp.namesake
      SELECT member.id, member.household_id, \(RosterPersons.comparable("member.name")), member.birth_date, member.resident_key,
        member.member_no, member.joined_on, member.left_on
      FROM (SELECT DISTINCT s.household_id FROM temp.staged AS s WHERE \(unmatched)) AS house
      CROSS JOIN member ON member.household_id = house.household_id AND member.withdrawn IS NULL
      ORDER BY member.id;
      CREATE INDEX temp.namesake_name ON namesake (household_id, name);
      """)
  }

  /// The birth date written, else the ID's, as far as it goes.
  private static func birth(_ row: String) -> String {
    let digits = "CAST(\(row).resident_key / 11 AS TEXT)"
    return """
      ifnull(\(row).birth_date, substr(\(digits), 7, 4) || '-' || substr(\(digits), 11, 2) || '-'
        || substr(\(digits), 13, 2))
      """
  }

  /// The standing periods that the row `s` may be about.
  private static let namesakes: String = {
    let given = birth("s")
    let own = birth("member")
    return """
      FROM temp.namesake AS member
      WHERE member.household_id = s.household_id
        AND member.name = \(RosterPersons.comparable("s.name"))
        AND (s.resident_key IS NULL OR member.resident_key IS NULL OR \(own) IS \(given))
        AND (\(given) IS NULL OR \(own) IS NULL
          OR \(given) = substr(\(own), 1, length(\(given)))
          OR \(own) = substr(\(given), 1, length(\(own))))
        AND (s.joined_on IS NULL OR s.joined_on < member.left_on OR s.joined_on = member.joined_on)
        AND NOT EXISTS (
          SELECT 1 FROM temp.staged AS other WHERE other.standing_id = member.id)
        AND (s.resident_key IS NULL OR NOT EXISTS (
          SELECT 1 FROM member AS bearer
          WHERE bearer.resident_key = s.resident_key AND bearer.withdrawn IS NULL
            AND bearer.resident_key IS NOT NULL))
      """
  }()

  /// Pairs each row with the standing namesake of its place among those without an ID that say the same and
  /// are not found yet, where file and register hold as many of them.
  private static func pairAlike(_ work: ImportWork) throws(SQLiteFailure) {
    let same = "household_id, name, birth_date"
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.paired_namesake;
      CREATE TEMP TABLE paired_namesake (row INTEGER PRIMARY KEY, id INTEGER NOT NULL);
      DROP TABLE IF EXISTS temp.alike;
      CREATE TEMP TABLE alike (
        household_id INTEGER NOT NULL, name TEXT NOT NULL, birth_date TEXT NOT NULL,
        place INTEGER NOT NULL, places INTEGER NOT NULL, id INTEGER NOT NULL,
        PRIMARY KEY (household_id, name, birth_date, place)) WITHOUT ROWID;
      INSERT INTO temp.alike
      SELECT household_id, name, ifnull(birth_date, ''), row_number() OVER one, count(*) OVER all_of, id
      FROM (
        SELECT \(same), member_no, max(id) AS id FROM temp.namesake
        WHERE resident_key IS NULL AND name IS NOT NULL GROUP BY \(same), member_no
        HAVING NOT max(EXISTS (
          SELECT 1 FROM temp.staged AS other WHERE other.standing_id = namesake.id)))
      WINDOW one AS (PARTITION BY \(same) ORDER BY member_no), all_of AS (PARTITION BY \(same));
      INSERT INTO temp.paired_namesake
      SELECT s.row, alike.id
      FROM (
        SELECT row, household_id, name, birth_date, joined_on, row_number() OVER one AS place,
          count(*) OVER all_of AS places
        FROM (
          SELECT row, household_id, \(RosterPersons.comparable("name")) AS name, birth_date, joined_on
          FROM temp.staged AS s
          WHERE \(unmatched) AND resident_key IS NULL AND name IS NOT NULL)
        WINDOW one AS (PARTITION BY \(same) ORDER BY row), all_of AS (PARTITION BY \(same))) AS s
      CROSS JOIN temp.alike AS alike ON alike.household_id = s.household_id AND alike.name = s.name
        AND alike.birth_date = ifnull(s.birth_date, '') AND alike.place = s.place
        AND alike.places = s.places
      CROSS JOIN temp.namesake AS member ON member.id = alike.id
        AND (s.joined_on IS NULL OR s.joined_on < member.left_on OR s.joined_on = member.joined_on);
      UPDATE temp.staged AS s SET standing_id = (
        SELECT id FROM temp.paired_namesake AS paired WHERE paired.row = s.row)
      WHERE row IN (SELECT row FROM temp.paired_namesake);
      """)
  }

  /// Tells the rows that may be about several people.
  private static func judgeSeveral(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.several_namesakes;
      CREATE TEMP TABLE several_namesakes (
        row INTEGER PRIMARY KEY, line INTEGER NOT NULL, number INTEGER NOT NULL);
      INSERT INTO temp.several_namesakes
      SELECT row, line, number FROM (
        SELECT row, line, (SELECT count(DISTINCT member.member_no) \(namesakes)) AS number
        FROM temp.staged AS s WHERE \(unmatched))
      WHERE number > 1;
      """)
    try work.faults("name", "SELECT line, number FROM temp.several_namesakes ORDER BY row") {
      .severalNamesakes(count: $0.int(1))
    }
  }

  /// Rows that say the same of one namesake, who has an ID or another birth date: the first is about that
  /// person. The others would be new people the first time, and nobody knows whom the second time.
  private static func judgeAgain(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.found_namesake;
      CREATE TEMP TABLE found_namesake (
        household_id INTEGER NOT NULL, name TEXT NOT NULL, birth_date TEXT NOT NULL,
        row INTEGER NOT NULL, line INTEGER NOT NULL,
        PRIMARY KEY (household_id, name, birth_date)) WITHOUT ROWID;
      INSERT OR IGNORE INTO temp.found_namesake
      SELECT s.household_id, \(RosterPersons.comparable("s.name")), ifnull(s.birth_date, ''), s.row, s.line
      FROM temp.staged AS s JOIN member ON member.id = s.standing_id
      WHERE s.resident_key IS NULL AND s.name IS NOT NULL
        AND (member.resident_key IS NOT NULL OR member.birth_date IS NOT s.birth_date)
      ORDER BY s.row;
      """)
    try work.faults(
      "name",
      """
      SELECT s.line, found.line
      FROM (
        SELECT line, row, household_id, \(RosterPersons.comparable("name")) AS name,
          ifnull(birth_date, '') AS birth_date
        FROM temp.staged AS s
        WHERE \(unmatched) AND resident_key IS NULL AND joined_on IS NULL) AS s
      CROSS JOIN temp.found_namesake AS found ON found.household_id = s.household_id
        AND found.name = s.name AND found.birth_date = s.birth_date AND found.row < s.row
      ORDER BY s.row
      """
    ) { .repeatedKey(firstLine: $0.int(1)) }
  }

  /// A person without an ID who comes back is known by name and birth date, where one alone left before, as the
  /// register or the file has it.
  private static func joinPeriods(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET member_no = (
        SELECT max(member_no) FROM temp.namesake AS member
        WHERE member.household_id = s.household_id
        AND member.name = \(RosterPersons.comparable("s.name"))
          AND member.resident_key IS NULL AND member.birth_date IS s.birth_date
        HAVING count(DISTINCT member_no) = 1 AND max(ifnull((
          SELECT told.left_on FROM temp.staged AS told WHERE told.standing_id = member.id
        ), left_on)) <= s.joined_on)
      WHERE \(unmatched) AND s.resident_key IS NULL AND s.joined_on IS NOT NULL
      """)
  }
}
