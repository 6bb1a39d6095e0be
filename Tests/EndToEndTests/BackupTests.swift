import Foundation
import SQLite
import Testing

@Suite("Backups")
struct BackupTests {
  /// A register with three officials.
  private func folder() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(3))
    try #require(try folder.run("import", "staff.csv").status == 0)
    return folder
  }

  private func mode(_ name: String, in folder: ProgramFolder) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.posixPermissions]
      as? Int
  }

  private func names(in folder: ProgramFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !["stdin", "stdout", "stderr", "register.db-wal", "register.db-shm"].contains($0) }
      .sorted()
  }

  @Test("a backup is the register, whole, for its owner alone, with nothing beside it")
  func whole() throws {
    let folder = try folder()
    let before = try names(in: folder)
    let made = try folder.run("backup", "b.db", "--json")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.hasPrefix(#"{"backup":"b.db","entry":2,"hash":""#), "\(made.output)")
    #expect(try names(in: folder) == (before + ["b.db"]).sorted())
    #expect(try mode("b.db", in: folder) == 0o600)
    let exported = try folder.run("export", "staff", "--register", "b.db").output
    #expect(try exported == folder.run("export", "staff").output)
    #expect(try folder.run("check", "--register", "b.db").status == 0)
    let chinese = try folder.run("backup", "c.db", "--lang", "zh")
    #expect(chinese.output == "已把登记库（至第 2 号录入单）备份到 c.db，页面和链均完整。\n")
  }

  @Test("what is only in the log is in the backup, and others may read and write meanwhile")
  func log() throws {
    let folder = try folder()
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute("BEGIN; SELECT count(*) FROM entry;")
    try folder.write("more.csv", ProgramFolder.staff(2, from: 4))
    try #require(try folder.run("import", "more.csv").status == 0)
    try #require(folder.exists("register.db-wal"))
    #expect(try folder.run("backup", "b.db").status == 0)
    #expect(try folder.run("export", "staff", "--register", "b.db").output.contains("S5"))
    let isReading = connection.isInTransaction
    #expect(isReading)
    try connection.execute("COMMIT; BEGIN IMMEDIATE;")
    #expect(try folder.run("backup", "c.db", "--wait", "0").status == 0)
  }

  @Test("a backup never stands in for a file, the register or what belongs to one")
  func refused() throws {
    let folder = try folder()
    try folder.write("mine", "mine")
    for (path, rule) in [
      ("mine", "output_exists"), ("register.db", "output_is_register"),
      ("./register.db-wal", "output_is_register"), (".", "output_is_folder"),
      ("/dev/null", "output_exists"), ("no/such/b.db", "folder_missing"),
    ] {
      let told = try folder.run("backup", path, "--json")
      #expect(told.status != 0 && told.output.contains(#""rule":"\#(rule)""#), "\(told.output)")
    }
    #expect(try folder.run("backup", "register.db", "--force").status == 1)
    #expect(try folder.run("backup", "register.db-lock", "--force").status == 1)
    #expect(try folder.run("backup", "/dev/null", "--force").status == 1)
    #expect(try folder.run("backup", "b.db").status == 0)
    #expect(try folder.run("backup", "b.db").status == 1)
    #expect(try folder.run("backup", "b.db", "--force").status == 0)
    // Somebody works with the copy: it is a register now.
    #expect(try folder.run("log", "x", "visit", "--register", "b.db").status == 1)
    #expect(folder.exists("b.db-lock"))
    #expect(try folder.run("backup", "b.db", "--force").status == 1)
    #expect(try folder.read("mine") == "mine")
    // What is a file or a folder is none of the name `-` where that means a stream elsewhere.
    for words in [
      "backup - --force", "init --office 433123 --year 2011 --register -",
      "completions --manual -",
    ] {
      let told = try folder.words(words)
      #expect(told.status == 64 && told.errors.contains("cannot be “-”"), "\(told.errors)")
    }
    #expect(!folder.exists("-"))
    #expect(try folder.run("backup").status == 64)
  }

  @Test("a damaged register is not backed up, and a full disk leaves nothing")
  func unsound() throws {
    let folder = try folder()
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute(
      """
      DROP TRIGGER staff_record_fixed;
      UPDATE staff_record SET name = 'Zhang San' WHERE id = 1;
      """)
    try connection.checkpoint()
    let told = try folder.run("backup", "b.db", "--json")
    #expect(told.status == 2 && told.output.contains(#""rule":"copy_unsound""#), "\(told.output)")
    #expect(!folder.exists("b.db"))
    guard geteuid() == 0 else { return }
    let full = try self.folder()
    let small = try full.shell(
      """
      mkdir small && mount -t tmpfs -o size=1m tmpfs small || exit 77
      trap 'umount small' EXIT
      $PROGRAM backup small/b.db --json; echo $?; ls -A small
      """)
    guard small.status != 77 else { return }
    #expect(small.output.contains(#""rule":"disk_full""#), "\(small.output)")
    #expect(small.output.hasSuffix("\n2\n"), "\(small.output)")
  }

  @Test("killed at any moment, no half of a backup has its name, and the next clears what was left")
  func killed() throws {
    let folder = try folder()
    for milliseconds in [5, 60, 120, 250, 400] {
      let process = try folder.process(ProgramFolder.program, ["backup", "b.db", "--force"])
      try process.run()
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if folder.exists("b.db") {
        #expect(try folder.run("check", "--register", "b.db").status == 0)
        try FileManager.default.removeItem(at: folder.url("b.db"))
        for end in ["-wal", "-shm"] {
          try? FileManager.default.removeItem(at: folder.url("b.db" + end))
        }
      }
    }
    #expect(try folder.run("backup", "b.db").status == 0)
    #expect(try !names(in: folder).contains { $0.hasPrefix(".sixpoint-") })
  }
}
