import Foundation
import Register
import SQLite
import Schema
import Testing

@Suite("A register whose schema was altered")
struct AlteredSchemaTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    _ = try scratch.register()
  }

  struct Alteration: Sendable, CustomTestStringConvertible {
    let sql: String
    let difference: SchemaDifference
    var testDescription: String { sql }

    init(_ sql: String, _ type: String, _ name: String, _ kind: SchemaDifference.Kind) {
      self.sql = sql
      difference = SchemaDifference(type: type, name: name, kind: kind)
    }
  }

  static let alterations = [
    Alteration("DROP TRIGGER member_fixed", "trigger", "member_fixed", .missing),
    Alteration("DROP TRIGGER entry_judged_head", "trigger", "entry_judged_head", .missing),
    Alteration("DROP INDEX movement_number", "index", "movement_number", .missing),
    Alteration("DROP VIEW rule_head", "view", "rule_head", .missing),
    Alteration(
      "DROP VIEW rule_enrolment_year; CREATE VIEW rule_enrolment_year AS SELECT 1 AS fact_id WHERE 0",
      "view", "rule_enrolment_year", .changed),
    Alteration(
      "CREATE TRIGGER spy AFTER INSERT ON household BEGIN DELETE FROM figure; END", "trigger",
      "spy", .foreign),
    Alteration(
      """
      CREATE VIEW endless AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT i FROM n
      """, "view", "endless", .foreign),
    Alteration("CREATE TABLE note (text TEXT)", "table", "note", .foreign),
    Alteration("CREATE INDEX slow ON member (name)", "index", "slow", .foreign),
    Alteration("ALTER TABLE member ADD COLUMN mood TEXT", "table", "member", .changed),
    Alteration(
      "INSERT INTO fact_column VALUES (25, 99, 'mood', 'TEXT', 0)", "rows", "fact_column", .changed),
    Alteration(
      "PRAGMA ignore_check_constraints = ON; INSERT INTO never VALUES (2)", "rows", "never",
      .changed),
    Alteration(
      """
      DROP VIEW rule_head;
      CREATE VIEW rule_head AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT count(*) AS fact_id FROM n
      """, "view", "rule_head", .changed),
  ]

  @Test(
    "is not opened for writing, and what is wrong is named", .timeLimit(.minutes(2)),
    arguments: alterations)
  func altered(_ alteration: Alteration) throws {
    do {
      let connection = try Connection(
        path: scratch.path("r.sqlite"), mode: .readWrite, busyTimeoutMilliseconds: 0)
      try connection.execute(alteration.sql)
      try connection.checkpoint()
    }
    let fault = #expect(throws: RegisterFault.self) { try scratch.open() }
    guard case .alteredSchema(_, let differences) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(differences == [alteration.difference])
    // Reading stays possible, and `check` names the same.
    let reader = try Register.open(path: scratch.path("r.sqlite"), writing: false)
    #expect(try reader.check().findings.contains(.schema(alteration.difference)))
  }

  @Test("a trigger that bears a name of SQLite's own is named as well")
  func reserved() throws {
    do {
      let connection = try Connection(
        path: scratch.path("r.sqlite"), mode: .readWrite, busyTimeoutMilliseconds: 0)
      try connection.execute(
        "CREATE TRIGGER xqlite_spy AFTER INSERT ON household BEGIN DELETE FROM figure; END")
      try connection.checkpoint()
    }
    // SQLite makes none of that name, and runs one that is there.
    let file = URL(filePath: scratch.path("r.sqlite"))
    var bytes = try Data(contentsOf: file)
    while let place = bytes.range(of: Data("xqlite_spy".utf8)) {
      bytes.replaceSubrange(place, with: Data("sqlite_spy".utf8))
    }
    try bytes.write(to: file)
    let spy = SchemaDifference(type: "trigger", name: "sqlite_spy", kind: .foreign)
    let fault = #expect(throws: RegisterFault.self) { try scratch.open() }
    guard case .alteredSchema(_, [spy]) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    let reader = try Register.open(path: scratch.path("r.sqlite"), writing: false)
    #expect(try reader.check().findings.contains(.schema(spy)))
  }

  @Test("the CHECKs of the tables are looked at, though the register is only read")
  func checks() throws {
    do {
      let connection = try Connection(
        path: scratch.path("r.sqlite"), mode: .readWrite, busyTimeoutMilliseconds: 0)
      try connection.execute("PRAGMA ignore_check_constraints = ON; INSERT INTO never VALUES (2)")
    }
    let reader = try Register.open(path: scratch.path("r.sqlite"), writing: false)
    #expect(
      try reader.check().findings.contains(.storage("CHECK constraint failed in never")))
  }

  @Test("a view in the place of the register's own row is not asked", .timeLimit(.minutes(1)))
  func view() throws {
    do {
      let connection = try Connection(
        path: scratch.path("r.sqlite"), mode: .readWrite, busyTimeoutMilliseconds: 0)
      try connection.execute(
        """
        PRAGMA foreign_keys = OFF; DROP TRIGGER register_stays; DROP TABLE register;
        CREATE VIEW register AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i AS id, i AS office_code, i AS year FROM n WHERE i < 0
        """)
    }
    for writing in [true, false] {
      #expect(throws: RegisterFault.self) {
        try Register.open(path: scratch.path("r.sqlite"), writing: writing)
      }
    }
  }

  @Test("the digest that spares the migrations at every opening is the one they make")
  func digest() throws {
    for step in Migrations.released.steps {
      let digest = try Migrations.released.digest(ofVersion: step.version)
      #expect(step.schemaDigest == digest, "the new digest of version \(step.version): \(digest)")
    }
  }
}
