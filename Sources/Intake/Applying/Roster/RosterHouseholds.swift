import Domain
import SQLite

/// The households of a roster.
enum RosterHouseholds {
  /// Columns that stand once a household.
  static let columns = [
    "village_code", "class", "class_ground", "cause", "income_per_capita", "enrolled_on",
    "household_size",
  ]

  /// Which bit of `clears` says that a column is emptied.
  static func bit(_ column: String) -> Int { 1 << Sheet.roster.place(of: column) }

  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try judgeAgreement(work)
    try RosterStaleness.judge(work)
    try judgePlaces(work)
    try work.faults(
      "class",
      """
      SELECT s.line, \(eventName("reclass", on: "latest.since")), latest.since
      FROM temp.staged_household AS s
      JOIN household_class AS latest ON \(isLatestClass)
      WHERE stands = 1 AND class_dated = 1 AND class_stale = 0
        AND (s.class IS NOT NULL AND s.class IS NOT known_class OR clears & \(bit("class")) <> 0)
      """
    ) { .datedHistory(event: $0.text(1), on: $0.int32(2)) }
    try work.faults(
      "class_ground",
      """
      SELECT s.line, \(eventName("reclass", on: "latest.since")), latest.since
      FROM temp.staged_household AS s
      JOIN household_class AS latest ON \(isLatestClass)
      WHERE stands = 1 AND class_dated = 1 AND ground_stale = 0
        AND (class_stale = 1 OR ifnull(s.class, known_class) IS known_class)
        AND (class_ground IS NOT NULL AND class_ground IS NOT latest.ground
          OR s.clears & \(bit("class_ground")) <> 0 AND latest.ground IS NOT NULL)
      """
    ) { .datedHistory(event: $0.text(1), on: $0.int32(2)) }
    try work.faults(
      "enrolled_on",
      """
      SELECT s.line, household_end.ended_on FROM temp.staged_household AS s
      JOIN household_end ON household_end.household_id = s.household_id
        AND household_end.withdrawn IS NULL
      WHERE s.enrolled_on >= household_end.ended_on
        -- One that stands was told before the end.
        AND NOT EXISTS (
          SELECT 1 FROM enrolment WHERE household_id = s.household_id AND withdrawn IS NULL
            AND enrolled_on = s.enrolled_on)
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

  private static let isLatestClass = """
    latest.household_id = s.household_id AND latest.withdrawn IS NULL AND latest.since = (
      SELECT max(since) FROM household_class
      WHERE household_id = s.household_id AND withdrawn IS NULL)
    """

  /// The event that gave the household `s` a value on a day: the one that changes it, or the split by which
  /// the household began on that day.
  private static func eventName(_ event: String, on day: String) -> String {
    """
    CASE WHEN EXISTS (
        SELECT 1 FROM household_event AS begun
        WHERE begun.other_household_id = s.household_id AND begun.withdrawn IS NULL
          AND begun.event = \(HouseholdEventKind.split.rawValue) AND begun.happened_on = \(day))
      AND NOT EXISTS (
        SELECT 1 FROM residence AS earlier
        WHERE earlier.household_id = s.household_id AND earlier.withdrawn IS NULL
          AND earlier.since < \(day))
      THEN 'split' ELSE '\(event)' END
    """
  }

  private static func judgeAgreement(_ work: ImportWork) throws(SQLiteFailure) {
    let disagrees = try work.register.connection.first(
      "SELECT 1 FROM temp.staged_household WHERE disagrees = 1 LIMIT 1"
    ) { _ in true }
    guard disagrees == true else { return }
    for column in columns {
      // Dates of two years are two enrolments, and `(clear)` beside them is of the other years.
      let isEnrolment = column == "enrolled_on"
      let isSame = isEnrolment ? " AND \(year("enrolled_on")) = \(year("s.enrolled_on"))" : ""
      if !isEnrolment { try judgeCleared(column, work) }
      try work.faults(
        column,
        """
        SELECT s.line, first.line
        FROM temp.staged_household AS house
        JOIN temp.staged AS s ON s.household_no = house.household_no AND s.\(column) IS NOT NULL
          AND s.withdraws IN (0, \(RosterYears.mark))
        JOIN temp.staged AS first ON first.row = (
          SELECT min(row) FROM temp.staged
          WHERE household_no = house.household_no AND \(column) IS NOT NULL
            AND withdraws IN (0, \(RosterYears.mark))\(isSame))
        WHERE house.disagrees = 1 AND s.\(column) <> first.\(column)
        """
      ) { .disagreesWithRow(line: $0.int(1)) }
    }
  }

  /// Households whose rows empty a column and fill it in.
  private static func judgeCleared(
    _ column: String, _ work: ImportWork
  ) throws(SQLiteFailure) {
    try work.faults(
      column,
      """
      SELECT max(s.line, other.line), min(s.line, other.line)
      FROM temp.staged_household AS house
      JOIN temp.staged AS s ON s.household_no = house.household_no AND s.\(column) IS NOT NULL
        AND s.withdraws IN (0, \(RosterYears.mark))
      JOIN temp.staged AS other ON other.household_no = house.household_no
        AND other.clears & \(bit(column)) <> 0 AND other.withdraws = 0
      WHERE house.disagrees = 1
      GROUP BY house.row
      """
    ) { .disagreesWithRow(line: $0.int(1)) }
  }

  /// Villages that the register does not know, told as a county's where it knows none of that county.
  private static func judgeVillages(_ work: ImportWork) throws(SQLiteFailure) {
    let unknown = """
      FROM temp.staged_household AS s
      WHERE village_code > 999999999 AND NOT EXISTS (
        SELECT 1 FROM region WHERE code = s.village_code AND withdrawn IS NULL)
      """
    var counties = UnsentCounties(of: .region)
    try work.register.connection.rows("SELECT CAST(village_code AS TEXT) \(unknown)") {
      counties.note($0.text(0), in: nil)
    }
    try counties.settle(work.register)
    try work.faults(
      "village_code",
      """
      SELECT (
          SELECT min(line) FROM temp.staged
          WHERE household_no = s.household_no AND village_code = s.village_code),
        CAST(s.village_code AS TEXT)
      \(unknown)
      """
    ) { row in
      guard let county = counties.county(of: row.text(1), in: nil) else {
        return .unknown(.region, nearest: [])
      }
      return .noneOfCounty(.region, county)
    }
  }

  private static func judgePlaces(_ work: ImportWork) throws(SQLiteFailure) {
    let places = ["village_code", "township", "village"]
    // What cannot be read is told already.
    let unread = Set(try work.faults.lines { $0.column.map(places.contains) ?? false })
    var lines: [Int] = []
    try work.register.connection.rows(
      """
      SELECT line FROM temp.staged_household AS s
      WHERE stands = 0 AND is_given = 1 AND unread = 0 AND village_code IS NULL AND NOT EXISTS (
          SELECT 1 FROM temp.staged WHERE household_no = s.household_no AND village IS NOT NULL
            AND row = s.row)
        OR clears & \(bit("village_code")) <> 0
      """
    ) { lines.append($0.int(0)) }
    for line in lines where !unread.contains(line) {
      work.add(
        Fault(
          line: line, column: "village_code", value: try work.written("village_code", line: line),
          .needsOneOf(places)))
    }
    try judgeVillages(work)
    try work.faults(
      "household_no",
      """
      SELECT line, village_code / 1000000, known_village / 1000000 FROM temp.staged_household
      WHERE stands = 1 AND village_stale = 0 AND village_code > 999999999
        AND village_code / 1000000 <> known_village / 1000000
      """
    ) { .otherCounty(own: $0.int64(1), other: $0.int64(2)) }
    try work.faults(
      "village_code",
      """
      SELECT s.line, \(eventName("move", on: "latest.since")), latest.since
      FROM temp.staged_household AS s
      JOIN residence AS latest ON latest.household_id = s.household_id
        AND latest.withdrawn IS NULL AND latest.since = (
          SELECT max(since) FROM residence
          WHERE household_id = s.household_id AND withdrawn IS NULL)
      WHERE stands = 1 AND village_dated = 1 AND village_stale = 0
        AND s.village_code <> known_village
        AND s.village_code / 1000000 = known_village / 1000000
      """
    ) { .datedHistory(event: $0.text(1), on: $0.int32(2)) }
  }

  /// Makes the index that finds the rows of a household; a file that needs none does without.
  static func indexRows(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      "CREATE INDEX IF NOT EXISTS temp.staged_household_no ON staged (household_no)")
  }

  /// A household stands or falls as a whole.
  static func rejectWhole(_ work: ImportWork) throws(SQLiteFailure) {
    guard !work.faults.isEmpty else { return }
    try indexRows(work)
    try work.register.connection.execute(
      """
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
