extension FundsReport {
  /// The sums first, with the proof that they add up; the rows behind them after.
  package func page(imprint: Imprint, in language: ReportLanguage) -> PlainPage {
    var page = PlainPage(
      title: Phrase("Money on the rungs", "各级资金")[language],
      sentences: proofs.map { $0.line(in: language) }, asOf: asOf, imprint: imprint)
    for isFiscal in [true, false] {
      let own = rows.filter { $0.isFiscal == isFiscal }
      guard !own.isEmpty else { continue }
      let heading = Self.heading(isFiscal: isFiscal)[language]
      let sums = totals.filter { $0.isFiscal == isFiscal }
      page.add(
        heading,
        tables: [
          PageTable(
            Phrase("By rung", "分层级合计")[language], totalColumns, rows: sums, in: language),
          PageTable(
            Phrase("By rung, fund, source, batch and county", "分层级、专项、来源、批次和县")[language], columns,
            rows: own, in: language),
        ])
    }
    let words = unannounced.isEmpty ? [Phrase("none", "无")[language]] : []
    let heading = Phrase("Batches not announced", "尚未公告公示的批次")[language]
    page.add(
      heading, words: words,
      tables: unannounced.isEmpty
        ? [] : [PageTable(heading, Unannounced.columns, rows: unannounced, in: language)])
    return page
  }
}
