import Domain
import Markup

// As reported against as now known, where the month is closed and the page is of now.

extension MonthlyPage {
  private static let columns: [ReportColumn<MonthlyDifference>] = [
    ReportColumn("code", Phrase("code", "代码"), .text { $0.code }),
    ReportColumn(
      "column", Phrase("column", "栏目"), .word(MonthlyColumn.names) { $0.column?.csvName ?? $0.stem }
    ),
    ReportColumn(
      "reported", Phrase("reported", "上报数"), align: .right,
      .text { $0.column?.text(of: $0.reported) }),
    ReportColumn(
      "now", Phrase("now known", "现知数"), align: .right, .text { $0.column?.text(of: $0.now) }),
    ReportColumn(
      "change", Phrase("change", "增减"), align: .right, .text { ClosedMonth.change(of: $0) }),
  ]

  func writeClosed(in language: ReportLanguage, into page: inout MarkupWriter) {
    guard let closed = report.closed else { return }
    page.section(Phrase("As reported and as now known", "上报数与现知数")[language]) { part in
      let lines = closed.headLines(in: language)
      for line in lines { part.paragraph(line) }
      guard !closed.differences.isEmpty else { return }
      PageTable(
        Phrase("Restated figures", "与上报数不同的数字")[language], Self.columns,
        rows: closed.differences, in: language
      ).write(into: &part)
      for cause in closed.causes(in: language) { part.paragraph(cause, style: "small") }
    }
  }
}
