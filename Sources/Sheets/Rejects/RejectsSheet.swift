import CSV
import Intake

// The rows that an import did not take, as the clerk wrote them, byte for byte, behind four columns that say
// what is wrong, in the file's own encoding, delimiter and line end. Corrected, it imports again as it
// stands: the four are columns that every sheet knows and passes over. Where the file was such a sheet
// itself, its old four go and the new ones take their place.

/// The rejected rows of a file as a sheet of their own.
package struct RejectsSheet {
  private let file: SheetFile
  private let header: SheetFile.Header
  private let wording: FaultWording
  private let rejected: Set<Int>
  /// By line, rising.
  private let faults: [Fault]

  /// Nil where the file has no header, and so no rows.
  package init?(of receipt: Receipt, _ file: SheetFile, in language: FaultWording.Language) {
    guard case .success(let header) = file.findHeader() else { return nil }
    self.file = file
    self.header = header
    wording = FaultWording(language, of: receipt)
    rejected = Set(receipt.rejectedLines)
    // A receipt has them in the order of the file.
    faults = receipt.errors
  }

  /// Hands over its bytes, a part at a time; `body` returns false to stop early.
  package func forEachPart(_ body: (Span<UInt8>) -> Bool) throws(SourceFault) {
    var options = RecordWriter.Options(form: file.form)
    options.lineEnd = try lineEnd()
    var writer = RecordWriter(options: options)
    var reader = RecordReader(source: file.source, form: file.form)
    var record = Record()
    while advance(&reader, into: &record) {
      let number = record.recordNumber
      guard number >= header.firstRecord else { continue }
      guard number <= header.record || rejected.contains(record.line) else { continue }
      let raw = RawRecord(try file.source.bytes(in: record.byteRange), form: file.form)
      if number < header.record {
        for _ in RejectsColumns.names { writer.append("") }
      } else if number == header.record {
        for name in RejectsColumns.names { writer.append(name) }
        reader.expectedCells = record.count
      } else {
        append(faults(on: record.line..<record.line + raw.lineCount), record.line, to: &writer)
      }
      writer.endRecord(withRawCells: raw.without(header.match.rejectsCells).span)
      if writer.bytes.count > 1 << 16 {
        var goesOn = true
        writer.drain { part in goesOn = body(part) }
        guard goesOn else { return }
      }
    }
    writer.drain { part in _ = body(part) }
  }

  /// A faulty record is one to write; only one that ends the reading is not.
  private func advance(_ reader: inout RecordReader, into record: inout Record) -> Bool {
    do throws(CSVFault) {
      return try reader.next(into: &record)
    } catch {
      return !error.endsReading
    }
  }

  /// What ends the header's line.
  private func lineEnd() throws(SourceFault) -> RecordWriter.LineEnd {
    let isUTF16 = file.form.encoding == .utf16LE || file.form.encoding == .utf16BE
    let end = header.bytesEnd
    let bytes = try file.source.bytes(in: end..<end + (isUTF16 ? 4 : 2)).filter { $0 != 0 }
    switch (bytes.first, bytes.dropFirst().first) {
    case (0x0D, 0x0A): return .crlf
    case (0x0D, _): return .cr
    case (0x0A, _): return .lf
    default: return .crlf
    }
  }

  private func faults(on lines: Range<Int>) -> ArraySlice<Fault> {
    var (low, high) = (0, faults.count)
    while low < high {
      let middle = (low + high) / 2
      if faults[middle].line < lines.lowerBound { low = middle + 1 } else { high = middle }
    }
    return faults[low...].prefix { $0.line < lines.upperBound }
  }

  private func append(_ faults: ArraySlice<Fault>, _ line: Int, to writer: inout RecordWriter) {
    writer.append(String(line))
    guard let first = faults.first else {
      writer.append("")
      writer.append(RejectsColumns.householdRule)
      writer.append(wording.householdFalls)
      return
    }
    writer.append(first.column.map(wording.name) ?? "")
    writer.append(first.kind.rule)
    let messages = faults.map { fault in
      guard faults.count > 1, let column = fault.column else { return wording.message(fault) }
      return "\(wording.name(column)): \(wording.message(fault))"
    }
    writer.append(messages.joined(separator: " | "))
  }
}

extension FaultWording {
  /// Of a row that is not at fault itself.
  fileprivate var householdFalls: String {
    language == .chinese
      ? "同户另有一行有误，一户须整体录入"
      : "another row of the household is at fault; a household is taken as a whole"
  }
}
