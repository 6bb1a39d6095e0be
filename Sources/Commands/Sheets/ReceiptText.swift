import Intake
import Reports
import Sheets

/// Receipts for people: what came of the file on standard output, its faults a line each on standard
/// error, before it.
struct ReceiptText {
  let console: Console
  /// How many faults a file shows; nil: all.
  let mostFaults: Int?
  let isCheck: Bool
  let showsWarnings: Bool

  func tellFaults(_ receipt: Receipt) {
    let wording = FaultWording(console.language.ofFaults, of: receipt, isTrial: isCheck)
    let causes = receipt.errorCauses(most: mostFaults ?? FaultCauses.mostTold)
    for cause in causes.told {
      console.diagnostics.bareLine(wording.line(cause, file: receipt.file))
    }
    let hidden = causes.total - causes.told.count
    if hidden > 0 { console.diagnostics.bareLine(more(hidden, of: causes.total, in: receipt)) }
    guard showsWarnings else { return }
    let warnings = receipt.warningCauses()
    for warning in warnings.told {
      console.diagnostics.bareLine(
        console.say("warning: ", "警告：") + wording.line(warning, file: receipt.file))
    }
    let unshown = warnings.total - warnings.told.count
    if unshown > 0 {
      console.diagnostics.bareLine(
        console.say(
          "\(receipt.file): \(unshown) more warnings", "\(receipt.file)：另有 \(unshown) 条警告"))
    }
  }

  /// How many faults are not shown, and where they are.
  private func more(_ hidden: Int, of total: Int, in receipt: Receipt) -> String {
    let most = FaultCauses.mostTold
    if mostFaults == nil {
      return console.say(
        "\(receipt.file): \(hidden) more faults; --rejects FILE writes every row at fault",
        "\(receipt.file)：另有 \(hidden) 处错误；用 --rejects 文件名 可写出全部有误的行")
    }
    return console.say(
      "\(receipt.file): \(hidden) more faults; --all-faults shows \(total > most ? "\(most) of all" : "every one")",
      "\(receipt.file)：另有 \(hidden) 处错误；用 --all-faults \(total > most ? "显示 \(most) 处" : "全部显示")")
  }

  func lines(_ receipt: Receipt, nanoseconds: Int64) -> [String] {
    var table: [(String, String)] = [
      (console.say("sheet", "表格"), receipt.sheet.map(sheetName) ?? console.say("none", "无")),
      (console.say("encoding", "编码"), receipt.encoding),
      (console.say("rows", "行数"), String(receipt.rows)),
      (console.say("created", "新增"), String(receipt.created)),
      (console.say("changed", "更正"), String(receipt.changed)),
      (console.say("unchanged", "未变"), String(receipt.unchanged)),
      (console.say("rejected", "拒收"), String(receipt.rejected)),
    ]
    table += townships(receipt)
    table += [
      (console.say("entry", "录入单"), entry(receipt)),
      (console.say("absent", "未列入"), absent(receipt)),
      (console.say("stale", "过时"), stale(receipt)),
      (console.say("put back", "改回"), putBack(receipt)),
      (
        console.say("closed months", "涉及已月结"),
        receipt.closedMonths.map(\.description).joined(separator: console.say(", ", "、"))
      ),
      ("SHA-256", receipt.sha256.map { String($0.prefix(12)) } ?? ""),
      (console.say("time", "用时"), seconds(nanoseconds)),
    ]
    if !receipt.unknownColumns.isEmpty {
      let names = receipt.unknownColumns.map { "“\(CellMask.masked($0, as: .text))”" }
      table.append(
        (
          console.say("not known", "不识别的列"),
          names.joined(separator: console.say(", ", "、")) + console.say("; ignored", "，已忽略")
        ))
    }
    table += passedOver(receipt.passedOver)
    if receipt.warningCount > 0 {
      table.append((console.say("warnings", "警告"), String(receipt.warningCount)))
    }
    for (rule, count) in receipt.faultsByRule {
      table.append((console.say("fault", "错误"), "\(ruleName(rule)) × \(count)"))
    }
    table.removeAll { $0.1.isEmpty }
    let width = table.map { DisplayWidth.of($0.0) }.max() ?? 0
    return [receipt.file]
      + table.map { "  " + DisplayWidth.padded($0.0, to: width) + "  " + $0.1 }
  }

