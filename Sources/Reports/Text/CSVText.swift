import CSV
import Markup

/// CSV as every report writes it: a line feed after each row, nothing that a spreadsheet would run, and,
/// unless another form is asked for, a comma between cells and UTF-8 without a byte order mark.
package struct CSVText {
  private var writer: RecordWriter

  package init(form: TextForm = TextForm()) {
    var options = RecordWriter.Options(form: form)
    options.lineEnd = .lf
    options.guardsFormulas = true
    writer = RecordWriter(options: options)
  }

  package var bytes: [UInt8] { writer.bytes }

  package mutating func row(_ cells: [String]) {
    writer.write(cells)
  }

  /// The cells of a row, as columns read them.
  mutating func row<Row>(_ columns: [ReportColumn<Row>.Reading], of row: Row) {
    for column in columns { cell(column, of: row) }
    writer.endRecord()
  }

  private mutating func cell<Row>(_ column: ReportColumn<Row>.Reading, of row: Row) {
    switch column {
    case .text(let value), .word(_, let value): text(value(row) ?? "")
    case .words(_, let values): text(values(row).joined(separator: " "))
    case .number(let value), .count(let value), .difference(let value): number(value(row))
    case .decimal(let places, let value): number(value(row), places: places)
    case .money(let value): number(value(row), places: 2)
    case .flag(let value): text(value(row).map { $0 ? "yes" : "no" } ?? "")
    }
  }

  /// Tabs and line breaks stay: CSV quotes them, and they are data.
  private mutating func text(_ text: String) {
    writer.append(text.neutralised(keeping: Self.kept))
  }

  private static let kept: [Unicode.Scalar] = ["\t", "\n", "\r"]

  private mutating func number(_ units: Int64?, places: Int = 0) {
    writer.appendPlain { bytes in
      if let units { NumberText.append(units, places: places, to: &bytes) }
    }
  }
}
