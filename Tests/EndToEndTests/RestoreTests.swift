import Foundation
import SQLite
import Testing

@Suite("Restoring a backup")
struct RestoreTests {
  /// A register with a backup `b.db` of three officials and two more since.
  private func folder() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(3))
    try folder.write("more.csv", ProgramFolder.staff(2, from: 4))
    try #require(try folder.run("import", "staff.csv").status == 0)
    try #require(try folder.run("backup", "b.db").status == 0)
    try #require(try folder.run("import", "more.csv").status == 0)
    return folder
  }

  private func staff(_ folder: ProgramFolder, _ register: String = "register.db") throws -> String {
    try folder.run("export", "staff", "--register", register).output
  }

  @Test("takes the backup's place with a yes only, and keeps the register as it was")
  func restores() throws {
    let folder = try folder()
    let (now, then) = (try staff(folder), try staff(folder, "b.db"))
    let bytes = try Data(contentsOf: folder.url("b.db"))
    let asked = try folder.run("restore", "b.db", "--json")
    #expect(asked.status == 1 && asked.output.contains(#""rule":"not_confirmed""#))
    let trial = try folder.run("restore", "b.db", "--dry-run")
    #expect(
      trial.output
        == "Puts b.db (entry 2, whole) in the place of \(folder.path)/register.db, which is at entry 3 and is kept beside it.\n"
    )
    #expect(try staff(folder) == now)
    let done = try folder.run("restore", "b.db", "--yes", "--lang", "zh")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.output.contains("恢复") && done.output.contains("register.db.before-restore"))
    #expect(try staff(folder) == then && then != now)
    #expect(try staff(folder, "register.db.before-restore") == now)
    #expect(try folder.run("check").status == 0)
    #expect(try folder.run("check", "--register", "register.db.before-restore").status == 0)
    #expect(try Data(contentsOf: folder.url("b.db")) == bytes)
    // The register goes on, and may be restored again.
    #expect(try folder.run("import", "more.csv").status == 0)
    #expect(try staff(folder) == now)
    let again = try folder.run("restore", "b.db", "--yes", "--json")
    #expect(again.output.contains(#"register.db.before-restore-2""#), "\(again.output)")
  }

  @Test("a backup to which nothing could be written is refused, and what is wrong is named")
  func altered() throws {
    let folder = try folder()
    do {
      let backup = try Connection(
        path: folder.path + "/b.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
      try backup.execute("DROP TRIGGER member_fixed")
      try backup.checkpoint()
    }
    let told = try folder.run("restore", "b.db", "--yes")
    #expect(told.status == 2 && told.errors.contains("member_fixed"), "\(told.errors)")
    #expect(try staff(folder).contains("S5"))
  }

  @Test("who has the register open sees the one or the other, and his log is not played in")
  func open() throws {
    let folder = try folder()
    let then = try staff(folder, "b.db")
    let reader = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    func count() throws -> Int? {
      try reader.first("SELECT count(*) FROM staff") { $0.int(0) }
    }
    try reader.execute("BEGIN")
    #expect(try count() == 5)
    #expect(try folder.run("restore", "b.db", "--yes").status == 0)
    #expect(try count() == 5)
    try reader.execute("COMMIT")
    #expect(try count() == 3)
    #expect(try staff(folder) == then)
    try reader.execute("BEGIN IMMEDIATE")
    let busy = try folder.run("restore", "b.db", "--yes", "--wait", "0")
    #expect(busy.status == 3, "\(busy.errors)")
  }

  @Test("what is no whole register is not restored, and nothing is touched")
  func refused() throws {
    let folder = try folder()
    let now = try staff(folder)
    try folder.write("text", "no database")
    var bytes = try Data(contentsOf: folder.url("b.db"))
    bytes.removeLast(bytes.count / 2)
    try bytes.write(to: folder.url("half.db"))
    let other = try ProgramFolder()
    try other.makeRegister()
    try FileManager.default.copyItem(at: other.url("register.db"), to: folder.url("other.db"))
    for (path, rule) in [
      ("text", "not_a_register"), ("half.db", "copy_unsound"), ("none.db", "register_missing"),
      ("register.db", "same_file"), ("other.db", "other_register"),
    ] {
      let told = try folder.run("restore", path, "--yes", "--json")
      #expect(told.status != 0 && told.output.contains(#""rule":"\#(rule)""#), "\(told.output)")
    }
    #expect(try staff(folder) == now)
    #expect(!folder.exists("register.db.before-restore"))
    #expect(try folder.run("restore", "other.db", "--yes", "--force").status == 0)
    #expect(try folder.lastEntry() == 1)
  }

  @Test(
    "a register that is gone or cannot be opened is replaced, its log and journal go aside with it")
  func unusable() throws {
    let folder = try folder()
    let then = try staff(folder, "b.db")
    let log = try LogOfRegister.taken(from: folder, "more2.csv", ProgramFolder.staff(1, from: 9))
    try FileManager.default.removeItem(at: folder.url("register.db"))
    try log.write(to: folder.url("register.db-wal"))
    let gone = try folder.run("restore", "b.db", "--yes")
    #expect(gone.status == 0, "\(gone.errors)")
    #expect(try staff(folder) == then)
    #expect(folder.exists("register.db.before-restore-wal"))
    try folder.write("register.db", "damaged from the first page on")
    try log.write(to: folder.url("register.db-wal"))
    let asked = try folder.run("restore", "b.db", "--yes", "--json")
    #expect(asked.status == 1 && asked.output.contains(#""rule":"register_unusable""#))
    let done = try folder.run("restore", "b.db", "--yes", "--force")
    #expect(done.status == 0, "\(done.errors)")
    #expect(try staff(folder) == then)
    #expect(try folder.read("register.db.before-restore-2") == "damaged from the first page on")
    #expect(folder.exists("register.db.before-restore-2-wal"))
    #expect(try folder.run("check").status == 0)
  }

  @Test("a torn schema is told in our words, and the backup takes its place")
  func torn() throws {
    let folder = try folder()
    let then = try staff(folder, "b.db")
    var bytes = try Data(contentsOf: folder.url("register.db"))
    let place = try #require(bytes.range(of: Data("CREATE VIEW rule_ladder".utf8)))
    bytes.replaceSubrange(place, with: Data("CREATX VIEW rule_ladder".utf8))
    try bytes.write(to: folder.url("register.db"))
    for command in ["check", "history", "staff add S9 --name 甲", "restore b.db --yes"] {
      let words = command.split(separator: " ").map(String.init)
      let (english, chinese) = (try folder.run(words), try folder.run(words + ["--lang", "zh"]))
      #expect(english.status == (words[0] == "restore" ? 1 : 2), "\(english)")
      for errors in [english.errors, chinese.errors] {
        #expect(errors.contains("“rule_ladder”"), "\(errors)")
        #expect(errors.contains("sixpoint restore"), "\(errors)")
        #expect(!errors.contains("malformed") && !errors.contains("syntax"), "\(errors)")
      }
    }
    #expect(try folder.run("restore", "b.db", "--yes", "--force").status == 0)
    #expect(try staff(folder) == then)
  }

  @Test("a disk that fills up leaves the register, and no copy of it")
  func fullDisk() throws {
    guard geteuid() == 0 else { return }
    let folder = try folder()
    // Room for the copy that is kept, and not for the log of the change.
    let told = try folder.shell(
      """
      mkdir small && mount -t tmpfs -o size=6m tmpfs small || exit 77
      trap 'umount small' EXIT
      cp register.db small/ || exit 78
      export SIXPOINT_REGISTER=$PWD/small/register.db
      $PROGRAM restore b.db --yes --json; echo $?; $PROGRAM check; ls -A small
      """)
    guard told.status != 77 else { return }
    #expect(told.output.contains(#""rule":"disk_full""#), "\(told.output)")
    #expect(told.output.contains("\n2\nNothing wrong: 3 entries"), "\(told.output)")
    #expect(!told.output.contains("before-restore"))
  }

  @Test("killed at any moment, the register is as before it or as after it")
  func killed() throws {
    let folder = try folder()
    let (now, then) = (try staff(folder), try staff(folder, "b.db"))
    for milliseconds in [300, 600, 900, 1_200, 1_500] {
      let process = try folder.process(ProgramFolder.program, ["restore", "b.db", "--yes"])
      try process.run()
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = try staff(folder)
      #expect(found == now || found == then)
      #expect(try folder.run("check").status == 0)
      #expect(try folder.run("import", "more.csv").status == 0)
    }
  }
}
