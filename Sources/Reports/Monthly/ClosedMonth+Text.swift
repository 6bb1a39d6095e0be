// As reported against as now known: the figures side by side, then the households and entries
// behind them. NumberText that move together share their names, so those are written once.

extension ClosedMonth {
  func lines(in language: ReportLanguage) -> [String] {
    guard !differences.isEmpty else { return headLines(in: language) }
    let table = ReportColumn.table(Self.columns, rows: differences, in: language)
    return headLines(in: language) + table.lines() + causeLines(in: language)
  }

  /// By which entry the month was closed, and whether anything moved since.
  func headLines(in language: ReportLanguage) -> [String] {
    let number = NumberText.grouped(known.entry)
    let head = Phrase(
      "Closed at entry \(number) (\(known.shortHash)).",
      "本月已按第\(number)号录入单月结（\(known.shortHash)）。")
    let words =
      differences.isEmpty
      ? Phrase("\(head.en) Every figure is as it was reported.", "\(head.zh)各项数字与上报时一致。")
      : Phrase("\(head.en) As reported, and as now known:", "\(head.zh)上报数与现知数：")
    return [words[language]]
  }

  private static let columns: [ReportColumn<MonthlyDifference>] = [
    ReportColumn("code", Phrase("code", "代码"), .text { $0.code }),
    ReportColumn(
      "column", Phrase("column", "栏目"), .text { $0.column?.csvName ?? $0.stem }),
    ReportColumn(
      "reported", Phrase("reported", "上报数"), align: .right,
      .text { $0.column?.text(of: $0.reported) }),
    ReportColumn(
      "now", Phrase("now", "现知数"), align: .right, .text { $0.column?.text(of: $0.now) }),
    ReportColumn(
      "change", Phrase("change", "增减"), align: .right, .text { Self.change(of: $0) }),
  ]

  static func change(of difference: MonthlyDifference) -> String? {
    guard let change = difference.change, let text = difference.column?.text(of: change) else {
      return nil
    }
    return change > 0 && !text.hasPrefix("+") ? "+" + text : text
  }

  // MARK: What is behind the differences

  private struct Cause: Hashable {
    let code: String
    let households: [String]
    let entries: [Int64]
  }

  private func causeLines(in language: ReportLanguage) -> [String] {
    var order: [Cause] = []
    var stems: [Cause: [String]] = [:]
    for difference in differences {
      let cause = Cause(
        code: difference.code, households: difference.households, entries: difference.entries)
      guard !cause.households.isEmpty || !cause.entries.isEmpty else { continue }
      if stems[cause] == nil { order.append(cause) }
      stems[cause, default: []].append(difference.column?.csvName ?? difference.stem)
    }
    return order.flatMap { cause in
      let columns = (stems[cause] ?? []).joined(separator: ", ")
      let households = Self.named(cause.households, in: language)
      let entries = Self.named(cause.entries.map { String($0) }, in: language)
      let words = Phrase(
        "Behind \(cause.code) \(columns): households \(households); entries \(entries).",
        "\(cause.code) \(columns) 涉及户 \(households)；录入单 \(entries)。")
      return WrappedText.lines(words[language], within: 96).enumerated().map { position, line in
        position == 0 ? line : "    " + line
      }
    }
  }

  /// The names, up to a screenful; a wide correction touches thousands, and JSON has them all.
  private static func named(_ names: [String], in language: ReportLanguage) -> String {
    guard !names.isEmpty else { return "-" }
    let shown = names.prefix(60).joined(separator: ", ")
    guard names.count > 60 else { return shown }
    let more = NumberText.grouped(Int64(names.count - 60))
    return shown + Phrase(" and \(more) more", " 等，另有\(more)")[language]
  }
}
