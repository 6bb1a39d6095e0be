import Foundation
import SQLite
import Testing

@Suite("The log beside a register", .serialized)
struct ProgramLogTests {
  /// The register's file alone, in a folder of its own.
  private func alone(_ folder: ProgramFolder) throws -> ProgramFolder {
    let copy = try ProgramFolder()
    copy.clock = folder.clock
    try FileManager.default.copyItem(at: folder.url("register.db"), to: copy.url("register.db"))
    return copy
  }

  private func logSize(_ folder: ProgramFolder) throws -> Int {
    guard folder.exists("register.db-wal") else { return 0 }
    return try Data(contentsOf: folder.url("register.db-wal")).count
  }

  @Test("a register copied alone lacks nothing after any writing command")
  func copiedAlone() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(5))
    try folder.write("more.csv", ProgramFolder.staff(9))
    try folder.write("roster.csv", ProgramFolder.roster(3))
    for (line, entry) in [
      ("import staff.csv", 2), ("import roster.csv", 3),
      ("log H1 visit --staff S1 --on 2011-06-01", 4), ("undo 4 --reason test --yes", 5),
      ("import more.csv", 6), ("import more.csv", 6),
    ] {
      let ended = try folder.shell("$PROGRAM \(line)")
      #expect(ended.status == 0, "\(line): \(ended.errors)")
      #expect(try logSize(folder) == 0, "\(line)")
      let copy = try alone(folder)
      #expect(try copy.lastEntry() == entry, "\(line)")
      #expect(try copy.run("check").status == 0, "\(line)")
    }
  }

  /// `SIXPOINT_WRITER_ENTRIES` of each writer; 150 take a minute or more.
  private static let entriesEach =
    ProcessInfo.processInfo.environment["SIXPOINT_WRITER_ENTRIES"].flatMap { Int($0) } ?? 5

  @Test("sixteen writers lose no entry that was told, and the log stays bounded")
  func sixteen() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(1))
    try folder.write("roster.csv", ProgramFolder.roster(16))
    for file in ["staff.csv", "roster.csv"] {
      #expect(try folder.run("import", file).status == 0)
    }
    // Each writes its entries, one process an entry, and notes the log's size and what it was told.
    let writers = try (1...16).map { writer in
      let process = try folder.process(
        "/bin/bash",
        [
          "-c",
          """
          for visit in $(seq \(Self.entriesEach)); do
            $PROGRAM log H\(writer) visit --staff S1 --on 2011-06-01 --note $visit --wait 120 --json \\
              >>told\(writer) 2>>errors\(writer) && echo done >>done\(writer)
            stat -c %s register.db-wal >>size\(writer)
          done
          """,
        ])
      try process.run()
      return process
    }
    for process in writers { process.waitUntilExit() }
    var (done, most) = (0, 0)
    for writer in 1...16 {
      done += try folder.read("done\(writer)").split(separator: "\n").count
      most = max(
        most,
        try folder.read("size\(writer)").split(separator: "\n").compactMap { Int($0) }.max() ?? 0)
    }
    #expect(done == 16 * Self.entriesEach)
    #expect(try folder.lastEntry() == 3 + done)
    // The limit is a thousand pages, and sixteen commits may go beyond it before one moves it.
    #expect(most < 1_200 * 4_152, "\(most)")
    #expect(try logSize(folder) == 0)
    #expect(try folder.run("check").status == 0)
    let copy = try alone(folder)
    #expect(try copy.lastEntry() == 3 + done)
  }

  @Test("a writer waits for who has the lock, and says that the register is busy")
  func locked() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(1))
    let holder = try folder.process("/usr/bin/flock", ["register.db-lock", "sleep", "30"])
    try holder.run()
    defer { holder.terminate() }
    var ended = try folder.run("import", "staff.csv", "--wait", "0")
    // The other has it as soon as its process runs.
    for _ in 0..<200 where ended.status != 3 {
      usleep(10_000)
      ended = try folder.run("import", "staff.csv", "--wait", "0")
    }
    #expect(ended.status == 3 && ended.errors.contains("--wait"), "\(ended)")
  }
}
