import CSV
import Reports
import Sheets

// A preview reads the file twice: once to judge it, since a refusal must not come after half a result,
// and once to print it.

/// What the reader sees in one file.
struct Preview {
  let file: SheetFile
  let isLenient: Bool
  let console: Console
  /// nil for a file that is no known sheet: its first row is the header then.
  private let header: SheetFile.Header?

  static let fewRows = 10
  private static let mostFaults = 20

  init(file: SheetFile, isLenient: Bool, console: Console) {
    self.file = file
    self.isLenient = isLenient
    self.console = console
    header = if case .success(let found) = file.findHeader() { found } else { nil }
  }

  /// Tells every fault, and what lenient reading passes over, on standard error; throws where a row
  /// cannot be shown as it stands.
  func judge() throws(Problem) {
    if let nature = file.nature, nature != .empty {
      let wording = FaultWording(console.language.ofFaults, sheet: nil)
      let fault = Fault(line: 0, column: nil, .notCSV(nature))
      throw Problem(fault.kind.rule, wording.line(fault, file: file.name))
    }
    var faults: [CSVFault] = []
    var reader = Reader(self)
    while faults.count < Preview.mostFaults {
      do throws(CSVFault) {
        guard let record = try reader.next() else { break }
        for note in record.notes { tell(note) }
      } catch {
        faults.append(error)
        if error.endsReading { break }
      }
    }
    guard let first = faults.first else { return }
    for fault in faults { tell(fault) }
    let wording = FaultWording(console.language.ofFaults, sheet: nil)
    let fault = Fault(line: first.line, column: nil, .unreadable(first))
    throw Problem(fault.kind.rule, wording.line(fault, file: file.name))
  }

  private func tell(_ fault: CSVFault) {
    let wording = FaultWording(console.language.ofFaults, sheet: nil)
    console.diagnostics.bareLine(
      wording.line(Fault(line: fault.line, column: nil, .unreadable(fault)), file: file.name))
  }

  /// `[["a","b"],["1","2"]]`
  func writeRows(to output: inout Output) throws(OutputFault) {
    var json = JSONText()
    json.beginArray()
    try forEachRow(most: nil) { (record: borrowing Record) throws(OutputFault) in
      json.array { json in write(record, to: &json) }
      if json.bytes.count > 1 << 16 { try output.write(json.takeBytes()) }
    }
    json.endArray()
    json.line()
    try output.write(json.takeBytes())
  }

  func writeSummary(to output: inout Output) throws(OutputFault) {
    var json = JSONText()
    json.beginObject()
    json.member("file", file.name)
    json.member("encoding", file.form.encodingName)
    json.member("delimiter", String(UnicodeScalar(file.form.delimiter)))
    json.member("sha256", file.sha256.hexadecimal)
    json.member("sheet", header?.match.sheet.name)
    json.member("header_row", header?.record)
    json.memberArray("columns") { json in
      guard let match = header?.match else { return }
      for column in match.columns { json.optional(column.map { match.sheet.columns[$0].name }) }
    }
    json.memberArray("unknown_columns") { json in
      for name in header?.match.unknown ?? [] { json.string(name) }
    }
    json.key("rows")
    json.beginArray()
    try forEachRow(most: Preview.fewRows) { (record: borrowing Record) throws(OutputFault) in
      json.array { json in write(record, to: &json) }
    }
    json.endArray()
    json.endObject()
    json.line()
    try output.write(json.takeBytes())
  }

  func writeText(to output: inout Output, all: Bool) throws(OutputFault) {
    for line in summaryLines() { try output.line(line.neutralised) }
    try forEachRow(most: all ? nil : Preview.fewRows) {
      (record: borrowing Record) throws(OutputFault) in
      let cells = (0..<record.count).map { text(of: $0, in: record) }
      try output.line("\(record.line)  " + cells.joined(separator: " | ").neutralised)
    }
  }

  /// A cell for people to read, masked where it is personal.
  private func text(of cell: Int, in record: borrowing Record) -> String {
    let text = record.text(cell)
    guard let match = header?.match, record.recordNumber > (header?.record ?? 0),
      match.columns.indices.contains(cell), let column = match.columns[cell]
    else { return CellMask.masked(text, as: .text) }
    return CellMask.masked(text, as: match.sheet.columns[column].kind)
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
    if let header {
      let sheet = header.match.sheet
      lines.append(
        console.say(
          "sheet: \(sheet.name), header in row \(header.record)",
          "表格：\(sheet.chinese)，表头在第 \(header.record) 行"))
      let known = header.match.columns.compactMap { $0 }
        .map { console.say(sheet.columns[$0].name, sheet.columns[$0].chinese) }
      lines.append(
        console.say("columns: ", "识别的列：") + known.joined(separator: console.say(", ", "、")))
      if !header.match.unknown.isEmpty {
        lines.append(
          console.say("not known: ", "不识别的列：")
            + header.match.unknown.map { CellMask.masked($0, as: .text) }
            .joined(separator: console.say(", ", "、")))
      }
    } else {
      lines.append(console.say("sheet: none is known by this header", "表格：没有已知表格是这样的表头"))
    }
    return lines + [console.say("rows:", "各行：")]
  }

  private func write(_ record: borrowing Record, to json: inout JSONText) {
    for cell in 0..<record.count { record.withCell(cell) { json.string($0) } }
  }

  /// The rows of a file that was judged sound: reading it again can only fail with the disk, or where
  /// somebody wrote to it.
  private func forEachRow(
    most: Int?, _ body: (borrowing Record) throws(OutputFault) -> Void
  ) throws(OutputFault) {
    var reader = Reader(self)
    var count = 0
    while most.map({ count < $0 }) ?? true {
      let record: Record
      do throws(CSVFault) {
        guard let next = try reader.next() else { return }
        record = next
      } catch {
        throw .system(SystemFault(code: Preview.errorNumber(of: error), path: file.path))
      }
      count += 1
      try body(record)
    }
  }

  private static func errorNumber(of fault: CSVFault) -> Int32 {
    if case .source(.cannotRead(let number)) = fault.kind { return number }
    return System.inputOutputError
  }

  /// Reads as import does: from the header on, every row has as many cells as it.
  private struct Reader: ~Copyable {
    private var reader: RecordReader
    private var record = Record()
    private let headerRecord: Int?

    init(_ preview: Preview) {
      var options = RecordReader.Options()
      options.isLenient = preview.isLenient
      reader = RecordReader(
        source: preview.file.source, form: preview.file.form, options: options)
      headerRecord = preview.header?.record
    }

    mutating func next() throws(CSVFault) -> Record? {
      guard try reader.next(into: &record) else { return nil }
      let isHeader = headerRecord.map { $0 == record.recordNumber } ?? !record.isBlank
      if isHeader && reader.expectedCells == nil { reader.expectedCells = record.count }
      return record
    }
  }
}

extension JSONText {
  fileprivate mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }
}
