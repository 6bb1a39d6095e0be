import Arguments
import Domain
import Markup
import Register
import Reports

enum HistoryCommand: Command {
  static let path = ["history"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Show the last twenty entries, one entry, or the entries of a household.",
      zh: "查看最近二十张录入单、某一录入单，或某户的全部录入单。"),
    discussion: Bilingual(
      """
      Of a household, each entry with what it changed in that household: facts added (+) and taken back (-), and \
      the steps of its projects. JSON: entries, each of a household with changes: change (added, withdrawn), fact, \
      since, until, amount_fen, words.
      """,
      zh:
        "写户编号则列出每张录入单对该户的改动：新增（+）和撤回（-）的事实，以及所列项目的进度。JSON：entries，户的每张录入单附 changes：change（added, withdrawn）, fact, since, until, amount_fen, words。"
    ),
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
    let told = try console.asking(register) { () throws(Problem) -> Told in
      guard let what else { return try lastEntries(register, console) }
      return try entries(of: what, register, console)
    }
    try console.print(
      arguments, text: { text(told, within: $0, console) }, json: { json(told, console) })
    return .done
  }

  /// Entries, of a household with what each changed in it.
  private struct Told {
    var entries: [(record: EntryRecord, changes: [HouseholdChange])]
    /// Nil where the entries are not told of a household.
    var places: RegionTree?
  }

  private static func text(_ told: Told, within columns: Int?, _ console: Console) -> [UInt8] {
    var lines: [String] = []
    let records = told.entries.map { $0.record }
    let headings = EntryText.lines(records, within: columns, console)
    if let places = told.places {
      let words = ChangeWords(places, console)
      for (heading, entry) in zip(headings, told.entries) {
        lines += heading
        lines += entry.changes.flatMap { change in
          WrappedText.lines(words.line(change), within: min(columns ?? 98, 98) - 6).enumerated().map
          { position, line in
            (position == 0 ? "    " : "      ") + line
          }
        }
      }
    } else if records.count == 1, let only = records.first {
      lines = EntryText.lines(only, console)
    } else {
      lines = headings.flatMap { $0 }
    }
    return Array(lines.map { $0.neutralised + "\n" }.joined().utf8)
  }

  private static func json(_ told: Told, _ console: Console) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.memberArray("entries") { json in
        for (record, changes) in told.entries {
          EntryText.write(record, to: &json) { json in
            guard let places = told.places else { return }
            let words = ChangeWords(places, console)
            json.memberArray("changes") { json in
              for change in changes { words.write(change, to: &json) }
            }
          }
        }
      }
    }
    json.line()
    return json.bytes
  }

  private static let shown: Int64 = 20

  private static func lastEntries(
    _ register: Register, _ console: Console
  ) throws(Problem) -> Told {
    let last = try console.worded { () throws(RegisterFault) in try register.lastEntry().number }
    return try console.worded { () throws(QueryFailure) in
      let records = try register.entryRecords(Array(max(1, last - shown + 1)...max(1, last)))
      return Told(entries: records.map { ($0, []) })
    }
  }

  private static func entries(
    of what: String, _ register: Register, _ console: Console
  ) throws(Problem) -> Told {
    let last = try console.worded { () throws(RegisterFault) in try register.lastEntry().number }
    let told = try console.worded { () throws(QueryFailure) -> Told? in
      if let number = Int64(what), number >= 1, number <= last {
        return try register.entryRecord(number).map { Told(entries: [($0, [])]) }
      }
      return try register.history(ofHousehold: KeyFolding.fold(what)).map {
        Told(entries: $0.entries, places: $0.places)
      }
    }
    if let told { return told }
    throw Problem(
      "not_found",
      console.say(
        "no household is numbered “\(PersonalNumbers.masked(what))”, and the last entry is \(last)",
        "没有户编号“\(PersonalNumbers.masked(what))”，最后一张录入单是第 \(last) 号"))
  }
}
