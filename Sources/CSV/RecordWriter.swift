/// Writes records into a buffer that its owner drains.
///
/// A cell is quoted only where it must be: for a delimiter, a quote or a line break in it, as the
/// only cell of its record where it is empty (else the record would be a blank line), and at the
/// head of a file where it begins with U+FEFF (else that would be a byte order mark). Text is UTF-8
/// without NUL, which no reader takes.
package struct RecordWriter {
  package enum LineEnd: Sendable, CaseIterable {
    case crlf
    case lf
    case cr
  }

  package struct Options: Sendable {
    package var form: TextForm
    package var lineEnd: LineEnd = .crlf
    /// Puts the apostrophe of ``SpreadsheetGuard`` before what a spreadsheet takes for a formula.
    package var guardsFormulas = false

    package init(form: TextForm = TextForm()) {
      self.form = form
    }
  }

  package let options: Options
  /// What was written and not yet drained, in the file's encoding: whole records only.
  package private(set) var bytes: [UInt8] = []
  /// The record begun, in UTF-8.
  private var record: [UInt8] = []
  private var cellCount = 0
  private var isAtHead = true

  /// A byte order mark, where the form has one, is in ``bytes`` at once.
  package init(options: Options = Options()) {
    self.options = options
    if options.form.hasByteOrderMark { bytes = options.form.encoding.byteOrderMark }
  }

  /// Appends a cell to the record begun.
  package mutating func append(_ cell: Span<UInt8>) {
    if cellCount > 0 { record.append(options.form.delimiter) }
    cellCount += 1
    let isGuarded = options.guardsFormulas && SpreadsheetGuard.isNeeded(for: cell)
    let isQuoted = needsQuotes(cell)
    if isQuoted { record.append(Self.quote) }
    if isGuarded { record.append(UInt8(ascii: "'")) }
    cell.withUnsafeBufferPointer { text in
      guard isQuoted else {
        record.append(contentsOf: text)
        return
      }
      for byte in text {
        if byte == Self.quote { record.append(Self.quote) }
        record.append(byte)
      }
      record.append(Self.quote)
    }
  }

  package mutating func append(_ cell: String) {
    var cell = cell
    cell.withUTF8 { append($0.span) }
  }

  /// Appends a cell that `body` writes: digits, a sign and a point at most, which need no quotes and no guard.
  package mutating func appendPlain(_ body: (inout [UInt8]) -> Void) {
    if cellCount > 0 { record.append(options.form.delimiter) }
    cellCount += 1
    body(&record)
  }

  package mutating func endRecord() {
    if cellCount == 1, record.isEmpty { record += [Self.quote, Self.quote] }
    endLine()
  }

  /// Ends the record with bytes that are cells already, delimited and in the file's own encoding,
  /// such as those of ``Record/byteRange``: a clerk's row as he wrote it.
  package mutating func endRecord(withRawCells raw: Span<UInt8>) {
    if cellCount > 0 { record.append(options.form.delimiter) }
    options.form.encoding.append(record, to: &bytes)
    raw.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    record.removeAll(keepingCapacity: true)
    endLine()
  }

  package mutating func write(_ cells: [String]) {
    for cell in cells { append(cell) }
    endRecord()
  }

  /// Hands over what was written and forgets it; where the sink throws, nothing is forgotten.
  package mutating func drain<Failure: Error>(
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  private static let quote = UInt8(ascii: "\"")

  private mutating func endLine() {
    if options.lineEnd != .lf { record.append(0x0D) }
    if options.lineEnd != .cr { record.append(0x0A) }
    options.form.encoding.append(record, to: &bytes)
    record.removeAll(keepingCapacity: true)
    cellCount = 0
    isAtHead = false
  }

  private func needsQuotes(_ cell: Span<UInt8>) -> Bool {
    for index in cell.indices {
      let byte = cell[index]
      if byte == options.form.delimiter || byte == Self.quote || byte == 0x0A || byte == 0x0D {
        return true
      }
    }
    return isAtHead && cellCount == 1 && cell.count >= 3 && cell[0] == 0xEF && cell[1] == 0xBB
      && cell[2] == 0xBF
  }
}
