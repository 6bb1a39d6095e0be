import Foundation
import SQLite
import Synchronization
import Testing

/// Whether this process may mount a file system: tried, since root in a container often may not.
private let canMount: Bool = {
  guard let scratch = try? Scratch(),
    mount("tmpfs", scratch.folder.path, "tmpfs", 0, "size=64k") == 0
  else { return false }
  return umount2(scratch.folder.path, 2) == 0
}()

extension Data {
  fileprivate func append(to file: URL) throws {
    if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: self)
  }
}

@Suite("Faults")
struct FaultsTests {
  @Test("a locked register is waited for as long as the busy timeout says, then busy")
  func busyTimeout() throws {
    let scratch = try Scratch()
    let holder = try Connection.made(scratch.path("a.register"))
    try holder.execute("CREATE TABLE mark (name TEXT) STRICT")
    try holder.begin()
    let waiter = try Connection(
      path: scratch.path("a.register"), mode: .readWrite, busyTimeoutMilliseconds: 300)
    let start = ContinuousClock.now
    let failure = #expect(throws: SQLiteFailure.self) { try waiter.begin() }
    #expect(failure?.isBusy == true)
    #expect(ContinuousClock.now - start >= .milliseconds(280))
    let open = waiter.isInTransaction
    #expect(!open)
    try holder.rollback()
    try waiter.transaction { () throws(SQLiteFailure) in
      try waiter.run("INSERT INTO mark VALUES ('a')")
    }
  }

