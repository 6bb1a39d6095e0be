import Register
import SQLite
import Schema
import Testing

/// What somebody with another program may do to the file, and that the chain names the entry it was done to.
@Suite("Forgeries")
struct ForgeryTests {
  private let scratch: Scratch
  private let register: Register

  init() throws {
    scratch = try Scratch()
    register = try scratch.register()
  }

  private func execute(_ sql: String) throws { try register.connection.execute(sql) }

  /// Takes every guard out of the file, as a forger does who puts them back afterwards.
  private func disarm() throws {
    for trigger in try register.texts("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
      try execute("DROP TRIGGER \(trigger)")
    }
    try execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
  }

  /// A row in every table that the first entry leaves empty, every column filled: entry 2.
  private func fillAllTables() throws {
    let tables = try register.factTables().filter { $0.name != "register" }
    try register.act(try header("everything")) { (entry: Int64) throws(SQLiteFailure) in
      for table in tables {
        let kinds = try register.kinds(of: table)
        let values = kinds.map { $0 == "INTEGER" ? "1" : $0 == "TEXT" ? "'x'" : "zeroblob(32)" }
        try register.connection.execute(
          """
          INSERT INTO \(table.name) (\(table.factColumns.joined(separator: ", ")), entered)
          VALUES (\(values.joined(separator: ", ")), \(entry))
          """)
      }
    }
  }

