import Foundation
import SQLite
import Schema
import Testing

@Suite("Migrations as text")
struct SchemaTextTests {
  /// SHA-256 of each landed migration. A new one adds a line; a line changes only before a release.
  private static let checksums: [String: String] = [
    "m0001_register":
      "511009c9f3f1434f09427bd70a1e57fd0c90de0a6c3eacf1ee3e388ffe4ff5c8",
    "m0002_guards":
      "207f83da56bb6107f563818b00d7a51ed14a6c1142a49f6ffdad9914ab539c3a",
    "m0003_rules":
      "2d8d6c57681396232081ee05c923bf7a877e1d06a1a1a4eb2c43dba3a4606a6a",
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schema")

  @Test("are what they were when they landed")
  func frozen() throws {
    for migration in Migrations.all {
      let file = Self.folder.appending(path: "\(migration.name).sql")
      #expect(try Array(Data(contentsOf: file)) == migration.sql, "the embedded text is the file's")
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["sha256sum", file.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let digest = String(
        decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self
      ).prefix(64)
      process.waitUntilExit()
      #expect(
        Self.checksums[migration.name] == String(digest),
        "the new line: \"\(migration.name)\": \"\(digest)\",")
    }
    #expect(Self.checksums.count == Migrations.all.count)
  }

  private static let lines: [String] = Migrations.all.flatMap {
    String(decoding: $0.sql, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test("every table is STRICT and has a purpose above it")
  func purposes() {
    for (index, line) in Self.lines.enumerated() where line.hasPrefix("CREATE TABLE") {
      #expect(Self.lines[index - 1].hasPrefix("-- "), "no purpose: \(line)")
      let end = Self.lines[index...].first { $0.hasPrefix(")") || $0.hasSuffix(";") }
      #expect(end?.contains("STRICT") == true, "not STRICT: \(line)")
    }
  }

  @Test("every table of facts is guarded, and indexed by the entry that took a fact back")
  func guarded() throws {
    let register = try RawRegister()
    func names(_ type: String) throws -> Set<String> {
      Set(try register.texts("SELECT name FROM sqlite_schema WHERE type = '\(type)'"))
    }
    let (triggers, indexes) = (try names("trigger"), try names("index"))
    for table in try register.texts("SELECT name FROM fact_table") {
      for guardian in ["enters", "stays", "fixed"] {
        #expect(triggers.contains("\(table)_\(guardian)"))
      }
    }
    for table in try register.texts("SELECT name FROM fact_table WHERE can_withdraw") {
      #expect(triggers.contains("\(table)_withdrawn_once"))
      #expect(indexes.contains("\(table)_withdrawn"))
    }
    for table in [
      "residence", "household_class", "enrolment", "member", "household_end", "plan", "assignment",
      "project_household", "movement", "income",
    ] { #expect(indexes.contains("\(table)_past"), "figures as known ask \(table) by household") }
  }

  @Test("every table with `entered` is a fact table, and its guard names all its columns")
  func listed() throws {
    let register = try RawRegister()
    let tables = try register.texts(
      """
      SELECT t.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
      WHERE t.type = 'table' AND c.name = 'entered'
      """)
    #expect(Set(tables) == Set(try register.texts("SELECT name FROM fact_table")))
    for table in tables {
      let guardian = try register.texts(
        "SELECT sql FROM sqlite_schema WHERE name = '\(table)_fixed'"
      ).joined()
      let list = guardian.prefix { $0 != "\u{3b}" }.split {
        !($0.isLetter || $0.isNumber || $0 == "_")
      }
      for column in try register.texts(
        "SELECT name FROM pragma_table_info('\(table)') WHERE name <> 'withdrawn'")
      { #expect(list.contains { $0 == column }, "\(table).\(column)") }
    }
  }

  @Test("the seal reaches every table by index or by the entry's own rows")
  func plans() throws {
    let register = try RawRegister()
    let seal = try register.texts("SELECT sql FROM sqlite_schema WHERE name LIKE 'entry_judged_%'")
      .joined()
    let statements = seal.components(separatedBy: "SELECT RAISE(ABORT, ").dropFirst()
    #expect(statements.count > 30)
    // The first is one row a table; the last two a partial index of what is overdrawn, mostly empty.
    let allowed = [
      "SCAN CONSTANT ROW", "SCAN newest_fact", "SCAN touched", "INDEX account_day_overdrawn",
    ]
    for statement in statements {
      // Where many rows are judged at once, whole tables are looked at; here the rows are few.
      let rowByRow =
        statement
        .replacing(#/CASE\s+WHEN EXISTS \(SELECT 1 FROM bulk_part[\s\S]*?ELSE /#, with: "")
        .replacing(" END;", with: ";")
      let question = "SELECT (" + rowByRow.replacing("NEW.id", with: "5")
      let sql = question.components(separatedBy: ";\n").first ?? ""
      for step in try register.connection.plan(of: sql)
      where step.hasPrefix("SCAN") || step.contains("AUTOMATIC") {
        #expect(allowed.contains { step.contains($0) }, "\(step)\n\(sql)")
      }
    }
  }
}
