import CSV
import Sheets

// The rows that `--accept-valid` did not take, as the clerk wrote them, byte for byte, behind four columns
// that say what is wrong. The file imports again once it is corrected: the four are columns that no sheet
// knows. It holds what people are not shown, unmasked, so it is its owner's alone.

struct RejectsFile {
  let receipt: Receipt
  let file: SheetFile
  let console: Console

  /// Writes the file, and tells which: one of that name that holds anything else may have been edited,
  /// and is left as it is.
  func write(to target: String) throws(Problem) -> String {
    let bytes = try bytes()
    let (path, stands) = try place(for: bytes, target)
    if stands { return path }
    try console.worded { () throws(OutputFault) in
      var output = try Output(path: path, readers: .ownerOnly)
      try output.write(bytes)
      try output.finish()
    }
    return path
  }

  /// `a.csv.rejects.csv`, else `a.csv.2.rejects.csv` and so on; whether it holds these bytes already.
  private func place(
    for bytes: [UInt8], _ target: String
  ) throws(Problem) -> (path: String, stands: Bool) {
    let ending = ".rejects.csv"
    let stem = target.hasSuffix(ending) ? String(target.dropLast(ending.count)) : target
    for number in 1...999 {
      let path =
        number == 1
        ? target : target == stem ? "\(target).\(number)" : "\(stem).\(number)\(ending)"
      guard System.isTaken(path) else { return (path, false) }
      if isSame(path, bytes) { return (path, true) }
    }
    throw Problem(
      "too_many_rejects",
      console.say(
        "there are too many files beside \(target); remove some", "\(target) 旁的文件过多，请清理"))
  }

  private func isSame(_ path: String, _ bytes: [UInt8]) -> Bool {
    do throws(SourceFault) {
      let source = try ByteSource(path: path)
      guard source.stamp.byteCount == Int64(bytes.count) else { return false }
      return try source.bytes(in: 0..<Int64(bytes.count)) == bytes
    } catch {
      return false
    }
  }

  private func bytes() throws(Problem) -> [UInt8] {
    guard case .success(let header) = file.findHeader() else { return [] }
    var writer = RecordWriter(options: RecordWriter.Options(form: file.form))
    let rejected = Set(receipt.rejectedLines)
    let faults = Dictionary(grouping: receipt.errors, by: \.line)
    var reader = RecordReader(source: file.source, form: file.form)
    var record = Record()
    do throws(SourceFault) {
      while advance(&reader, into: &record) {
        if record.recordNumber < header.record { continue }
        if record.recordNumber == header.record {
          for name in ["line", "column", "rule", "message"] { writer.append(name) }
          reader.expectedCells = record.count
        } else {
          guard rejected.contains(record.line) else { continue }
          append(faults[record.line] ?? [], line: record.line, to: &writer)
        }
        let raw = try file.source.bytes(in: record.byteRange)
        writer.endRecord(withRawCells: raw.span)
      }
    } catch {
      throw ImportWords(language: console.language, file: file.path).problem(error)
    }
    return writer.bytes
  }

  /// A faulty record is one to write; only one that ends the reading is not.
  private func advance(_ reader: inout RecordReader, into record: inout Record) -> Bool {
    do throws(CSVFault) {
      return try reader.next(into: &record)
    } catch {
      return !error.endsReading
    }
  }

  private func append(_ faults: [Fault], line: Int, to writer: inout RecordWriter) {
    writer.append(String(line))
    guard let first = faults.first else {
      writer.append("")
      writer.append("household")
      writer.append(
        console.say(
          "another row of the household is at fault; a household is taken as a whole",
          "同户另有一行有误，一户须整体录入"))
      return
    }
    let wording = FaultWording(console.language.ofFaults, sheet: receipt.sheet)
    writer.append(first.column ?? "")
    writer.append(first.kind.rule)
    let messages = faults.map { fault in
      faults.count > 1 && fault.column != nil
        ? "\(fault.column ?? ""): \(wording.message(fault))" : wording.message(fault)
    }
    writer.append(messages.joined(separator: " | "))
  }
}
