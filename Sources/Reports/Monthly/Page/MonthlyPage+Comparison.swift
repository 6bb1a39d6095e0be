import Domain
import Markup

// Another month beside the page's own, where one was asked for.

extension MonthlyPage {
  private static let comparedSections: [(section: MonthlyColumn.Section, caption: Phrase)] = [
    (.supported, Phrase("Persons supported", "扶持人数")),
    (.points, Phrase("Six points: enrolled households with the point in force", "六到：到位户数")),
    (.work, Phrase("Work and money", "工作与资金")),
  ]

  func writeComparison(in language: ReportLanguage, into page: inout MarkupWriter) {
    guard let compared = report.compared else { return }
    let (other, own) = (compared.total.month, report.month)
    page.section(Phrase("Compared with \(other)", "与 \(other) 比较")[language]) { part in
      let words = Phrase(
        "Each figure is that of \(other), and in brackets how far \(own) differs from it.",
        "各项为 \(other) 的数字，括号内为 \(own) 比它的增减。")
      part.paragraph(words[language])
      for (section, caption) in Self.comparedSections {
        PageTable(
          caption[language] + Phrase(", ", "，")[language] + other,
          (MonthlyColumn.columns(of: .identity) + MonthlyColumn.columns(of: section))
            .map(Self.compared),
          rows: compared.rows, total: compared.total, naming: "name", in: language
        ).write(into: &part)
      }
    }
  }

  /// `12,000 (+345)`: a figure as of the other month, and how far it moved.
  private static func compared(
    _ column: ReportColumn<MonthlyRow>
  ) -> ReportColumn<ComparedRow> {
    guard let figure = column.figure else { return column.lifted { $0.now } }
    return ReportColumn(
      column.stem, column.title, align: .right,
      .text { row in
        guard let before = figure(row.before) else { return nil }
        let difference = MonthlyDifference(
          code: row.now.code, stem: column.stem, reported: before, now: figure(row.now))
        return "\(column.text(of: before)) (\(ClosedMonth.change(of: difference) ?? "-"))"
      })
  }
}
