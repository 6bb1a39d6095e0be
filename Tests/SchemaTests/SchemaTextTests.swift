import Foundation
import SQLite
import Schema
import Testing

@Suite("Migrations as text")
struct SchemaTextTests {
  /// SHA-256 of each landed migration. A new one adds a line; a line changes only before a release.
  private static let checksums: [String: String] = [
    "m0001_register":
      "736d87a4ee2c2c8811110d8e38d4d738a58bc1b8273f7e7a451dce526a6f22a3",
    "m0002_guards":
      "b25ebdf0b6ae962361a53e4f68de18ea81fb6a9ee4d08c6a5f7083eeacdd256f",
    "m0003_rules":
      "1e215aa79cc5fa97c24a8e827b6118bbaa570b855e540d5a19002c097e79f966",
    "m0004_exceptions":
      "227cd5133bd5e5daac9526f92869061c59a3dfdb3ab08d074e91823293d3e78f",
    "m0005_counties":
      "e9095a370b5866390947f6cb5b9c66bd5c096ca833d59a3e1648762bb588a4b1",
    "m0006_months":
      "842dbb43ee42031df1a378670e318c8985faa5c8b7812d55dc99e167f7710c67",
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schema")

  @Test("are what they were when they landed")
  func frozen() throws {
    for migration in Migrations.released.all {
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
    #expect(Self.checksums.count == Migrations.released.all.count)
  }

  private static let lines: [String] = Migrations.released.all.flatMap {
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
      #expect(
        try register.texts("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid")
          .contains("withdrawn")
          == (register.texts(
            "SELECT 1 || '' FROM fact_table WHERE name = '\(table)' AND can_withdraw")
            == ["1"]),
        "\(table)")
    }
  }

  @Test("every column of a fact and of an entry's header has its number, and keeps it")
  func numbered() throws {
    let register = try RawRegister()
    let missing = try register.texts(
      """
      SELECT t.name || '.' || c.name FROM fact_table AS t, pragma_table_info(t.name) AS c
      WHERE c.name NOT IN ('id', 'salt', 'entered', 'withdrawn') AND NOT EXISTS (
        SELECT 1 FROM fact_column WHERE fact_table = t.id AND name = c.name AND kind = c.type)
      UNION ALL
      SELECT 'entry.' || name FROM pragma_table_info('entry')
      WHERE name NOT IN ('id', 'previous_hash', 'is_judged', 'hash')
        AND name NOT IN (SELECT name FROM entry_column)
      """)
    #expect(missing == [])
    let numbers = try register.texts(
      """
      SELECT t.id || ' ' || t.name || ': ' || (
        SELECT group_concat(name || iif(is_identity, '*', ''), ' ') FROM (
          SELECT * FROM fact_column WHERE fact_table = t.id ORDER BY number))
      FROM fact_table AS t ORDER BY t.id
      """)
    // Once a schema is released, a line only ever gets longer, at its end.
    #expect(
      numbers.first { $0.hasPrefix("25 ") }
        == "25 member: household_id member_no joined_on left_on resident_key* relation sex name* "
        + "resident_written* id_verified* birth_date* ethnicity* education* health* labour* phone* "
        + "account_no* remark*")
    let salted = try register.texts(
      """
      SELECT t.name FROM fact_table AS t, pragma_table_info(t.name) AS c WHERE c.name = 'salt'
      ORDER BY t.id
      """)
    #expect(
      try register.texts(
        """
        SELECT DISTINCT t.name FROM fact_table AS t JOIN fact_column AS c ON c.fact_table = t.id
        WHERE c.is_identity ORDER BY t.id
        """) == salted)
    // Identity can be emptied.
    #expect(
      try register.texts(
        """
        SELECT t.name || '.' || c.name
        FROM fact_table AS t, pragma_table_info(t.name) AS c, fact_column AS f
        WHERE f.fact_table = t.id AND f.name = c.name AND f.is_identity AND c."notnull"
        """) == [])
  }

  @Test("a table's name in a rule is that of the table beside it, and no rule bears a number")
  func ruleTables() throws {
    let register = try RawRegister()
    let tables = Set(try register.texts("SELECT name FROM fact_table"))
    var seen = 0
    for text in try register.texts("SELECT sql FROM sqlite_schema WHERE name LIKE 'rule_%'") {
      for match in text.matches(
        of: #/SELECT '(\w+)'(?: AS table_name)?, (?:(\w+)\.)?id[^F]*?FROM (\w+)/#)
      {
        let table = match.2.map(String.init) ?? String(match.3)
        #expect(tables.contains(String(match.1)))
        #expect(table == match.1 || ["event", "ended"].contains(table), "\(match.0)")
        seen += 1
      }
    }
    #expect(seen > 20)
    // The seal says `added` of what the ranges it asks about hold.
    for text in try register.texts("SELECT sql FROM sqlite_schema WHERE name LIKE 'entry_judged_%'")
    {
      #expect(!text.contains(#/fact_table = \d/#))
      for match in text.matches(of: #/table_name = '(\w+)'/#) {
        #expect(tables.contains(String(match.1)), "\(match.0)")
      }
      for match in text.matches(
        of:
          #/FROM (\w+) WHERE id BETWEEN\s+\(SELECT first_id FROM added WHERE entry = NEW.id AND table_name = '(\w+)'\)\s+AND \(SELECT last_id FROM added WHERE entry = NEW.id AND table_name = '(\w+)'\)/#
      ) {
        #expect(match.1 == match.2, "\(match.0)")
        #expect(match.2 == match.3, "\(match.0)")
        seen += 1
      }
    }
    #expect(seen >= 27)
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
