import Foundation
import SQLite
import Testing

// 32 programs at once make 3,000 acts on shared balances. What each act answered is held against what stands:
// every sum to the fen. `scripts/soak` makes more. A program is this one, run again for `MoneyRaceWorker`: it
// makes its acts as so many command lines.

@Suite("Money under many programs at once", .serialized)
struct MoneyRaceTests {
  private static let workers = 32
  private static let acts =
    ProcessInfo.processInfo.environment["SIXPOINT_RACE_ACTS"].flatMap(Int.init) ?? 3_000

  private struct Act {
    let status: Int
    let kind: String
    let household: String
    let fen: Int64
    let number: String
    let reversed: String
  }

  private static func acts(in folder: ProgramFolder) throws -> [Act] {
    try (1...workers).flatMap { worker in
      try folder.read("log.\(worker)").split(separator: "\n").map { line in
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return Act(
          status: Int(words[0]) ?? -1, kind: words[1], household: words[2],
          fen: Int64(words[3]) ?? 0, number: words[4], reversed: words[5])
      }
    }
  }

  @Test("32 programs pay, allocate, return and reverse, and every sum is exact")
  func race() throws {
    let folder = try FundFolder.make()
    let before = try folder.lastEntry()
    let each = max(1, Self.acts / Self.workers)
    let running = try (1...Self.workers).map { worker in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      process.arguments = ["--testing-library", "swift-testing", "--filter", "MoneyRaceWorker"]
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.environment = folder.environment.merging(
        [MoneyRaceWorker.variable: "\(worker)", "SIXPOINT_RACE_ACTS": "\(each)"]
      ) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in running { process.waitUntilExit() }
    let acts = try Self.acts(in: folder)
    #expect(acts.count == each * Self.workers)
    let odd = acts.filter { ![0, 1, 3].contains($0.status) }
    #expect(odd.isEmpty, "\(odd)")
    let done = acts.filter { $0.status == 0 }
    #expect(done.count > acts.count / 4)
    #expect(try folder.lastEntry() == before + done.count)
    try Self.expectSums(of: done, in: folder)
    let check = try folder.run("check")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  /// What each household holds and was paid, by the acts that were done.
  private static func expectSums(of acts: [Act], in folder: ProgramFolder) throws {
    let amounts = Dictionary(
      acts.filter { $0.kind == "allocate" }.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    var held: [String: Int64] = [:]
    var paid: [String: Int64] = [:]
    for number in 1...FundFolder.households { held["H\(number)"] = 30_000 }
    for act in acts {
      switch act.kind {
      case "allocate": held[act.household, default: 0] += act.fen
      case "return": held[act.household, default: 0] -= act.fen
      case "pay":
        held[act.household, default: 0] -= act.fen
        paid[act.household, default: 0] += act.fen
      case "back":
        held[act.household, default: 0] += act.fen
        paid[act.household, default: 0] -= act.fen
      default:
        let reversed = try #require(amounts[act.reversed], "\(act.number)")
        held[reversed.household, default: 0] -= reversed.fen
      }
    }
    let register = try Connection(
      path: folder.path + "/register.db", mode: .readOnly, busyTimeoutMilliseconds: 0)
    var rungs: [Int: [String: Int64]] = [3: [:], 4: [:]]
    try register.rows(
      """
      SELECT rung, household_no, (
        SELECT balance_fen FROM account_day WHERE account_id = account.id
        ORDER BY on_day DESC LIMIT 1)
      FROM account JOIN household ON household.id = account.household_id
      """
    ) { rungs[$0.int(0)]?[$0.text(1)] = $0.int64(2) }
    #expect(rungs[3] == held)
    #expect(rungs[4]?.filter { $0.value != 0 } == paid.filter { $0.value != 0 })
    let overdrawn = try register.first("SELECT count(*) FROM account_day WHERE balance_fen < 0") {
      $0.int(0)
    }
    #expect(overdrawn == 0)
    let project = try register.first(
      """
      SELECT balance_fen FROM account_day JOIN account ON account.id = account_id
      WHERE rung = 2 ORDER BY on_day DESC LIMIT 1
      """
    ) { $0.int64(0) }
    let total = held.values.reduce(0, +) + paid.values.reduce(0, +)
    #expect(project == 700_000 - total)
  }
}
