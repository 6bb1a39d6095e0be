import Arguments
import Domain
import Intake
import Reports
import Sheets

/// What a writing command prints of the entry it made: the entry's number, what was done in a sentence, and
/// what that changes for the households it touches.
///
/// As JSON every one of them has the keys entry, hash, sheet, created, changed, unchanged, warnings and
/// closed_months, then its own.
struct DailyReceipt {
  private let receipt: Receipt
  private let console: Console
  /// Whether nothing was to be written (`--dry-run`).
  private let isTrial: Bool
  /// What was done, without a full stop: `staff S433123-0009 is added`. Personal numbers masked.
  private let sentence: String
  /// The day of the act where nobody gave it, so that it is told; else nil.
  private let dayTaken: CalendarDate?
  /// Members of the JSON object that the command adds to those of every writing command.
  private let more: (inout JSONText) -> Void
  /// Lines of the command's own before those of the effect.
  private let ownLines: [String]
  /// Whether `-o` takes what is printed; it may be for what the command makes beside its entry.
  private let isForOutput: Bool

  /// - Parameter isOfDay: whether the act is of a day, which is told where nobody gave it.
  init(
    _ receipt: Receipt, _ handIn: HandIn, sentence: String, isOfDay: Bool = true,
    more: @escaping (inout JSONText) -> Void = { _ in }, lines: [String] = [],
    isForOutput: Bool = false
  ) {
    self.init(
      receipt, handIn.console, isTrial: handIn.options.isCheck,
      sentence: sentence, dayTaken: isOfDay ? handIn.dayTaken : nil, more: more,
      lines: lines, isForOutput: isForOutput)
  }

  init(
    _ receipt: Receipt, _ console: Console, isTrial: Bool, sentence: String,
    dayTaken: CalendarDate? = nil, more: @escaping (inout JSONText) -> Void = { _ in },
    lines: [String] = [], isForOutput: Bool = false
  ) {
    self.receipt = receipt
    self.console = console
    self.isTrial = isTrial
    self.sentence = sentence
    self.dayTaken = dayTaken
    self.more = more
    ownLines = lines
    self.isForOutput = isForOutput
  }

  func print(_ arguments: ParsedArguments) throws(Problem) {
    let isJSON = arguments.flag("json")
    if !isJSON { for warning in warnings { console.diagnostics.warn(warning) } }
    switch (isJSON, isForOutput) {
    case (true, true): try console.print(bytes: json(), arguments)
    case (true, false): try console.print(bytes: json())
    case (false, true): try console.print(lines, arguments)
    case (false, false): try console.print(lines)
    }
  }

  var lines: [String] {
    var lines = [opening + console.say(": ", "：") + sentence + console.say(".", "。")]
    if let day = dayTaken, receipt.entry != nil {
      lines.append(
        console.say("The day is \(day); --on names another.", "日期为 \(day)；可用 --on 另写。"))
    }
    lines += ownLines
    if let effect = receipt.effect {
      lines += EffectText(console: console).lines(effect)
    }
    if !receipt.closedMonths.isEmpty {
      let months = receipt.closedMonths.map(\.description).joined(separator: console.say(", ", "、"))
      lines.append(
        console.say(
          "  closed months touched: \(months); what changes in their reports shows as restated",
          "  涉及已月结的月份：\(months)；其报表有变的，将显示为重述"))
    }
    return lines
  }

  private var opening: String {
    if receipt.created + receipt.changed == 0, receipt.entry == nil {
      return console.say("Nothing written, it is so already", "未写入，原已如此")
    }
    if isTrial {
      return console.say("Nothing written (--dry-run)", "未写入（--dry-run）")
    }
    let entry = receipt.entry.map(String.init) ?? ""
    return console.say("Entry \(entry)", "第 \(entry) 号录入单")
  }

  /// What should be known of the rows, a line a cause: of which of several rows, the column and what of it.
  var warnings: [String] {
    guard let sheet = receipt.sheet else { return [] }
    let wording = FaultWording(
      console.language.ofFaults, sheet: sheet, ofCommand: true, isTrial: isTrial)
    return receipt.warningCauses(with: []).told.map { cause in
      // A cause of several rows names the first in its own words.
      let subject = cause.lines.count == 1 ? receipt.subjects[cause.fault.line] : nil
      return (subject.map { $0 + console.say(": ", "：") } ?? "")
        + wording.leading(cause.fault, console)
        + wording.message(cause)
    }
  }

  private func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      DailyReceipt.writeKeys(receipt, console.language, isTrial: isTrial, to: &json)
      if let effect = receipt.effect {
        json.memberObject("effect") { json in EffectText.write(effect, to: &json) }
      }
      more(&json)
    }
    json.line()
    return json.bytes
  }

  /// The keys of every writing command.
  static func writeKeys(
    _ receipt: Receipt, _ language: Language, isTrial: Bool = false, to json: inout JSONText
  ) {
    json.member("entry", receipt.entry)
    json.member("hash", receipt.hash)
    json.member("sheet", receipt.sheet)
    json.member("created", receipt.created)
    json.member("changed", receipt.changed)
    json.member("unchanged", receipt.unchanged)
    ReceiptJSON(language: language, isTrial: isTrial, ofCommand: true)
      .writeWarnings(receipt, to: &json) { (_: inout JSONText) throws(Never) in }
    ReceiptJSON.writeClosedMonths(receipt, to: &json)
  }
}
