extension ClosedMonth {
  /// As reported against as now known.
  func lines(in language: ReportLanguage) -> [String] {
    let number = Figures.grouped(known.entry)
    let head = Phrase(
      "Closed at entry \(number) (\(known.shortHash)).",
      "本月已按第\(number)号录入单月结（\(known.shortHash)）。")
    guard !differences.isEmpty else {
      return [
        Phrase(
          "\(head.en) Every figure is as it was reported.", "\(head.zh)各项数字与上报时一致。")[language]
      ]
    }
    let table = ReportColumn.table(Self.columns, rows: differences, in: language)
    let words = Phrase(
      "\(head.en) As reported, and as now known:", "\(head.zh)上报数与现知数：")
    return [words[language]] + table.lines()
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
      "households", Phrase("households", "户号"), narrowest: 18,
      .text { named($0.households) }),
    ReportColumn(
      "entries", Phrase("entries", "录入单"), narrowest: 10,
      .text { named($0.entries.map { String($0) }) }),
  ]
}

/// The first few names, and how many more there are; nil where there are none.
private func named(_ names: [String]) -> String? {
  guard !names.isEmpty else { return nil }
  let shown = names.prefix(2).joined(separator: ", ")
  return names.count > 2 ? "\(shown) +\(names.count - 2)" : shown
}
