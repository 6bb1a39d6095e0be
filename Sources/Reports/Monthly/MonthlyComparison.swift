import CSV

// Another month beside a report, and several months as one.

/// The rows of another month, for `--compare`.
package struct MonthlyComparison: Sendable, Equatable {
  /// `2011-05`.
  package let month: String
  package let rows: [MonthlyRow]
  package let total: MonthlyRow

  package init(month: String, rows: [MonthlyRow], total: MonthlyRow) {
    self.month = month
    self.rows = rows
    self.total = total
  }

  func write(into json: inout JSONText) {
    json.object { json in
      json.member("month", month)
      ReportColumn.writeArray(MonthlyColumn.columns, named: "regions", of: rows, into: &json)
      json.key("total")
      ReportColumn.writeObject(MonthlyColumn.columns, of: total, into: &json)
    }
  }

  /// Every figure of the totals that differs, then and now.
  func lines(
    to now: MonthlyRow, in language: ReportLanguage, within limit: Int?
  ) -> [String] {
    let differences = MonthlyDifference.between(reported: total, now: now)
    let head = Phrase("Total against \(month):", "合计与 \(month) 比较：")[language]
    guard !differences.isEmpty else {
      return [head + Phrase(" no difference.", "无变化。")[language]]
    }
    let columns: [ReportColumn<MonthlyDifference>] = [
      ReportColumn(
        "column", Phrase("column", "栏目"),
        .word(MonthlyColumn.names) { $0.column?.csvName ?? $0.stem }),
      ReportColumn(
        "before", Phrase(month, month), align: .right,
        .text { $0.column?.text(of: $0.reported) }),
      ReportColumn(
        "now", Phrase("now", "本月"), align: .right, .text { $0.column?.text(of: $0.now) }),
      ReportColumn(
        "change", Phrase("change", "增减"), align: .right, .text { ClosedMonth.change(of: $0) }),
    ]
    return [head]
      + ReportColumn.table(columns, rows: differences, in: language)
      .lines(within: limit)
  }
}

/// The same report of several months, as one.
package struct MonthlySeries: Sendable, Equatable {
  /// At least one, rising.
  private let reports: [MonthlyReport]

  package init(_ reports: [MonthlyReport]) { self.reports = reports }

  private struct Row: Sendable {
    let month: String
    let row: MonthlyRow
  }

  /// Every month's rows and its total, month by month.
  private var rows: [Row] {
    reports.flatMap { report in
      (report.rows + [report.total]).map { Row(month: report.month, row: $0) }
    }
  }

  private static func columns(_ own: [ReportColumn<MonthlyRow>]) -> [ReportColumn<Row>] {
    [ReportColumn("month", Phrase("month", "月份"), .text { $0.month })]
      + own.map { $0.lifted { $0.row } }
  }

  /// As the csv of one month, with `month` first.
  package func csv(_ form: TextForm = TextForm()) -> [UInt8] {
    ReportColumn.csv(Self.columns(MonthlyColumn.columns), rows: rows, form: form)
  }

  /// `{"report":"monthly","from","to","months":[…]}`, each as the report of its month.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "monthly")
      json.member("from", reports.first?.month)
      json.member("to", reports.last?.month)
      json.memberArray("months") { json in
        for report in reports { report.write(into: &json) }
      }
    }
    json.line()
    return json.takeBytes()
  }

  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    guard let first = reports.first, let last = reports.last else { return [] }
    var paragraphs: [[String]] = [
      last.titleLines(in: language, months: "\(first.month)..\(last.month)")
    ]
    for section in [MonthlyColumn.Section.supported, .points, .work] {
      let figures = MonthlyColumn.columns(of: section)
      let own =
        MonthlyColumn.columns(of: .identity)
        + (section == .points ? figures.map(MonthlyReport.withShare) : figures)
      let table = ReportColumn.table(Self.columns(own), rows: rows, in: language)
      paragraphs.append(
        [MonthlyReport.caption(of: section)[language]] + table.lines(within: columns))
    }
    paragraphs.append(reports.map { $0.known.line(asOf: $0.asOf, in: language) })
    let text = paragraphs.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    return Array(text.utf8)
  }
}
