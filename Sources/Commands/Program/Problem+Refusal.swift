import Domain
import Register

extension RegisterWords {
  /// What a rule of the register refused.
  func refusal(_ fault: RegisterFault) -> Problem {
    switch fault {
    case .unknownEntry(let number, let last):
      unknownEntry(PersonalNumbers.masked(String(number)), last: last)
    case .alreadyUndone(let entry, let by):
      Problem(
        "already_undone",
        say(
          "entry \(entry) was undone already, by entry \(by)",
          "第 \(entry) 号录入单已被第 \(by) 号撤销"))
    case .cannotBeUndone(let entry, let command):
      Problem(
        "cannot_be_undone",
        say(
          "entry \(entry) (\(command)) cannot be undone by its nature",
          "第 \(entry) 号录入单（\(command)）按其性质不能撤销"))
    case .laterEntriesDepend(let entry, let later):
      Problem(
        "later_entries_depend",
        say(
          "entry \(entry) cannot be undone: \(rules.entries(later)) replaced facts of it or \(later.count == 1 ? "rests" : "rest") on them; undo \(later.count == 1 ? "that one" : "those") first",
          "第 \(entry) 号录入单不能撤销：\(rules.entries(later))已更改其中内容或以其为依据，请先撤销"))
    case .notClosed(let month):
      Problem(
        "month_not_closed",
        say(
          "\(month) is not closed; print it as known now", "\(month) 尚未月结；请按现知数打印"))
    case .alreadyClosed, .closeOutOfOrder, .monthNotOver, .newerForm: closing(fault)
    case .unknownYear(let year, let kept): unknownYear(year, kept: kept)
    case .ruleBroken(let rule, let breaches):
      Problem(
        rule,
        say("refused: ", "拒绝：") + (rules.refused(rule) ?? say("the rule ", "规则 ") + rule)
          + (breaches.isEmpty ? "" : say(": ", "：") + list(breaches)))
    default: Problem("refused", say("the register refused it", "登记库拒绝了该操作"))
    }
  }

  private func unknownEntry(_ number: String, last: Int64) -> Problem {
    Problem(
      "unknown_entry",
      say(
        "there is no entry \(number); the last one is \(last)",
        "没有第 \(number) 号录入单，最后一号是 \(last)"))
  }

  private func unknownYear(_ year: Int, kept: [Int]) -> Problem {
    let years = kept.map(String.init).joined(separator: say(", ", "、"))
    return Problem(
      "unknown_year",
      say(
        "the register keeps nothing of \(year); it keeps \(years.isEmpty ? "no year yet" : years)",
        "登记库没有 \(year) 年度；现有\(years.isEmpty ? "：无" : " \(years)")"))
  }

  /// The first breaches, each once, and every entry behind those that are known.
  private func list(_ breaches: [Breach]) -> String {
    var told: [String] = []
    for breach in breaches.map(rules.breach) where !breach.isEmpty && !told.contains(breach) {
      told.append(breach)
    }
    var text = told.prefix(5).joined(separator: say("; ", "；"))
    if told.count > 5 { text += say("; and more", "；等") }
    return rules.with(breaches.flatMap(\.entries), text)
  }

  var rules: RuleWords { RuleWords(language: language) }
}
