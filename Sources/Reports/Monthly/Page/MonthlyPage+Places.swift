import Charts
import Domain
import Markup

// Where the work stands: the map, the ranking, the six points of each place.

extension MonthlyPage {
  /// The pace of the whole in tenths of a percent of the target; nil without one.
  private var paceTenths: Int64? {
    guard let pace = report.total.pacePersons, let target = report.total.targetPersons else {
      return nil
    }
    return NumberText.percentTenths(pace, of: target)
  }

  /// The bounds of the map's levels in tenths of a percent. The two darkest are on the pace of the whole or
  /// ahead of it: through the year a fixed scale would show forty tiles of one shade.
  private var bounds: [Int64] {
    guard let pace = paceTenths, pace > 0, pace < 100_000 else { return [250, 500, 750, 1000] }
    return [pace * 8 / 10, pace * 9 / 10, pace, pace * 11 / 10]
  }

  private func level(_ percentTenths: Int64) -> Int {
    bounds.firstIndex { percentTenths < $0 } ?? bounds.count
  }

  private var legend: [String] {
    let words = bounds.map { Self.percent($0) }
    let between = zip(words, words.dropFirst()).map { $0 + "–" + $1 }
    return ["<" + words[0]] + between + ["≥" + words[3]]
  }

  private static func percent(_ tenths: Int64?) -> String {
    tenths.map { NumberText.decimal($0, places: 1, grouped: true) } ?? "-"
  }

  /// Whether there is more than one county to lay out.
  var hasMap: Bool { counties.count { CountyTiles.place(of: $0.code) != nil } > 1 }

  func writeMap(in language: ReportLanguage, into page: inout MarkupWriter) {
    let tiles = counties.compactMap { county -> TileMap.Tile? in
      guard let place = CountyTiles.place(of: county.code) else { return nil }
      let percent = Self.percent(county.percentTenths)
      return TileMap.Tile(
        row: place.row, column: place.column, name: CountyTiles.shortName(county.name),
        label: percent, level: county.percentTenths.map(level),
        title: "\(county.name) \(Self.percentWords(percent, in: language))")
    }
    guard tiles.count > 1 else { return }
    let reached = counties.count { ($0.percentTenths ?? 0) >= 1000 }
    let behind = counties.count { ($0.paceGapPersons ?? 0) < 0 }
    func have(_ count: Int) -> String { "\(count) \(count == 1 ? "has" : "have")" }
    func are(_ count: Int) -> String { "\(count) \(count == 1 ? "is" : "are")" }
    let chart = TileMap(
      title: Phrase("Counties by completion, in percent of their targets", "各县完成目标任务的百分比")[
        language],
      summary: Phrase(
        "\(tiles.count) counties, laid out about as they lie; \(have(reached)) reached the target, \(are(behind)) behind the pace. Each is in the table of persons supported.",
        "\(tiles.count)个县按大致方位排列；\(reached)个已完成任务，\(behind)个落后于进度。各县数见扶持人数表。")[language],
      tiles: tiles, legend: legend)
    page.section(Phrase("Completion by county", "各县完成情况")[language]) { part in
      part.chart(chart, id: "map")
      part.paragraph(
        Phrase(
          "Percent of the target; the two darkest are on the pace of the whole or ahead of it. Of \(tiles.count), \(have(reached)) reached the target and \(behind) \(behind == 1 ? "is behind its" : "are behind their") pace.",
          "数字为完成目标任务的百分比；最深的两档为达到或超过总体进度要求。\(tiles.count)个县中\(reached)个已完成，\(behind)个落后于自身进度。")[
            language],
        style: "small")
      writeExtremes(in: language, into: &part)
    }
  }

  /// Who is first and who is last.
  private func writeExtremes(in language: ReportLanguage, into part: inout MarkupWriter) {
    for ranking in report.reading?.rankings ?? [] where !ranking.rows.isEmpty {
      let names = ranking.rows.map { row in
        let figure =
          ranking.isByPace
          ? row.paceGapPersons.map(NumberText.signed) ?? "-"
          : Self.percentWords(Self.percent(row.percentTenths), in: language)
        return "\(CountyTiles.shortName(row.name)) \(figure)"
      }
      part.element("p", ["class": "small"]) { line in
        line.text(ranking.words[language])
        for (place, name) in names.enumerated() {
          if place > 0 { line.text(Phrase(", ", "，")[language]) }
          // A place and its figure stay on one line.
          line.element("span", ["class": "whole"], name)
        }
      }
      part.line()
    }
  }

  // MARK: Ranking

