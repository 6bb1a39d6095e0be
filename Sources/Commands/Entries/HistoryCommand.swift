import Arguments
import Domain
import Register
import Reports

enum HistoryCommand: Command {
  static let definition = CommandDefinition(
    ["history"],
    summary: Bilingual(
      "Show the last twenty entries, one entry, or the entries of a household.",
      zh: "查看最近二十张录入单、某一录入单，或某户的全部录入单。"),
    arguments: [
      Positional(
        "WHAT", .optional,
        help: Bilingual(
          "The number of an entry, or of a household; the last twenty entries where none is given.",
          zh: "录入单号，或户编号；不写则为最近二十张录入单。"))
    ],
    options: Option.reading + [.format(["text", "json"]), .json, .output, .force],
    examples: [
      "sixpoint history", "sixpoint history 1", "sixpoint history 4331231042060013 --json",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let what = arguments.positional("WHAT")
    let register = try console.openRegister(arguments, writing: false)
    let entries = try console.asking(register) { () throws(Problem) in
      if let what {
        try Self.entries(of: what, register, console)
      } else {
        try Self.lastEntries(register, console)
      }
    }
    try console.print(arguments, text: { text(entries, console) }, json: { json(entries) })
    return .done
  }

  private static func text(_ entries: [EntryRecord], _ console: Console) -> [UInt8] {
    let lines =
      entries.count == 1
      ? entries.flatMap { EntryText.lines($0, console) }
      : entries.map { EntryText.line($0, console) }
    return Array(lines.map { $0.neutralised + "\n" }.joined().utf8)
  }

  private static func json(_ entries: [EntryRecord]) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.memberArray("entries") { json in
        for entry in entries { EntryText.write(entry, to: &json) }
      }
    }
    json.line()
    return json.bytes
  }

  private static let shown: Int64 = 20

  private static func lastEntries(
    _ register: Register, _ console: Console
  ) throws(Problem) -> [EntryRecord] {
    let last = try console.worded { () throws(RegisterFault) in try register.lastEntry().number }
    return try console.worded { () throws(QueryFailure) in
      var records: [EntryRecord] = []
      for number in max(1, last - shown + 1)...max(1, last) {
        if let record = try register.entryRecord(number) { records.append(record) }
      }
      return records
    }
  }

  private static func entries(
    of what: String, _ register: Register, _ console: Console
  ) throws(Problem) -> [EntryRecord] {
    let last = try console.worded { () throws(RegisterFault) in try register.lastEntry().number }
    return try console.worded { () throws(QueryFailure) in
      if let number = Int64(what), number >= 1, number <= last {
        return try register.entryRecord(number).map { [$0] } ?? []
      }
      var records: [EntryRecord] = []
      for number in try register.entryNumbers(ofHousehold: KeyFolding.fold(what)) ?? [] {
        if let record = try register.entryRecord(number) { records.append(record) }
      }
      return records
    }.nonEmpty(
      else: Problem(
        "not_found",
        console.say(
          "no household is numbered “\(PersonalNumbers.masked(what))”, and the last entry is \(last)",
          "没有户编号“\(PersonalNumbers.masked(what))”，最后一张录入单是第 \(last) 号")))
  }
}

extension Array {
  fileprivate func nonEmpty(else problem: Problem) throws(Problem) -> Self {
    if isEmpty { throw problem }
    return self
  }
}
