import CSV
import Intake

extension SheetFile {
  /// How many records hold anything below the header that is no sheet's: all of them are rejected. None where
  /// the file is no CSV.
  func rows(below fault: Fault) -> Int {
    if nature != nil { return 0 }
    var reader = RecordReader(source: source, form: form)
    var record = Record()
    var count = 0
    while true {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { return count }
        if record.line > fault.line, !record.isBlank { count += 1 }
      } catch {
        if error.endsReading { return count }
        if error.line > fault.line { count += 1 }
      }
    }
  }
}
