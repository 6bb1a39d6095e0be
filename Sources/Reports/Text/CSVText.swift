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
}

extension String {
  /// As `neutralised`, but tabs and line breaks stay: CSV quotes them, and they are data.
  var neutralisedForCSV: String { neutralised(keeping: ["\t", "\n", "\r"]) }
}
