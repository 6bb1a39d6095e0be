import Register
import SQLite
import Schema
import Testing

@Suite("A schema that grows")
struct GrowingSchemaTests {
  /// A column of a table about people, one of another, and a table.
  static let later = Migrations.Migration(
    name: "m9999_test",
    sql: Array(
      """
      ALTER TABLE member ADD COLUMN religion TEXT;
      DROP TRIGGER fact_table_fixed;
      UPDATE fact_table SET identity = identity || ' religion' WHERE name = 'member';
      CREATE TRIGGER fact_table_fixed BEFORE UPDATE ON fact_table BEGIN
        SELECT RAISE(ABORT, 'rule: fact_fixed');
      END;
      ALTER TABLE income ADD COLUMN subsidy_fen INTEGER;
      ALTER TABLE entry ADD COLUMN device TEXT;
      INSERT INTO entry_column (number, name, is_free_text) VALUES (13, 'device', 0);
      CREATE TABLE herd (
        id INTEGER PRIMARY KEY, household_id INTEGER NOT NULL REFERENCES household (id),
        heads INTEGER NOT NULL, entered INTEGER NOT NULL REFERENCES entry (id),
        withdrawn INTEGER REFERENCES entry (id)) STRICT;
      INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (63, 'herd', 1, NULL);
      """.utf8))

  static let grown = Migrations(
    Migrations.released.steps + [
      .init(version: Migrations.released.newest + 1, migrations: [later])
    ])

  @Test("a later column and a later table leave every earlier hash as it was")
  func earlierHashes() throws {
    let small = try QuestionsRegister()
    let register = small.register
    let last = try register.lastEntry().number
    try register.connection.transaction { () throws(SQLiteFailure) in
      try Self.grown.run(on: register.connection, after: Migrations.released.newest)
    }
    #expect(try register.brokenEntries(1...last) == [])
    let entry = try #require(
      try register.act(try header("herd")) { (entry: Int64) throws(SQLiteFailure) in
        try register.add("herd", [("household_id", 1), ("heads", 12)], entry)
        try register.connection.execute(
          "INSERT INTO income (household_id, year, total_fen, subsidy_fen, entered) VALUES (1, 2009, 1, 2, \(entry))"
        )
      })
    #expect(try register.brokenEntries(1...entry) == [])
    for change in [
      "herd SET heads = 13", "herd SET household_id = 2", "income SET subsidy_fen = 3",
      "income SET subsidy_fen = NULL", "entry SET device = 'x'",
    ] {
      let table = String(change.prefix { $0 != " " })
      try register.connection.begin()
      try register.connection.execute("DROP TRIGGER \(table)_fixed")
      try register.connection.execute(
        "UPDATE \(change) WHERE \(table == "entry" ? "id" : "entered") = \(entry)")
      #expect(try register.brokenEntries(1...entry) == [entry], "\(change)")
      try register.connection.rollback()
    }
    let members = try #require(try register.factTables().first { $0.name == "member" })
    #expect(members.identityColumns.last == "religion")
    // The guards know what is new.
    #expect(throws: SQLiteFailure.self) {
      try register.connection.execute("UPDATE income SET subsidy_fen = 3")
    }
    #expect(throws: SQLiteFailure.self) { try register.connection.execute("DELETE FROM herd") }
  }
}
