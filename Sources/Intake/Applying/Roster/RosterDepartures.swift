import Domain
import Register
import SQLite

// The people of a county whom a roster does not name. They are counted, and left alone; where the roster is
// said to be the whole county on a day, they leave on it, and a household in which nobody stays ends on it.

enum RosterDepartures {
  static let ground = "absent from the complete roster"

  /// A roster of the whole county is of one county.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.completeOn != nil else { return }
    var counties: [Int64] = []
    try work.register.connection.rows(
      """
      SELECT DISTINCT ifnull(village_code, known_village) / 1000000 AS county
      FROM temp.staged_household WHERE ifnull(village_code, known_village) IS NOT NULL
      ORDER BY county
      """
    ) { counties.append($0.int64(0)) }
    if counties.count > 1 {
      work.add(Fault(line: 0, column: nil, .severalCounties(counties)))
    }
  }

  /// Gathers in `temp.local_household` the households that live in the file's counties on the day, before anything
  /// is applied, and of a complete roster in `temp.absent` their members whom no row is about. Of a household that
  /// is unchanged, rows are about everybody.
  static func gather(_ work: ImportWork) throws(SQLiteFailure) {
    let day = work.completeOn ?? work.today
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.absent;
      CREATE TEMP TABLE absent (member_id INTEGER PRIMARY KEY, household_id INTEGER NOT NULL);
      DROP TABLE IF EXISTS temp.local_household;
      CREATE TEMP TABLE local_household (id INTEGER PRIMARY KEY);
      """)
    try work.register.connection.run(
      """
      INSERT INTO temp.local_household (id)
      SELECT place.household_id
      FROM (
        SELECT ifnull(village_code, known_village) / 1000000 AS county FROM temp.staged_household
        UNION
        SELECT village_code / 1000000 FROM temp.unchanged_household) AS named
      CROSS JOIN residence AS place
        ON place.village_code BETWEEN county * 1000000 AND county * 1000000 + 999999
      WHERE place.household_id NOT IN (SELECT household_id FROM temp.unchanged_household)
        AND place.withdrawn IS NULL AND place.since <= :day
        AND NOT EXISTS (
          SELECT 1 FROM residence AS later
          WHERE later.household_id = place.household_id AND later.withdrawn IS NULL
            AND later.since > place.since AND later.since <= :day)
        AND NOT EXISTS (
          SELECT 1 FROM household_end WHERE household_id = place.household_id
            AND withdrawn IS NULL AND ended_on <= :day)
      """, ["day": Value(day)])
    guard work.completeOn != nil else { return }
    try work.register.connection.run(
      "INSERT INTO temp.absent (member_id, household_id) SELECT member.id, member.household_id \(absent)",
      ["day": Value(day)])
  }

  /// The members of the local households on `:day` whom no row is about.
  private static let absent = """
    FROM temp.local_household AS local CROSS JOIN member ON member.household_id = local.id
    WHERE member.withdrawn IS NULL AND member.joined_on < :day AND member.left_on > :day
      AND member.household_id * \(packed) + member.member_no NOT IN (
        SELECT household_id * \(packed) + member_no FROM temp.staged
        WHERE household_id IS NOT NULL AND member_no IS NOT NULL)
    """

  /// Packs a household's id and a member's number into one key: NOT IN over two columns that may be NULL
  /// looks through the whole list for everybody who is absent.
  private static let packed = 1 << 32

  static func count(_ work: ImportWork) throws(SQLiteFailure) -> Receipt.Absent {
    let members = try work.register.connection.first(
      "SELECT count(*) \(absent)", ["day": Value(work.completeOn ?? work.today)]
    ) { $0.int(0) }
    let households = try work.register.connection.first(
      """
      SELECT count(*) FROM temp.local_household WHERE id NOT IN (
        SELECT household_id FROM temp.staged_household WHERE household_id IS NOT NULL)
      """
    ) { $0.int(0) }
    return Receipt.Absent(
      members: members ?? 0, households: households ?? 0, leftOn: work.completeOn)
  }

  private static let person = """
    household_id, member_no, joined_on, resident_key, relation, sex, name, resident_written,
    id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark
    """

  /// Lets the absent leave on the day of a complete roster.
  static func apply(_ work: ImportWork) throws(SQLiteFailure) {
    guard let day = work.completeOn else { return }
    for household in work.heldHouseholds.sorted() {
      let held: Bindings = ["household": .integer(household)]
      try work.register.connection.run(
        "DELETE FROM temp.absent WHERE household_id = :household", held)
      try work.register.connection.run(
        "DELETE FROM temp.local_household WHERE id = :household", held)
    }
    try work.register.connection.run(
      """
      UPDATE member SET withdrawn = :entry WHERE id IN (SELECT member_id FROM temp.absent)
      """, ["entry": .integer(work.entry)])
    try work.register.connection.run(
      """
      INSERT INTO member (\(person), left_on, entered)
      SELECT \(person), :day, :entry FROM member
      WHERE id IN (SELECT member_id FROM temp.absent) ORDER BY id
      """, ["entry": .integer(work.entry), "day": Value(day)])
    try work.register.connection.run(
      """
      INSERT INTO household_end (household_id, ended_on, ground, entered)
      SELECT local.id, :day, :ground, :entry FROM temp.local_household AS local
      WHERE local.id NOT IN (
          SELECT household_id FROM temp.staged_household WHERE household_id IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM member
          WHERE member.household_id = local.id AND withdrawn IS NULL AND left_on > :day)
        AND NOT EXISTS (
          SELECT 1 FROM household_end WHERE household_id = local.id AND withdrawn IS NULL)
      ORDER BY local.id
      """,
      ["entry": .integer(work.entry), "day": Value(day), "ground": .text(ground)])
    try work.register.connection.run(
      """
      INSERT INTO household_event (household_id, event, happened_on, ground, entered)
      SELECT household_id, \(HouseholdEventKind.end.rawValue), ended_on, ground, entered
      FROM household_end WHERE entered = :entry AND withdrawn IS NULL ORDER BY id
      """, ["entry": .integer(work.entry)])
  }
}
