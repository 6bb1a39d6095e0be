extension ListingTable {
  /// The list as a page: how many rows there are, and the table.
  package func page(imprint: Imprint, in language: ReportLanguage) -> PlainPage {
    let count = NumberText.grouped(Int64(rows.count))
    var page = PlainPage(
      title: title[language],
      sentences: [
        Phrase(rows.count == 1 ? "1 line." : "\(count) lines.", "共\(count)行。")[language]
      ], asOf: asOf, imprint: imprint)
    if !rows.isEmpty {
      page.add(tables: [
        PageTable(title[language], columns, rows: rows, total: total, in: language)
      ])
    }
    return page
  }
}
