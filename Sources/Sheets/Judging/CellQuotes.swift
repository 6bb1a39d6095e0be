import CSV
import Domain
import Intake

// Faults that are found among all rows know their cells only as they were read: a day as 2011-06-30, a class
// as its key. The clerk looks for what the file says, so the cells are taken from the file again.

enum CellQuotes {
  /// The faults with their cells as the file writes them, masked where they are personal.
  static func quote(
    _ faults: [Fault], from file: SheetFile, _ header: SheetFile.Header
  ) -> [Fault] {
    var byLine: [Int: [Int]] = [:]
    for (index, fault) in faults.enumerated()
    where fault.line > header.line && fault.value != nil && fault.column != nil {
      byLine[fault.line, default: []].append(index)
    }
    guard var last = byLine.keys.max() else { return faults }
    var quoted = faults
    var reader = RecordReader(source: file.source, form: file.form)
    var record = Record()
    while last > 0 {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { break }
      } catch {
        if error.endsReading { break }
        continue
      }
      for index in byLine[record.line] ?? [] {
        quoted[index] = quote(faults[index], record, header.match)
      }
      if record.line >= last { last = 0 }
    }
    return quoted
  }

  static func quote(_ fault: Fault, _ record: Record, _ match: HeaderMatch) -> Fault {
    guard fault.value != nil, let name = fault.column, let index = match.sheet.index(of: name)
    else { return fault }
    let cell = match.cell(of: index)
    let written = cell.flatMap { $0 < record.count ? record.text($0) : nil } ?? ""
    let text = written.trimmed
    // A number that holds an ID is masked as free text is, where hyphens hide none.
    let kind: ColumnKind =
      fault.kind == .isResidentID ? .text : match.sheet.columns[index].kind
    return Fault(
      line: fault.line, column: name,
      value: text.isEmpty ? nil : CellMask.masked(text, as: kind), fault.kind)
  }
}

extension String {
  /// Without the white space at its ends.
  fileprivate var trimmed: String {
    var rest = drop(while: \.isWhitespace)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
