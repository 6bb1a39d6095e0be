// As reported against as now known: the figures side by side, then what is behind them.

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
}
