import Domain
import SQLite

/// The households of a roster.
enum RosterHouseholds {
  /// Columns that stand once a household.
  private static let columns = [
    "village_code", "class", "class_ground", "cause", "income_per_capita", "enrolled_on",
    "household_size",
  ]

  /// The columns whose `(clear)` empties something; a village is where a household stands, and stays.
  static let clearable = columns.filter { $0 != "village_code" }

  /// Which bit of `clears` says that a column is emptied.
  static func bit(_ column: String) -> Int {
    guard let index = Sheet.roster.index(of: column) else {
      preconditionFailure("the roster has no column \(column)")
    }
    return 1 << index
  }

  /// Fills `temp.staged_household`, one row a household, under the number of its first row in the file.
  static func gather(_ work: ImportWork) throws(SQLiteFailure) {
    let columns = self.columns
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.staged_household;
      CREATE TEMP TABLE staged_household (
        row INTEGER PRIMARY KEY, line INTEGER, rejected INTEGER NOT NULL DEFAULT 0,
        clears INTEGER NOT NULL DEFAULT 0, household_no TEXT NOT NULL,
        village_code INTEGER, class INTEGER, class_ground TEXT, cause TEXT,
        income_per_capita INTEGER, enrolled_on INTEGER, household_size INTEGER,
        heads INTEGER NOT NULL, is_dated INTEGER NOT NULL, disagrees INTEGER NOT NULL,
        is_given INTEGER NOT NULL DEFAULT 1, takes_back INTEGER NOT NULL DEFAULT 0,
        household_id INTEGER, unread INTEGER NOT NULL DEFAULT 0, stands INTEGER NOT NULL DEFAULT 0,
        known_village INTEGER, village_dated INTEGER, known_class INTEGER,
        class_dated INTEGER NOT NULL DEFAULT 0, last_member_no INTEGER NOT NULL DEFAULT 0);
      """)
    let values = columns.map { "max(\($0))" }.joined(separator: ", ")
    let disagrees = columns.map { "min(\($0)) IS NOT max(\($0))" }.joined(separator: " OR ")
    try work.register.connection.run(
      """
      INSERT INTO temp.staged_household (row, line, household_no, \(columns.joined(separator: ", ")),
        heads, is_dated, disagrees)
      SELECT min(row), min(line), household_no, \(values),
        count(*) FILTER (WHERE relation = \(Relation.Base.head.rawValue)),
        max(joined_on IS NOT NULL OR left_on IS NOT NULL), \(disagrees)
      FROM temp.staged
      WHERE household_no IS NOT NULL AND withdraws = 0
      GROUP BY household_no ORDER BY min(row)
      """)
    try gatherTakenBack(work)
    try gatherClears(work)
    try work.register.connection.run(
      """
      UPDATE temp.staged_household AS s SET household_id = (
        SELECT id FROM household WHERE household_no = s.household_no)
      """)
    if work.hasUnreadHouseholds { try markUnread(work) }
    try findStanding(work)
  }

  /// Households with a row of which nothing but their number could be read are not asked for what that row
  /// may have said.
  private static func markUnread(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE temp.staged_household SET unread = 1 WHERE household_no IN (
        SELECT household_no FROM temp.staged WHERE withdraws = 2)
      """)
  }

  /// Households with rows that withdraw, those of which no other row speaks added.
  private static func gatherTakenBack(_ work: ImportWork) throws(SQLiteFailure) {
    let withdraws = try work.register.connection.first(
      "SELECT 1 FROM temp.staged WHERE withdraws = 1 LIMIT 1"
    ) { _ in true }
    guard withdraws == true else { return }
    try work.register.connection.execute(
      """
      UPDATE temp.staged_household SET takes_back = 1 WHERE household_no IN (
        SELECT household_no FROM temp.staged WHERE withdraws = 1);
      INSERT INTO temp.staged_household (row, line, household_no, heads, is_dated, disagrees,
        is_given, takes_back)
      SELECT min(row), min(line), household_no, 0, 1, 0, 0, 1
      FROM temp.staged
      WHERE household_no IS NOT NULL
        AND household_no NOT IN (SELECT household_no FROM temp.staged_household)
      GROUP BY household_no ORDER BY min(row);
      """)
  }

  /// What the rows of a household empty of the household.
  private static func gatherClears(_ work: ImportWork) throws(SQLiteFailure) {
    let clears = try work.register.connection.first(
      "SELECT 1 FROM temp.staged WHERE clears <> 0 LIMIT 1"
    ) { _ in true }
    guard clears == true else { return }
    let sum = columns.map { "max(clears & \(bit($0)))" }.joined(separator: " + ")
    let both = columns.map { "house.\($0) IS NOT NULL AND emptied.clears & \(bit($0)) <> 0" }
      .joined(separator: " OR ")
    try work.register.connection.run(
      """
      UPDATE temp.staged_household AS house SET clears = emptied.clears,
        disagrees = house.disagrees OR \(both)
      FROM (
        SELECT household_no, \(sum) AS clears FROM temp.staged
        WHERE withdraws = 0 AND clears <> 0 GROUP BY household_no) AS emptied
      WHERE emptied.household_no = house.household_no
      """)
  }

  /// What stands of the households that are registered already.
  private static func findStanding(_ work: ImportWork) throws(SQLiteFailure) {
    func latest(_ table: String, _ column: String) -> String {
      """
      (SELECT \(column) FROM \(table) WHERE household_id = s.household_id AND withdrawn IS NULL
        ORDER BY since DESC LIMIT 1)
      """
    }
    try work.register.connection.run(
      """
      UPDATE temp.staged_household AS s SET
        known_village = \(latest("residence", "village_code")),
        village_dated = \(latest("residence", "since")) > \(beginning),
        known_class = \(latest("household_class", "class")),
        class_dated = ifnull(\(latest("household_class", "since")) > \(beginning), 0),
        last_member_no = ifnull((
          SELECT member_no FROM member
          WHERE household_id = s.household_id AND withdrawn IS NULL
          ORDER BY member_no DESC LIMIT 1), 0)
      WHERE household_id IS NOT NULL
      """)
    try work.register.connection.run(
      """
      UPDATE temp.staged_household AS s SET
        stands = known_village IS NOT NULL,
        last_member_no = max(last_member_no, ifnull((
          SELECT max(member_no) FROM member
          WHERE household_id = s.household_id AND withdrawn IS NOT NULL), 0))
      WHERE household_id IS NOT NULL
      """)
  }

  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try judgeAgreement(work)
    try judgePlaces(work)
    try work.faults(
      "class",
      """
      SELECT s.line, 'reclass', (
        SELECT max(since) FROM household_class
        WHERE household_id = s.household_id AND withdrawn IS NULL)
      FROM temp.staged_household AS s
      WHERE stands = 1 AND class_dated = 1
        AND (class IS NOT NULL AND class IS NOT known_class OR clears & \(bit("class")) <> 0)
      """
    ) { .datedHistory(event: $0.text(1), on: $0.int32(2)) }
    try work.faults(
      "class_ground",
      """
      SELECT s.line, 'reclass', latest.since FROM temp.staged_household AS s
      JOIN household_class AS latest ON latest.household_id = s.household_id
        AND latest.withdrawn IS NULL AND latest.since = (
          SELECT max(since) FROM household_class
          WHERE household_id = s.household_id AND withdrawn IS NULL)
      WHERE stands = 1 AND class_dated = 1 AND ifnull(s.class, known_class) IS known_class
        AND (class_ground IS NOT NULL AND class_ground IS NOT latest.ground
          OR s.clears & \(bit("class_ground")) <> 0)
      """
    ) { .datedHistory(event: $0.text(1), on: $0.int32(2)) }
    try work.faults(
      "enrolled_on",
      """
      SELECT s.line, household_end.ended_on FROM temp.staged_household AS s
      JOIN household_end ON household_end.household_id = s.household_id
        AND household_end.withdrawn IS NULL
      WHERE s.enrolled_on >= household_end.ended_on
      """
    ) { .afterEnd(endedOn: $0.int32(1)) }
    try work.faults(
      "enrolled_on",
      """
      SELECT s.line, (
        SELECT min(since) FROM residence
        WHERE household_id = s.household_id AND withdrawn IS NULL) AS first
      FROM temp.staged_household AS s
      WHERE stands = 1 AND enrolled_on < first
      """
    ) { .notYetStanding(since: $0.int32(1)) }
  }

  private static func judgeAgreement(_ work: ImportWork) throws(SQLiteFailure) {
    let disagrees = try work.register.connection.first(
      "SELECT 1 FROM temp.staged_household WHERE disagrees = 1 LIMIT 1"
    ) { _ in true }
    guard disagrees == true else { return }
    for column in columns {
      // Dates of two years are two enrolments.
      let isSame =
        column == "enrolled_on"
        ? " AND \(year("enrolled_on")) = \(year("s.enrolled_on"))" : ""
      try work.faults(
        column,
        """
        SELECT max(s.line, other.line), min(s.line, other.line)
        FROM temp.staged_household AS house
        JOIN temp.staged AS s ON s.household_no = house.household_no AND s.\(column) IS NOT NULL
          AND s.withdraws = 0
        JOIN temp.staged AS other ON other.household_no = house.household_no
          AND other.clears & \(bit(column)) <> 0 AND other.withdraws = 0
        WHERE house.disagrees = 1
        GROUP BY house.row
        """
      ) { .disagreesWithRow(line: $0.int(1)) }
      try work.faults(
        column,
        """
        SELECT s.line, first.line
        FROM temp.staged_household AS house
        JOIN temp.staged AS s ON s.household_no = house.household_no AND s.\(column) IS NOT NULL
          AND s.withdraws = 0
        JOIN temp.staged AS first ON first.row = (
          SELECT min(row) FROM temp.staged
          WHERE household_no = house.household_no AND \(column) IS NOT NULL AND withdraws = 0\(isSame))
        WHERE house.disagrees = 1 AND s.\(column) <> first.\(column)
        """
      ) { .disagreesWithRow(line: $0.int(1)) }
    }
  }

  /// The year of a day, as SQL.
  static func year(_ day: String) -> String {
    "CAST(strftime('%Y', \(day) * 86400, 'unixepoch') AS INTEGER)"
  }

  /// Fills `temp.staged_enrolment`: one row a household and year, under the number of the row that says it.
  static func gatherEnrolments(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.staged_enrolment;
      CREATE TEMP TABLE staged_enrolment (
        row INTEGER PRIMARY KEY, rejected INTEGER NOT NULL, clears INTEGER NOT NULL,
        household_id INTEGER, enrolled_on INTEGER);
      INSERT INTO temp.staged_enrolment
        SELECT row, rejected, clears, household_id, enrolled_on FROM temp.staged_household
        WHERE (enrolled_on IS NOT NULL OR clears & \(bit("enrolled_on")) <> 0) AND disagrees = 0;
      """)
    let disagrees = try work.register.connection.first(
      "SELECT 1 FROM temp.staged_household WHERE disagrees = 1 AND rejected = 0 LIMIT 1"
    ) { _ in true }
    guard disagrees == true else { return }
    try work.register.connection.execute(
      """
      INSERT INTO temp.staged_enrolment
        SELECT min(s.row), 0, 0, s.household_id, s.enrolled_on
        FROM temp.staged_household AS house
        JOIN temp.staged AS s ON s.household_no = house.household_no
        WHERE house.disagrees = 1 AND house.rejected = 0 AND s.enrolled_on IS NOT NULL
        GROUP BY s.household_no, s.enrolled_on;
      """)
  }

  private static func judgePlaces(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "household_no",
      "SELECT line FROM temp.staged_household WHERE length(household_no) > 32"
    ) { _ in .tooLong(limit: 32) }
    try work.faults(
      "village_code",
      """
      SELECT line FROM temp.staged_household AS s
      WHERE stands = 0 AND is_given = 1 AND unread = 0 AND village_code IS NULL AND NOT EXISTS (
          SELECT 1 FROM temp.staged WHERE household_no = s.household_no AND village IS NOT NULL
            AND row = s.row)
        OR clears & \(bit("village_code")) <> 0
      """
    ) { _ in .needsOneOf(["village_code", "township", "village"]) }
    try work.faults(
      "village_code",
      """
      SELECT line FROM temp.staged_household AS s
      WHERE village_code IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM region WHERE code = s.village_code AND withdrawn IS NULL)
      """
    ) { _ in .unknown(.region, nearest: []) }
    try work.faults(
      "household_no",
      """
      SELECT line, village_code / 1000000, known_village / 1000000 FROM temp.staged_household
      WHERE stands = 1 AND village_code / 1000000 <> known_village / 1000000
      """
    ) { .otherCounty(own: $0.int64(1), other: $0.int64(2)) }
    try work.faults(
      "village_code",
      """
      SELECT s.line, 'move', (
        SELECT max(since) FROM residence
        WHERE household_id = s.household_id AND withdrawn IS NULL)
      FROM temp.staged_household AS s
      WHERE stands = 1 AND village_dated = 1 AND village_code <> known_village
        AND village_code / 1000000 = known_village / 1000000
      """
    ) { .datedHistory(event: $0.text(1), on: $0.int32(2)) }
  }

  /// A household stands or falls as a whole.
  static func rejectWhole(_ work: ImportWork) throws(SQLiteFailure) {
    guard !work.faults.isEmpty else { return }
    try work.register.connection.execute(
      """
      CREATE INDEX IF NOT EXISTS temp.staged_household_no ON staged (household_no);
      UPDATE temp.staged_household SET rejected = 1 WHERE household_no IN (
        SELECT household_no FROM temp.staged WHERE rejected = 1);
      UPDATE temp.staged SET rejected = 1 WHERE rejected <> 1 AND household_no IN (
        SELECT household_no FROM temp.staged_household WHERE rejected = 1);
      """)
  }

  /// Gives every row the id of its household, and every new person a number in it.
  static func makeIdentities(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO household (household_no, entered)
      SELECT household_no, :entry FROM temp.staged_household
      WHERE household_id IS NULL AND rejected = 0 AND is_given = 1 ORDER BY row
      """, ["entry": .integer(work.entry)])
    try work.register.connection.execute(
      """
      UPDATE temp.staged_household AS s SET household_id = (
        SELECT id FROM household WHERE household_no = s.household_no)
      WHERE household_id IS NULL AND rejected = 0;
      CREATE UNIQUE INDEX IF NOT EXISTS temp.staged_household_number
        ON staged_household (household_no);
      UPDATE temp.staged AS s SET (household_id, first_row, member_no) = (
        SELECT house.household_id, house.row,
          ifnull(s.member_no, house.last_member_no + s.row - house.row + 1)
        FROM temp.staged_household AS house WHERE house.household_no = s.household_no)
      WHERE rejected = 0;
      CREATE INDEX IF NOT EXISTS temp.staged_period
        ON staged (household_id, resident_key) WHERE joined_on IS NOT NULL OR left_on IS NOT NULL;
      UPDATE temp.staged AS s SET member_no = (
        SELECT min(member_no) FROM temp.staged AS other
        WHERE other.household_id = s.household_id AND other.resident_key = s.resident_key
          AND (other.joined_on IS NOT NULL OR other.left_on IS NOT NULL) AND other.rejected = 0)
      WHERE rejected = 0 AND resident_key IS NOT NULL AND standing_id IS NULL
        AND joined_on IS NOT NULL;
      """)
    try numberStays(work)
  }

  /// Gives the stays of one new person in a household one number, that of the first of them; people who
  /// are there at the same time are not one person.
  private static func numberStays(_ work: ImportWork) throws(SQLiteFailure) {
    let stays = """
      PARTITION BY household_no, resident_key,
          CASE WHEN resident_key IS NULL THEN name END,
          CASE WHEN resident_key IS NULL THEN birth_date END
        ORDER BY ifnull(joined_on, \(beginning)), row
      """
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET member_no = stays.member_no
      FROM (
        SELECT row, first_value(member_no) OVER (\(stays)) AS member_no, joined_on,
          max(ifnull(left_on, \(openEnd))) OVER (
            \(stays) ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS left_before
        FROM temp.staged
        WHERE rejected = 0 AND withdraws = 0 AND standing_id IS NULL
          AND (joined_on IS NOT NULL OR left_on IS NOT NULL)) AS stays
      WHERE s.row = stays.row AND s.member_no <> stays.member_no
        AND stays.left_before <= stays.joined_on
      """)
  }
}
