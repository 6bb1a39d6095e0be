import Foundation
import SQLite
import Testing

@Suite("How the program ends", .serialized)
struct ProgramEndingTests {
  @Test("help and version are done; nothing, nonsense and slips are usage")
  func statuses() throws {
    let folder = try ProgramFolder()
    #expect(try folder.run("help").status == 0)
    #expect(try folder.run("import", "--help").output.contains("sixpoint import"))
    #expect(try folder.run("--version").output.hasPrefix("sixpoint "))
    #expect(try folder.run().status == 64)
    let slip = try folder.run("imprt", "a.csv")
    #expect(slip.status == 64)
    #expect(slip.errors == "sixpoint: unknown command “imprt”; did you mean import?\n")
    #expect(try folder.run("import", "a.csv", "--chek").errors.contains("--check"))
    #expect(try folder.run("version", "--lang", "zh", "--nonsense").errors.contains("没有选项"))
  }

  @Test(
    "a full standard output is a failure",
    arguments: ["help", "version", "template roster", "history 1"])
  func fullOutput(command: String) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    #expect(try folder.shell("$PROGRAM \(command) >/dev/full").status == 2)
    #expect(try folder.shell("$PROGRAM \(command) >&-").status == 2)
  }

  @Test("a closed pipe is quiet")
  func closedPipe() throws {
    let folder = try ProgramFolder()
    try folder.write("big.csv", ProgramFolder.staff(50_000))
    let told = try folder.shell(
      "$PROGRAM preview big.csv --json --all | head -c 10; echo ${PIPESTATUS[0]} >&2")
    #expect(told.errors == "0\n")
  }

  @Test("a register that another holds is status 3 after the wait, and nothing is written")
  func busy() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(2))
    let holder = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try holder.begin()
    let told = try folder.run("import", "staff.csv", "--wait", "0", "--json")
    #expect(told.status == 3)
    #expect(told.output.contains(#""rule":"busy""#))
    try holder.rollback()
    #expect(try folder.lastEntry() == 1)
  }

  @Test("a disk that fills is a failure, and the register is as before")
  func fullDisk() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(60_000))
    let told = try folder.shell("ulimit -f 3000; $PROGRAM import staff.csv")
    #expect(told.status == 2)
    #expect(told.errors.contains("disk is full"), "\(told.errors)")
    #expect(try folder.lastEntry() == 1)
    #expect(try folder.run("import", "staff.csv").status == 0)
  }

  @Test(
    "an interrupt ends with 130 and leaves nothing", arguments: [SIGINT, SIGTERM])
  func interrupt(signal: Int32) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(400_000))
    let process = try folder.process(ProgramFolder.program, ["import", "staff.csv"])
    try process.run()
    Thread.sleep(forTimeInterval: 0.4)
    try #require(process.isRunning, "the import was over before it could be interrupted")
    kill(process.processIdentifier, signal)
    let result = try folder.finish(process)
    #expect(result.status == 130)
    #expect(result.output.isEmpty)
    #expect(try folder.lastEntry() == 1)
    #expect(try folder.run("import", "-", input: ProgramFolder.staff(2)).status == 0)
  }
}

@Suite("Completions")
struct ProgramCompletionTests {
  @Test("every shell gets a script that knows the commands", arguments: ["bash", "zsh", "fish"])
  func scripts(shell: String) throws {
    let folder = try ProgramFolder()
    let told = try folder.run("completions", shell)
    #expect(told.status == 0)
    #expect(told.output.contains("keep-going"))
    #expect(try folder.run("completions", "tcsh").status == 64)
  }
}
