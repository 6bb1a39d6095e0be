import CSV
import Intake

/// The records of a sheet that hold data: those below the header, without blank rows, totals, remarks and
/// headers that a page break repeats.
struct DataRecords: ~Copyable {
  private let header: SheetFile.Header
  private let repeated: RepeatedRows
  private let remarks: RemarkRow
  private var reader: RecordReader
  private let endsInControlZ: Bool
  private var hasEnded = false
  /// Whether any row of data was found, readable or not.
  private var hasRows = false
  /// The record read last.
  private(set) var record = Record()
  /// The rows passed over, the header's own titles first.
  private(set) var passedOver = PassedOver()
  /// What rows that hold no data say of the unit, where the amounts were read otherwise, and where a second
  /// header stands: the whole file is then refused.
  private(set) var faults: [Fault] = []
  private static let mostFaults = 20
  /// Whether a second header stood above the record: it is then no row of the sheet.
  private(set) var hasSecondHeader = false

  init(_ file: SheetFile, _ header: SheetFile.Header) {
    self.header = header
    repeated = RepeatedRows(header)
    remarks = RemarkRow(header.match)
    endsInControlZ = file.form.endsInControlZ
    reader = RecordReader(source: file.source, form: file.form)
    for row in header.passedOver { passedOver.append(row.line, words: FirstWords.of(row)) }
  }

  /// What the file's head says that is worth telling.
  var warnings: [Fault] {
    var warnings = header.notices
    if endsInControlZ, hasEnded {
      warnings.append(Fault(line: record.line, column: nil, .notice(.controlZ)))
    }
    if hasEnded, !hasRows {
      warnings.append(Fault(line: header.line, column: nil, .notice(.noRows)))
    }
    return warnings
  }

  /// Reads the next one into `record`; false at the end.
  ///
  /// After a fault that does not end the reading the next call goes on behind it.
  mutating func next() throws(CSVFault) -> Bool {
    while true {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else {
          hasEnded = true
          return false
        }
      } catch {
        if !isNoData(error) {
          guard case .ragged = error.kind, SecondHeader.isOne(record) else {
            hasRows = true
            throw error
          }
          noteSecondHeader()
        }
        passOver()
        continue
      }
      guard record.recordNumber > header.lastRecord else {
        if record.recordNumber == header.lastRecord { reader.expectedCells = header.width }
        continue
      }
      if record.isBlank || remarks.isRemark(record) || repeated.contains(record) {
        passOver()
        continue
      }
      guard SecondHeader.isOne(record) else {
        hasRows = true
        return true
      }
      noteSecondHeader()
      passOver()
    }
  }

  /// Reads the rest and says how many there are, those that cannot be read among them.
  mutating func countRest() -> Int {
    var count = 0
    while true {
      do throws(CSVFault) {
        guard try next() else { return count }
      } catch {
        if error.endsReading { return count + 1 }
      }
      count += 1
    }
  }

  private mutating func noteSecondHeader() {
    hasSecondHeader = true
    guard faults.count < DataRecords.mostFaults else { return }
    faults.append(Fault(line: record.line, column: nil, .secondHeader))
  }

  private mutating func passOver() {
    let isBlank = record.isBlank
    passedOver.append(
      record.line, words: isBlank || passedOver.isFull ? nil : FirstWords.of(record))
    guard !isBlank, faults.count < DataRecords.mostFaults else { return }
    for statement in UnitStatement.marked(record) {
      if let fault = header.match.fault(of: statement) { faults.append(fault) }
    }
  }

  /// A total, a remark or a title need not have as many cells as the header.
  private func isNoData(_ fault: CSVFault) -> Bool {
    guard case .ragged = fault.kind else { return false }
    return remarks.isRemark(record) || repeated.contains(record)
  }
}
