import Foundation
import SQLite
import Testing

// Permissions keep nobody out who is root, so the program runs as a user who is nobody here; where that cannot be
// done, the tests end without a verdict.

@Suite("A register of another user", .serialized)
struct ForeignRegisterTests {
  /// Runs lines of bash in which `nobody COMMAND` is another user's, in a folder where all may make files.
  private func asNobody(_ folder: ProgramFolder, _ lines: String) throws -> ProgramFolder.Result? {
    guard geteuid() == 0 else { return nil }
    let told = try folder.shell(
      """
      nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
      chmod 0777 . && nobody "$PROGRAM" --version > version.txt || exit 77
      \(lines)
      """)
    return told.status == 77 ? nil : told
  }

  @Test("that may not be read is told as that, whatever is to be done with it")
  func unreadable() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    for command in ["check", "history", "staff add S1 --name 甲", "upgrade"] {
      guard let told = try asNobody(folder, "nobody $PROGRAM \(command) --json") else { return }
      #expect(told.status == 2, "\(command) \(told)")
      #expect((told.output + told.errors).contains("not_readable"), "\(command) \(told)")
    }
  }

  @Test("that may only be read is read, and nothing of the reader's stays beside it")
  func leavesNothing() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let usual = try folder.run("history").output
    let lines = """
      rm -f register.db-wal register.db-shm
      chmod 0644 register.db
      nobody $PROGRAM history
      nobody $PROGRAM check > check.txt || exit 5
      nobody $PROGRAM staff add S1 --name 甲 2> refused.txt && exit 6
      ls register.db-wal register.db-shm 2> missing.txt
      true
      """
    guard let told = try asNobody(folder, lines) else { return }
    #expect(told.status == 0 && told.output == usual, "\(told)")
    #expect(try folder.read("refused.txt").contains("read-only for you"))
  }

  @Test("that its owner writes to meanwhile is read all the same, and its log is no other's")
  func beside() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let lines = """
      rm -f register.db-wal register.db-shm
      chmod 0644 register.db register.db-lock && chmod 0755 .
      nobody "$PROGRAM" check --wait 300 > check.txt 2> errors.txt &
      for number in 1 2 3; do
        "$PROGRAM" staff add S$number --name 田大川 --county 433123 > added.txt || exit 5
      done
      wait $!
      """
    guard let told = try asNobody(folder, lines) else { return }
    let errors = try folder.read("errors.txt")
    #expect(told.status == 0, "\(told.status) \(errors)")
    #expect(try folder.read("check.txt").contains("Nothing wrong"))
  }

  @Test("a file of another user's beside it is named to whoever would write", arguments: ["", "x"])
  func held(content: String) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let lines = """
      rm -f register.db-wal register.db-shm
      chown 65534 register.db register.db-lock
      printf '\(content)' > register.db-wal && chmod 0644 register.db-wal
      nobody $PROGRAM staff add S1 --name 甲
      """
    guard let told = try asNobody(folder, lines) else { return }
    #expect(told.status == 2 && told.errors.contains("register.db-wal belongs to root"), "\(told)")
    #expect(told.errors.contains(content.isEmpty ? "delete it and try again" : "do not delete it"))
  }

  @Test("whose log may not be read is not read without it, and the log is named")
  func unreadableLog() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    // Who reads an older state keeps the log from being moved into the file.
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute("BEGIN; SELECT count(*) FROM entry;")
    try folder.write("staff.csv", ProgramFolder.staff(2))
    try #require(try folder.run("import", "staff.csv").status == 0)
    let lines = "chmod 0644 register.db; nobody $PROGRAM history --json"
    guard let told = try asNobody(folder, lines) else { return }
    #expect(told.status == 2 && told.output.contains(#""rule":"not_readable""#), "\(told)")
    #expect(told.errors.contains("register.db-wal may not be read by you"), "\(told)")
    _ = connection.isInTransaction
  }
}
