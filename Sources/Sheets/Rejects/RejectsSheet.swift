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
  private let receipt: Receipt

  /// Nil where the file has no header, and so no rows.
  package init?(of receipt: Receipt, _ file: SheetFile, in language: FaultWording.Language) {
    guard case .success(let header) = file.findHeader() else { return nil }
    self.file = file
    self.header = header
    wording = FaultWording(language, of: receipt)
    self.receipt = receipt
  }

  /// Hands over its bytes, a part at a time; `body` returns false to stop early.
  package func forEachPart(_ body: (Span<UInt8>) -> Bool) throws(ImportFault) {
    var options = RecordWriter.Options(form: file.form)
    do throws(SourceFault) { options.lineEnd = try lineEnd() } catch { throw .source(error) }
    var writer = RecordWriter(options: options)
    var reader = RecordReader(source: file.source, form: file.form)
    var record = Record()
    let faults = try receipt.errorReader()
    // Both rise, as the records do.
    var rejected = receipt.rejectedLines.sorted()[...]
    while advance(&reader, into: &record) {
      let number = record.recordNumber
      guard number >= header.firstRecord else { continue }
      if number > header.record {
        rejected = rejected.drop { $0 < record.line }
        guard rejected.first == record.line else { continue }
      }
      let raw = try raw(record)
      if number < header.record {
        for _ in RejectsColumns.names { writer.append("") }
      } else if number == header.record {
        for name in RejectsColumns.names { writer.append(name) }
        reader.expectedCells = record.count
      } else {
        let lines = record.line..<record.line + raw.lineCount
        let told = try faults.faults(on: lines).map {
          CellQuotes.quote($0, record, header.match)
        }
        append(told, record.line, to: &writer)
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

  private func raw(_ record: borrowing Record) throws(ImportFault) -> RawRecord {
    do throws(SourceFault) {
      return RawRecord(try file.source.bytes(in: record.byteRange), form: file.form)
    } catch {
      throw .source(error)
    }
  }

  private func append(_ faults: [Fault], _ line: Int, to writer: inout RecordWriter) {
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
