import Domain

extension ClassesReport {
  /// A table for households and one for persons, then what moved and what differs, each only where there is any.
  package func text(in language: ReportLanguage) -> [UInt8] {
    var lines = [Phrase("The two systems", "两项制度衔接情况")[language]]
    lines += table(
      Phrase("Standing households", "在册户数"), Self.householdColumns, in: language)
    lines += table(Phrase("Their members", "在册人数"), Self.personColumns, in: language)
    lines += table(
      Phrase("Moves between the systems after \(since)", "\(since)之后的增减"), Self.directionColumns,
      in: language)
    lines += table(
      Phrase("Against the lines and civil affairs' list", "与标准线和民政低保名册核对"),
      Self.listColumns, in: language)
    lines += list(Phrase("Who moved", "转移户"), Self.moveColumns, moves, in: language)
    lines += list(
      Phrase("Where the list and the register differ", "与低保名册不符"), Self.crossingColumns, crossings,
      in: language)
    lines += list(
      Phrase("Income not below the line (yuan a person and year)", "收入不低于标准（元/人·年）"),
      Self.lineColumns, aboveLine, in: language)
    lines += ["", known.line(asOf: asOf, in: language)]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func table(
    _ caption: Phrase, _ columns: [ReportColumn<Row>], in language: ReportLanguage
  ) -> [String] {
    let table = ReportColumn.table(
      Self.nameColumns + columns, rows: rows, total: total, in: language)
    return ["", caption[language]] + table.lines()
  }

  private func list<Line>(
    _ caption: Phrase, _ columns: [ReportColumn<Line>], _ rows: [Line],
    in language: ReportLanguage
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    let count = NumberText.grouped(Int64(rows.count))
    let words = Phrase("\(caption.en): \(count)", "\(caption.zh)：\(count)")
    return ["", words[language]] + ReportColumn.table(columns, rows: rows, in: language).lines()
  }
}
