import Domain
import SQLite

extension RosterHouseholds {
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
        class_dated INTEGER NOT NULL DEFAULT 0, last_member_no INTEGER NOT NULL DEFAULT 0,
        village_stale INTEGER NOT NULL DEFAULT 0, class_stale INTEGER NOT NULL DEFAULT 0,
        ground_stale INTEGER NOT NULL DEFAULT 0);
      """)
    let values = columns.map { "max(\($0))" }.joined(separator: ", ")
    let disagrees = columns.map { "min(\($0)) IS NOT max(\($0))" }.joined(separator: " OR ")
    try work.register.connection.run(
      """
      INSERT INTO temp.staged_household (row, line, household_no, \(columns.joined(separator: ", ")),
        heads, is_dated, disagrees)
      SELECT min(row), min(line), household_no, \(values),
        count(*) FILTER (WHERE relation = \(Relation.Base.head.rawValue) AND withdraws = 0),
        max(joined_on IS NOT NULL OR left_on IS NOT NULL), \(disagrees)
      FROM temp.staged
      WHERE household_no IS NOT NULL AND withdraws IN (0, \(RosterYears.mark))
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

  /// The year of a day, as SQL.
  static func year(_ day: String) -> String {
    "CAST(strftime('%Y', \(day) * 86400, 'unixepoch') AS INTEGER)"
  }

  /// Fills `temp.staged_enrolment`: one row a household and year, under the number of the row that says it, and
  /// one of those that `(clear)` says it of: no year's but those that are given.
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
    try gatherDisagreeing(work)
    let clears = try work.register.connection.first(
      "SELECT 1 FROM temp.staged_enrolment WHERE enrolled_on IS NULL LIMIT 1"
    ) { _ in true }
    guard clears == true else { return }
    try work.register.connection.execute(
      "CREATE INDEX temp.staged_enrolment_household ON staged_enrolment (household_id)")
  }

  /// Households whose rows give several years, or `(clear)` beside one.
  private static func gatherDisagreeing(_ work: ImportWork) throws(SQLiteFailure) {
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
      INSERT INTO temp.staged_enrolment
        SELECT min(s.row), 0, house.clears, house.household_id, NULL
        FROM temp.staged_household AS house
        JOIN temp.staged AS s ON s.household_no = house.household_no
        WHERE house.disagrees = 1 AND house.rejected = 0
          AND s.clears & \(bit("enrolled_on")) <> 0 AND s.withdraws = 0
        GROUP BY s.household_no;
      """)
  }
}
