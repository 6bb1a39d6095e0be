import Markup
import Reports

/// One line on a terminal's standard error that shows how far long work is. It appears after a
/// second, changes at most ten times a second, and is wiped away in the end.
package struct ProgressLine {
  private let label: String
  /// nil where it is unknown beforehand.
  private var total: Int?
  private let language: Language
  private let columns: Int
  private let isShown: Bool
  private let nanoseconds: () -> Int64
  private let send: (String) -> Void
  private let start: Int64
  private var lastShown: Int64?

  private static let second: Int64 = 1_000_000_000

  /// `isWanted` is false with `--quiet` and the like; without a terminal nothing is shown anyway.
  package init(
    _ label: String, total: Int?, language: Language, isWanted: Bool = true,
    terminal: Terminal = Terminal(.error)
  ) {
    self.init(
      label, total: total, language: language, isShown: isWanted && terminal.isTerminal,
      columns: terminal.columns, nanoseconds: { System.monotonicNanoseconds },
      send: { try? System.write($0.utf8.span, to: System.standardError) })
  }

  /// With a clock and a terminal of the caller's: for tests.
  package init(
    _ label: String, total: Int?, language: Language, isShown: Bool, columns: Int,
    nanoseconds: @escaping () -> Int64, send: @escaping (String) -> Void
  ) {
    self.label = label.neutralised
    self.total = total
    self.language = language
    self.isShown = isShown
    self.columns = columns
    self.nanoseconds = nanoseconds
    self.send = send
    start = nanoseconds()
  }

  /// To be called as often as convenient, every thousand rows or so.
  package mutating func advance(to rows: Int) {
    show { line, elapsed in line.text(rows: rows, elapsed: elapsed) }
  }

  /// Work of which nobody knows how long it takes: what is done, with how many rows, and for how long
  /// already.
  package mutating func advance(doing activity: String, rows: Int?) {
    show { line, elapsed in line.text(doing: activity, rows: rows, elapsed: elapsed) }
  }

  private mutating func show(_ text: (ProgressLine, _ elapsed: Int64) -> String) {
    guard isShown else { return }
    let now = nanoseconds()
    guard now - start >= Self.second, now - (lastShown ?? start) >= Self.second / 10 else {
      return
    }
    lastShown = now
    send("\r\u{1B}[K" + DisplayWidth.truncated(text(self, now - start), to: columns - 1))
  }

  /// The same where the whole is known, or guessed anew, as the work goes on.
  package mutating func advance(to rows: Int, of total: Int) {
    self.total = total
    advance(to: rows)
  }

  /// Wipes the line, before anything else is written and in the end.
  package mutating func clear() {
    if lastShown != nil { send("\r\u{1B}[K") }
    lastShown = nil
  }

  private func text(rows: Int, elapsed: Int64) -> String {
    let rate = Int(Double(rows) * Double(Self.second) / Double(elapsed))
    var parts = [label + (language == .chinese ? "：" : ": ") + Self.grouped(rows)]
    if let total, total > 0 {
      parts[0] += " / " + Self.grouped(total)
    }
    parts[0] += language == .chinese ? " 行" : " rows"
    parts.append(Self.grouped(rate) + (language == .chinese ? " 行/秒" : "/s"))
    if let total, rate > 0, total >= rows {
      let left = (total - rows) / rate
      let clock = left >= 60 ? "\(left / 60) min \(left % 60) s" : "\(left) s"
      let chinese = left >= 60 ? "\(left / 60) 分 \(left % 60) 秒" : "\(left) 秒"
      parts.append(language == .chinese ? "剩余 " + chinese : clock + " left")
    }
    return parts.joined(separator: language == .chinese ? "，" : ", ")
  }

  private func text(doing activity: String, rows: Int?, elapsed: Int64) -> String {
    let isChinese = language == .chinese
    let seconds = "\(elapsed / Self.second)" + (isChinese ? " 秒" : " s")
    let counted = rows.map { Self.grouped($0) + (isChinese ? " 行" : " rows") }
    let parts = [counted, activity, seconds].compactMap(\.self)
    return label + (isChinese ? "：" : ": ") + parts.joined(separator: isChinese ? "，" : ", ")
  }

  private static func grouped(_ number: Int) -> String {
    var text = ""
    let digits = String(number)
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
