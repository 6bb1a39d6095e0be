import CSV
import Markup

// A list in answer to a question, such as `list gaps`, `find` or `staff load`: rows of one kind,
// their columns defined once, as text, CSV or JSON.

package struct ListingTable<Row: Sendable>: Sendable {
  /// Stable, for JSON: `gaps`.
  package var report: String
  /// What is listed, for people.
  package var title: Phrase
  package var asOf: String
  package var known: KnownEntry
  package var columns: [ReportColumn<Row>]
  package var rows: [Row]
  /// A row of sums, nil where they would mean nothing.
  package var total: Row?

  package init(
    report: String, title: Phrase, asOf: String, known: KnownEntry, columns: [ReportColumn<Row>],
    rows: [Row], total: Row? = nil
  ) {
    self.report = report
    self.title = title
    self.asOf = asOf
    self.known = known
    self.columns = columns
    self.rows = rows
    self.total = total
  }

  package func csv(_ form: TextForm = TextForm()) -> [UInt8] {
    ReportColumn.csv(columns, rows: rows, total: total, form: form)
  }

  /// One line: `{"report","as_of","known","count","rows"}`, and `total` where there is one.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", report)
      json.member("as_of", asOf)
      known.write(into: &json)
      json.member("count", rows.count)
      ReportColumn.writeArray(columns, named: "rows", of: rows, into: &json)
      if let total {
        json.key("total")
        ReportColumn.writeObject(columns, of: total, into: &json)
      }
    }
    json.line()
    return json.takeBytes()
  }

  /// The title with the number of rows, the table, what the list knew.
  package func text(in language: ReportLanguage, within limit: Int? = nil) -> [UInt8] {
    let count = NumberText.grouped(Int64(rows.count))
    let title = title[language].neutralised
    var text = Array((Phrase("\(title): \(count)", "\(title)：\(count)")[language] + "\n").utf8)
    if !rows.isEmpty {
      ReportColumn.table(columns, rows: rows, total: total, in: language)
        .write(into: &text, within: limit)
    }
    text += "\n\(known.line(asOf: asOf, in: language))\n".utf8
    return text
  }
}
