import Markup

/// A table of a page: a caption, headers with a scope, and a total that looks like one.
package struct PageTable: Sendable {
  let caption: String
  private let headers: [(title: String, isNumber: Bool)]
  private let rows: [[Cell]]
  private let total: [Cell]?
  /// The column that names the row.
  private let naming: Int
  /// Whether a phone shows all columns but the first at once.
  private let isForPhones: Bool

  private struct Cell: Sendable {
    let text: String
    let isMarked: Bool
  }

  /// - Parameters:
  ///   - columns: those without any value are left out, as on a terminal.
  ///   - naming: the stem of the column that names a row; the first unless given.
  ///   - isForPhones: whether a phone shows all columns but the first, a code, at once: its cells stand closer.
  ///   - isMarked: whether the cell of a row under a column's stem is marked with `*`, which the page explains.
  package init<Row>(
    _ caption: String, _ columns: [ReportColumn<Row>], rows: [Row], total: Row? = nil,
    naming stem: String? = nil, isForPhones: Bool = false, in language: ReportLanguage,
    isMarked: (_ row: Row, _ stem: String) -> Bool = { _, _ in false }
  ) {
    let columns = ReportColumn.filled(columns, rows: rows)
    self.caption = caption
    self.isForPhones = isForPhones
    headers = columns.map { (Self.oneLine($0.title, in: language), $0.alignment == .right) }
    let naming = columns.firstIndex { $0.stem == stem } ?? 0
    self.naming = naming
    self.rows = rows.map { Self.cells(of: $0, columns, naming: naming, in: language, isMarked) }
    self.total = total.map { Self.cells(of: $0, columns, naming: naming, in: language, isMarked) }
  }

  private static func cells<Row>(
    of row: Row, _ columns: [ReportColumn<Row>], naming: Int, in language: ReportLanguage,
    _ isMarked: (_ row: Row, _ stem: String) -> Bool
  ) -> [Cell] {
    columns.indices.map { place -> Cell in
      let column = columns[place]
      var text = column.textCell(row, in: language)
      // A total has no code: what stands in its place in CSV and JSON is a key.
      if text == "total", keyStems.contains(column.stem) {
        text = place == naming ? MonthlyReport.totalName[language] : ""
      }
      return Cell(text: text, isMarked: isMarked(row, column.stem))
    }
  }

  /// The columns that hold a row's code, and `total` for the row of the sums.
  private static let keyStems: Set<String> = ["code", "county_code", "region_code", "household_no"]

  /// A column's title, which a terminal breaks into lines.
  static func oneLine(_ title: Phrase, in language: ReportLanguage) -> String {
    let parts = title[language].split(separator: "\n")
    return parts.joined(separator: language == .zh ? "" : " ")
  }

  /// - Parameter heading: of the part right above; a caption that only repeats it is not shown again.
  package func write(under heading: String? = nil, into markup: inout MarkupWriter) {
    let isTold = heading?.hasPrefix(caption) ?? false
    // A table wider than a phone is moved by itself, not with the page.
    markup.element(
      "div",
      [
        "class": isForPhones ? "scroll close" : "scroll", "role": "region", "tabindex": "0",
        "aria-label": .text(caption),
      ]
    ) { box in
      box.element("table") { table in
        table.element("caption", ["class": isTold ? "told" : .absent], caption)
        table.line()
        table.element("thead") { head in
          head.element("tr") { row in
            for header in headers {
              row.element(
                "th", ["scope": "col", "class": header.isNumber ? "n" : .absent], header.title)
            }
          }
        }
        table.line()
        table.element("tbody") { body in
          body.line()
          for row in rows { write(row, isTotal: false, into: &body) }
          if let total { write(total, isTotal: true, into: &body) }
        }
      }
    }
    markup.line()
  }

  /// Whether a cell is a number that names something, a day, or a word of at most four characters, such as a
  /// name: it is never broken into lines.
  private static func isKey(_ cell: String) -> Bool {
    let bytes = cell.utf8
    return bytes.count <= 24 && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      || bytes.count <= 16 && cell.unicodeScalars.count <= 4
  }

  private func write(_ cells: [Cell], isTotal: Bool, into markup: inout MarkupWriter) {
    markup.element("tr", ["class": isTotal ? "total" : .absent]) { row in
      for (place, cell) in cells.enumerated() {
        let isNumber = headers.indices.contains(place) && headers[place].isNumber
        var classes: [String] = []
        if isNumber { classes.append("n") } else if Self.isKey(cell.text) { classes.append("k") }
        if cell.isMarked { classes.append("restated") }
        let style: MarkupValue =
          classes.isEmpty ? .absent : .text(classes.joined(separator: " "))
        let text = cell.isMarked ? "*" + cell.text : cell.text
        if place == naming {
          row.element("th", ["scope": "row", "class": style], text)
        } else {
          row.element("td", ["class": style], text)
        }
      }
    }
    markup.line()
  }
}
