import CSV

/// The records of a sheet that hold data: those below the header, without blank rows, totals, remarks and
/// headers that a page break repeats.
struct DataRecords: ~Copyable {
  private let header: SheetFile.Header
  private let repeated: RepeatedRows
  private var reader: RecordReader
  /// The record read last.
  private(set) var record = Record()
  /// Lines of the rows passed over, the header's own titles first.
  private(set) var passedOver: LineRuns

  init(_ file: SheetFile, _ header: SheetFile.Header) {
    self.header = header
    repeated = RepeatedRows(header)
    reader = RecordReader(source: file.source, form: file.form)
    passedOver = LineRuns(header.passedOver)
  }

  /// Reads the next one into `record`; false at the end.
  ///
  /// After a fault that does not end the reading the next call goes on behind it.
  mutating func next() throws(CSVFault) -> Bool {
    while true {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { return false }
      } catch {
        guard isNoData(error) else { throw error }
        passedOver.append(record.line)
        continue
      }
      guard record.recordNumber > header.record else {
        if record.recordNumber == header.record { reader.expectedCells = header.width }
        continue
      }
      guard record.isBlank || RemarkRow.isRemark(record) || repeated.contains(record) else {
        return true
      }
      passedOver.append(record.line)
    }
  }

  /// A total, a remark or a title need not have as many cells as the header.
  private func isNoData(_ fault: CSVFault) -> Bool {
    guard case .ragged = fault.kind else { return false }
    return RemarkRow.isRemark(record) || repeated.contains(record)
  }
}
