import CSV

/// A file read to its end: its records' texts, or the first fault.
struct Reading: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var notes: [CSVFault] = []
  var faults: [CSVFault] = []

  /// Reads all records, going on behind every fault that lets it.
  init(
    _ bytes: [UInt8], form: TextForm = TextForm(), blockSize: Int = 4096, lenient: Bool = false,
    expectedCells: Int? = nil, recordLimit: Int = 16 << 20
  ) {
    var options = RecordReader.Options()
    options.blockSize = blockSize
    options.isLenient = lenient
    options.recordLimit = recordLimit
    var reader = RecordReader(source: ByteSource(bytes: bytes), form: form, options: options)
    reader.expectedCells = expectedCells
    var record = Record()
    while true {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { return }
        rows.append(record.texts)
        lines.append(record.line)
        notes += record.notes
      } catch {
        faults.append(error)
        if error.endsReading { return }
      }
    }
  }

  init(
    _ text: String, delimiter: Character = ",", blockSize: Int = 4096, lenient: Bool = false,
    expectedCells: Int? = nil
  ) {
    let form = TextForm(delimiter: delimiter.asciiValue ?? 0)
    self.init(
      Array(text.utf8), form: form, blockSize: blockSize, lenient: lenient,
      expectedCells: expectedCells)
  }
}

/// Block sizes that break records off everywhere, and one that breaks none.
let blockSizes = [1, 2, 3, 7, 64, 65536]
