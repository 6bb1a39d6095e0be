import Domain

/// An officer's day: what he logged, what is due, and whom he has not visited this month. Names, phones and
/// numbers come as they may be seen.
package struct DayCard: Sendable {
  package var asOf: String
  /// Of the visits: `2011-06`.
  package var month: String
  package var known: KnownEntry
  /// nil where the officer is no official: then what is due is the whole office's, and nothing else is told.
  package var staffNo: String?
  package var name: String?
  package var logged: [HouseholdCard.ProgressEntry] = []
  package var due: [DueRow] = []
  package var unvisited: [UnvisitedRow] = []

  package init(asOf: String, month: String, known: KnownEntry) {
    self.asOf = asOf
    self.month = month
    self.known = known
  }

  /// The most rows of a part that are shown to people; the others are counted.
  private static let mostShown = 20

  private static let loggedColumns: [ReportColumn<HouseholdCard.ProgressEntry>] =
    [ReportColumn("household_no", Phrase("household", "户号"), .text { $0.householdNo })]
    + HouseholdCard.progressColumns.filter { !["logged_on", "by"].contains($0.stem) }

  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    let who = [name, staffNo].compactMap { $0 }.joined(separator: " ")
    var card = CardText(asOf + (who.isEmpty ? "" : "  " + who), in: language, within: columns)
    guard staffNo != nil else {
      part(
        &card, Phrase("Due: \(due.count)", "到期事项：\(due.count)项"), DueRow.columns, due, "list due")
      return card.bytes(known, asOf: asOf)
    }
    card.line(
      Phrase(
        "Logged: \(logged.count)  Due: \(due.count)  Not yet visited in \(month): \(unvisited.count)",
        "已记录：\(logged.count)条  到期：\(due.count)项  \(month) 尚未走访：\(unvisited.count)户")[language])
    part(&card, Phrase("Logged", "今日记录"), Self.loggedColumns, logged, nil)
    part(&card, Phrase("Due", "到期事项"), DueRow.columns, due, "list due")
    part(
      &card, Phrase("Not yet visited in \(month)", "\(month) 尚未走访"), UnvisitedRow.columns,
      unvisited,
      "list unvisited")
    return card.bytes(known, asOf: asOf)
  }

  /// A table of the first rows, and how to see the others.
  private func part<Row>(
    _ card: inout CardText, _ caption: Phrase, _ columns: [ReportColumn<Row>], _ rows: [Row],
    _ command: String?
  ) {
    card.table(caption, columns, Array(rows.prefix(Self.mostShown)))
    let rest = rows.count - Self.mostShown
    guard rest > 0 else { return }
    let whole = command.map { "sixpoint \($0)" + (staffNo.map { " --staff \($0)" } ?? "") }
    card.paragraph([
      Phrase(
        "… and \(rest) more" + (whole.map { ": \($0) --on \(asOf)" } ?? ""),
        "……另有\(rest)行" + (whole.map { "：\($0) --on \(asOf)" } ?? ""))[card.language]
    ])
  }

  /// One line: `{"report":"today","as_of","month","known","staff_no","name","logged","due","unvisited"}`.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "today")
      json.member("as_of", asOf)
      json.member("month", month)
      known.write(into: &json)
      json.member("staff_no", staffNo)
      json.member("name", name)
      ReportColumn.writeArray(Self.loggedColumns, named: "logged", of: logged, into: &json)
      ReportColumn.writeArray(DueRow.columns, named: "due", of: due, into: &json)
      ReportColumn.writeArray(UnvisitedRow.columns, named: "unvisited", of: unvisited, into: &json)
    }
    json.line()
    return json.takeBytes()
  }
}
