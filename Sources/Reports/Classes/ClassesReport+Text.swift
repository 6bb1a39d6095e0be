import Domain

extension ClassesReport {
  /// A table for households and one for persons, then what moved and what differs, each only where there is any.
  package func text(in language: ReportLanguage, within limit: Int? = nil) -> [UInt8] {
    var lines = [Phrase("The two systems", "两项制度衔接情况")[language]]
    for (heading, columns) in parts { lines += table(heading, columns, in: language, limit) }
    lines += list(Self.movesTitle, Self.moveColumns, moves, in: language, limit)
    lines += list(Self.crossingsTitle, Self.crossingColumns, crossings, in: language, limit)
    lines += list(Self.aboveLineTitle, Self.lineColumns, aboveLine, in: language, limit)
    lines += ["", known.line(asOf: asOf, in: language)]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The tables of regions, in order.
  var parts: [(Phrase, [ReportColumn<Row>])] {
    [
      (Phrase("Standing households", "在册户数"), Self.householdColumns),
      (Phrase("Their members", "在册人数"), Self.personColumns),
      (
        Phrase("Moves between the systems after \(since)", "\(since)之后的增减"), Self.directionColumns
      ),
      (
        Phrase("Against the lines and civil affairs' list", "与标准线和民政低保名册核对"), Self.listColumns
      ),
    ]
  }

  static let movesTitle = Phrase("Who moved", "转移户")
  static let crossingsTitle = Phrase("Where the list and the register differ", "与低保名册不符")
  static let aboveLineTitle = Phrase(
    "Income not below the line (yuan a person and year)", "收入不低于标准（元/人·年）")

  private func table(
    _ caption: Phrase, _ columns: [ReportColumn<Row>], in language: ReportLanguage,
    _ limit: Int?
  ) -> [String] {
    let table = ReportColumn.table(
      Self.nameColumns + columns, rows: rows, total: total, in: language)
    return ["", caption[language]] + table.lines(within: limit)
  }

  private func list<Line>(
    _ caption: Phrase, _ columns: [ReportColumn<Line>], _ rows: [Line],
    in language: ReportLanguage, _ limit: Int?
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    let count = NumberText.grouped(Int64(rows.count))
    let words = Phrase("\(caption.en): \(count)", "\(caption.zh)：\(count)")
    return ["", words[language]]
      + ReportColumn.table(columns, rows: rows, in: language)
      .lines(within: limit)
  }
}
