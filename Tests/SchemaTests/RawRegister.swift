import SQLite
import Schema

/// The schema alone, written to by plain SQL: no program judges anything before the file does.
final class RawRegister {
  let connection: Connection
  private(set) var lastEntry: Int64 = 0

  /// Entry 1 says `world`.
  init(_ world: String = RawRegister.world) throws {
    connection = try Connection.inMemory()
    try Migrations.released.run(on: connection)
    try enter(world)
  }

  /// One entry of statements; `:e` in them is its number. A failure leaves nothing.
  func enter(_ sql: String) throws(SQLiteFailure) {
    let entry = lastEntry + 1
    try connection.transaction { () throws(SQLiteFailure) in
      try open(entry)
      try connection.execute(sql.replacing(":e", with: String(entry)))
      try noteParts(entry)
      try seal(entry)
    }
    lastEntry = entry
  }

  /// What refuses an entry; nil where nothing does, and it stands.
  func refusal(of sql: String) -> String? {
    do throws(SQLiteFailure) { try enter(sql) } catch { return error.message }
    return nil
  }

  func open(_ entry: Int64, at moment: String = "2011-06-30T08:00:00.000Z") throws(SQLiteFailure) {
    try connection.execute(
      """
      INSERT INTO entry (id, made_at, officer, office_code, command, previous_hash)
      VALUES (\(entry), '\(moment)', 'tester', 430000, 'log',
        ifnull((SELECT hash FROM entry WHERE id = \(entry) - 1), zeroblob(32)))
      """)
  }

  func noteParts(_ entry: Int64) throws(SQLiteFailure) {
    for table in try texts("SELECT name FROM fact_table ORDER BY id") {
      try connection.execute(
        """
        INSERT INTO entry_part (entry, fact_table, first_id, last_id)
        SELECT \(entry), (SELECT id FROM fact_table WHERE name = '\(table)'), min(id), max(id)
        FROM \(table) WHERE entered = \(entry) HAVING count(*) > 0
        """)
    }
  }

  func seal(_ entry: Int64) throws(SQLiteFailure) {
    try connection.execute(
      """
      UPDATE entry SET is_judged = 1 WHERE id = \(entry);
      UPDATE entry SET hash = randomblob(32) WHERE id = \(entry);
      """)
  }

  func texts(_ sql: String) throws(SQLiteFailure) -> [String] {
    var found: [String] = []
    let statement = try connection.prepare(sql)
    while try statement.step() { found.append(statement.text(0)) }
    return found
  }

  /// Two villages; household 1 with two members and 2 with one, enrolled on day 15000; project 1 approved
  /// on day 15002 and project 2 proposed only; a batch of 1,000 fen, 900 at the county, 500 at project 1.
  static let world = """
    INSERT INTO place (code, entered) VALUES
      (430000, :e), (433123, :e), (433123101, :e), (433123101201, :e), (433123101202, :e);
    INSERT INTO region (code, parent_code, level, name_zh, entered) VALUES
      (430000, NULL, 1, '湖南省', :e), (433123, 430000, 3, '凤凰县', :e),
      (433123101, 433123, 4, '乡', :e), (433123101201, 433123101, 5, '甲村', :e);
    INSERT INTO household (household_no, entered) VALUES ('H1', :e), ('H2', :e), ('H3', :e);
    INSERT INTO residence (household_id, village_code, since, entered) VALUES
      (1, 433123101201, -719162, :e), (2, 433123101201, -719162, :e);
    INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
    VALUES (1, 1, -719162, 2932896, 1001, '甲', :e), (1, 2, -719162, 15100, 1002, '乙', :e),
      (2, 1, -719162, 2932896, 2001, '丙', :e);
    INSERT INTO headship (household_id, member_no, since, entered) VALUES
      (1, 1, -719162, :e), (2, 1, -719162, :e);
    INSERT INTO enrolment (household_id, year, enrolled_on, entered) VALUES
      (1, 2011, 15000, :e), (2, 2011, 15000, :e);
    INSERT INTO staff (staff_no, entered) VALUES ('S1', :e), ('S2', :e);
    INSERT INTO staff_record (staff_id, name, entered) VALUES (1, '丁', :e);
    INSERT INTO assignment (household_id, role, staff_id, since, until, entered) VALUES
      (1, 1, 1, 15000, 15100, :e);
    INSERT INTO project (project_no, entered) VALUES ('P1', :e), ('P2', :e), ('P3', :e);
    INSERT INTO project_record (project_id, name, kind, county_code, fund, entered) VALUES
      (1, '路', 1, 433123, 'convergence', :e), (2, '水', 1, 433123, NULL, :e);
    INSERT INTO project_step (project_id, step, stepped_on, entered) VALUES
      (1, 1, 15000, :e), (1, 2, 15001, :e), (1, 3, 15002, :e), (2, 1, 15000, :e);
    INSERT INTO project_household (project_id, household_id, since, until, entered) VALUES
      (1, 1, 15000, 15100, :e);
    INSERT INTO batch (batch_no, source, entered) VALUES ('B1', 1, :e), ('B2', 1, :e);
    INSERT INTO account (batch_id, rung, county_code, project_id, household_id, payee, entered) VALUES
      (1, 0, NULL, NULL, NULL, NULL, :e), (1, 1, 433123, NULL, NULL, NULL, :e),
      (1, 2, NULL, 1, NULL, NULL, :e), (1, 3, NULL, 1, 1, NULL, :e), (1, 4, NULL, 1, 1, NULL, :e),
      (1, 4, NULL, 1, NULL, '修路队', :e), (1, 2, NULL, 2, NULL, NULL, :e),
      (2, 0, NULL, NULL, NULL, NULL, :e), (2, 1, 433123, NULL, NULL, NULL, :e);
    INSERT INTO batch_issue (batch_id, document_no, issued_on, fund, amount_fen, account_id, entered)
    VALUES (1, 'D1', 15000, 'convergence', 1000, 1, :e);
    INSERT INTO movement (is_payment, number, upper_id, lower_id, amount_fen, moved_on, entered) VALUES
      (0, 'M1', 1, 2, 900, 15001, :e), (0, 'M2', 2, 3, 500, 15002, :e);
    """
}
