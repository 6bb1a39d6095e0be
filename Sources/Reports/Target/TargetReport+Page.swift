extension TargetReport {
  /// Whether the quotas add up first, then how far each region is, then the way through the year.
  package func page(imprint: Imprint, in language: ReportLanguage) -> PlainPage {
    var page = PlainPage(
      title: "\(office.name) \(Self.title[language]) \(year)", sentences: sentences(in: language),
      asOf: asOf, imprint: imprint)
    page.add(tables: [
      PageTable(
        Phrase("Reached by the end of \(month)", "截至 \(month) 完成情况")[language],
        Self.nameColumns + Self.figureColumns, rows: rows, total: total, naming: "name",
        in: language),
      PageTable(
        Phrase("Persons due by the end of each month", "各月底应完成人数")[language],
        Self.nameColumns + Self.pathColumns.dropFirst(), rows: rows.filter { !$0.due.isEmpty },
        total: total, naming: "name", in: language),
    ])
    if !mismatches.isEmpty {
      let heading = Phrase("Quotas that do not add up", "任务数与所辖各县之和不符")[language]
      page.add(
        heading,
        tables: [
          PageTable(heading, Self.mismatchColumns, rows: mismatches, naming: "name", in: language)
        ])
    }
    return page
  }
}
