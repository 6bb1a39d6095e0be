import CSV
import Domain
import Intake
import Reports
import Sheets

// For people: what the reader found, then the rows, one column a line, so that an empty cell shows as one
// and a row of thirty columns fits a terminal.

extension Preview {
  /// - Parameter columns: of the terminal; nil for a file or a pipe.
  func writeText(
    to output: inout Output, all: Bool, within columns: Int?
  ) throws(OutputFault) {
    for line in summaryLines() { try output.line(console.fitted(line, to: columns)) }
    var names: [String] = []
    try forEachRow(most: all ? nil : Preview.fewRows) {
      (record: borrowing Record) throws(OutputFault) in
      let title = console.say("line \(record.line)", "第 \(record.line) 行")
      let isHeader = record.recordNumber == header?.record
      try output.line("")
      try output.line(isHeader ? title + console.say(", the header", "，表头") : title)
      for cell in 0..<record.count {
        let name = names.indices.contains(cell) ? names[cell] : String(cell + 1)
        let text = text(of: cell, in: record)
        try output.line(
          console.fitted("  \(name):\(text.isEmpty ? "" : " " + text)", to: columns))
      }
      if isHeader { names = (0..<record.count).map { self.name(of: $0, in: record) } }
    }
  }

  /// What a cell's line begins with: the column it is read as, else the header as it stands.
  private func name(of cell: Int, in header: borrowing Record) -> String {
    if let column = column(of: cell) { return console.say(column.name, column.chinese) }
    return shown(header.text(cell), as: .text)
  }

  private func column(of cell: Int) -> Column? {
    guard let match = header?.match, match.columns.indices.contains(cell),
      let column = match.columns[cell]
    else { return nil }
    return match.sheet.columns[column]
  }

  private func text(of cell: Int, in record: borrowing Record) -> String {
    let isBelow = record.recordNumber > (header?.record ?? 0)
    return shown(record.text(cell), as: isBelow ? column(of: cell)?.kind ?? .text : .text)
  }

  private func shown(_ text: String, as kind: ColumnKind) -> String {
    reveals || text.isEmpty ? text : CellMask.masked(text, as: kind)
  }

  private func summaryLines() -> [String] {
    let delimiter =
      switch file.form.delimiter {
      case UInt8(ascii: "\t"): console.say("tab", "制表符")
      case UInt8(ascii: ";"): console.say("semicolon", "分号")
      default: console.say("comma", "逗号")
      }
    var lines = [
      file.name,
      console.say("encoding: ", "编码：") + file.form.encodingName,
      console.say("delimiter: ", "分隔符：") + delimiter,
    ]
    guard let header else {
      return lines + [console.say("sheet: none is known by this header", "表格：没有已知表格是这样的表头")]
    }
    let sheet = header.match.sheet
    lines += [
      console.say(
        "sheet: \(sheet.name), header in row \(header.record)",
        "表格：\(sheet.chinese)，表头在第 \(header.record) 行"),
      console.say("columns:", "识别的列："),
    ]
    lines += header.match.columns.compactMap { $0 }.map {
      "  " + console.say(sheet.columns[$0].name, sheet.columns[$0].chinese)
    }
    return lines
      + header.match.unknown.map {
        console.say("not known: ", "不识别的列：") + shown($0, as: .text)
      }
  }
}
