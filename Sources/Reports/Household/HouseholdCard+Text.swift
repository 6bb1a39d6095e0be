// The card on a terminal: who and where, then the six points with what is missing, then the rest
// of what is known, a paragraph each. A part with nothing to show is left out.

import Markup

extension HouseholdCard {
  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    var paragraphs = [headLines(in: language)]
    paragraphs.append(
      part(
        Phrase("Members (\(memberCount))", "家庭成员（\(memberCount)人）"), Self.memberColumns, members,
        in: language, within: columns))
    paragraphs.append(
      part(
        Phrase("Enrolment", "纳入情况"), Self.enrolmentColumns, enrolments, in: language,
        within: columns))
    paragraphs.append(
      part(pointsCaption, Self.pointColumns(in: language), points, in: language, within: columns))
    paragraphs.append(goalLines(in: language, within: columns))
    paragraphs.append(contentsOf: moneyParagraphs(in: language, within: columns))
    paragraphs.append(
      part(
        Phrase("Projects", "项目"), Self.projectColumns, projects, in: language,
        within: columns))
    paragraphs.append(
      part(
        Phrase("Income of the household (yuan)", "家庭收入（元）"), Self.incomeColumns, incomes,
        in: language, within: columns))
    paragraphs.append(progressLines(in: language, within: columns))
    paragraphs.append([known.line(asOf: asOf, in: language)])
    let text = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
    return Array(text.utf8)
  }

  // MARK: Who and where

  private func headLines(in language: ReportLanguage) -> [String] {
    var lines = [Phrase("Household ", "贫困户 ")[language] + householdNo.neutralised]
    lines.append(placeLine(in: language))
    lines.append(classLine(in: language))
    if let endedOn {
      let ground = endGround.map { Phrase(": ", "：")[language] + $0.neutralised } ?? ""
      lines.append(Phrase("Ended on \(endedOn)", "\(endedOn)起注销")[language] + ground)
    }
    let facts: [(Phrase, String?)] = [
      (Phrase("Cause: ", "致贫原因："), cause), (Phrase("Phone: ", "电话："), phone),
      (Phrase("Account: ", "账号："), account),
    ]
    let told = facts.compactMap { label, fact in fact.map { label[language] + $0.neutralised } }
    if !told.isEmpty { lines.append(told.joined(separator: "  ")) }
    return lines
  }

  /// English goes from the small place to the large, Chinese from the large to the small.
  private func placeLine(in language: ReportLanguage) -> String {
    let places = [village, township, county].compactMap { $0?.name.neutralised }
    let names = Phrase(
      places.joined(separator: ", "), places.reversed().joined(separator: " "))[language]
    let code = village.code.neutralised
    return names + Phrase(" (\(code))", "（\(code)）")[language]
  }

  private func classLine(in language: ReportLanguage) -> String {
    let label = Phrase("Class: ", "户属性：")[language]
    guard let standing else {
      return label + Vocabulary.classes.word(for: "none", in: language)
    }
    var line = label + Vocabulary.classes.word(for: standing.code.name, in: language)
    if let since = standing.since { line += Phrase(", since \(since)", "，自\(since)起")[language] }
    if let ground = standing.ground?.neutralised {
      line += Phrase(" (\(ground))", "（\(ground)）")[language]
    }
    return line
  }

  // MARK: Parts

  var pointsCaption: Phrase {
    let year = pointsYear.map { " \($0)" } ?? ""
    return Phrase(
      "Six points\(year): \(pointsInForce) of \(points.count) in force",
      "六到\(year)：\(points.count)项中\(pointsInForce)项到位")
  }

  private func part<Row>(
    _ caption: Phrase, _ columns: [ReportColumn<Row>], _ rows: [Row], in language: ReportLanguage,
    within limit: Int?
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    return [caption[language]]
      + ReportColumn.table(columns, rows: rows, in: language)
      .lines(within: limit)
  }

  /// Fiscal money with its total; loans, self-raised and society money beside it.
  private func moneyParagraphs(
    in language: ReportLanguage, within limit: Int?
  ) -> [[String]] {
    let captions = [
      (true, Phrase("Fiscal money (yuan)", "财政资金（元）")),
      (false, Phrase("Other money (yuan)", "其他资金（元）")),
    ]
    return captions.compactMap { isFiscal, caption in
      let lines = money.filter { $0.source.isFiscal == isFiscal }
      guard !lines.isEmpty else { return nil }
      let columns = ReportColumn.filled(Self.moneyColumns, rows: lines)
      var table = ReportColumn.table(columns, rows: lines, in: language)
      let sums = columns.map { column in
        column.isMoney ? column.text(of: Self.sum(lines.map { column.figure?($0) })) : ""
      }
      table.setTotal([MonthlyReport.totalName[language]] + sums.dropFirst())
      return [caption[language]] + table.lines(within: limit)
    }
  }

  /// nil where a part is nil or the sum exceeds `Int64`.
  private static func sum(_ parts: [Int64?]) -> Int64? {
    parts.reduce(Int64?.some(0)) { sum, part in
      guard let sum, let part else { return nil }
      let (result, overflow) = sum.addingReportingOverflow(part)
      return overflow ? nil : result
    }
  }

  /// A line for each entry, its note below it: a note is often a paragraph.
  private func progressLines(in language: ReportLanguage, within columns: Int?) -> [String] {
    guard !progress.isEmpty else { return [] }
    var lines = [Phrase("Progress", "进展记录")[language]]
    for entry in progress {
      var parts = [
        entry.loggedOn, Vocabulary.progressKinds.word(for: entry.kind.name, in: language),
      ]
      if let quantity = entry.quantity {
        let unit = entry.unit.map { Vocabulary.units.word(for: $0, in: language) }
        parts.append(unit.map { "\(quantity) \($0)" } ?? quantity)
      }
      if let percent = entry.percent { parts.append("\(percent)%") }
      if let projectNo = entry.projectNo { parts.append(projectNo) }
      parts.append(entry.by)
      lines.append(parts.map(\.neutralised).joined(separator: "  "))
      if let note = entry.note {
        let indent = String(repeating: " ", count: 12)
        let wrapped = WrappedText.lines(note, within: min(columns ?? 100, 100) - indent.count)
        lines.append(contentsOf: wrapped.map { indent + $0 })
      }
    }
    return lines
  }
}
