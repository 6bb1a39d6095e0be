import Domain
import Register
import Reports
import Sheets

/// Entries as `history` and `undo` show them.
enum EntryText {
  /// `12  2011-06-30T08:00:00.000Z  wang  import staff  staff.csv (40 rows)`
  ///
  /// - Parameter officers: the columns of a terminal that officers take.
  static func line(_ entry: EntryRecord, _ console: Console, officers: Int = 0) -> String {
    var parts = [
      String(entry.number), entry.moment,
      DisplayWidth.padded(shown(entry.officer), to: officers), shown(entry.command),
    ]
    if let name = entry.sourceName { parts.append(source(name, entry.sourceRows, console)) }
    if let reason = entry.reason { parts.append(PersonalNumbers.masked(reason)) }
    if let undoneBy = entry.undoneBy {
      parts.append(console.say("undone by \(undoneBy)", "已由第 \(undoneBy) 号撤销"))
    }
    return parts.joined(separator: "  ")
  }

  /// A line an entry. On a terminal of so many columns their numbers and officers stand one below another, and
  /// what a line goes on with is set in behind the number.
  static func lines(
    _ entries: [EntryRecord], within columns: Int?, _ console: Console
  ) -> [[String]] {
    guard let columns else { return entries.map { [line($0, console)] } }
    let numbers = entries.map { String($0.number).count }.max() ?? 0
    let officers = min(entries.map { DisplayWidth.of(shown($0.officer)) }.max() ?? 0, 16)
    return entries.map { entry in
      let missing = numbers - String(entry.number).count
      let whole =
        String(repeating: " ", count: missing) + line(entry, console, officers: officers)
      return WrappedText.folded(whole, within: columns, hanging: numbers + 2 - missing)
        .split(separator: "\n").map(String.init)
    }
  }

  static func lines(_ entry: EntryRecord, _ console: Console) -> [String] {
    var table: [(String, String)] = [
      (console.say("entry", "录入单"), String(entry.number)),
      (console.say("moment", "时刻"), entry.moment),
      (console.say("officer", "经办人"), shown(entry.officer)),
      (console.say("office", "单位"), String(entry.office)),
      (console.say("command", "命令"), shown(entry.command)),
    ]
    if let clock = entry.clock { table.append((console.say("clock said", "机器时钟"), clock)) }
    if let reason = entry.reason {
      table.append((console.say("reason", "事由"), PersonalNumbers.masked(reason)))
    }
    if let name = entry.sourceName {
      table.append((console.say("file", "文件"), source(name, entry.sourceRows, console)))
    }
    if let undoes = entry.undoes { table.append((console.say("undoes", "撤销"), String(undoes))) }
    if let undoneBy = entry.undoneBy {
      table.append((console.say("undone by", "被撤销于"), String(undoneBy)))
    }
    for (title, facts) in [
      (console.say("added", "新增"), entry.added), (console.say("taken back", "撤回"), entry.withdrawn),
    ] where !facts.isEmpty {
      let words = facts.map {
        FactWords.name($0.table, isChinese: console.language == .chinese) + " \($0.count)"
      }
      table.append((title, words.joined(separator: console.say(", ", "，"))))
    }
    if let hash = entry.hash { table.append((console.say("hash", "校验值"), hash.shortHexadecimal)) }
    let width = table.map { DisplayWidth.of($0.0) }.max() ?? 0
    return table.map { DisplayWidth.padded($0.0, to: width) + "  " + $0.1 }
  }

  /// - Parameter more: members beside the entry's own.
  static func write(
    _ entry: EntryRecord, to json: inout JSONText, _ more: (inout JSONText) -> Void = { _ in }
  ) {
    json.object { json in
      json.member("entry", entry.number)
      json.member("made_at", entry.moment)
      json.member("clock_at", entry.clock)
      json.member("officer", shown(entry.officer))
      json.member("office", entry.office)
      json.member("command", shown(entry.command))
      json.member("reason", entry.reason.map { PersonalNumbers.masked($0) })
      json.member("file", entry.sourceName.map(shown))
      json.member("rows", entry.sourceRows)
      json.member("undoes", entry.undoes)
      json.member("undone_by", entry.undoneBy)
      json.member("hash", entry.hash?.hexadecimal)
      json.memberObject("added") { json in
        for part in entry.added { json.member(part.table, part.count) }
      }
      json.memberObject("withdrawn") { json in
        for part in entry.withdrawn { json.member(part.table, part.count) }
      }
      more(&json)
    }
  }

  /// The number of a household or a file's name may hold an ID or a phone.
  private static func shown(_ text: String) -> String { PersonalNumbers.masked(text, in: .numbers) }

  private static func source(_ name: String, _ rows: Int64?, _ console: Console) -> String {
    guard let rows else { return shown(name) }
    return shown(name) + console.say(" (\(rows) rows)", "（\(rows) 行）")
  }
}
