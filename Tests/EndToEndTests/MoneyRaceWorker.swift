import Commands
import Foundation
import Testing

/// One of the programs that race for money; the race starts it.
@Suite("One of the programs that race for money")
struct MoneyRaceWorker {
  /// Its number, from 1; set by the race alone.
  static let variable = "SIXPOINT_RACE_WORKER"

  private static let number = ProcessInfo.processInfo.environment[variable].flatMap(Int.init)

  @Test("it makes its acts, and notes what each was answered", .enabled(if: number != nil))
  func works() throws {
    let worker = try #require(Self.number)
    let acts = try #require(
      ProcessInfo.processInfo.environment["SIXPOINT_RACE_ACTS"].flatMap(Int.init))
    var dice = Dice(seed: worker * 7_919 + 17)
    var log = ""
    var last = ""
    for place in 1...acts {
      let act = dice.act(numbered: "\(worker)-\(place)", last: last)
      let status = Program.run(act.words + ["--wait", "300"]).rawValue
      if status == 0, act.kind == "allocate" { last = act.number }
      if status == 0, act.kind == "reverse" { last = "" }
      log += "\(status) \(act.kind) \(act.household) \(act.fen) \(act.number) \(act.reversed)\n"
    }
    try Data(log.utf8).write(to: URL(fileURLWithPath: "log.\(worker)"))
  }

  private struct Act {
    let kind: String
    let household: String
    let fen: Int
    let number: String
    /// The allocation that is taken back; empty where none is.
    let reversed: String
    let words: [String]
  }

  private struct Dice {
    private var state: Int

    init(seed: Int) { state = seed }

    mutating func act(numbered number: String, last: String) -> Act {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      let household = "H\(state / 65_536 % FundFolder.households + 1)"
      let fen = state / 1_024 % 9_000 + 1
      let amount = "\(fen / 100)." + String("0\(fen % 100)".suffix(2))
      let place = ["--project", "P1", "--on", "2011-05-0\(state / 256 % 9 + 1)"]
      let held = place + ["--household", household, "--amount", amount]
      var (kind, reversed) = ("reverse", last)
      let words: [String]
      switch state / 4_096 % 10 {
      case 0...2:
        kind = "allocate"
        words = ["allocate", "B1", "--number", number] + held
      case 3...6:
        kind = "pay"
        words =
          ["pay", household, "--batch", "B1", "--amount", amount, "--voucher", number] + place
      case 7:
        kind = "return"
        words = ["return", "B1", "--number", number] + held
      case 8:
        kind = "back"
        words = ["return", "B1", "--voucher", number] + held
      default:
        words = [
          "reverse", last.isEmpty ? "none" : last, "--number", number, "--on", "2011-05-10",
        ]
      }
      if kind != "reverse" { reversed = "" }
      return Act(
        kind: kind, household: household, fen: fen, number: number, reversed: reversed,
        words: ["fund"] + words)
    }
  }
}
