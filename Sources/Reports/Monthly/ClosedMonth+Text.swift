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
    causes(in: language).flatMap { cause in
      WrappedText.lines(cause, within: min(columns ?? 100, 100) - 4).enumerated().map {
        position, line in
        position == 0 ? line : "    " + line
      }
    }
  }

  /// A line for each difference that households or entries stand behind.
  func causes(in language: ReportLanguage) -> [String] {
    differences.compactMap { difference in
      guard !difference.households.isEmpty || !difference.entries.isEmpty else { return nil }
      let name = MonthlyColumn.names.word(
        for: difference.column?.csvName ?? difference.stem, in: language)
      let causes =
        difference.households.isEmpty
        ? Self.named(difference.entries, in: language)
        : Self.shares(of: difference, in: language)
      let words = Phrase(
        "Behind \(difference.code) \(name): \(causes).", "\(difference.code) \(name) 的原因：\(causes)。"
      )
      return words[language]
    }
  }

  /// The households with their shares, up to a screenful; a wide correction touches thousands, and JSON has
  /// them all.
  private static func shares(
    of difference: MonthlyDifference, in language: ReportLanguage
  ) -> String {
    let parts = difference.households.prefix(mostHouseholds).map { household in
      let text = difference.column?.text(of: household.share) ?? String(household.share)
      let share = household.share > 0 && !text.hasPrefix("+") ? "+" + text : text
      return
        "\(household.householdNo.neutralised) \(share) (\(named(household.entries, in: language)))"
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
  private static func named(_ entries: [EntryBehind], in language: ReportLanguage) -> String {
    let parts = entries.prefix(mostEntries).map { behind in
      Phrase("entry \(behind.entry) ", "第\(behind.entry)号录入单 ")[language]
        + behind.officer.neutralised
    }
    let shown = parts.joined(separator: Phrase(", ", "，")[language])
    let more = entries.count - parts.count
    return more > 0 ? shown + Phrase(" and \(more) more", " 等，另有\(more)张")[language] : shown
  }
}
