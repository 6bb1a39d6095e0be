import Foundation
import SQLite
import Testing

@Suite("Several programs on one register", .serialized)
struct RaceTests {
  private struct Ended {
    let status: Int32
    let errors: String
  }

  /// Starts an import that waits for its turn, output in files of its own.
  private func start(
    _ folder: ProgramFolder, _ file: String, wait seconds: Int
  ) throws -> Process {
    let process = try folder.process(
      "/bin/bash",
      ["-c", "exec $PROGRAM import \(file) --wait \(seconds) >\(file).out 2>\(file).err"])
    try process.run()
    return process
  }

  private func end(_ process: Process, _ folder: ProgramFolder, _ file: String) throws -> Ended {
    process.waitUntilExit()
    return Ended(status: process.terminationStatus, errors: try folder.read(file + ".err"))
  }

  @Test("two imports at once go one after the other, and both are done")
  func bothImport() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let files = ["a.csv", "b.csv", "c.csv"]
    for (index, file) in files.enumerated() {
      try folder.write(file, ProgramFolder.staff(3_000, from: index * 2_000 + 1))
    }
    let running = try files.map { try start(folder, $0, wait: 60) }
    for (process, file) in zip(running, files) {
      let ended = try end(process, folder, file)
      #expect(ended.status == 0, "\(ended.errors)")
    }
    #expect(try folder.lastEntry() == 4)
    #expect(try folder.run("check").status == 0)
    let register = try Connection(
      path: folder.path + "/register.db", mode: .readOnly, busyTimeoutMilliseconds: 0)
    let standing = try register.first(
      "SELECT count(*), count(DISTINCT staff_id) FROM staff_record WHERE withdrawn IS NULL"
    ) { [$0.int(0), $0.int(1)] }
    #expect(standing == [7_000, 7_000])
  }

  @Test("one that does not wait long enough is told so, and the other is not disturbed")
  func secondIsBusy() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("a.csv", ProgramFolder.staff(60_000))
    try folder.write("b.csv", ProgramFolder.staff(2, from: 90_000))
    let first = try start(folder, "a.csv", wait: 10)
    let isWriting = try waitUntil(first) { try isHeld(folder) }
    try #require(isWriting, "the import was over before its writing was seen")
    let second = try folder.run("import", "b.csv", "--wait", "0")
    #expect(second.status == 3)
    #expect(second.errors.contains("--wait"), "\(second.errors)")
    let ended = try end(first, folder, "a.csv")
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(try folder.lastEntry() == 2)
    #expect(try folder.run("import", "b.csv", "--wait", "0").status == 0)
    #expect(try folder.run("check").status == 0)
  }

  @Test("a reader sees the register as it was until the write is done, and does not wait")
  func readerDuringWrite() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("a.csv", ProgramFolder.staff(60_000))
    let writer = try start(folder, "a.csv", wait: 10)
    let isWriting = try waitUntil(writer) { try isHeld(folder) }
    try #require(isWriting, "the import was over before its writing was seen")
    let seen = try folder.run("history", "2")
    let found = try folder.run("find", "S1", "--json")
    let isStillWriting = try isHeld(folder)
    if isStillWriting {
      #expect(seen.status == 1 && seen.errors.contains("the last entry is 1"), "\(seen)")
      #expect(found.status == 1 && !found.output.contains("Li Ming"))
      #expect(found.output.contains(#""entry":1,"#))
    }
    #expect(try end(writer, folder, "a.csv").status == 0)
    #expect(try folder.run("find", "S1", "--json").output.contains("Li Ming"))
  }

  /// Whether another process holds the register's write lock.
  private func isHeld(_ folder: ProgramFolder) throws -> Bool {
    let prober = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    do throws(SQLiteFailure) {
      try prober.begin()
      try prober.rollback()
      return false
    } catch {
      guard error.isBusy else { throw error }
      return true
    }
  }

  private func waitUntil(_ process: Process, _ holds: () throws -> Bool) throws -> Bool {
    while process.isRunning {
      if try holds() { return true }
      Thread.sleep(forTimeInterval: 0.002)
    }
    return false
  }
}
