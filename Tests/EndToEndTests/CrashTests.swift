import Foundation
import SQLite
import Testing

// What a power cut leaves is what a killed process leaves, as far as a test can tell: the file and its log, or
// its journal, as they were at that instant. SIXPOINT_CRASHES=500 makes a soak of it.

@Suite("A program that dies while it writes", .serialized)
struct CrashTests {
  private static let crashes =
    ProcessInfo.processInfo.environment["SIXPOINT_CRASHES"].flatMap { Int($0) } ?? 8

  private static let rows = 8_000

  /// A sheet that enters by the log, and the first roster, which is written without it.
  enum Load: String, CaseIterable {
    case staff
    case roster

    var sheet: String {
      switch self {
      case .staff: ProgramFolder.staff(8_000)
      case .roster: ProgramFolder.roster(20_000)
      }
    }

    var table: String { self == .staff ? "staff_record" : "member" }
    var rows: Int { self == .staff ? 8_000 : 20_000 }
  }

  private func standing(_ load: Load, _ folder: ProgramFolder) throws -> Int {
    let register = try Connection(
      path: folder.path + "/register.db", mode: .readOnly, busyTimeoutMilliseconds: 0)
    return try register.first("SELECT count(*) FROM \(load.table) WHERE withdrawn IS NULL") {
      $0.int(0)
    } ?? -1
  }

  @Test(
    "killed at any moment of an import, the register is as before it or as after it",
    arguments: Load.allCases)
  func killed(_ load: Load) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("sheet.csv", load.sheet)
    let original = try Data(contentsOf: folder.url("register.db"))
    let start = ContinuousClock.now
    try #require(try folder.run("import", "sheet.csv").status == 0)
    let whole = start.duration(to: .now) / .milliseconds(1)
    var outcomes: Set<Int> = []
    for crash in 0..<Self.crashes {
      try restore(original, in: folder)
      let process = try folder.process(ProgramFolder.program, ["import", "sheet.csv"])
      try process.run()
      // From the first moment to a little after the last, evenly.
      let share = (Double(crash) + 0.5) / Double(Self.crashes) * 1.1
      Thread.sleep(forTimeInterval: whole * share / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let checked = try folder.run("check")
      #expect(checked.status == 0, "at \(share) of the import: \(checked.output)")
      let entries = try folder.lastEntry()
      let rows = try standing(load, folder)
      outcomes.insert(entries)
      #expect(
        entries == 1 && rows == 0 || entries == 2 && rows == load.rows,
        "entry \(entries) with \(rows) rows at \(share) of the import")
      let again = try folder.run("import", "sheet.csv", "--json")
      #expect(again.status == 0, "\(again.errors)")
      #expect(try standing(load, folder) == load.rows)
      #expect(try logMode(folder) == "wal")
    }
    #expect(outcomes.contains(1), "no import was killed before its end")
  }

  private func logMode(_ folder: ProgramFolder) throws -> String? {
    let register = try Connection(
      path: folder.path + "/register.db", mode: .readOnly, busyTimeoutMilliseconds: 0)
    return try register.first("PRAGMA journal_mode") { $0.text(0) }
  }

  @Test("killed while it is made, a register is there whole or is no register")
  func killedInit() throws {
    let folder = try ProgramFolder()
    let start = ContinuousClock.now
    try folder.makeRegister()
    let whole = start.duration(to: .now) / .milliseconds(1)
    for crash in 0..<max(Self.crashes / 2, 4) {
      try restore(nil, in: folder)
      let process = try folder.process(
        ProgramFolder.program, ["init", "--office", "433123", "--year", "2011"])
      try process.run()
      let share = (Double(crash) + 0.5) / Double(max(Self.crashes / 2, 4))
      Thread.sleep(forTimeInterval: whole * share / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard folder.exists("register.db") else { continue }
      let checked = try folder.run("check")
      #expect(
        checked.status == 0 || checked.errors.contains("not a register"),
        "at \(share): \(checked.status) \(checked.output) \(checked.errors)")
    }
  }

  @Test("a disk that fills in the middle of an import leaves the register as before")
  func fullDisk() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(60_000))
    let size = try Data(contentsOf: folder.url("register.db")).count
    // In blocks of 1,024 bytes: from just above what is there to nearly enough.
    for more in [64, 512, 2_048] {
      let told = try folder.shell("ulimit -f \(size / 1024 + more); $PROGRAM import staff.csv")
      #expect(told.status == 2, "\(more): \(told.errors)")
      #expect(told.errors.contains("disk is full"), "\(told.errors)")
      #expect(try folder.run("check").status == 0)
      #expect(try folder.lastEntry() == 1)
    }
    #expect(try folder.run("import", "staff.csv").status == 0)
  }

  @Test("a file system without room is a failure that leaves nothing, one with enough takes all")
  func fullFileSystem() throws {
    guard geteuid() == 0 else { return }
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(30_000))
    let size = try Data(contentsOf: folder.url("register.db")).count
    var statuses: Set<Int32> = []
    for more in [200, 1_200, 3_500] {
      let told = try folder.shell(
        """
        mkdir -p small && mount -t tmpfs -o size=\(size / 1024 + more)k tmpfs small || exit 77
        trap 'umount small' EXIT
        cp register.db small/ || exit 78
        export SIXPOINT_REGISTER=$PWD/small/register.db
        TMPDIR=/tmp $PROGRAM import staff.csv >import.out; status=$?
        $PROGRAM check >check.out || exit 79
        $PROGRAM history 2 >history.out 2>&1; echo $? >entered
        exit $status
        """)
      // A container may forbid mounting.
      if told.status == 77 { return }
      statuses.insert(told.status)
      let isEntered = try folder.read("entered") == "0\n"
      #expect(told.status == (isEntered ? 0 : 2), "\(more): \(told.errors)")
      #expect(isEntered || told.errors.contains("disk is full"), "\(told.errors)")
    }
    #expect(statuses.contains(2))
  }

  private func restore(_ original: Data?, in folder: ProgramFolder) throws {
    for name in ["", "-wal", "-shm", "-journal"].map({ "register.db" + $0 })
    where folder.exists(name) {
      try FileManager.default.removeItem(at: folder.url(name))
    }
    try original?.write(to: folder.url("register.db"))
  }
}
