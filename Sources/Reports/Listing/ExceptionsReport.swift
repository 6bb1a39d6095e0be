import CSV

// The exceptions: how many there are of each kind first, then each of them. People read a table a kind,
// with the columns that the kind fills; programs read one list.

package struct ExceptionsReport: Sendable {
  /// One kind of exception, in the order of the report, present whether any is found or not.
  package struct Kind: Sendable {
    package let key: String
    package let title: Phrase
    /// What to do about one of them.
    package let remedy: Phrase

    package init(_ key: String, _ title: Phrase, remedy: Phrase) {
      self.key = key
      self.title = title
      self.remedy = remedy
    }
  }

  let kinds: [Kind]
  let listing: ListingTable<ExceptionRow>

  /// - Parameter rows: in the order in which they are reported.
  package init(asOf: String, known: KnownEntry, kinds: [Kind], rows: [ExceptionRow]) {
    self.kinds = kinds
    listing = ListingTable(
      report: "exceptions", title: Phrase("Exceptions", "例外情况"), asOf: asOf, known: known,
      columns: ExceptionRow.columns, rows: rows)
  }

  func rows(of kind: Kind) -> [ExceptionRow] { listing.rows.filter { $0.kind == kind.key } }

  /// The columns that people see of one kind's rows.
  func columns(filledBy rows: [ExceptionRow]) -> [ReportColumn<ExceptionRow>] {
    listing.columns.filter { column in
      column.stem != "kind" && column.onTerminal && rows.contains(where: column.hasValue)
    }
  }

  /// All rows; the columns stay the same whatever is found.
  package func csv(_ form: TextForm = TextForm()) -> [UInt8] { listing.csv(form) }

  /// One line: `{"report","as_of","known","counts":{kind:n},"count","rows"}`.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", listing.report)
      json.member("as_of", listing.asOf)
      listing.known.write(into: &json)
      json.memberObject("counts") { json in
        for kind in kinds { json.member(kind.key, rows(of: kind).count) }
      }
      json.member("count", listing.rows.count)
      ReportColumn.writeArray(listing.columns, named: "rows", of: listing.rows, into: &json)
    }
    json.line()
    return json.takeBytes()
  }

  package func text(in language: ReportLanguage, within limit: Int? = nil) -> [UInt8] {
    let title = listing.title[language]
    let total = NumberText.grouped(Int64(listing.rows.count))
    var lines = [Phrase("\(title): \(total)", "\(title)：\(total)")[language]]
    for kind in kinds {
      let count = NumberText.grouped(Int64(rows(of: kind).count))
      let name = kind.title[language]
      lines.append("  " + Phrase("\(name): \(count)", "\(name)：\(count)")[language])
    }
    for kind in kinds {
      let rows = rows(of: kind)
      guard !rows.isEmpty else { continue }
      let columns = columns(filledBy: rows)
      lines += ["", kind.title[language]]
      lines += WrappedText.lines(kind.remedy[language], within: min(limit ?? 80, 80) - 2).map {
        "  " + $0
      }
      lines += ReportColumn.table(columns, rows: rows, total: nil, in: language)
        .lines(within: limit)
    }
    lines += ["", listing.known.line(asOf: listing.asOf, in: language)]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
