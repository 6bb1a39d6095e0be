// The form that people read on a terminal of a hundred columns: the headline in words, three
// tables, what changed since the month was closed, and what the report knew.

import Domain
import Markup

extension MonthlyReport {
  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    var paragraphs: [[String]] = [titleLines(in: language), headline(in: language)]
    if let changes = changeLine(in: language) { paragraphs[1].append(changes) }
    if let reading {
      paragraphs.append(reading.lines(closed: closed, in: language, within: columns))
    }
    if let comparison {
      paragraphs.append(comparison.lines(to: total, in: language, within: columns))
    }
    for section in [MonthlyColumn.Section.supported, .points, .work] {
      paragraphs.append(
        [Self.caption(of: section)[language]] + table(section, in: language, within: columns))
    }
    if isAsClosed {
      paragraphs.append([Phrase("As reported when the month was closed.", "月结时的上报数。")[language]])
    }
    if let closed { paragraphs.append(closed.lines(in: language, within: columns)) }
    if let reading {
      paragraphs.append(reading.leadLines(ofRows: rowLead, in: language, within: columns))
    }
    paragraphs.append([known.line(asOf: asOf, in: language)])
    let text = paragraphs.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    return Array(text.utf8)
  }

  // MARK: Words

  /// - Parameter months: the months that a text is about, where it is about several.
  func titleLines(in language: ReportLanguage, months: String? = nil) -> [String] {
    let month = months ?? self.month
    let scope = isNationalKeyOnly ? Phrase(", national key counties", "国家重点县") : Phrase("", "")
    let place = (county ?? office).name.neutralised + scope[language]
    let by = grouping.words[language]
    return Phrase(
      """
      Monthly report \(month), programme \(programme) \(year)
      \(place), by \(by)
      """,
      """
      \(month) 月报，\(Self.programmeName(programme))\(year)年度
      \(place)，\(by)
      """)[language].split(separator: "\n").map(String.init)
  }

  private static func programmeName(_ programme: String) -> String {
    programme == "convergence" ? "两项制度衔接" : programme.neutralised
  }

  func headline(in language: ReportLanguage) -> [String] {
    let supported = NumberText.grouped(total[.personsSupported])
    let persons = NumberText.persons(total[.personsSupported])
    guard let target = total.targetPersons else {
      return [
        Phrase("\(persons) supported; no target.", "已扶持\(supported)人，未下达目标任务。")[language]
      ]
    }
    let aim = NumberText.grouped(target)
    let share = total.percentTenths.map { NumberText.decimal($0, places: 1, grouped: true) }
    let first = Phrase(
      "\(persons) supported of a target of \(aim)" + (share.map { ": \($0) %." } ?? "."),
      "已扶持\(supported)人，目标任务\(aim)人" + (share.map { "，完成\($0)%。" } ?? "。"))
    return [first[language]] + (paceLine(in: language).map { [$0] } ?? [])
  }

  /// nil without a pace.
  private func paceLine(in language: ReportLanguage) -> String? {
    guard let pace = total.pacePersons, let gap = total.paceGapPersons else { return nil }
    let due = NumberText.grouped(pace)
    let size = Int64(clamping: gap.magnitude)
    let (persons, number) = (NumberText.persons(size), NumberText.grouped(size))
    let words =
      if gap > 0 {
        Phrase(
          "\(persons) ahead of the pace, which asks for \(due) by \(asOf).",
          "比进度要求超前\(number)人（截至\(asOf)应达\(due)人）。")
      } else if gap < 0 {
        Phrase(
          "\(persons) behind the pace, which asks for \(due) by \(asOf).",
          "比进度要求落后\(number)人（截至\(asOf)应达\(due)人）。")
      } else {
        Phrase(
          "Exactly on the pace, which asks for \(due) by \(asOf).",
          "与进度要求持平（截至\(asOf)应达\(due)人）。")
      }
    return words[language]
  }

  /// What moved most people's work since last month; nil without a last month.
  func changeLine(in language: ReportLanguage) -> String? {
    guard let lastMonth else { return nil }
    let moved: [(Phrase, Int64?)] = [
      (Phrase("households enrolled", "纳入户"), change(.householdsEnrolled, from: lastMonth)),
      (Phrase("fulfilled", "六到户"), change(.householdsFulfilled, from: lastMonth)),
      (Phrase("lapsed", "脱落户"), change(.householdsLapsed, from: lastMonth)),
      (Phrase("paid", "拨付户"), change(.householdsPaid, from: lastMonth)),
    ]
    let parts = moved.map { words, change in
      "\(words[language]) \(change.map(NumberText.signed) ?? "-")"
    }
    return Phrase("Since last month: ", "比上月：")[language]
      + parts.joined(separator: Phrase(", ", "，")[language]) + Phrase(".", "。")[language]
  }

  private func change(_ figure: Figure, from lastMonth: MonthlyRow) -> Int64? {
    let (change, overflow) =
      total[figure].subtractingReportingOverflow(lastMonth[figure])
    return overflow ? nil : change
  }

  static func caption(of section: MonthlyColumn.Section) -> Phrase {
    switch section {
    case .identity: Phrase("", "")
    case .supported:
      Phrase(
        "Persons supported (hh: households; pace gap: persons ahead + or behind -)",
        "扶持人数（与进度相差：超前为+，落后为-，单位：人）")
    case .points:
      Phrase(
        "Six points: enrolled households with the point in force, and their share in percent",
        "六到：到位户数及其占纳入户的百分比")
    case .work:
      Phrase("Work and money (hh: households)", "工作与资金")
    }
  }

  // MARK: Tables

  private func table(
    _ section: MonthlyColumn.Section, in language: ReportLanguage, within limit: Int?
  ) -> [String] {
    let figures = MonthlyColumn.columns(of: section)
    let columns =
      MonthlyColumn.columns(of: .identity)
      + (section == .points ? figures.map(Self.withShare) : figures)
    // The first table has every row; in the others a region without households would have only zeros.
    let shown = section == .supported ? rows : rows.filter { !$0.figures.isZero }
    var lines = ReportColumn.table(columns, rows: shown, total: total, in: language)
      .lines(within: limit)
    if shown.count < rows.count { lines.append(Self.leftOut(rows.count - shown.count, language)) }
    return lines
  }

  private static func leftOut(_ count: Int, _ language: ReportLanguage) -> String {
    let words = Phrase(
      count == 1
        ? "(1 without enrolled households left out)"
        : "(\(count) without enrolled households left out)",
      "（略去\(count)个无纳入户的地方）")
    return words[language]
  }

  /// `5,123  98`: households, and the whole percent of those enrolled.
  static func withShare(
    _ column: ReportColumn<MonthlyRow>
  ) -> ReportColumn<MonthlyRow> {
    let figure = column.figure
    return ReportColumn(
      column.stem, column.title, align: .right,
      .text { row in
        let count = figure?(row) ?? 0
        let share = NumberText.wholePercent(count, of: row[.householdsEnrolled])
        return NumberText.grouped(count)
          + DisplayWidth.padded(share.map { String($0) } ?? "-", to: 4, alignment: .right)
      })
  }
}

extension MonthlyReport.Grouping {
  var words: Phrase {
    switch self {
    case .county: Phrase("county", "分县（市、区）")
    case .township: Phrase("township", "分乡镇")
    case .village: Phrase("village", "分村")
    case .class: Phrase("class", "分户属性")
    case .prefecture: Phrase("prefecture", "分市州")
    case .area: Phrase("contiguous area", "分片区")
    }
  }
}
