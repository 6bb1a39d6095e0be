import Domain
import Markup

// The tables behind the charts: every number that is drawn, and the rest of the report's columns.

extension MonthlyPage {
  func writeTables(in language: ReportLanguage, into page: inout MarkupWriter) {
    let restated = restatedCells
    page.section(Phrase("Tables", "附表")[language], style: "part tables") { part in
      if !restated.isEmpty {
        part.paragraph(
          Phrase(
            "* restated since the month was closed: what was reported stands above.",
            "* 月结后重述的数字，上报数见前文。")[language], style: "small")
      }
      if !curve.isEmpty { curveTable(in: language).write(into: &part) }
      stageTable(in: language).write(into: &part)
      for section in [MonthlyColumn.Section.supported, .points, .work] {
        PageTable(
          MonthlyReport.caption(of: section)[language],
          Self.columns(of: section, in: language), rows: report.rows, total: report.total,
          naming: "name", in: language
        ) { restated.contains(RestatedCell(code: $0.code, stem: $1)) }
        .write(into: &part)
      }
      if chartsOtherRows { chartedTables(in: language, into: &part) }
      for table in moneyTables(in: language) { table.write(into: &part) }
      writePaid(in: language, into: &part)
      if let leads = report.reading?.leads {
        PageTable(
          Phrase("The households behind each figure", "各项数字所含的户")[language], Self.leadColumns,
          rows: leads, in: language
        ).write(into: &part)
        part.paragraph(report.rowLead[language], style: "small")
      }
    }
  }

  /// Whether the charts show counties although the rows stand for something else.
  private var chartsOtherRows: Bool {
    !counties.isEmpty && report.grouping != .county
      && (chartedRows != report.rows || counties.contains { CountyTiles.place(of: $0.code) != nil })
  }

  /// What the charts show of counties, where the rows above stand for something else.
  private func chartedTables(in language: ReportLanguage, into part: inout MarkupWriter) {
    let words = Phrase("by county", "分县")[language]
    for section in [MonthlyColumn.Section.supported, .points] {
      PageTable(
        MonthlyReport.caption(of: section)[language] + Phrase(", ", "，")[language] + words,
        Self.columns(of: section, in: language), rows: counties, total: report.total,
        naming: "name",
        in: language
      ).write(into: &part)
    }
  }

  /// The columns of one of the tables of places.
  private static func columns(
    of section: MonthlyColumn.Section, in language: ReportLanguage
  ) -> [ReportColumn<MonthlyRow>] {
    let figures = MonthlyColumn.columns(of: section)
    return MonthlyColumn.columns(of: .identity)
      + (section == .points ? figures.map { withShare($0, in: language) } : figures)
  }

  /// `5,123 (98 %)`: households, and the whole percent of those enrolled.
  private static func withShare(
    _ column: ReportColumn<MonthlyRow>, in language: ReportLanguage
  ) -> ReportColumn<MonthlyRow> {
    let figure = column.figure
    return ReportColumn(
      column.stem, column.title, align: .right,
      .text { row in
        let count = figure?(row) ?? 0
        let share = share(count, of: row[.householdsEnrolled], in: language)
        return NumberText.grouped(count) + (share.map { " (\($0))" } ?? "")
      })
  }

  private static let leadColumns: [ReportColumn<MonthlyReading.Lead>] = [
    ReportColumn("column", Phrase("figure", "栏目"), .word(MonthlyColumn.words) { $0.column }),
    ReportColumn("command", Phrase("its households", "所含户"), .text { $0.command }),
  ]

  /// The command that lists the households behind a figure; nil where the report names none.
  func command(listing figure: Figure) -> String? {
    report.reading?.leads.first { $0.column == figure.name }?.command
  }

  private struct Month: Sendable {
    let name: String
    let supported: Int64?
    let pace: Int64?
  }

  private static let monthColumns: [ReportColumn<Month>] = [
    ReportColumn("month", Phrase("month", "月份"), .text { $0.name }),
    ReportColumn("supported", Phrase("persons supported", "累计扶持人数"), .count { $0.supported }),
    ReportColumn("pace", Phrase("pace", "进度要求"), .count { $0.pace }),
    ReportColumn(
      "gap", Phrase("gap", "相差"),
      .difference { month in
        month.supported.flatMap { supported in
          month.pace.map { supported.subtractingClamped($0) }
        }
      }),
  ]

  private func curveTable(in language: ReportLanguage) -> PageTable {
    let months = curve.enumerated().map { place, point in
      Month(
        name: Self.monthName(place + 1, in: language), supported: point.supported, pace: point.pace)
    }
    return PageTable(
      Phrase("Persons supported by the end of each month, and the pace", "逐月累计扶持人数与进度要求")[language],
      Self.monthColumns, rows: months, in: language)
  }

  private struct Stage: Sendable {
    let name: String
    let households: Int64
    let share: Int64?
    let change: Int64?
    /// The command that lists them.
    let command: String?
  }

  private static let stageColumns: [ReportColumn<Stage>] = [
    ReportColumn("stage", Phrase("step", "环节"), .text { $0.name }),
    ReportColumn("households", Phrase("households", "户数"), .count { $0.households }),
    ReportColumn(
      "share", Phrase("% of enrolled", "占纳入户%"), .decimal(places: 1) { $0.share }),
    ReportColumn(
      "change", Phrase("since last month", "比上月"), .difference { $0.change }),
    ReportColumn("command", Phrase("its households", "所含户"), .text { $0.command }),
  ]

  private func stageTable(in language: ReportLanguage) -> PageTable {
    let total = report.total
    let stages = Self.stages.map { figure, name in
      Stage(
        name: name[language], households: total[figure],
        share: NumberText.percentTenths(total[figure], of: total[.householdsEnrolled]),
        change: report.lastMonth.map { total[figure].subtractingClamped($0[figure]) },
        command: command(listing: figure))
    }
    return PageTable(
      Phrase("Households, step by step", "各环节户数")[language], Self.stageColumns, rows: stages,
      in: language)
  }
}
