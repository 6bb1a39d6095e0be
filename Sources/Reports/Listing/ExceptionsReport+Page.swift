extension ExceptionsReport {
  private struct Count: Sendable {
    let title: String
    let cases: Int64
  }

  private static let countColumns: [ReportColumn<Count>] = [
    ReportColumn("kind", Phrase("kind", "类别"), .text { $0.title }),
    ReportColumn("cases", Phrase("cases", "件数"), .count { $0.cases }),
  ]

  package func page(imprint: Imprint, in language: ReportLanguage) -> PlainPage {
    let total = Int64(listing.rows.count)
    let cases = NumberText.counted(total, "case wants", "cases want")
    var page = PlainPage(
      title: listing.title[language],
      sentences: [
        Phrase("\(cases) looking after.", "需要核查处理的共\(NumberText.grouped(total))件。")[language]
      ], asOf: listing.asOf, imprint: imprint)
    let counts = kinds.map {
      Count(title: $0.title[language], cases: Int64(rows(of: $0).count))
    }
    page.add(tables: [
      PageTable(
        Phrase("Cases by kind", "各类件数")[language], Self.countColumns, rows: counts, in: language)
    ])
    for kind in kinds {
      let rows = rows(of: kind)
      guard !rows.isEmpty else { continue }
      page.add(
        kind.title[language], words: [kind.remedy[language]],
        tables: [
          PageTable(
            kind.title[language], columns(filledBy: rows), rows: rows, naming: "household_no",
            in: language)
        ])
    }
    return page
  }
}
