import SQLite

/// Values without a day have no history: the last file wins, whatever its age. What a file so puts back to a
/// value that an earlier one had changed is counted.
enum RosterPutBack {
  /// A table whose facts the roster's rows correct, what names a fact beside the household, and its values.
  private struct Corrected {
    let table: String
    let key: String
    let values: [String]
    /// Where its withdrawn facts are looked up by household.
    let past: String
  }

  private static let tables = [
    Corrected(
      table: "member", key: "member_no",
      values: [
        "left_on", "resident_key", "relation", "sex", "name", "birth_date", "ethnicity",
        "education", "health", "labour", "phone", "account_no", "remark",
      ], past: "member"),
    Corrected(table: "residence", key: "since", values: ["village_code"], past: "residence"),
    Corrected(
      table: "household_class", key: "since", values: ["class", "ground"], past: "household_class"),
    Corrected(table: "enrolment", key: "year", values: ["enrolled_on"], past: "enrolment"),
    Corrected(
      table: "circumstance", key: "household_id",
      values: ["cause", "income_per_capita_fen", "household_size"], past: "temp.past_circumstance"),
  ]

  /// Asked once the rows are applied.
  static func count(_ work: ImportWork) throws(SQLiteFailure) {
    for table in tables where try changes(table.table, work) {
      if table.table == "circumstance" { try gatherPast(work) }
      try count(table, work)
    }
  }

  private static func changes(_ table: String, _ work: ImportWork) throws(SQLiteFailure) -> Bool {
    try work.register.connection.first(
      "SELECT 1 FROM temp.merge_\(table) WHERE state = 2 LIMIT 1"
    ) { _ in true } == true
  }

  /// No index finds the withdrawn facts of a household's circumstance.
  private static func gatherPast(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.past_circumstance;
      CREATE TEMP TABLE past_circumstance AS
        SELECT * FROM circumstance WHERE withdrawn IS NOT NULL AND household_id IN (
          SELECT household_id FROM temp.staged_household WHERE household_id IS NOT NULL);
      CREATE INDEX temp.past_circumstance_household ON past_circumstance (household_id);
      """)
  }

  private static func count(
    _ table: Corrected, _ work: ImportWork
  ) throws(SQLiteFailure) {
    let isPutBack = table.values.map { value in
      """
      (new.\(value) IS NOT NULL AND new.\(value) IS NOT old.\(value) AND EXISTS (
        SELECT 1 FROM \(table.past) AS past
        WHERE past.household_id = new.household_id AND past.withdrawn IS NOT NULL
          AND past.\(table.key) = new.\(table.key) AND past.\(value) = new.\(value)))
      """
    }
    work.putBack +=
      try work.register.connection.first(
        """
        SELECT ifnull(sum(\(isPutBack.joined(separator: " + "))), 0)
        FROM temp.merge_\(table.table) AS merged
        CROSS JOIN \(table.table) AS old ON old.id = merged.standing_id
        CROSS JOIN \(table.table) AS new ON new.household_id = old.household_id
          AND new.\(table.key) = old.\(table.key) AND new.withdrawn IS NULL
          AND new.entered = :entry\(table.table == "member" ? " AND new.joined_on = old.joined_on" : "")
        WHERE merged.state = 2
        """, ["entry": .integer(work.entry)]
      ) { $0.int(0) } ?? 0
  }

  /// Counts a head who was head all along before an earlier file said otherwise.
  static func noteHead(
    _ memberNo: Int64, of household: Int64, _ work: ImportWork
  ) throws(SQLiteFailure) {
    let was = try work.register.connection.first(
      """
      SELECT 1 FROM headship
      WHERE withdrawn IS NOT NULL AND withdrawn < :entry AND household_id = :household
        AND member_no = :number AND since = \(beginning) LIMIT 1
      """,
      [
        "household": .integer(household), "number": .integer(memberNo),
        "entry": .integer(work.entry),
      ]
    ) { _ in true }
    if was == true { work.putBack += 1 }
  }
}