  /// In tenths of a percent: of the target; where nobody has one, of the enrolled households.
  private func standing(_ row: MonthlyRow, byTarget: Bool) -> Int64? {
    byTarget
      ? row.percentTenths
      : NumberText.percentTenths(row[.householdsFulfilled], of: row[.householdsEnrolled])
  }

  func writeRanking(in language: ReportLanguage, into page: inout MarkupWriter) {
    let rows = chartedRows
    guard rows.count > 1 else { return }
    let byTarget = rows.contains { $0.percentTenths != nil }
    let ranked = rows.enumerated().map {
      ($0.offset, $0.element, standing($0.element, byTarget: byTarget))
    }
    .sorted { one, other in
      (one.2 ?? -1, other.0) > (other.2 ?? -1, one.0)
    }
    let bars = ranked.map { _, row, percent in
      let isShort = byTarget && (row.paceGapPersons ?? 0) < 0
      return BarChart.Bar(
        name: CountyTiles.shortName(row.name), value: percent,
        label: Self.percent(percent) + (isShort ? " ▼" : ""), isShort: isShort)
    }
    let chart = BarChart(
      title: byTarget
        ? Phrase("Ranking by completion, in percent of the target", "按完成目标任务百分比排名")[language]
        : Phrase("Ranking by households with all six points, in percent", "按六到落实户百分比排名")[language],
      summary: Phrase(
        "From the furthest to the least: \(bars.map { "\($0.name) \($0.label)" }.joined(separator: ", "))",
        "由高到低：\(bars.map { "\($0.name) \($0.label)" }.joined(separator: "，"))")[language],
      bars: bars,
      mark: byTarget
        ? paceTenths.map { tenths -> (value: Int64, label: String) in
          let share = Self.percentWords(Self.percent(tenths), in: language)
          return (tenths, Phrase("pace", "进度要求")[language] + " " + share)
        }
        : nil)
    page.section(Phrase("Ranking", "排名")[language]) { part in
      part.chart(chart, id: "ranking")
      part.paragraph(
        byTarget
          ? Phrase(
            "Percent of the target. Pale and ▼: behind its own pace.",
            "完成目标任务的百分比。浅色和▼：落后于自身进度要求。")[language]
          : Phrase(
            "Percent of the enrolled households that have had all six points.", "六到落实户占纳入户的百分比。")[
              language],
        style: "small")
    }
  }

  // MARK: Six points

  static let points: [(figure: Figure, name: Phrase)] = [
    (.plan, Phrase("plan", "规划")), (.project, Phrase("project", "项目")),
    (.fund, Phrase("fund", "资金")), (.support, Phrase("support", "扶持")),
    (.implementation, Phrase("implem.", "实施")), (.contact, Phrase("contact", "联系")),
  ]

  private static func pointLevel(_ percent: Int64) -> Int {
    [50, 80, 95, 100].firstIndex { percent < $0 } ?? 4
  }

  func writePoints(in language: ReportLanguage, into page: inout MarkupWriter) {
    let rows = chartedRows.filter { $0[.householdsEnrolled] > 0 }
    guard !rows.isEmpty else { return }
    let total = rows.count > 1 ? [report.total] : []
    let chart = HeatMap(
      title: Phrase("Six points by place, in percent of enrolled households", "各地六到落实率（占纳入户百分比）")[
        language],
      summary: Phrase(
        "Of all enrolled households: \(pointSummary(in: .en)). Each place is in the table of the six points.",
        "全部纳入户中：\(pointSummary(in: .zh))。各地数见六到表。")[language],
      columns: Self.points.map { $0.name[language] },
      rows: (total + rows).map { row in
        HeatMap.Row(
          name: CountyTiles.shortName(row.name),
          cells: Self.points.map { figure, _ in
            let percent = NumberText.wholePercent(row[figure], of: row[.householdsEnrolled])
            return HeatMap.Cell(
              label: percent.map { String($0) } ?? "-", level: percent.map(Self.pointLevel))
          })
      })
    page.section(Phrase("Six points", "六到落实")[language]) { part in
      part.chart(chart, id: "points")
      part.paragraph(
        Phrase(
          "Enrolled households with the point in force, in percent, rounded down: 100 means all.",
          "该项到位户占纳入户的百分比，舍去小数：100即全部到位。")[language], style: "small")
    }
  }

  private func pointSummary(in language: ReportLanguage) -> String {
    Self.points.map { figure, name in
      let share =
        Self.share(
          report.total[figure], of: report.total[.householdsEnrolled], in: language) ?? "-"
      return "\(name[language]) \(share)"
    }.joined(separator: Phrase(", ", "，")[language])
  }
}
