import Domain

extension ClassesReport {
  package func page(imprint: Imprint, in language: ReportLanguage) -> PlainPage {
    let households: Int64 = total.households.values.reduce(0) { $0.addingClamped($1) }
    let persons: Int64 = total.persons.values.reduce(0) { $0.addingClamped($1) }
    let standing = NumberText.counted(households, "standing household", "standing households")
    let members = NumberText.counted(persons, "member", "members")
    var page = PlainPage(
      title: Phrase("The two systems", "两项制度衔接情况")[language],
      sentences: [
        Phrase(
          "\(standing) with \(members) on \(asOf).",
          "\(asOf)在册\(NumberText.grouped(households))户\(NumberText.grouped(persons))人。")[language]
      ], asOf: asOf, imprint: imprint)
    for (heading, columns) in parts {
      let caption = heading[language]
      page.add(tables: [
        PageTable(
          caption, Self.nameColumns + columns, rows: rows, total: total, naming: "name",
          in: language)
      ])
    }
    add(Self.movesTitle, Self.moveColumns, moves, to: &page, in: language)
    add(Self.crossingsTitle, Self.crossingColumns, crossings, to: &page, in: language)
    add(Self.aboveLineTitle, Self.lineColumns, aboveLine, to: &page, in: language)
    return page
  }

  private func add<Line>(
    _ title: Phrase, _ columns: [ReportColumn<Line>], _ rows: [Line], to page: inout PlainPage,
    in language: ReportLanguage
  ) {
    guard !rows.isEmpty else { return }
    let count = NumberText.grouped(Int64(rows.count))
    page.add(
      Phrase("\(title.en): \(count)", "\(title.zh)：\(count)")[language],
      tables: [PageTable(title[language], columns, rows: rows, in: language)])
  }
}
