import Foundation
import SQLite
import Testing

@Suite("Opening")
struct ConnectionTests {
  private static let safeguards: [(pragma: String, value: Value)] = [
    ("foreign_keys", 1), ("recursive_triggers", 1), ("trusted_schema", 0),
    ("cell_size_check", 1), ("synchronous", 2), ("cache_size", -16384), ("temp_store", 1),
    ("journal_mode", "wal"), ("busy_timeout", 50),
  ]

  @Test(
    "every connection has the same safeguards",
    arguments: [Connection.Mode.readWrite, .readOnly])
  func safeguards(mode: Connection.Mode) throws {
    let scratch = try Scratch()
    let path = scratch.path("a.register")
    let made = try Connection.made(path)
    try made.execute("CREATE TABLE mark (name TEXT) STRICT")
    try expectSafeguards(of: try Connection.made(path, mode))
  }

  private func expectSafeguards(of connection: borrowing Connection) throws {
    for (pragma, value) in Self.safeguards {
      let found = try connection.first("PRAGMA \(pragma)") { row in row.value(0) }
      #expect(found == value, "\(pragma)")
    }
    refuses(connection, "SELECT \"no such column\"")
    refuses(connection, "CREATE TABLE t (a CHECK (a <> \"double\"))")
    refuses(connection, "SELECT load_extension('x')")
    refuses(connection, "DELETE FROM sqlite_schema")
    refuses(connection, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''")
  }

  private func refuses(_ connection: borrowing Connection, _ sql: String) {
    do {
      try connection.execute(sql)
      Issue.record("accepted: \(sql)")
    } catch { #expect(error.sql != nil, "\(error)") }
  }

  @Test("a new file and its companions are mode 0600 whatever the umask")
  func fileMode() async {
    // The umask is the whole process's, so a child changes its own.
    await #expect(processExitsWith: .success) {
      for mask in [0o000, 0o022, 0o277, 0o777] as [mode_t] {
        let scratch = try Scratch()
        let before = umask(mask)
        let connection = try Connection.made(scratch.path("a.register"))
        try connection.execute("CREATE TABLE mark (name TEXT) STRICT")
        try connection.backup(to: scratch.path("copy.register"))
        _ = umask(before)
        for name in ["a.register", "a.register-wal", "a.register-shm", "copy.register"] {
          #expect(try scratch.mode(name) == 0o600, "\(name) under \(mask)")
        }
        try connection.execute("DROP TABLE mark")
      }
    }
  }

  @Test(
    "a symbolic link is never followed",
    arguments: [Connection.Mode.readWrite, .readOnly])
  func symbolicLink(mode: Connection.Mode) throws {
    let scratch = try Scratch()
    try Connection.made(scratch.path("real")).execute("CREATE TABLE mark (name TEXT) STRICT")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: scratch.path("real"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("dangling"), withDestinationPath: scratch.path("nowhere"))
    for name in ["link", "dangling"] {
      let failure = #expect(throws: SQLiteFailure.self) {
        _ = try Connection.made(scratch.path(name), mode)
      }
      #expect(failure?.isSymbolicLink == true)
      let taken = #expect(throws: SQLiteFailure.self) {
        _ = try Connection.made(scratch.path(name))
      }
      #expect(taken?.isAlreadyThere == true)
    }
    #expect(!scratch.exists("nowhere"))
  }

  @Test("a folder may be a symbolic link")
  func linkedFolder() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("real"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: scratch.path("real"))
    let connection = try Connection.made(scratch.path("link/a.register"))
    try connection.execute("CREATE TABLE mark (name TEXT) STRICT")
    #expect(scratch.exists("real/a.register"))
  }

  @Test("what is missing, taken or no file is told apart")
  func openingFaults() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.register")
    expectFailure(\.isMissing) { _ = try Connection.made(path, .readWrite) }
    expectFailure(\.isMissing) { _ = try Connection.made(path, .readOnly) }
    expectFailure(\.isMissing) { _ = try Connection.made(scratch.path("no/a.register")) }
    expectFailure(\.isMissing) { _ = try Connection.made("", .readOnly) }
    expectFailure(\.isMissing) { _ = try Connection.made(":memory:", .readOnly) }
    _ = try Connection.made(path)
    expectFailure(\.isAlreadyThere) { _ = try Connection.made(path) }
    for notAFile in [scratch.folder.path, path + "/", "/dev/null", path + "\0.txt"] {
      let failure = #expect(throws: SQLiteFailure.self) {
        _ = try Connection.made(notAFile, .readOnly)
      }
      #expect(failure?.primaryCode == 14 && failure?.isMissing == false)
    }
  }

  @Test("a file that is no database is corrupt, and left as it was")
  func noDatabase() throws {
    let scratch = try Scratch()
    let text = Data(String(repeating: "户主,姓名\n", count: 400).utf8)
    try text.write(to: scratch.folder.appending(path: "a.csv"))
    expectFailure(\.isCorrupt) { _ = try Connection.made(scratch.path("a.csv"), .readWrite) }
    #expect(try Data(contentsOf: scratch.folder.appending(path: "a.csv")) == text)
    #expect(try scratch.names() == ["a.csv"])
  }

  @Test("a read-only connection cannot write")
  func readOnly() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.register")
    try Connection.made(path).execute("CREATE TABLE mark (name TEXT) STRICT")
    let reader = try Connection.made(path, .readOnly)
    let failure = #expect(throws: SQLiteFailure.self) {
      try reader.run("INSERT INTO mark VALUES ('a')")
    }
    #expect(failure?.isReadOnly == true)
    let (isReadOnly, writes) = (reader.isReadOnly, try Connection.made(path, .readWrite).isReadOnly)
    #expect(isReadOnly && !writes)
  }

  @Test("the last connection to close leaves the log as it is")
  func closing() throws {
    let scratch = try Scratch()
    do {
      let connection = try Connection.made(scratch.path("a.register"))
      try connection.execute("CREATE TABLE mark (name TEXT) STRICT")
    }
    #expect(try !scratch.contents("a.register-wal").isEmpty)
    let again = try Connection.made(scratch.path("a.register"), .readWrite)
    #expect(try again.first("SELECT count(*) FROM mark") { $0.int(0) } == 0)
  }

  private func expectFailure(
    _ kind: KeyPath<SQLiteFailure, Bool>, _ body: () throws -> Void
  ) {
    let failure = #expect(throws: SQLiteFailure.self, performing: body)
    #expect(failure?[keyPath: kind] == true, "\(String(describing: failure))")
  }
}
