import Domain
import Markup

// As reported against as now known, where the month is closed and the page is of now.

extension MonthlyPage {
  /// - Parameter names: of the report's rows by code.
  private static func columns(_ names: [String: String]) -> [ReportColumn<MonthlyDifference>] {
    [
      ReportColumn("code", Phrase("code", "代码"), .text { $0.code }),
      ReportColumn("name", Phrase("name", "名称"), .text { names[$0.code] }),
      ReportColumn(
        "column", Phrase("figure", "栏目"),
        .word(MonthlyColumn.words) { $0.column?.csvName ?? $0.stem }),
      ReportColumn(
        "reported", Phrase("reported", "上报数"), align: .right,
        .text { $0.column?.text(of: $0.reported) }),
      ReportColumn(
        "now", Phrase("now known", "现知数"), align: .right, .text { $0.column?.text(of: $0.now) }),
      ReportColumn(
        "change", Phrase("change", "增减"), align: .right, .text { ClosedMonth.change(of: $0) }),
    ]
  }

  private static func householdColumns(
    _ language: ReportLanguage
  ) -> [ReportColumn<HouseholdCause>] {
    let between = Phrase("; ", "；")[language]
    return [
      ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo }),
      ReportColumn(
        "shares", Phrase("what it adds or takes away", "增减"),
        .text { $0.shares.joined(separator: between) }),
    ]
  }

  /// A figure of a row that is not as it was reported.
  struct RestatedCell: Hashable, Sendable {
    let code: String
    let stem: String
  }

  /// None where the month is not closed, or nothing moved.
  var restatedCells: Set<RestatedCell> {
    Set((report.closed?.differences ?? []).map { RestatedCell(code: $0.code, stem: $0.stem) })
  }

  /// That the headline is not what was signed; nil where it is, or where nothing was.
  func restatedLine(in language: ReportLanguage) -> String? {
    guard let closed = report.closed, !closed.differences.isEmpty else { return nil }
    let stem = Figure.personsSupported.name
    let supported = closed.differences.first { $0.code == report.total.code && $0.stem == stem }
    guard let supported, let column = supported.column else {
      let count = Int64(closed.differences.count)
      let figures = NumberText.counted(count, "figure", "figures")
      let words = Phrase(
        "Restated since the close: \(figures); all persons supported are as reported.",
        "月结后重述：\(NumberText.grouped(count))项数字；扶持总人数与上报时一致。")
      return words[language]
    }
    let (before, now) = (column.text(of: supported.reported), column.text(of: supported.now))
    let words = Phrase(
      "Restated since the close: persons supported were reported as \(before), now \(now).",
      "月结后重述：扶持人数上报\(before)，现为\(now)。")
    return words[language]
  }

  func writeClosed(in language: ReportLanguage, into page: inout MarkupWriter) {
    guard let closed = report.closed else { return }
    page.section(Phrase("As reported and as now known", "上报数与现知数")[language]) { part in
      let lines = closed.headLines(in: language)
      for line in lines { part.paragraph(line) }
      if let command = command(listing: .householdsEnrolled) {
        part.paragraph(
          Phrase(
            "The households as they were reported: any list with --known closed, such as \(command) --known closed",
            "上报时的户名单：各 list 命令加 --known closed，如 \(command) --known closed")[language],
          style: "small")
      }
      guard !closed.differences.isEmpty else { return }
      let names = Dictionary(
        (closed.rows + report.rows + [report.total]).map { ($0.code, $0.name) },
        uniquingKeysWith: { $1 })
      PageTable(
        Phrase("Restated figures", "与上报数不同的数字")[language], Self.columns(names),
        rows: closed.differences, naming: "name", isForPhones: true, in: language
      ).write(into: &part)
      for cause in closed.figureCauses(in: language) { part.paragraph(cause, style: "small") }
      let households = closed.householdCauses(in: language)
      guard !households.isEmpty else { return }
      PageTable(
        Phrase("The households behind the differences", "各项差异所涉的户")[language],
        Self.householdColumns(language), rows: households, in: language
      ).write(into: &part)
    }
  }
}
