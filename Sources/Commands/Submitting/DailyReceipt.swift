import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

/// What a daily command prints of the entry it made: the entry's number, what was done in a sentence, and
/// what that changes for the households it touches.
struct DailyReceipt {
  private let receipt: Receipt
  private let handIn: HandIn
  private let console: Console
  /// What was done, without a full stop: `staff S433123-0009 is added`. Personal numbers masked.
  private let sentence: String
  /// Whether the act is of a day, which is told where nobody gave it.
  private let isOfDay: Bool
  /// Members of the JSON object that the command adds to those of every daily command.
  private let more: (inout JSONText) -> Void
  /// Lines of the command's own before those of the effect.
  private let ownLines: [String]

  init(
    _ receipt: Receipt, _ handIn: HandIn, sentence: String, isOfDay: Bool = true,
    more: @escaping (inout JSONText) -> Void = { _ in }, lines: [String] = []
  ) {
    ownLines = lines
    self.receipt = receipt
    self.handIn = handIn
    self.sentence = sentence
    self.isOfDay = isOfDay
    self.more = more
    console = handIn.console
  }

  func print(_ arguments: ParsedArguments) throws(Problem) {
    if arguments.flag("json") {
      // Not to a file of `-o`, which is for what the command makes beside its entry.
      try console.print(bytes: try json())
    } else {
      for warning in handIn.warnings(of: receipt) { console.diagnostics.warn(warning) }
      try console.print(lines)
    }
  }

  var lines: [String] {
    var lines = [opening + console.say(": ", "：") + sentence + console.say(".", "。")]
    if isOfDay, !handIn.isDayGiven, receipt.entry != nil {
      lines.append(
        console.say(
          "The day is \(handIn.day); --on names another.", "日期为 \(handIn.day)；可用 --on 另写。"))
    }
    lines += ownLines
    if let effect = receipt.effect {
      lines += EffectText(console: console).lines(effect)
    }
    return lines
  }

  private var opening: String {
    if receipt.created + receipt.changed == 0 {
      return console.say("Nothing written, it is so already", "未写入，原已如此")
    }
    if handIn.options.isCheck {
      return console.say("Nothing written (--dry-run)", "未写入（--dry-run）")
    }
    let entry = receipt.entry.map(String.init) ?? ""
    return console.say("Entry \(entry)", "第 \(entry) 号录入单")
  }

  private func json() throws(Problem) -> [UInt8] {
    let hash = try handIn.hash(of: receipt)
    var json = JSONText()
    json.object { json in
      json.member("entry", receipt.entry)
      json.member("hash", hash)
      json.member("sheet", receipt.sheet)
      json.member("created", receipt.created)
      json.member("changed", receipt.changed)
      json.member("unchanged", receipt.unchanged)
      ReceiptJSON(language: console.language).writeWarnings(receipt, to: &json) {
        (_: inout JSONText) throws(Never) in
      }
      json.memberArray("closed_months") { json in
        for month in closedMonths { json.string(month) }
      }
      if let effect = receipt.effect {
        json.memberObject("effect") { json in EffectText.write(effect, to: &json) }
      }
      more(&json)
    }
    json.line()
    return json.bytes
  }

  /// `2011-06`, rising.
  private var closedMonths: [String] {
    guard let effect = receipt.effect else { return [] }
    return EffectText.closedMonths(effect)
  }
}