  @Test("one changed value in any column of any table is found, and its entry named")
  func everyColumn() throws {
    try disarm()
    try fillAllTables()
    #expect(try register.brokenEntries(1...2) == [])
    var tried = 0
    for table in try register.factTables() {
      let entry: Int64 = table.name == "register" ? 1 : 2
      let row = try #require(
        try register.integer("SELECT max(id) FROM \(table.name) WHERE entered = \(entry)"))
      let salt = table.isPersonal ? ["salt"] : []
      for column in table.factColumns + salt + ["id", "entered"] {
        let changes =
          column == "id" || column == "entered"
          ? ["\(column) + 7"]
          : ["iif(typeof(\(column)) = 'integer', \(column) + 1, \(column) || '.')", "NULL"]
        for change in changes {
          try register.connection.begin()
          defer { try? register.connection.rollback() }
          do {
            try execute("UPDATE \(table.name) SET \(column) = \(change) WHERE id = \(row)")
          } catch let failure as SQLiteFailure where failure.isConstraint { continue }
          tried += 1
          #expect(
            try register.brokenEntries(entry...entry) == [entry],
            "\(table.name).\(column) \(change)")
        }
      }
      guard table.canWithdraw else { continue }
      try register.connection.begin()
      try execute("UPDATE \(table.name) SET withdrawn = 2 WHERE id = \(row)")
      tried += 1
      #expect(try register.brokenEntries(2...2) == [2], "\(table.name).withdrawn")
      try register.connection.rollback()
    }
    #expect(tried > 300)
  }

  @Test("a value that moves to the next column is found")
  func movedValue() throws {
    try disarm()
    try register.act(try header("member")) { (entry: Int64) throws(SQLiteFailure) in
      try register.connection.execute(
        """
        INSERT INTO member (household_id, member_no, joined_on, left_on, phone, sex, entered)
        VALUES (1, 1, 0, 9, 'x', 1, \(entry))
        """)
    }
    try execute("UPDATE member SET phone = NULL, account_no = 'x'")
    #expect(try register.brokenEntries(1...2) == [2])
    try execute("UPDATE member SET phone = 'x', account_no = NULL")
    #expect(try register.brokenEntries(1...2) == [])
    try execute("UPDATE member SET sex = NULL, relation = 1")
    #expect(try register.brokenEntries(1...2) == [2])
  }

  @Test("a changed header is found, and the marks of an entry")
  func headers() throws {
    try register.act(try header("log")) { (entry: Int64) throws(SQLiteFailure) in
      try register.add("household", [("household_no", "H1")], entry)
    }
    try disarm()
    for column in try register.texts("SELECT name FROM entry_column") {
      try register.connection.begin()
      try execute(
        """
        UPDATE entry SET \(column) =
          iif(typeof(\(column)) = 'integer' OR '\(column)' IN ('source_rows', 'rejected_rows',
            'report_month', 'undoes', 'office_code'), ifnull(\(column), 0) + 1,
          iif('\(column)' = 'source_sha256', zeroblob(32), ifnull(\(column), '') || '.'))
        WHERE id = 2
        """)
      #expect(try register.brokenEntries(1...2) == [2], "\(column)")
      try register.connection.rollback()
    }
    for (change, rule) in [
      ("is_judged = 0", "entry_open"), ("hash = NULL", "entry_open"),
      ("previous_hash = zeroblob(32)", "entry_chain"), ("hash = zeroblob(32)", "entry_chain"),
    ] {
      try register.connection.begin()
      try execute("UPDATE entry SET \(change) WHERE id = 2")
      #expect(try register.check().findings.map(\.rule).contains(rule), "\(change)")
      try register.connection.rollback()
    }
  }

  @Test("office, year, number and code lists belong to the first entry")
  func founding() throws {
    #expect(try register.integer("SELECT length(register_number) FROM register") == 16)
    let other = try Scratch.founded(scratch.path("other"))
    let numbers = try [register, other].map {
      try $0.texts("SELECT hex(register_number) FROM register")
    }
    #expect(numbers[0] != numbers[1])
    try disarm()
    for change in [
      "UPDATE register SET year = 2012", "UPDATE register SET office_code = 433123",
      "UPDATE register SET register_number = zeroblob(16)",
      "UPDATE code_label SET code = 17 WHERE list = 'class' AND name = 'poor'",
      "DELETE FROM code_label WHERE list = 'source' AND name = 'foreign'",
      "UPDATE code_label SET chinese = '扶贫户？' WHERE list = 'class' AND name = 'poor'",
    ] {
      try register.connection.begin()
      try execute(change)
      #expect(try register.brokenEntries(1...1) == [1], "\(change)")
      try register.connection.rollback()
    }
  }

  @Test(
    "a redaction makes no old fact free to change", arguments: ["income", "movement", "member"])
  func redactionOfAnything(table name: String) throws {
    let small = try QuestionsRegister()
    let register = small.register
    try small.enter("income") { (number) throws(SQLiteFailure) in
      try small.run(
        "INSERT INTO income (household_id, year, total_fen, entered) VALUES (1, 2010, 5, \(number))"
      )
    }
    let table = try #require(try register.factTables().first { $0.name == name })
    let entry = try #require(try register.integer("SELECT entered FROM \(name) WHERE id = 1"))
    let hash: [UInt8] =
      table.isPersonal
      ? try #require(try register.identityHash(of: 1, in: table)).bytes
      : [UInt8](repeating: 7, count: 32)
    // The guard that refuses it is out of the way.
    try register.connection.execute("DROP TRIGGER redaction_of_person")
    let last = try register.act(try header("redact")) { (entry: Int64) throws(SQLiteFailure) in
      try register.add(
        "redaction",
        [
          ("fact_table", .integer(table.number)), ("fact_id", 1), ("identity_hash", .blob(hash)),
          ("ground", "order 12"),
        ], entry)
    }
    try register.connection.execute("DROP TRIGGER \(name)_fixed")
    let column = ["income": "total_fen", "movement": "number", "member": "name"][name] ?? ""
    try register.connection.execute("UPDATE \(name) SET \(column) = '99' WHERE id = 1")
    let found = try register.check().findings
    #expect(found.contains(.chain(entry: entry, isFirst: true)))
    #expect(
      found.contains(
        .redaction(1, table: name, row: 1, table.isPersonal ? .notEmptied : .ofNobody)))
    #expect(last != nil)
  }

  @Test("lists that leave a column or a table out of the chain are told")
  func lists() throws {
    try disarm()
    for (change, list) in [
      ("DELETE FROM fact_column WHERE name = 'amount_fen'", "fact_column"),
      ("UPDATE fact_column SET number = number + 30 WHERE name = 'amount_fen'", "fact_column"),
      ("UPDATE fact_column SET is_identity = 1 WHERE name = 'amount_fen'", "fact_column"),
      ("DELETE FROM entry_column WHERE name = 'officer'", "entry_column"),
      ("UPDATE fact_table SET can_withdraw = 0 WHERE name = 'movement'", "fact_table"),
    ] {
      try register.connection.begin()
      try execute(change)
      #expect(
        try register.check().findings.contains(
          .schema(SchemaDifference(type: "rows", name: list, kind: .changed))), "\(change)")
      try register.connection.rollback()
    }
  }
}

extension Register {
  /// The types of a table's fact columns, in their order.
  fileprivate func kinds(of table: FactTable) throws(SQLiteFailure) -> [String] {
    var kinds: [String] = []
    try connection.rows(
      "SELECT kind FROM fact_column WHERE fact_table = :table ORDER BY number",
      ["table": .integer(table.number)]
    ) { kinds.append($0.text(0)) }
    return kinds
  }
}
