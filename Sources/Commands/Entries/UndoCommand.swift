import Arguments
import Intake
import Register
import Reports
import Sheets

enum UndoCommand: Command {
  static let path = ["undo"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Take an entry back.", zh: "撤销一张录入单。"),
    discussion: Bilingual(
      """
      An undo is a new entry that withdraws what the entry added and adds again what it withdrew. It \
      is refused, naming the later entries, where they rest on the entry.
      """,
      zh: "撤销本身是一张新的录入单：作废原录入单新增的内容，恢复其作废的内容。如有后来的录入单以其为依据，则予拒绝并指明。"),
    arguments: [
      Positional("ENTRY", help: Bilingual("The number of the entry.", zh: "录入单号。"))
    ],
    options: Option.writing + [.yes, .dryRun, .json, .output, .force],
    examples: ["sixpoint undo 12 --reason \"wrong file\"", "sixpoint undo 12 --dry-run"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let number = try number(arguments, console)
    let reason = try console.reason(arguments)
    let isTrial = arguments.flag("dry-run")
    let register = try console.openRegister(arguments, writing: true)
    let author = try console.author(arguments, of: register)
    let day = try console.latestDay(of: register)
    func undo(isTrial: Bool) throws(Problem) -> UndoneEntry {
      try console.worded { () throws(RegisterFault) in
        try console.working(on: register) { () throws(RegisterFault) in
          let undone = try register.undo(
            number, reason: reason, by: author, isTrial: isTrial, effectDay: day)
          // Late figures are summed anew when they are asked for.
          if !isTrial { try? register.settleKept() }
          return undone
        }
      }
    }
    if !isTrial && !arguments.flag("yes") {
      if console.questions.canAsk {
        // What would go is said before anything is asked.
        let trial = try undo(isTrial: true)
        for line in lines(trial, console)
          + (trial.effect.map { EffectText(console: console).lines($0) } ?? [])
        { console.diagnostics.line(line) }
      }
      try confirm(number, register, console)
    }
    let undone = try undo(isTrial: isTrial)
    var receipt = receipt(of: undone, isTrial: isTrial)
    receipt.hash = try console.worded { () throws(QueryFailure) in
      try isTrial ? nil : register.hash(ofEntry: undone.entry)?.hexadecimal
    }
    try DailyReceipt(
      receipt, console, isTrial: isTrial,
      sentence: isTrial
        ? console.say("entry \(number) can be undone", "第 \(number) 号录入单可以撤销")
        : console.say("entry \(number) is undone", "第 \(number) 号录入单已撤销"),
      more: { write(undone, of: number, to: &$0) }, lines: lines(undone, console),
      isForOutput: true
    ).print(arguments)
    return .done
  }

  /// As of any other act: a fact that stands again is created, one that is taken back changed.
  private static func receipt(of undone: UndoneEntry, isTrial: Bool) -> Receipt {
    var receipt = Receipt(file: "undo", sheet: nil, encoding: "UTF-8", sha256: nil)
    receipt.created = undone.tables.reduce(0) { $0 + $1.restored }
    receipt.changed = undone.tables.reduce(0) { $0 + $1.withdrawn }
    receipt.entry = isTrial ? nil : undone.entry
    receipt.effect = undone.effect
    receipt.closedMonths = undone.closedMonths
    return receipt
  }

  /// Which facts go and which stand again, by table.
  private static func lines(_ undone: UndoneEntry, _ console: Console) -> [String] {
    func line(_ title: String, _ count: (UndoneEntry.Table) -> Int) -> String? {
      let told = undone.tables.filter { count($0) > 0 }.map {
        FactWords.name($0.name, isChinese: console.language == .chinese) + " \(count($0))"
      }
      return told.isEmpty ? nil : "  " + title + told.joined(separator: console.say(", ", "，"))
    }
    return [
      line(console.say("taken back: ", "撤回：")) { $0.withdrawn },
      line(console.say("standing again: ", "恢复：")) { $0.restored },
    ].compactMap { $0 }
  }

  private static func write(_ undone: UndoneEntry, of number: Int64, to json: inout JSONText) {
    json.member("undone", number)
    json.memberArray("facts") { json in
      for table in undone.tables {
        json.object { json in
          json.member("table", table.name)
          json.member("withdrawn", table.withdrawn)
          json.member("restored", table.restored)
        }
      }
    }
  }

  private static func number(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> Int64 {
    try console.worded { () throws(UsageFailure) in
      let text = try arguments.requiredPositional("ENTRY")
      guard let number = Int64(text), number >= 1 else {
        throw arguments.failure(.malformedValue(text, of: "ENTRY", example: "12"))
      }
      return number
    }
  }

  /// Asks on a terminal; elsewhere nothing is done without `--yes`.
  private static func confirm(
    _ number: Int64, _ register: Register, _ console: Console
  ) throws(Problem) {
    let record = try console.worded { () throws(QueryFailure) in
      try register.entryRecord(number)
    }
    // What is wrong with the number is reported before anything is asked.
    guard let record, record.undoneBy == nil else { return }
    try console.confirm(
      console.say("Undo this entry? ", "撤销这张录入单？") + EntryText.line(record, console),
      elsewhere: console.say(
        "undo takes entry \(number) (\(record.command)) back; say --yes to do it, or --dry-run to see whether it can be",
        "undo 将撤销第 \(number) 号录入单（\(record.command)）；请加 --yes 执行，或用 --dry-run 查看可否撤销"))
  }
}
