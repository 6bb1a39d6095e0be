import Foundation
import Testing

// Real processes and real signals, at moments spread over the whole run. SIXPOINT_INTERRUPTS=100 makes a soak.

@Suite("An interrupt at any moment", .serialized)
struct InterruptTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["SIXPOINT_INTERRUPTS"].flatMap { Int($0) } ?? 5

  /// A command, and whether it makes an entry.
  struct Act: CustomTestStringConvertible {
    let words: [String]
    let writes: Bool
    /// A file that it makes whole or not at all.
    var makes: String?

    var testDescription: String { words[0] }
  }

  private static let household = "4331231042010001"

  static let acts = [
    Act(words: ["import", "staff.csv", "--json"], writes: true),
    Act(
      words: [
        "log", household, "delivery", "--quantity", "12", "--unit", "head", "--staff",
        "S433123-0001", "--json",
      ], writes: true),
    Act(words: ["undo", "9", "--yes", "--json"], writes: true),
    Act(words: ["show", household, "--reveal", "--reason", "bank list"], writes: true),
    Act(words: ["report", "monthly", "--month", "2011-06"], writes: false),
    Act(words: ["export", "roster", "-o", "out.csv"], writes: false, makes: "out.csv"),
    Act(words: ["check"], writes: false),
  ]

  @Test(
    "leaves nothing and is 130, or comes too late and changes nothing; it is never a bare signal",
    arguments: acts)
  func atAnyMoment(_ act: Act) throws {
    let folder = try ReportsFolder.make()
    try folder.write("staff.csv", ProgramFolder.staff(2_000, from: 50_000))
    let original = try Data(contentsOf: folder.url("register.db"))
    let before = try folder.lastEntry()
    let start = ContinuousClock.now
    let undisturbed = try folder.finish(try started(act.words, folder))
    let whole = start.duration(to: .now) / .seconds(1)
    let ending = undisturbed.status
    for round in 0..<Self.rounds {
      try restore(original, folder)
      if let file = act.makes { try? FileManager.default.removeItem(at: folder.url(file)) }
      let process = try started(act.words, folder)
      let isWatching = try waitUntilWatching(process)
      Thread.sleep(forTimeInterval: whole * Double(round) / Double(Self.rounds))
      let signal = [SIGINT, SIGTERM, SIGHUP][round % 3]
      let isSent = isWatching && kill(process.processIdentifier, signal) == 0
      let result = try folder.finish(process)
      let place = "\(act.words[0]), signal \(signal) in round \(round): \(result.errors)"
      #expect(process.terminationReason == .exit, "\(place)")
      let entry = try folder.lastEntry()
      if result.status == 130 {
        #expect(isSent && entry == before, "\(place)")
        if act.writes { #expect(result.output.isEmpty || result.output.contains("interrupted")) }
        if let file = act.makes { #expect(!folder.exists(file), "\(place)") }
      } else {
        #expect(result.status == ending, "\(place)")
        #expect(entry == (act.writes ? before + 1 : before), "\(place)")
        #expect(result.output == undisturbed.output, "\(place)")
        if let file = act.makes { #expect(folder.exists(file), "\(place)") }
      }
      #expect(try leftovers(folder).isEmpty, "\(place)")
    }
  }

  @Test("a first roster is in the register whole, with its receipt, or not at all")
  func founding() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("roster.csv", ProgramFolder.roster(8_000))
    let original = try Data(contentsOf: folder.url("register.db"))
    let start = ContinuousClock.now
    let undisturbed = try folder.run("import", "roster.csv", "--json")
    let whole = start.duration(to: .now) / .seconds(1)
    for round in 0..<Self.rounds + 3 {
      try restore(original, folder)
      let process = try started(["import", "roster.csv", "--json"], folder)
      _ = try waitUntilWatching(process)
      Thread.sleep(forTimeInterval: whole * Double(round) / Double(Self.rounds + 2))
      kill(process.processIdentifier, SIGINT)
      let result = try folder.finish(process)
      #expect(process.terminationReason == .exit)
      let entry = try folder.lastEntry()
      let isWhole = result.status == 0 && entry == 2 && result.output == undisturbed.output
      let isNothing =
        result.status == 130 && entry == 1
        && (result.output.isEmpty || result.output.contains(#""rule":"interrupted""#))
      #expect(isWhole || isNothing, "\(result.status), entry \(entry): \(result.output)")
    }
  }

  @Test("a register is made whole, with its receipt, or not at all")
  func making() throws {
    let folder = try ProgramFolder()
    let words = ["init", "--office", "433123", "--year", "2011"]
    let start = ContinuousClock.now
    try folder.makeRegister()
    let whole = start.duration(to: .now) / .seconds(1)
    for round in 0..<Self.rounds + 3 {
      try restore(nil, folder)
      let process = try started(words, folder)
      _ = try waitUntilWatching(process)
      Thread.sleep(forTimeInterval: whole * Double(round) / Double(Self.rounds + 2))
      kill(process.processIdentifier, SIGTERM)
      let result = try folder.finish(process)
      #expect(process.terminationReason == .exit)
      #expect(folder.exists("register.db") == (result.status == 0), "\(result.errors)")
      #expect(result.status == 0 ? result.output.contains("433123") : result.status == 130)
      #expect(try leftovers(folder).isEmpty)
    }
  }

  private func started(_ words: [String], _ folder: ProgramFolder) throws -> Process {
    let process = try folder.process(ProgramFolder.program, words)
    try process.run()
    return process
  }

  /// Waits for the program's first statement, which holds the signals back; false where it is over before
  /// that was seen.
  private func waitUntilWatching(_ process: Process) throws -> Bool {
    let status = URL(fileURLWithPath: "/proc/\(process.processIdentifier)/status")
    while process.isRunning {
      let lines = (try? String(contentsOf: status, encoding: .utf8)) ?? ""
      let held = lines.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
      let mask = held.flatMap { UInt64($0.dropFirst(7).filter { !$0.isWhitespace }, radix: 16) }
      // The child is the program, and not yet a copy of the tester, once its own name stands there.
      if let mask, mask & (1 << (UInt64(SIGINT) - 1)) != 0, lines.hasPrefix("Name:\tsixpoint\n") {
        return true
      }
    }
    return false
  }

  private func restore(_ original: Data?, _ folder: ProgramFolder) throws {
    for name in ["", "-wal", "-shm", "-journal"].map({ "register.db" + $0 })
    where folder.exists(name) {
      try FileManager.default.removeItem(at: folder.url(name))
    }
    try original?.write(to: folder.url("register.db"))
  }

  private func leftovers(_ folder: ProgramFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix(".") && $0.hasSuffix(".tmp") || $0.hasSuffix("-new")
    }
  }
}