  @Test("a full disk is a full disk, and what was committed before is still there")
  func fullDisk() async {
    // A limit on the size of files stands for the disk: the child would die of SIGXFSZ otherwise.
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      let scratch = try Scratch()
      let connection = try Connection.made(scratch.path("a.register"))
      try connection.execute("CREATE TABLE mark (name TEXT) STRICT; INSERT INTO mark VALUES ('a')")
      var limit = rlimit(rlim_cur: 400_000, rlim_max: rlim_t.max)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let failure = #expect(throws: SQLiteFailure.self) {
        try connection.transaction { () throws(SQLiteFailure) in
          for _ in 0..<2_000 {
            try connection.run(
              "INSERT INTO mark VALUES (:name)", ["name": Value(String(repeating: "x", count: 900))]
            )
          }
        }
      }
      #expect(failure?.isFull == true, "\(String(describing: failure))")
      let open = connection.isInTransaction
      #expect(!open)
      #expect(try connection.first("SELECT count(*) FROM mark") { $0.int(0) } == 1)
      #expect(try connection.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
    }
  }

  @Test(
    "a full file system is told as full, and a register it has no room for is not left behind",
    .enabled(if: canMount, "mounting a tmpfs needs root"))
  func fullFileSystem() throws {
    let scratch = try Scratch()
    let folder = scratch.path("disk")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try #require(mount("tmpfs", folder, "tmpfs", 0, "size=128k") == 0)
    defer { umount2(folder, 2) }
    do {
      let connection = try Connection.made(folder + "/a.register")
      try connection.execute("CREATE TABLE mark (name TEXT) STRICT")
      let failure = #expect(throws: SQLiteFailure.self) {
        for _ in 0..<200 {
          let name = Value(String(repeating: "x", count: 900))
          try connection.run("INSERT INTO mark VALUES (:name)", ["name": name])
        }
      }
      #expect(failure?.isFull == true, "\(String(describing: failure))")
    }
    let filler = scratch.folder.appending(path: "disk/filler")
    while (try? Data(repeating: 0, count: 4096).append(to: filler)) != nil {}
    let failure = #expect(throws: SQLiteFailure.self) {
      _ = try Connection.made(folder + "/b.register")
    }
    #expect(failure?.isFull == true, "\(String(describing: failure))")
    #expect(!scratch.exists("disk/b.register"))
  }

  @Test("a damaged page is corrupt")
  func damagedPage() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.register")
    do {
      let maker = try Connection.made(path)
      try maker.execute("CREATE TABLE mark (name TEXT) STRICT; INSERT INTO mark VALUES ('a')")
      try maker.checkpoint()
    }
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xee, count: 4096))
    try file.close()
    let connection = try Connection.made(path, .readWrite)
    let failure = #expect(throws: SQLiteFailure.self) { try connection.run("SELECT * FROM mark") }
    #expect(failure?.isCorrupt == true)
    // SQLite says it again as the reading ends, when the body has its answer.
    let isMet = try connection.transaction(.deferred) { () throws(SQLiteFailure) -> Bool in
      do throws(SQLiteFailure) { try connection.run("SELECT * FROM mark") } catch {
        return error.isCorrupt
      }
      return false
    }
    let open = connection.isInTransaction
    #expect(isMet && !open)
  }

  @Test("a constraint is named, its statement told, the bound value not")
  func constraint() throws {
    let connection = try Connection.inMemory()
    try connection.execute(
      "CREATE TABLE person (id INTEGER PRIMARY KEY, sex TEXT CHECK (sex IN ('m', 'f'))) STRICT")
    let sql = "INSERT INTO person VALUES (:id, :sex)"
    let failure = try #require(
      #expect(throws: SQLiteFailure.self) {
        try connection.run(sql, ["id": 1, "sex": "430102199001011234"])
      })
    #expect(failure.isConstraint && failure.code == 275)
    #expect(failure.sql == sql)
    #expect(!"\(failure)".contains("430102"))
    try connection.run(sql, ["id": 1, "sex": "m"])
    let again = #expect(throws: SQLiteFailure.self) {
      try connection.run(sql, ["id": 1, "sex": "f"])
    }
    #expect(again?.message == "UNIQUE constraint failed: person.id")
  }

  @Test("of several statements the one at fault is told, those before it stand")
  func faultOfSeveral() throws {
    let connection = try Connection.inMemory()
    let failure = #expect(throws: SQLiteFailure.self) {
      try connection.execute("CREATE TABLE a (b); -- fine\nINSERT INTO a VALUES (1, 2); SELECT 1")
    }
    #expect(failure?.message == "table a has 1 columns but 2 values were supplied")
    #expect(failure?.sql?.contains("INSERT") == true)
    #expect(try connection.first("SELECT count(*) FROM a") { $0.int(0) } == 0)
  }

  @Test(
    "a tick is called while statements run, stops one where it says so, and is over with its body")
  func ticking() throws {
    let connection = try Connection.inMemory()
    let long =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999) SELECT sum(i) FROM n"
    var (outer, inner) = (0, 0)
    func count() throws(SQLiteFailure) { _ = try connection.first(long) { $0.int(0) } }
    func isOuter() -> Bool {
      outer += 1
      return true
    }
    try connection.ticking(every: 1_000, isOuter) { () throws(SQLiteFailure) in
      try count()
      let before = outer
      #expect(before > 10)
      let failure = #expect(throws: SQLiteFailure.self) {
        try connection.ticking(
          every: 1_000,
          {
            inner += 1
            return inner < 3
          }, during: count)
      }
      #expect(failure?.isInterrupted == true)
      #expect(inner == 3 && outer == before)
      try count()
      #expect(outer > before)
    }
    let after = outer
    try count()
    #expect(outer == after)
  }

  /// SQLite itself may tell a syntax error at the word that an interrupt came at.
  @Test("a statement that an interrupt stops while it is compiled is told as interrupted")
  func interruptedCompilation() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE mark (name TEXT, place INTEGER) STRICT")
    let handle = connection.interruptHandle
    let isDone = Atomic(false)
    let interrupter = Thread {
      while !isDone.load(ordering: .relaxed) { handle.interrupt() }
    }
    interrupter.start()
    defer { isDone.store(true, ordering: .relaxed) }
    let columns = (1...40).map { "name || \($0) AS n\($0)" }.joined(separator: ", ")
    let sql = "SELECT \(columns) FROM mark WHERE name IS NOT NULL AND place = 1"
    var others: [SQLiteFailure] = []
    var interrupted = 0
    for _ in 0..<3_000 {
      do throws(SQLiteFailure) { _ = try connection.prepare(sql) } catch {
        if error.isInterrupted { interrupted += 1 } else { others.append(error) }
      }
    }
    #expect(interrupted > 0)
    #expect(others == [])
  }

  @Test("an interrupt from another thread stops the statement, and a late one harms nothing")
  func interrupt() throws {
    let late: InterruptHandle
    do {
      let connection = try Connection.inMemory()
      let handle = connection.interruptHandle
      late = handle
      let isDone = NSCondition()
      Thread.detachNewThread {
        isDone.lock()
        while !isDone.wait(until: Date(timeIntervalSinceNow: 0.02)) { handle.interrupt() }
        isDone.unlock()
      }
      let failure = #expect(throws: SQLiteFailure.self) {
        try connection.run(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
      }
      isDone.lock()
      isDone.broadcast()
      isDone.unlock()
      #expect(failure?.isInterrupted == true)
    }
    late.interrupt()
  }
}

@Suite("Misuse")
struct MisuseTests {
  @Test("a name the statement lacks traps")
  func unknownName() async {
    await #expect(processExitsWith: .failure) {
      try Connection.inMemory().run("SELECT :a", ["b": 1])
    }
  }

  @Test("a parameter left unbound traps")
  func unbound() async {
    await #expect(processExitsWith: .failure) { try Connection.inMemory().run("SELECT :a") }
    await #expect(processExitsWith: .failure) {
      _ = try Connection.inMemory().prepare("SELECT :a").step()
    }
  }

  @Test("a value more than the statement asks for traps")
  func oneTooMany() async {
    await #expect(processExitsWith: .failure) {
      try Connection.inMemory().run("SELECT :a", ["a": 1, "b": 2])
    }
  }

  @Test("two statements where one is wanted trap, a comment after it does not")
  func twoStatements() async throws {
    try Connection.inMemory().run("SELECT 1; -- the only one\n")
    await #expect(processExitsWith: .failure) {
      try Connection.inMemory().run("SELECT 1; SELECT 2")
    }
  }

  @Test("a column the answer lacks traps")
  func noSuchColumn() async {
    await #expect(processExitsWith: .failure) {
      _ = try Connection.inMemory().first("SELECT 1") { $0.int64(1) }
    }
  }
}
