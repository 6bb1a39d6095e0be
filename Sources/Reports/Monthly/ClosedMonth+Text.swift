// As reported against as now known: the figures side by side, then the households and entries
// behind them. NumberText that move together share their names, so those are written once.

import Markup

extension ClosedMonth {
  func lines(in language: ReportLanguage, within columns: Int?) -> [String] {
    guard !differences.isEmpty else { return headLines(in: language) }
    let table = ReportColumn.table(Self.columns, rows: differences, in: language)
    return headLines(in: language) + table.lines(within: columns)
      + causeLines(in: language, within: columns)
  }

  /// By which entry the month was closed, and whether anything moved since.
  func headLines(in language: ReportLanguage) -> [String] {
    let number = NumberText.grouped(known.entry)
    let head = Phrase(
      "Closed as known at entry \(number) (\(known.shortHash)).",
      "本月已月结，依据第\(number)号录入单为止的登记（\(known.shortHash)）。")
    let words =
      differences.isEmpty
      ? Phrase("\(head.en) Every figure is as it was reported.", "\(head.zh)各项数字与上报时一致。")
      : Phrase("\(head.en) As reported, and as now known:", "\(head.zh)上报数与现知数：")
    return [words[language]]
  }

  private static let columns: [ReportColumn<MonthlyDifference>] = [
    ReportColumn("code", Phrase("code", "代码"), .text { $0.code }),
    ReportColumn(
      "column", Phrase("column", "栏目"),
      .word(MonthlyColumn.names) { $0.column?.csvName ?? $0.stem }),
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

  private func causeLines(in language: ReportLanguage, within columns: Int?) -> [String] {
    // A screen takes so many; a file or a pipe takes all.
    let most = columns.map { _ in Self.mostHouseholds }
    var lines = causes(in: language, most: most)
    if let most, differences.contains(where: { $0.households.count > most }) {
      let words = Phrase(
        "All households: with --json, or with -o FILE.", "全部农户：用 --json，或用 -o 文件名 写入文件。")
      lines.append(words[language])
    }
    return lines.flatMap { cause in
      WrappedText.lines(cause, within: min(columns ?? 100, 100) - 4).enumerated().map {
        position, line in
        position == 0 ? line : "    " + line
      }
    }
  }

  /// A line for each difference that households, a quota or entries stand behind.
  ///
  /// - Parameter most: how many households of a difference are named; nil: all.
  func causes(in language: ReportLanguage, most: Int? = nil) -> [String] {
    differences.compactMap { difference in
      var parts: [String] = []
      if let quota = difference.quota { parts.append(Self.part(quota, in: language)) }
      if !difference.households.isEmpty {
        parts.append(Self.shares(of: difference, most: most, in: language))
      }
      if parts.isEmpty, !difference.entries.isEmpty {
        parts.append(Self.named(difference.entries, most: most, in: language))
      }
      guard !parts.isEmpty else { return nil }
      let name = MonthlyColumn.names.word(
        for: difference.column?.csvName ?? difference.stem, in: language)
      let causes = parts.joined(separator: Phrase("; ", "；")[language])
      let words = Phrase(
        "Behind \(difference.code) \(name): \(causes).", "\(difference.code) \(name) 的原因：\(causes)。"
      )
      return words[language]
    }
  }

  /// `the pace's own change -500 (entry 12 Wang Fang)`.
  private static func part(_ quota: QuotaShare, in language: ReportLanguage) -> String {
    let words = Phrase("the pace's own change", "进度要求本身的变动")[language]
    let share = "\(words) \(NumberText.signed(quota.share))"
    guard !quota.entries.isEmpty else { return share }
    return "\(share) (\(named(quota.entries, most: nil, in: language)))"
  }

  /// The households with their shares. A wide correction touches thousands.
  private static func shares(
    of difference: MonthlyDifference, most: Int?, in language: ReportLanguage
  ) -> String {
    let parts = difference.households.prefix(most ?? .max).map { household in
      let text = difference.column?.text(of: household.share) ?? String(household.share)
      let share = household.share > 0 && !text.hasPrefix("+") ? "+" + text : text
      let entries = named(household.entries, most: most, in: language)
      return "\(household.householdNo.neutralised) \(share) (\(entries))"
    }
    let shown = parts.joined(separator: Phrase("; ", "；")[language])
    let more = difference.households.count - parts.count
    guard more > 0 else { return shown }
    let count = NumberText.grouped(Int64(more))
    return shown + Phrase("; and \(count) more households", "；另有\(count)户")[language]
  }

  private static let mostHouseholds = 60
  private static let mostEntries = 10

  /// `entry 12 Wang Fang, entry 15 Li Ming`.
  ///
  /// - Parameter most: nil: all are named, else as many as a screen takes.
  private static func named(
    _ entries: [EntryBehind], most: Int?, in language: ReportLanguage
  ) -> String {
    let parts = entries.prefix(most == nil ? .max : mostEntries).map { behind in
      Phrase("entry \(behind.entry) ", "第\(behind.entry)号录入单 ")[language]
        + behind.officer.neutralised
    }
    let shown = parts.joined(separator: Phrase(", ", "，")[language])
    let more = entries.count - parts.count
    return more > 0 ? shown + Phrase(" and \(more) more", " 等，另有\(more)张")[language] : shown
  }
}
