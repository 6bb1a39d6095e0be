extension AnnualReport {
  /// The headline, a part a programme in the chapter's order, then what contradicts itself.
  package func page(imprint: Imprint, in language: ReportLanguage) -> PlainPage {
    var page = PlainPage(
      title: "\(office.name) \(Self.title[language]) \(year)", sentences: [sentence(in: language)],
      asOf: asOf, imprint: imprint)
    for programme in programmes {
      let heading = Self.programmeWords.word(for: programme.key, in: language)
      let numbers = programme.rows.filter { !$0.takesText }
      page.add(
        heading, words: programme.rows.filter(\.takesText).map { statement($0, in: language) },
        tables: numbers.isEmpty
          ? []
          : [
            PageTable(
              Phrase("Planned and actual", "计划数与实际数")[language], Self.textColumns(language),
              rows: numbers, in: language)
          ])
    }
    let found = contradictions.map { $0.line(in: language) }
    page.add(
      Phrase("What contradicts itself", "前后不一之处")[language],
      words: found.isEmpty ? [Phrase("Nothing.", "无。")[language]] : found)
    return page
  }
}
