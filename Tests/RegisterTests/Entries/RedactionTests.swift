import Register
import SQLite
import Testing

@Suite("A redaction")
struct RedactionTests {
  private let small: QuestionsRegister
  private var register: Register { small.register }

  init() throws { small = try QuestionsRegister() }

  /// Erases the person of a member row, as a command would: by plain SQL inside one entry.
  private func redact(_ id: Int64) throws {
    let members = try #require(try register.factTables().first { $0.name == "member" })
    let hash = try #require(try register.identityHash(of: id, in: members))
    try register.act(try header("redact")) { (entry: Int64) throws(SQLiteFailure) in
      try register.add(
        "redaction",
        [
          ("fact_table", .integer(members.number)), ("fact_id", .integer(id)),
          ("identity_hash", .blob(hash.bytes)), ("ground", .text("order 12")),
        ], entry)
      try register.connection.execute(
        """
        UPDATE member SET resident_key = NULL, name = NULL, resident_written = NULL,
          id_verified = NULL, birth_date = NULL, ethnicity = NULL, education = NULL, health = NULL,
          labour = NULL, phone = NULL, account_no = NULL, remark = NULL, salt = NULL
        WHERE id = \(id)
        """)
    }
  }

  @Test("leaves nothing of the person, the counts as they were and a chain that verifies")
  func verifiable() throws {
    let figures = try register.texts("SELECT * FROM figure ORDER BY 1, 2, 3, 4")
    for id in [1, 2] as [Int64] { try redact(id) }
    try register.settleKept()
    #expect(
      try register.texts(
        "SELECT household_id, member_no, relation, name, resident_key, phone, salt FROM member WHERE id < 3"
      ) == ["1|1|1|.|.|.|.", "1|2|10|.|.|.|."])
    #expect(try register.texts("SELECT * FROM figure ORDER BY 1, 2, 3, 4") == figures)
    #expect(try register.check().findings == [])
  }

  @Test("of a person counted in another household leaves no kept figure behind the facts")
  func shared() throws {
    try small.enter("move") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        UPDATE member SET withdrawn = \(number) WHERE id = 2;
        INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
        SELECT household_id, member_no, joined_on, 15100, resident_key, name, \(number)
        FROM member WHERE id = 2;
        INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
        SELECT 2, 3, 15100, 2932896, resident_key, name, \(number) FROM member WHERE id = 2;
        INSERT INTO assignment (household_id, role, staff_id, since, until, entered)
        VALUES (2, 3, 2, 15110, 2932896, \(number))
        """)
    }
    try redact(try #require(try register.integer("SELECT max(id) FROM member")))
    #expect(try register.check().findings == [])
  }

  @Test("keeps days, household and relation under the chain")
  func plainColumns() throws {
    try redact(2)
    for trigger in try register.texts(
      "SELECT name FROM sqlite_schema WHERE name LIKE 'member_%' AND type = 'trigger'")
    {
      try register.connection.execute("DROP TRIGGER \(trigger)")
    }
    try register.connection.execute(
      "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    let last = try register.lastEntry().number
    for column in ["household_id", "member_no", "joined_on", "left_on", "relation", "sex"] {
      try register.connection.begin()
      try register.connection.execute(
        "UPDATE member SET \(column) = ifnull(\(column), 0) + 100 WHERE id = 2")
      #expect(try register.brokenEntries(1...last) == [3], "\(column)")
      try register.connection.rollback()
    }
  }

  @Test("with another hash than the row's breaks the chain")
  func wrongHash() throws {
    try register.act(try header("redact")) { (entry: Int64) throws(SQLiteFailure) in
      try register.add(
        "redaction",
        [
          ("fact_table", 25), ("fact_id", 1),
          ("identity_hash", .blob([UInt8](repeating: 7, count: 32))), ("ground", .text("order 12")),
        ], entry)
      try register.connection.execute(
        """
        UPDATE member SET resident_key = NULL, name = NULL, resident_written = NULL,
          id_verified = NULL, birth_date = NULL, ethnicity = NULL, education = NULL, health = NULL,
          labour = NULL, phone = NULL, account_no = NULL, remark = NULL, salt = NULL
        WHERE id = 1
        """)
    }
    #expect(try register.check().findings.contains(.chain(entry: 3, isFirst: true)))
  }

  @Test("that left the person in the row is told, and counts for nothing")
  func notEmptied() throws {
    try register.act(try header("redact")) { (entry: Int64) throws(SQLiteFailure) in
      try register.add(
        "redaction",
        [
          ("fact_table", 25), ("fact_id", 1),
          ("identity_hash", .blob([UInt8](repeating: 7, count: 32))), ("ground", .text("order 12")),
        ], entry)
    }
    #expect(
      try register.check().findings == [.redaction(1, table: "member", row: 1, .notEmptied)])
  }
}
