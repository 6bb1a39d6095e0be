import Foundation
import SQLite
import Testing

// A medium that nothing can be written to is a file system mounted for reading: permissions alone do not keep
// the tester out, who may be root. Where mounting is forbidden, the tests end without a verdict.

@Suite("A register where nothing can be written", .serialized)
struct UnwritableTests {
  /// Runs lines of bash with the folder's `medium` holding what `files` names, mounted for reading.
  private func onMedium(
    _ folder: ProgramFolder, _ files: String, _ lines: String
  ) throws -> ProgramFolder.Result? {
    guard geteuid() == 0 else { return nil }
    let told = try folder.shell(
      """
      mkdir -p medium && mount -t tmpfs -o size=64m tmpfs medium || exit 77
      trap 'umount medium' EXIT
      cp \(files) medium/ || exit 78
      mount -o remount,ro medium || exit 77
      export SIXPOINT_REGISTER=$PWD/medium/register.db
      \(lines)
      """)
    return told.status == 77 ? nil : told
  }

  @Test(
    "is read by every command that reads",
    arguments: [
      "check", "report monthly --month 2011-06", "show 4331231042010001",
      "export roster -o out.csv --force", "history", "find 4331231042010001",
    ])
  func reads(command: String) throws {
    let folder = try ReportsFolder.make()
    let usual = try folder.shell("$PROGRAM \(command)")
    guard let told = try onMedium(folder, "register.db", "$PROGRAM \(command)") else { return }
    #expect(told.status == usual.status && told.output == usual.output, "\(told.errors)")
  }

  @Test("is read on a full disk as well, and a full disk says so to whoever writes")
  func full() throws {
    guard geteuid() == 0 else { return }
    let folder = try ReportsFolder.make()
    try folder.write("staff.csv", ProgramFolder.staff(2))
    let usual = try folder.run("report", "monthly", "--month", "2011-06")
    let told = try folder.shell(
      """
      mkdir -p medium && mount -t tmpfs -o size=16m tmpfs medium || exit 77
      trap 'umount medium' EXIT
      cp register.db medium/ && cat /dev/zero >medium/filler
      export SIXPOINT_REGISTER=$PWD/medium/register.db
      $PROGRAM report monthly --month 2011-06 || exit 78
      $PROGRAM check >&2 || exit 79
      $PROGRAM import staff.csv
      """)
    guard told.status != 77 else { return }
    #expect(told.status == 2 && told.output == usual.output, "\(told.status) \(told.errors)")
    #expect(told.errors.contains("disk is full"), "\(told.errors)")
    #expect(told.errors.contains("Nothing wrong"), "\(told.errors)")
  }

  @Test("a register that fills the disk is made, or leaves nothing")
  func fullAtInit() throws {
    guard geteuid() == 0 else { return }
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let size = try Data(contentsOf: folder.url("register.db")).count / 4_096 * 4
    for more in [-64, -4, 0, 4, 8, 12, 16, 24, 32, 40, 64] {
      let told = try folder.shell(
        """
        mkdir -p medium && mount -t tmpfs -o size=\(size + more)k tmpfs medium || exit 77
        trap 'umount medium' EXIT
        $PROGRAM init --office 433123 --year 2011 --register medium/r.db
        status=$?
        [ -e medium/r.db ] && echo there
        exit $status
        """)
      guard told.status != 77 else { return }
      let isThere = told.output.hasSuffix("there\n")
      #expect(isThere == (told.status == 0), "\(more): \(told.errors)")
      #expect(told.status == 0 || told.status == 2 && told.errors.contains("disk is full"))
    }
  }

  @Test("is refused to whoever would write, in words")
  func writes() throws {
    let folder = try ReportsFolder.make()
    try folder.write("staff.csv", ProgramFolder.staff(2))
    guard let told = try onMedium(folder, "register.db", "$PROGRAM import staff.csv --json")
    else { return }
    #expect(told.status == 2 && told.output.contains(#""rule":"read_only""#), "\(told.errors)")
    let made = try onMedium(
      folder, "register.db",
      "$PROGRAM init --office 433123 --year 2011 --register medium/new.db --json")
    #expect(made?.status == 2 && made?.output.contains("read_only") == true)
    let upgraded = try onMedium(folder, "register.db", "$PROGRAM upgrade --json")
    #expect(upgraded?.status == 2)
    #expect((upgraded.map { $0.output + $0.errors })?.contains("read_only") == true)
  }

