// A CSV file as a sequence of records, block by block, in bounded memory.
//
//   source ── read ──▶ buffer ── RecordScanner ──▶ cells ── decode, unescape ──▶ Record
//
// The buffer holds the file's own bytes (UTF-16 is turned into UTF-8 on the way in), from the start
// of the current record on. When it ends inside a record, the record is moved to the buffer's front,
// more is read behind it, and it is scanned again; each time more is read at once, so that even a
// record of many blocks is scanned a few times only.
//
// RFC 4180 with what spreadsheets add: any of three delimiters; LF, CR, CRLF and any mixture; the
// last line with or without its end. Nothing is ever guessed: where the RFC has no reading, there
// is a fault with its place. Lenient reading keeps ragged rows, and stray quotes as ordinary
// characters, and notes each; it forgives nothing else.

/// Reads records from a source.
package struct RecordReader: ~Copyable, Sendable {
  package struct Options: Sendable {
    /// Keep ragged rows and stray quotes, and report them in ``Record/notes``.
    package var isLenient = false
    /// Longest record in bytes; a longer one is refused before it is read whole. At most 1 GiB.
    package var recordLimit = 16 << 20
    /// How much is read at once.
    package var blockSize = ByteSource.defaultBlockSize

    package init() {}
  }

  package let source: ByteSource
  package let form: TextForm
  /// How many cells a record must have; nil takes any. Blank records are never ragged.
  package var expectedCells: Int?

  let options: Options
  var scanner: RecordScanner
  var buffer: [UInt8]
  /// The bytes read and not yet taken as records: from `start` to `end` of the buffer.
  var start = 0
  var end = 0
  /// The next byte of the source to be read, and the one that stands at `start`.
  var readOffset: Int64
  var startOffset: Int64
  var sourceHasEnded = false
  var utf16: UTF16Decoder?
  var line = 1
  var recordNumber = 1
  /// The fault that ended the reading.
  var lastFault: CSVFault?

  package init(source: ByteSource, form: TextForm, options: Options = Options()) {
    self.source = source
    self.form = form
    var options = options
    options.blockSize = max(1, options.blockSize)
    self.options = options
    scanner = RecordScanner(delimiter: form.delimiter)
    buffer = Array(repeating: 0, count: options.blockSize + RecordScanner.slack)
    startOffset = form.hasByteOrderMark ? Int64(form.encoding.byteOrderMark.count) : 0
    readOffset = startOffset
    utf16 = form.encoding.isUTF16 ? UTF16Decoder(isBigEndian: form.encoding == .utf16BE) : nil
  }

  /// Reads the next record; false at the end of the file.
  ///
  /// After a fault that does not end the reading (``CSVFault/endsReading``) the next call goes on
  /// behind the faulty record. That record is left in `record`, as lenient reading would give it,
  /// except that it has no cells where its bytes are invalid. A fault that ends the reading leaves an
  /// empty record at the place where the unread one begins.
  package mutating func next(into record: inout Record) throws(CSVFault) -> Bool {
    if let lastFault { throw lastFault }
    while true {
      let outcome = scanner.scan(
        buffer, from: start, to: end, isLast: sourceHasEnded, into: &record)
      switch outcome {
      case .record(let contentEnd, let next):
        guard contentEnd - start <= limit else { throw final(tooLong, &record) }
        // A record that ends where the text breaks off is not whole.
        if isBroken, contentEnd == end { throw final(invalidUTF16, &record) }
        try take(upTo: contentEnd, next: next, into: &record)
        return true
      case .needsMore:
        // A line end or a quote not yet understood may follow a record of just the limit.
        guard end - start <= limit + 2 else { throw final(tooLong, &record) }
        try refill(&record)
      case .tooManyCells(let index):
        throw final(fault(.tooManyCells(limit: RecordScanner.mostCells), at: index), &record)
      case .unclosedQuote(let index):
        throw final(isBroken ? invalidUTF16 : fault(.unclosedQuote, at: index), &record)
      case .nothing:
        record.count = 0
        if isBroken { throw final(invalidUTF16, &record) }
        return false
      }
    }
  }

  /// How much of the source lies behind the records read, in its own bytes.
  package var bytesRead: Int64 { startOffset }

  private var isBroken: Bool { utf16?.isBroken ?? false }

  private var invalidUTF16: CSVFault { fault(.invalidBytes(form.encoding), at: end) }

  private var limit: Int { min(options.recordLimit, 1 << 30) }

  private var tooLong: CSVFault {
    let nul = scanner.marks.first { $0.kind == .nul }?.index ?? end
    let quote = scanner.openQuote ?? end
    let (suspect, place): (CSVFault.Suspect, Int) =
      nul < quote ? (.nul, nul) : quote < end ? (.openQuote, quote) : (.none, start)
    return fault(.recordTooLong(limit: limit, suspect: suspect), at: place)
  }

  mutating func final(_ fault: CSVFault, _ record: inout Record) -> CSVFault {
    lastFault = fault
    record.count = 0
    record.recordNumber = recordNumber
    record.line = line
    record.byteRange = startOffset..<startOffset
    record.notes.removeAll(keepingCapacity: true)
    return fault
  }

  private mutating func take(
    upTo contentEnd: Int, next: Int, into record: inout Record
  ) throws(CSVFault) {
    record.recordNumber = recordNumber
    record.line = line
    record.byteRange = startOffset..<startOffset + sourceLength(from: start, to: contentEnd)
    record.notes.removeAll(keepingCapacity: true)
    let invalid = decode(upTo: contentEnd, into: &record)
    // Places are counted from the record's start, so its faults are made before it is left.
    let isSound =
      scanner.marks.isEmpty && invalid == nil
      && (expectedCells == nil || expectedCells == record.count)
    let fault = isSound ? nil : judge(&record, invalidAt: invalid, contentEnd: contentEnd)
    let nextOffset = startOffset + sourceLength(from: start, to: next)
    line += scanner.breaks + 1
    recordNumber += 1
    startOffset = nextOffset
    start = next
    if let fault { throw fault }
  }

  /// The fault that is thrown for the record just decoded: the first in file order. Those that
  /// lenient reading forgives become the record's notes.
  private func judge(
    _ record: inout Record, invalidAt invalid: Int?, contentEnd: Int
  ) -> CSVFault? {
    let ragged = raggedness(of: record)
    var marks = scanner.marks
    if let invalid {
      marks.append(.init(kind: .invalidBytes(form.encoding), index: invalid))
      marks.sort { $0.index < $1.index }
    }
    var faults = marks.map { fault($0.kind, at: $0.index) }
    if invalid == nil, let ragged { faults.append(ragged) }
    if invalid != nil { record.count = 0 }
    guard options.isLenient else { return faults.first }
    record.notes = faults.filter { $0.isForgivable }
    return faults.first { !$0.isForgivable }
  }

  private func raggedness(of record: Record) -> CSVFault? {
    guard let expectedCells, record.count != expectedCells, !record.isBlank else { return nil }
    let place =
      record.count > expectedCells ? record.place(ofCell: expectedCells) : record.endPlace
    return CSVFault(
      kind: .ragged(expected: expectedCells, found: record.count), record: record.recordNumber,
      line: record.line, column: place.line == record.line ? place.column : 1,
      byteOffset: record.byteRange.lowerBound)
  }
}

extension CSVFault {
  fileprivate var isForgivable: Bool {
    switch kind {
    case .strayQuote, .textAfterQuote, .ragged: true
    default: false
    }
  }
}