  /// A line a township: its name, and what came of its rows.
  private func townships(_ receipt: Receipt) -> [(String, String)] {
    let shown = receipt.townships.prefix(mostTownships)
    var lines = shown.map { township in
      let counts = [
        (console.say("created", "新增"), township.created),
        (console.say("changed", "更正"), township.changed),
        (console.say("unchanged", "未变"), township.unchanged),
        (console.say("rejected", "拒收"), township.rejected),
      ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
      let name = township.name.map {
        CellMask.masked(console.say($0.english, $0.chinese), as: .name)
      }
      let code = township.code.map(String.init)
      let place = [name, code].compactMap(\.self).joined(separator: " ")
      return (
        "  " + (place.isEmpty ? console.say("no known place", "地点不明") : place),
        counts.joined(separator: console.say(", ", "，"))
      )
    }
    let left = receipt.townships.count - shown.count
    if left > 0 {
      lines.append(("  …", console.say("\(left) more townships", "另有 \(left) 个乡镇")))
    }
    return lines
  }

  /// A county has some twenty, a province two thousand.
  private let mostTownships = 60

  private func sheetName(_ key: String) -> String {
    console.language == .chinese ? Sheet.named(key)?.chinese ?? key : key
  }

  private func entry(_ receipt: Receipt) -> String {
    if let entry = receipt.entry { return String(entry) }
    if isCheck { return console.say("none: checked only", "无（仅检查）") }
    return receipt.hasFaults
      ? console.say("none: nothing was written", "无（未写入）")
      : console.say("none: nothing new", "无（没有新内容）")
  }

  /// Whom a roster does not name; empty where it names everybody.
  private func absent(_ receipt: Receipt) -> String {
    guard let absent = receipt.absent, absent.members + absent.households > 0 else { return "" }
    let count = console.say(
      console.count(absent.members, "member", "members", "")
        + ", " + console.count(absent.households, "household", "households", ""),
      "成员 \(absent.members) 人、户 \(absent.households) 户")
    guard let day = absent.leftOn.flatMap(written), !receipt.hasFaults else {
      return count + console.say("; left as they are", "，未作改动")
    }
    return count + console.say("; left on \(day)", "，自 \(day) 离户")
  }

  /// RowCells that give what stood before an event; empty where there are none.
  private func stale(_ receipt: Receipt) -> String {
    guard let stale = receipt.stale else { return "" }
    return console.say(
      "\(stale.cells) \(stale.cells == 1 ? "cell" : "cells") older than \(stale.events) \(stale.events == 1 ? "event" : "events") since; left aside",
      "有 \(stale.cells) 格早于其后的 \(stale.events) 次变动，未采用")
  }

  /// Undated cells that put back what an earlier file had changed; empty where there are none.
  private func putBack(_ receipt: Receipt) -> String {
    guard receipt.putBack > 0 else { return "" }
    return console.say(
      "\(receipt.putBack) \(receipt.putBack == 1 ? "cell" : "cells") to a value from before an earlier file changed it",
      "有 \(receipt.putBack) 格改回到较早文件中的内容")
  }

  /// `0.12 s`
  private func seconds(_ nanoseconds: Int64) -> String {
    NumberText.decimal(nanoseconds / 10_000_000, places: 2) + console.say(" s", " 秒")
  }

  /// A line a run: where, and how it begins.
  private func passedOver(_ rows: PassedOver) -> [(String, String)] {
    var left = rows.count
    var lines = rows.runs.prefix(mostRuns).map { run in
      left -= run.lines.count
      let (first, last) = (run.lines.lowerBound, run.lines.upperBound)
      let place =
        first == last
        ? console.say("line \(first)", "第 \(first) 行")
        : console.say("lines \(first)–\(last)", "第 \(first)–\(last) 行")
      return place + (run.words.map { console.say(": ", "：") + $0 } ?? "")
    }
    if left > 0 { lines.append(console.say("\(left) more", "另有 \(left) 行")) }
    return lines.enumerated().map { number, line in
      (number == 0 ? console.say("passed over", "跳过的行") : " ", line)
    }
  }

  /// A page of a province's list has a title and a total on each of hundreds of pages.
  private let mostRuns = 10

  /// A rule's name for people, with the name that the guide and JSON have.
  private func ruleName(_ rule: String) -> String {
    guard console.language == .chinese, let words = FaultRuleNames.chinese[rule] else {
      return rule
    }
    return "\(words)（\(rule)）"
  }
}
