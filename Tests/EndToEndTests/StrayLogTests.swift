import Foundation
import SQLite
import Testing

/// A log with a commit in it, as a killed program leaves it.
enum LogOfRegister {
  static func taken(from folder: ProgramFolder, _ name: String, _ sheet: String) throws -> Data {
    let holder = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try holder.execute("BEGIN; SELECT count(*) FROM entry;")
    try folder.write(name, sheet)
    try #require(try folder.run("import", name).status == 0)
    let log = try Data(contentsOf: folder.url("register.db-wal"))
    try holder.execute("COMMIT")
    try #require(log.count > 4_096)
    return log
  }
}

@Suite("A log of another register")
struct StrayLogTests {
  @Test("is refused before it is played in; the register's own is played")
  func stray() throws {
    let (one, other) = (try ProgramFolder(), try ProgramFolder())
    for folder in [one, other] { try folder.makeRegister() }
    let before = try Data(contentsOf: one.url("register.db"))
    let log = try LogOfRegister.taken(from: one, "staff.csv", ProgramFolder.staff(2))
    // As killed: the file without what the log holds.
    for end in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(at: one.url("register.db" + end))
    }
    try before.write(to: one.url("register.db"))
    try log.write(to: one.url("register.db-wal"))
    let theirs = try Data(contentsOf: other.url("register.db"))
    try log.write(to: other.url("register.db-wal"))
    for words in [["check"], ["history"], ["import", "staff.csv"], ["backup", "b.db"]] {
      try other.write("staff.csv", ProgramFolder.staff(2))
      let process = try other.process(ProgramFolder.program, words + ["--json"])
      try process.run()
      let told = try other.finish(process)
      #expect(told.status == 2, "\(words)")
      #expect(told.output.contains(#""rule":"stray_log""#), "\(told)")
    }
    #expect(try other.run("check", "--lang", "zh").errors.contains("属于另一个登记库"))
    #expect(try Data(contentsOf: other.url("register.db")) == theirs)
    #expect(try Data(contentsOf: other.url("register.db-wal")) == log)
    #expect(try one.run("check").status == 0)
    #expect(try one.lastEntry() == 2)
  }

  @Test("is not played into a register that is made beside it", arguments: ["-wal", "-journal"])
  func beforeInit(end: String) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("new.db" + end, "what another left")
    let made = try folder.run(
      "init", "--office", "433123", "--year", "2011", "--register", "new.db")
    #expect(made.status == 2 && made.errors.contains("new.db" + end), "\(made.errors)")
    #expect(!folder.exists("new.db"))
  }

  @Test("and so is one of a copy that went on by itself", arguments: [1, 2])
  func twin(entries: Int) throws {
    let (one, other) = (try ProgramFolder(), try ProgramFolder())
    try one.makeRegister()
    let holder = try Connection(
      path: one.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try holder.checkpoint()
    try Data(contentsOf: one.url("register.db")).write(to: other.url("register.db"))
    // As many commits in each; the one's stay in its log.
    try holder.execute("BEGIN; SELECT count(*) FROM entry;")
    for (folder, first) in [(one, 1), (other, 5)] {
      for number in 0..<entries {
        try folder.write("staff.csv", ProgramFolder.staff(1, from: first + number))
        try #require(try folder.run("import", "staff.csv").status == 0)
      }
    }
    let log = try Data(contentsOf: one.url("register.db-wal"))
    try holder.execute("COMMIT")
    let theirs = try Data(contentsOf: other.url("register.db"))
    try log.write(to: other.url("register.db-wal"))
    let told = try other.run("check", "--json")
    #expect(told.status == 2 && told.output.contains(#""rule":"stray_log""#), "\(told)")
    #expect(try Data(contentsOf: other.url("register.db")) == theirs)
  }

  @Test("and so is one of the same register at another moment")
  func otherMoment() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let first = try Data(contentsOf: folder.url("register.db"))
    let early = try LogOfRegister.taken(from: folder, "a.csv", ProgramFolder.staff(2))
    for number in 3...5 {
      try folder.write("b.csv", ProgramFolder.staff(1, from: number))
      try #require(try folder.run("import", "b.csv").status == 0)
    }
    let late = try LogOfRegister.taken(from: folder, "c.csv", ProgramFolder.staff(1, from: 9))
    func verdict(_ file: Data, _ log: Data) throws -> Int32 {
      for end in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(at: folder.url("register.db" + end))
      }
      try file.write(to: folder.url("register.db"))
      try log.write(to: folder.url("register.db-wal"))
      return try folder.run("check").status
    }
    let last = try Data(contentsOf: folder.url("register.db"))
    #expect(try verdict(first, late) == 2)
    #expect(try verdict(last, early) == 2)
    #expect(try verdict(first, early) == 0)
    #expect(try folder.lastEntry() == 2)
  }

  @Test(
    "a pipe in the place of the register is refused and not waited for", .timeLimit(.minutes(2)))
  func pipe() throws {
    let folder = try ProgramFolder()
    let told = try folder.shell("mkfifo pipe && $PROGRAM check --register pipe")
    #expect(told.status == 2 && told.errors.contains("no file on a disk"), "\(told.errors)")
  }
}
