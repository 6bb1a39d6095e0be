import SQLite
import Testing

private enum HouseholdFault: Error, Equatable {
  case database(SQLiteFailure)
  case unknown(Int64)
}

@Suite struct QueriesTests {
  private func households() throws -> Connection {
    let connection = try Connection.inMemory()
    try connection.execute(
      """
      CREATE TABLE household (id INTEGER PRIMARY KEY, name TEXT, note BLOB) STRICT;
      INSERT INTO household VALUES (1, '张三', NULL), (2, '李四', x'00ff00');
      """)
    return connection
  }

  @Test("rows come in order with the types they are read as")
  func rowsInOrder() throws {
    let connection = try households()
    var seen: [String] = []
    try connection.rows(
      "SELECT id, name FROM household WHERE id >= :least ORDER BY id", ["least": 1]
    ) { row in
      seen.append("\(row.int(0)) \(row.text(1))")
    }
    #expect(seen == ["1 张三", "2 李四"])
  }

  @Test("a trigger that is silenced selects nothing, and all else of the statement is as ever")
  func silencedTrigger() throws {
    let connection = try households()
    try connection.execute(
      """
      CREATE TRIGGER named AFTER UPDATE ON household BEGIN
        SELECT RAISE(ABORT, 'named') WHERE NEW.name IS NULL;
        INSERT INTO household (name) VALUES ('王五');
      END;
      CREATE TRIGGER kept AFTER UPDATE ON household BEGIN
        SELECT RAISE(ABORT, 'kept') WHERE NEW.id = 2;
      END;
      """)
    let sql = "UPDATE household SET name = NULL WHERE id = :id"
    func failure(_ id: Int64, silencing triggers: Set<String>) -> String? {
      do throws(SQLiteFailure) {
        try connection.run(sql, ["id": .integer(id)], silencing: triggers)
        return nil
      } catch { return error.message }
    }
    #expect(failure(1, silencing: []) == "named")
    #expect(failure(2, silencing: ["named"]) == "kept")
    #expect(failure(1, silencing: ["named"]) == nil)
    #expect(try connection.first("SELECT count(*) FROM household") { $0.int(0) } == 3)
    #expect(failure(1, silencing: []) == "named", "only while that statement is made")
  }

  @Test("a body may throw an error of its own")
  func ownError() throws {
    let connection = try households()
    #expect(throws: HouseholdFault.unknown(2)) {
      try connection.rows("SELECT id FROM household", wrapping: HouseholdFault.database) {
        row throws(HouseholdFault) in
        if row.int64(0) == 2 { throw HouseholdFault.unknown(2) }
      }
    }
  }

  @Test("a body may run statements, its own text included")
  func nested() throws {
    let connection = try households()
    let sql = "SELECT id FROM household ORDER BY id"
    var pairs = 0
    try connection.rows(sql) { _ throws(SQLiteFailure) in
      try connection.rows(sql) { _ in pairs += 1 }
    }
    #expect(pairs == 4)
  }

  @Test("first is the first row or nil")
  func first() throws {
    let connection = try households()
    let sql = "SELECT name FROM household WHERE id = :id"
    #expect(try connection.first(sql, ["id": 2]) { $0.text(0) } == "李四")
    #expect(try connection.first(sql, ["id": 3]) { row in row.text(0) } == nil)
  }

  @Test("run tells how many rows changed")
  func changes() throws {
    let connection = try households()
    let renamed = try connection.run(
      "UPDATE household SET name = :name WHERE id < :id", ["name": Value("王五"), "id": 9])
    #expect(renamed == 2)
  }

  @Test("a statement of one's own binds and steps again")
  func ownStatement() throws {
    let connection = try households()
    let insert = try connection.prepare("INSERT INTO household VALUES (:id, :name, NULL)")
    let (id, name) = (insert.parameterIndex(named: "id"), insert.parameterIndex(named: "name"))
    for number in 10..<13 {
      insert.bind(number, at: id)
      insert.bind("户\(number)", at: name)
      #expect(try !insert.step())
      insert.reset()
    }
    #expect(connection.lastInsertedRowID == 12)
    #expect(try connection.first("SELECT count(*) FROM household") { $0.int(0) } == 5)
  }

  @Test("a plan is told without values")
  func plan() throws {
    let connection = try households()
    let plan = try connection.plan(of: "SELECT name FROM household WHERE id = :id")
    #expect(plan == ["SEARCH household USING INTEGER PRIMARY KEY (rowid=?)"])
    #expect(try connection.plan(of: "SELECT name FROM household") == ["SCAN household"])
  }

  @Test("statements kept stay bounded, and those in use stay valid")
  func manyStatements() throws {
    let connection = try households()
    var seen = 0
    try connection.rows("SELECT id FROM household") { row throws(SQLiteFailure) in
      for number in 0..<600 {
        let found = try connection.first("SELECT \(number) + :add", ["add": 1]) { $0.int(0) }
        seen += found == number + 1 ? 1 : 0
      }
    }
    #expect(seen == 1200)
  }
}