  @Test("is never read without its log")
  func log() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    // Who reads an older state keeps the log from being moved into the file.
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute("BEGIN; SELECT count(*) FROM entry;")
    try folder.write("staff.csv", ProgramFolder.staff(2))
    try #require(try folder.run("import", "staff.csv").status == 0)
    try #require(folder.exists("register.db-wal"))
    let files = "register.db register.db-wal"
    guard let alone = try onMedium(folder, files, "$PROGRAM history --json; $PROGRAM check --json")
    else { return }
    #expect(alone.status == 2 && alone.output.contains(#""rule":"log_unreadable""#), "\(alone)")
    #expect(!alone.output.contains("\"entries\""))
    _ = connection.isInTransaction
  }

  @Test("what a killed first import left is refused there, and taken back elsewhere")
  func killedImport() throws {
    let folder = try ProgramFolder()
    guard try StrayJournalTests.killFirstImport(folder) else { return }
    let files = "register.db register.db-journal"
    guard let told = try onMedium(folder, files, "$PROGRAM check --json") else { return }
    #expect(told.status == 2 && told.output.contains(#""rule":"unfinished_import""#), "\(told)")
    #expect(try folder.run("check").status == 0)
    #expect(try folder.lastEntry() == 1)
  }
}

@Suite("A copy made in the middle of an import")
struct UnfinishedCopyTests {
  @Test("is told as one by what reads it, and `check` names the entry")
  func unsealed() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    do {
      let connection = try Connection(
        path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
      var triggers: [String] = []
      try connection.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'entry'"
      ) { triggers.append($0.text(0)) }
      try connection.execute("PRAGMA foreign_keys = OFF")
      for trigger in triggers { try connection.execute("DROP TRIGGER \(trigger)") }
      try connection.execute("UPDATE entry SET hash = NULL, is_judged = 0")
    }
    for command in ["history", "report monthly --month 2011-06"] {
      let told = try folder.shell("$PROGRAM \(command)")
      #expect(told.status == 2 && told.errors.contains("never finished"), "\(told)")
      #expect(!told.errors.contains("column"))
    }
    #expect(try folder.run("check").output.contains("entry 1 was never sealed"))
  }
}

@Suite("A journal of another register", .serialized)
struct StrayJournalTests {
  /// Kills a first import while its journal holds pages; false where that moment was never met.
  static func killFirstImport(_ folder: ProgramFolder) throws -> Bool {
    try folder.makeRegister()
    try folder.write("roster.csv", ProgramFolder.roster(60_000))
    let original = try Data(contentsOf: folder.url("register.db"))
    for attempt in 0..<6 {
      let process = try folder.process(ProgramFolder.program, ["import", "roster.csv"])
      try process.run()
      // Pages have gone into the file, so that the journal was synced and is needed.
      while process.isRunning {
        let size =
          try FileManager.default.attributesOfItem(
            atPath: folder.path + "/register.db")[.size] as? Int
        if folder.exists("register.db-journal"), (size ?? 0) > original.count + 1 << 20 { break }
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if folder.exists("register.db-journal"),
        try Data(contentsOf: folder.url("register.db-journal")).count > 512
      {
        return true
      }
      guard attempt < 5 else { break }
      for name in ["", "-wal", "-shm", "-journal"].map({ "register.db" + $0 })
      where folder.exists(name) {
        try FileManager.default.removeItem(at: folder.url(name))
      }
      try original.write(to: folder.url("register.db"))
    }
    return false
  }

  @Test("is refused before it is played in, and the register's own is played")
  func stray() throws {
    let (killed, other) = (try ProgramFolder(), try ProgramFolder())
    try #require(try Self.killFirstImport(killed), "no import was killed as it wrote")
    let journal = try Data(contentsOf: killed.url("register.db-journal"))
    try other.makeRegister()
    let before = try Data(contentsOf: other.url("register.db"))
    try journal.write(to: other.url("register.db-journal"))
    try other.write("staff.csv", ProgramFolder.staff(2))
    for words in [["check"], ["history"], ["import", "staff.csv"]] {
      let process = try other.process(ProgramFolder.program, words + ["--json"])
      try process.run()
      let told = try other.finish(process)
      #expect(told.status == 2, "\(words)")
      #expect((told.output + told.errors).contains("belongs to another register"), "\(told)")
    }
    #expect(try Data(contentsOf: other.url("register.db")) == before)
    #expect(try Data(contentsOf: other.url("register.db-journal")) == journal)
    #expect(try killed.run("check").status == 0)
    #expect(try killed.lastEntry() == 1)
    #expect(!killed.exists("register.db-journal"))
  }
}
