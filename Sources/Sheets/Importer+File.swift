import CSV
import Domain
import Intake
import Register

extension Importer {
  /// Takes a file: what its header says refuses it whole, or its rows are handed in.
  package func run(_ file: SheetFile) throws(ImportFault) -> Receipt {
    let header: SheetFile.Header
    switch file.findHeader() {
    case .success(let found): header = found
    case .failure(let problem):
      var receipt = Receipt(file, sheet: nil)
      receipt.errors = [problem.fault]
      receipt.isRefusedWhole = true
      receipt.rows = file.rows(below: problem.fault)
      receipt.rejected = receipt.rows
      return receipt
    }
    guard header.faults.isEmpty else { return refusal(of: file, header) }
    return try take(
      FileSubmission(
        file: file, header: header, codes: options.codes, takesDigits: options.takesDigits))
  }

  /// A file whose header is at fault: none of its rows is read, and all are rejected.
  private func refusal(of file: SheetFile, _ header: SheetFile.Header) -> Receipt {
    var receipt = Receipt(file, header)
    receipt.errors = header.faults.inFileOrder()
    receipt.warnings = header.notices.inFileOrder()
    receipt.isRefusedWhole = true
    var records = DataRecords(file, header)
    receipt.rows = records.countRest()
    receipt.rejected = receipt.rows
    receipt.passedOver = records.passedOver
    return receipt
  }
}
