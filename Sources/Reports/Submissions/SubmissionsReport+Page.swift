extension SubmissionsReport {
  package func page(imprint: Imprint, in language: ReportLanguage) -> PlainPage {
    let due = dueOn.map { Phrase(", due by \($0)", "，应于\($0)前报送") } ?? Phrase("", "")
    let missing = rows.filter { $0.status == .missing }
    let names = missing.map(\.county).joined(separator: Phrase(", ", "、")[language])
    let words =
      missing.isEmpty
      ? Phrase("No county is missing.", "各县均已报送。")
      : Phrase("Missing: \(names).", "未报送的县：\(names)。")
    let title = Phrase("Sheets sent for \(month)\(due.en)", "\(month) 表格报送情况\(due.zh)")[language]
    var page = PlainPage(
      title: title, sentences: [words[language]], asOf: asOf, imprint: imprint)
    page.add(
      words: [Self.note[language]],
      tables: rows.isEmpty
        ? []
        : [
          PageTable(
            title, SubmissionRow.columns(in: language), rows: rows, naming: "county", in: language)
        ])
    return page
  }
}
