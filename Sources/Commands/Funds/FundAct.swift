import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

/// One act with money: its rows handed in, and what is printed of it.
struct FundAct {
  let handIn: HandIn
  let arguments: ParsedArguments
  var console: Console { handIn.console }

  init(_ handIn: HandIn, _ arguments: ParsedArguments) {
    self.handIn = handIn
    self.arguments = arguments
  }

  /// Hands the rows in, and prints what came of them.
  ///
  /// - Parameter sentence: what was done, without a full stop.
  func hand(
    _ rows: [RowCells], of sheet: Sheet, command: String, completesStanding: Bool = false,
    numbering: MovementNumbering = .asGiven, sentence: String
  ) throws(Problem) {
    let submission = CellsSubmission(
      command: PersonalNumbers.masked(command, in: .numbers), sheet, rows: rows,
      completesStanding: completesStanding, numbering: numbering)
    let receipt = try handIn.take(submission)
    let rungs = RungTexts(receipt.rungs, console)
    try DailyReceipt(
      receipt, handIn, sentence: rungs.numbered(sentence, receipt.numbers),
      isOfDay: !completesStanding,
      more: { rungs.write(to: &$0, numbers: receipt.numbers) }, lines: rungs.lines
    ).print(arguments)
  }

  /// The code of the county that `--county` names.
  func county() throws(Problem) -> String? {
    guard arguments.value("county") != nil else { return nil }
    return try console.asking(handIn.register) { () throws(Problem) in
      try console.place(arguments, of: handIn.register)?.code.description
    }
  }

  /// How rows without a number get theirs.
  var numbering: MovementNumbering {
    arguments.value("number") == nil
      ? .byEntry(repeats: arguments.flag("again")) : .asGiven
  }
}

/// The rungs that an act moved money on, in words and as JSON.
struct RungTexts {
  private let rungs: [RungChange]
  private let console: Console

  init(_ rungs: [RungChange], _ console: Console) {
    self.rungs = rungs
    self.console = console
  }

  /// The sentence with the numbers that the register gave.
  func numbered(_ sentence: String, _ numbers: [String]) -> String {
    guard let first = numbers.first, let last = numbers.last else { return sentence }
    let span =
      numbers.count == 1
      ? console.shown(first) : "\(console.shown(first)) … \(console.shown(last))"
    return sentence + console.say(", movement \(span)", "，编号 \(span)")
  }

  var lines: [String] {
    let wording = FaultWording(console.language.ofFaults, sheet: nil)
    return rungs.map {
      "  " + wording.rung($0.rung) + console.say(": ", "：")
        + "\(Money(fen: $0.beforeFen).grouped) → \(Money(fen: $0.afterFen).grouped)"
        + console.say(" yuan", " 元")
    }
  }

  func write(to json: inout JSONText, numbers: [String]) {
    let wording = FaultWording(.english, sheet: nil)
    json.memberArray("balances") { json in
      for change in rungs {
        json.object { json in
          json.member("rung", wording.rung(change.rung))
          json.member("before_fen", change.beforeFen)
          json.member("after_fen", change.afterFen)
        }
      }
    }
    if !numbers.isEmpty {
      json.memberArray("numbers") { json in
        for number in numbers { json.string(console.shown(number)) }
      }
    }
  }
}
