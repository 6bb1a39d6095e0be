import SQLite
import Testing

@Suite("Guards of the file")
struct GuardTests {
  private let register: RawRegister

  init() throws { register = try RawRegister() }

  /// The fact tables that `world` fills.
  private static let filled = [
    "place", "household", "staff", "project", "batch", "account", "region", "residence", "member",
    "headship", "enrolment", "staff_record", "assignment", "project_record", "project_step",
    "project_household", "batch_issue", "movement",
  ]

  private func failure(_ sql: String) -> String? {
    do throws(SQLiteFailure) { try register.connection.execute(sql) } catch { return error.message }
    return nil
  }

  @Test("no row of a fact is deleted", arguments: filled)
  func deleting(table: String) {
    #expect(failure("DELETE FROM \(table)") == "rule: fact_stays")
    #expect(register.refusal(of: "DELETE FROM \(table) WHERE id = 1") == "rule: fact_stays")
  }

  @Test("no column of a fact is changed, the row id under none of its names", arguments: filled)
  func changing(table: String) throws {
    let columns = try register.texts("SELECT name FROM pragma_table_info('\(table)')")
    for column in columns + ["rowid", "oid", "_rowid_", "ROWID"] where column != "withdrawn" {
      #expect(
        register.refusal(of: "UPDATE \(table) SET \(column) = \(column) WHERE id = 1")
          == "rule: fact_fixed", "\(column)")
    }
  }

  @Test("a fact is withdrawn once, by the open entry, for good")
  func withdrawing() throws {
    let mark = "UPDATE enrolment SET withdrawn = :e WHERE id = 2"
    #expect(failure("UPDATE enrolment SET withdrawn = 1 WHERE id = 2") == "rule: withdrawn_once")
    #expect(failure("UPDATE enrolment SET withdrawn = 2 WHERE id = 2") == "rule: withdrawn_once")
    try register.enter(mark)
    #expect(register.refusal(of: mark) == "rule: withdrawn_once")
    #expect(
      register.refusal(of: "UPDATE enrolment SET withdrawn = NULL WHERE id = 2")
        == "rule: withdrawn_once")
  }

  @Test("nothing replaces a standing fact")
  func replacing() {
    for key in ["id, household_id, year", "household_id, year"] {
      let values = key.hasPrefix("id") ? "1, 1, 2011" : "1, 2011"
      #expect(
        register.refusal(
          of:
            "INSERT OR REPLACE INTO enrolment (\(key), enrolled_on, entered) VALUES (\(values), 15001, :e)"
        ) == "rule: fact_stays")
    }
    #expect(
      register.refusal(
        of: """
          INSERT INTO enrolment (household_id, year, enrolled_on, entered) VALUES (1, 2011, 15001, :e)
          ON CONFLICT (household_id, year) WHERE withdrawn IS NULL
          DO UPDATE SET enrolled_on = excluded.enrolled_on
          """) == "rule: fact_fixed")
  }

  @Test("no fact enters a sealed entry, none that is to come, none withdrawn already")
  func entering() {
    let add = "INSERT INTO enrolment (household_id, year, enrolled_on, entered, withdrawn) VALUES "
    #expect(failure(add + "(1, 2010, 14900, 1, NULL)") == "rule: entry_open")
    #expect(register.refusal(of: add + "(1, 2010, 14900, 1, NULL)") == "rule: entry_open")
    #expect(register.refusal(of: add + "(1, 2010, 14900, :e + 1, NULL)") == "rule: entry_open")
    #expect(register.refusal(of: add + "(1, 2010, 14900, :e, :e)") == "rule: entry_open")
  }

  @Test("entries are numbered without a gap, chained, and never go back in time")
  func following() throws {
    func insert(_ id: Int, at moment: String, previous: String) -> String {
      """
      INSERT INTO entry (id, made_at, officer, office_code, command, previous_hash)
      VALUES (\(id), '\(moment)', 'tester', 430000, 'log', \(previous))
      """
    }
    let last = "(SELECT hash FROM entry WHERE id = 1)"
    let now = "2011-06-30T08:00:00.000Z"
    for id in [0, 1, 3, 99] {
      #expect(failure(insert(id, at: now, previous: last)) == "rule: entry_number")
    }
    #expect(failure(insert(2, at: now, previous: "zeroblob(32)")) == "rule: entry_chain")
    #expect(
      failure(insert(2, at: "2011-06-30T07:59:59.999Z", previous: last)) == "rule: entry_moment")
    try register.connection.begin()
    #expect(failure(insert(2, at: now, previous: last)) == nil)
    #expect(failure("COMMIT") == "FOREIGN KEY constraint failed", "an open entry was committed")
    try register.connection.rollback()
    for column in ["made_at", "officer", "command", "hash", "previous_hash", "id"] {
      #expect(failure("UPDATE entry SET \(column) = \(column)") == "rule: entry_fixed")
    }
    #expect(failure("DELETE FROM entry") == "rule: entry_stays")
    #expect(failure("DELETE FROM entry_part") == "rule: fact_stays")
    #expect(failure("UPDATE entry_part SET last_id = last_id") == "rule: fact_fixed")
  }

  @Test("an entry cannot be sealed over rows it does not mention")
  func mentioning() throws {
    try register.connection.begin()
    try register.open(2)
    try register.connection.execute(
      "INSERT INTO enrolment (household_id, year, enrolled_on, entered) VALUES (1, 2012, 15339, 2)")
    #expect(failure("UPDATE entry SET is_judged = 1 WHERE id = 2") == "rule: entry_part")
    #expect(failure("INSERT INTO entry_part VALUES (2, 24, 2, 3)") == "rule: entry_part")
    #expect(failure("INSERT INTO entry_part VALUES (2, 24, 3, 3)") == nil)
    #expect(
      failure("UPDATE entry SET is_judged = 1 WHERE id = 2") == "rule: enrolment_year")
    #expect(failure("UPDATE entry SET hash = randomblob(32) WHERE id = 2") == "rule: entry_fixed")
    try register.connection.rollback()
  }

  @Test("nothing enters once an entry is judged")
  func judged() throws {
    try register.connection.begin()
    try register.open(2)
    try register.connection.execute("UPDATE entry SET is_judged = 1 WHERE id = 2")
    #expect(
      failure("INSERT INTO household (household_no, entered) VALUES ('H9', 2)")
        == "rule: entry_open")
    #expect(failure("UPDATE enrolment SET withdrawn = 2 WHERE id = 1") == "rule: withdrawn_once")
    #expect(failure("INSERT INTO entry_part VALUES (2, 2, 4, 4)") == "rule: entry_open")
    #expect(failure("UPDATE entry SET is_judged = 0 WHERE id = 2") == "rule: entry_fixed")
    try register.connection.rollback()
  }

  @Test("the register's own row and the lists of tables and columns stay as they were made")
  func registerRow() throws {
    let row = "VALUES (1, 430000, 2011, 'now', zeroblob(16), :e)"
    try register.enter(
      "INSERT INTO register (id, office_code, year, made_at, register_number, entered) \(row)")
    for column in ["office_code", "year", "register_number"] {
      #expect(
        register.refusal(of: "UPDATE register SET \(column) = \(column)") == "rule: fact_fixed")
    }
    #expect(failure("DELETE FROM register") == "rule: fact_stays")
    #expect(register.refusal(of: "INSERT OR REPLACE INTO register \(row)") == "rule: fact_stays")
    for list in ["fact_table", "fact_column", "entry_column"] {
      #expect(failure("UPDATE \(list) SET name = 'x'") == "rule: fact_fixed")
      #expect(failure("DELETE FROM \(list)") == "rule: fact_stays")
    }
  }
}
