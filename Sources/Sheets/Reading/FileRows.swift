import CSV
import Domain
import Intake
import Register

/// The rows of a file's sheet: records read as what the sheet's columns hold.
package final class FileRows: SubmittedRows {
  private let file: SheetFile
  private let header: SheetFile.Header
  private var reading: Reading

  /// - Parameter takesDigits: whether long numbers that all end in zeros are said to be so.
  init(
    _ file: SheetFile, _ header: SheetFile.Header, codes: CodeChoice, checks: [RowCheck],
    takesDigits: Bool
  ) {
    self.file = file
    self.header = header
    reading = Reading(
      records: DataRecords(file, header),
      reader: RowReader(header.match, codes: codes, checks: checks, watchesDigits: !takesDigits))
  }

  /// Both in one value, so that a record goes from one to the other without a copy.
  private struct Reading: ~Copyable {
    var records: DataRecords
    var reader: RowReader

    /// Reads the next record's cells; false at the end.
    mutating func next(into sink: inout some CellSink & ~Copyable) throws(CSVFault) -> Bool {
      guard try records.next() else { return false }
      reader.read(records.record, into: &sink)
      return true
    }
  }

  package var bytesRead: Int64 { reading.records.record.byteRange.upperBound }
  package var passedOver: PassedOver { reading.records.passedOver }
  package var faults: [Fault] { reading.records.faults }
  package var warnings: [Fault] {
    let sheet = header.match.sheet
    return reading.records.warnings + reading.reader.cells.warnings(of: sheet)
      + (reading.reader.cells.digits?.doubtful(in: sheet) ?? [])
      + reading.reader.nameless.warnings(headerLine: header.line)
  }
  package var destroyedColumns: [Fault] {
    reading.reader.cells.digits?.destroyed(in: header.match.sheet) ?? []
  }
  package var relationList: RelationList? {
    reading.reader.cells.relationLists.sawNumber ? reading.reader.cells.relationList : nil
  }

  package func next(into sink: inout some CellSink & ~Copyable) -> SubmittedRow {
    do throws(CSVFault) {
      guard try reading.next(into: &sink) else { return .end }
    } catch {
      return .unreadable(
        Fault(line: error.line, column: nil, kind(of: error)),
        household: error.endsReading ? nil : unreadHousehold, endsReading: error.endsReading)
    }
    // What stands below a second header is not this sheet's, and says nothing by being wrong.
    return .row(
      line: reading.records.record.line, clears: reading.reader.clears,
      withdraws: reading.reader.withdraws,
      faults: reading.records.hasSecondHeader ? [] : reading.reader.faults)
  }

  /// A row that is too short says which columns it lacks.
  private func kind(of fault: CSVFault) -> FaultKind {
    guard case .ragged(let expected, let found) = fault.kind, found < expected else {
      return .unreadable(fault)
    }
    let missing = (found..<expected).map { cell in
      let written = header.row.texts[cell]
      let column = header.match.columns[cell].map { header.match.sheet.columns[$0].chinese }
      return HeaderRow.isBlank(written) ? column ?? "" : written
    }
    return .cellsMissing(missing.filter { !$0.isEmpty }, found: found, expected: expected)
  }

  /// The household's number in a roster's row that cannot be read, by the place of its cell among the row's
  /// bytes; nil where nothing readable is there.
  private var unreadHousehold: String? {
    guard header.match.sheet.name == Sheet.roster.name, let cell = header.match.cell(of: 0) else {
      return nil
    }
    if cell < reading.records.record.count {
      let text = reading.records.record.withCell(cell) { KeyFolding.folded($0) }
      return text.isEmpty ? nil : text
    }
    guard let bytes = try? file.source.bytes(in: reading.records.record.byteRange) else {
      return nil
    }
    let raw = RawRecord(bytes, form: file.form)
    let cells = raw.cells
    guard cell < cells.count else { return nil }
    let text = raw.bytes[cells[cell]]
    guard !text.isEmpty, text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return KeyFolding.folded(Array(text).span)
  }
}

/// A file's sheet, to be handed in.
struct FileSubmission: Submission {
  let file: SheetFile
  let header: SheetFile.Header
  let codes: CodeChoice
  var takesDigits = false

  var sheet: Sheet { header.match.sheet }
  var name: String { file.name }
  var command: String { "import \(sheet.name)" }
  var source: EntrySource? { EntrySource(name: file.name, sha256: file.sha256, rows: nil) }
  var byteCount: Int64? { file.source.stamp.byteCount }
  var headerLine: Int { header.line }
  var hasChanged: Bool { file.hasChanged }
  var receipt: Receipt { Receipt(file, header) }

  func holds(_ column: String) -> Bool { header.match.holds(column) }

  func quoting(_ faults: [Fault]) -> [Fault] { CellQuotes.quote(faults, from: file, header) }

  func rows(checks: [RowCheck]) -> FileRows {
    FileRows(file, header, codes: codes, checks: checks, takesDigits: takesDigits)
  }
}

extension Receipt {
  init(_ file: SheetFile, sheet: String?) {
    self.init(
      file: file.name, sheet: sheet, encoding: file.form.encodingName,
      sha256: file.isReadWhole ? file.sha256.hexadecimal : nil)
  }

  init(_ file: SheetFile, _ header: SheetFile.Header) {
    self.init(file, sheet: header.match.sheet.name)
    unknownColumns = header.match.unknown
    columns = ColumnWords(header.match)
    headerLine = header.line
  }
}
