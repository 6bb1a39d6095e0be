import Foundation
import Testing

/// `SIXPOINT_HISTORY_STEPS` plays histories longer than a suite has time for, `SIXPOINT_HISTORY_SEEDS` more
/// of them, and `SIXPOINT_HISTORY_SEED` others.
private let steps = setting("SIXPOINT_HISTORY_STEPS") ?? 40
private let seeds = setting("SIXPOINT_HISTORY_SEEDS") ?? 2
private let seed = setting("SIXPOINT_HISTORY_SEED") ?? 1

private func setting(_ name: String) -> Int? {
  ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
}

/// After every act the promises about lives are held to the facts, and what an undo restores; every fifth
/// sheet that was taken is sent again. Every 120 acts, and at the end, the register is checked, its exports
/// are sent to it, and it is rebuilt from them; then another register begins.
@Suite("Random lives of households")
struct LifeHistoryTests {
  /// So many acts are one register's; the next begin anew, since households only ever end.
  private static let longest = 120

  @Test(
    "Rosters, events, corrections, withdrawals and undos of any day keep every promise",
    arguments: (seed..<seed + seeds).map { UInt64($0) })
  func lives(seed: UInt64) throws {
    var left = steps
    var outcomes: [String: Int] = [:]
    var round: UInt64 = 0
    while left > 0 {
      let count = min(left, LifeHistoryTests.longest)
      try play(seed &* 1000 &+ round, count, &outcomes)
      left -= count
      round += 1
    }
    let entered = outcomes["entered"] ?? 0
    #expect(entered * 4 >= steps, "\(outcomes)")
    if ProcessInfo.processInfo.environment["SIXPOINT_HISTORY_STEPS"] != nil {
      let told = outcomes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      print("seed \(seed):", told.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
  }

  @Test(
    "Files of dated rows end in the same register in every order, or in a refusal",
    arguments: (seed..<seed + seeds).map { UInt64($0) })
  func orders(seed: UInt64) throws {
    for round in 0..<max(steps / 40, 1) {
      var maker = LifeMaker(try LifeOffice(), seed: seed &* 1000 &+ UInt64(round))
      let sheets = try (0..<3).map { _ in try maker.datedSheet() }
      var ends: [String: [Int]] = [:]
      for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        do {
          if let end = try LifeOffice().end(after: order.map { sheets[$0] }) { ends[end] = order }
        } catch { Issue.record("\(order): \(error)\n\(sheets.joined(separator: "\n"))") }
      }
      let isOne = ends.count < 2
      #expect(
        isOne,
        """
        \(ends.values.map { "\($0)" }.joined(separator: " and ")) differ:
        \(sheets.joined(separator: "\n"))
        \(ends.keys.joined(separator: "\n\n"))
        """)
    }
  }

  private func play(_ seed: UInt64, _ count: Int, _ outcomes: inout [String: Int]) throws {
    var maker = LifeMaker(try LifeOffice(), seed: seed)
    do {
      for _ in 0..<count {
        let (_, outcome) = try maker.step()
        switch outcome {
        case .entered: outcomes["entered", default: 0] += 1
        case .unchanged: outcomes["unchanged", default: 0] += 1
        case .refused(let rules):
          for rule in Set(rules) { outcomes[rule, default: 0] += 1 }
        }
      }
      try maker.office.holdEnd()
    } catch let breach as LifeBreach {
      let (acts, last) = try shortened(maker.acts, breach)
      Issue.record(
        "seed \(seed): \(last)\n\(acts.map(\.told).joined(separator: "\n"))")
    }
  }

  /// The fewest of the acts found that break the same promise.
  private func shortened(
    _ acts: [LifeAct], _ breach: LifeBreach
  ) throws -> ([LifeAct], LifeBreach) {
    var (acts, last) = (acts, breach)
    var size = max(acts.count / 2, 1)
    while true {
      var start = 0
      while start < acts.count {
        var fewer = acts
        fewer.removeSubrange(start..<min(start + size, acts.count))
        if let found = try replayed(fewer), found.promise == breach.promise {
          (acts, last) = (fewer, found)
        } else {
          start += size
        }
      }
      if size == 1 { return (acts, last) }
      size /= 2
    }
  }

  private func replayed(_ acts: [LifeAct]) throws -> LifeBreach? {
    let office = try LifeOffice()
    do {
      for act in acts {
        if case .entered = try office.take(act) { try office.sendAgain(act) }
      }
      try office.holdEnd()
      return nil
    } catch let breach as LifeBreach { return breach }
  }
}
