import SQLite
import Testing

@Suite("Transactions and backup")
struct TransactionsTests {
  private enum Refusal: Error, Equatable { case refused, database(SQLiteFailure) }

  private func marks() throws -> Connection {
    let connection = try Connection.inMemory()
    try connection.execute(
      """
      CREATE TABLE mark (id INTEGER PRIMARY KEY, parent INTEGER
        REFERENCES mark (id) DEFERRABLE INITIALLY DEFERRED) STRICT
      """)
    return connection
  }

  private func count(_ connection: borrowing Connection) throws -> Int? {
    try connection.first("SELECT count(*) FROM mark") { $0.int(0) }
  }

  @Test("what a body did is kept when it returns and gone when it throws")
  func wholeOrNothing() throws {
    let connection = try marks()
    let id = try connection.transaction { () throws(SQLiteFailure) in
      try connection.run("INSERT INTO mark VALUES (7, NULL)")
      return connection.lastInsertedRowID
    }
    #expect(id == 7)
    #expect(throws: Refusal.refused) {
      try connection.transaction(wrapping: Refusal.database) { () throws(Refusal) in
        do throws(SQLiteFailure) { try connection.run("INSERT INTO mark VALUES (8, NULL)") } catch {
          throw .database(error)
        }
        throw .refused
      }
    }
    let open = connection.isInTransaction
    #expect(!open)
    #expect(try count(connection) == 1)
  }

  @Test("a constraint that comes to light at commit rolls back")
  func deferredConstraint() throws {
    let connection = try marks()
    let failure = #expect(throws: SQLiteFailure.self) {
      try connection.transaction { () throws(SQLiteFailure) in
        try connection.run("INSERT INTO mark VALUES (1, 99)")
      }
    }
    #expect(failure?.isConstraint == true)
    let open = connection.isInTransaction
    #expect(!open)
    #expect(try count(connection) == 0)
  }

  @Test("a savepoint undoes what came after it and nothing else")
  func savepoints() throws {
    let connection = try marks()
    try connection.begin()
    try connection.run("INSERT INTO mark VALUES (1, NULL)")
    try connection.savepoint("second")
    try connection.run("INSERT INTO mark VALUES (2, NULL)")
    try connection.rollback(to: "second")
    try connection.release("second")
    try connection.commit()
    try connection.rollback()
    #expect(try count(connection) == 1)
  }

  @Test("a backup holds what stood at its moment and reports its progress")
  func backup() throws {
    let scratch = try Scratch()
    let connection = try Connection.made(scratch.path("a.register"))
    try connection.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, note TEXT) STRICT")
    try connection.transaction { () throws(SQLiteFailure) in
      for id in 0..<500 {
        let note = Value(String(repeating: "n", count: 300))
        try connection.run("INSERT INTO mark VALUES (:id, :note)", ["id": Value(id), "note": note])
      }
    }
    let writer = try Connection.made(scratch.path("a.register"), .readWrite)
    var seen: [Int] = []
    try connection.backup(to: scratch.path("copy"), pagesPerStep: 8) { remaining, total in
      if seen.isEmpty { _ = try? writer.run("DELETE FROM mark WHERE id > 9") }
      seen.append(remaining)
      #expect(remaining < total)
    }
    #expect(seen.count > 3 && seen.last == 0 && seen == seen.sorted(by: >))
    #expect(try count(connection) == 10)
    let copy = try Connection.made(scratch.path("copy"), .readWrite)
    #expect(try count(copy) == 500)
    #expect(try copy.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
    let taken = #expect(throws: SQLiteFailure.self) {
      try connection.backup(to: scratch.path("copy"))
    }
    #expect(taken?.isAlreadyThere == true)
    #expect(try count(copy) == 500)
  }
}
