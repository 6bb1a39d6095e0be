import CSV
import Domain
import Intake
import Reports
import Sheets

// A preview reads the file twice: once to judge it, since a refusal must not come after half a result,
// and once to print it.

/// What the reader sees in one file.
struct Preview {
  let file: SheetFile
  let isLenient: Bool
  /// Whether people's numbers are shown whole.
  let reveals: Bool
  let console: Console
  /// nil for a file that is no known sheet: its first row is the header then.
  let header: SheetFile.Header?

  static let fewRows = 10
  private static let mostFaults = 20

  init(file: SheetFile, isLenient: Bool, reveals: Bool, console: Console) {
    self.file = file
    self.isLenient = isLenient
    self.reveals = reveals
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
      for name in header?.match.unknown ?? [] {
        json.string(reveals ? name : PersonalNumbers.masked(name, in: .programs))
      }
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

  private func write(_ record: borrowing Record, to json: inout JSONText) {
    for cell in 0..<record.count {
      let isWhole = record.withCell(cell) { bytes in
        guard reveals || !PersonalNumbers.mayStand(in: bytes) else { return false }
        json.string(bytes)
        return true
      }
      if !isWhole { json.string(PersonalNumbers.masked(record.text(cell), in: .programs)) }
    }
  }

  /// The rows of a file that was judged sound: reading it again can only fail with the disk, or where
  /// somebody wrote to it.
  func forEachRow(
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
