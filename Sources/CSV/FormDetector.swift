// What a file is, from its bytes alone.
//
// Encoding: a byte order mark decides. Else a file that is strict UTF-8 from its first byte to its
// last is UTF-8: Chinese text in GB18030 practically never is. Else it is GB18030. A file that is
// neither cannot be read; it is given the encoding that goes wrong later in it, so that the fault
// that reading then reports is the clerk's one bad byte and not the first Chinese word. UTF-16 has
// no other sign than its mark.
//
// Delimiter: the head of the file is read once for each candidate. Rows of a table have equally
// many cells under the right one, so the candidate under which most rows agree wins, then the one
// that gives more cells, then comma, tab, semicolon in that order (the tab first in UTF-16, which
// is Excel's "Unicode text"). A file of one column has commas.

/// Finds a file's form while its blocks pass by, so that one reading may serve other ends as well.
package struct FormDetector {
  private static let headLength = 64 * 1024
  private static let mostRecords = 200
  /// How many bytes at the end are looked at for an end mark and the line ends behind it.
  private static let tailLength = 256

  private var head: [UInt8] = []
  private var utf8 = UTF8Validator()
  private var gb18030 = GB18030Validator()
  private var byteCount: Int64 = 0
  /// The last bytes fed.
  private var tail: [UInt8] = []

  package init() {}

  package mutating func feed(_ block: Span<UInt8>) {
    if head.count < Self.headLength {
      let part = block.extracting(first: Self.headLength - head.count)
      part.withUnsafeBufferPointer { head.append(contentsOf: $0) }
    }
    byteCount += Int64(block.count)
    let end = block.extracting(last: Self.tailLength)
    end.withUnsafeBufferPointer { tail.append(contentsOf: $0) }
    if tail.count > Self.tailLength { tail.removeFirst(tail.count - Self.tailLength) }
    utf8.feed(block.bytes)
    gb18030.feed(block.bytes)
  }

  /// Where the bytes fed stop being UTF-8, from the file's start; nil where they never do. For tests.
  package var firstByteNotUTF8: Int64? { utf8.faultAtEnd }

  /// The form, once all is fed; an encoding or delimiter given is taken as given, but a mark in the
  /// file decides on the order of UTF-16.
  package func form(encoding: TextEncoding? = nil, delimiter: UInt8? = nil) -> TextForm {
    var form = TextForm()
    let marked = TextEncoding.allCases.first { head.starts(with: $0.byteOrderMark) }
    switch (encoding, marked) {
    case (nil, let marked?):
      (form.encoding, form.hasByteOrderMark) = (marked, true)
    case (nil, nil):
      form.encoding = unmarkedEncoding
    case (let asked?, let marked?) where asked == marked || asked.isUTF16 && marked.isUTF16:
      (form.encoding, form.hasByteOrderMark) = (marked, true)
    case (let asked?, _):
      form.encoding = asked
    }
    form.delimiter = delimiter ?? detectDelimiter(form)
    form.textEnd = controlZ(form.encoding)
    return form
  }

  /// Where the first Ctrl-Z stands of those that only line ends follow; nil where the text has no such end.
  private func controlZ(_ encoding: TextEncoding) -> Int64? {
    let width = encoding.isUTF16 ? 2 : 1
    // Which byte of a character says what it is; the other one of UTF-16 is zero.
    let place = encoding == .utf16BE ? 1 : 0
    var found: Int?
    var end = tail.count
    while end >= width {
      let byte = tail[end - width + place]
      if width == 2, tail[end - 1 - place] != 0 { break }
      if byte == 0x1A {
        found = end - width
      } else if byte != 0x0A, byte != 0x0D {
        break
      }
      end -= width
    }
    return found.map { byteCount - Int64(tail.count - $0) }
  }

  private var unmarkedEncoding: TextEncoding {
    guard let notUTF8 = utf8.faultAtEnd else { return .utf8 }
    guard let notGB18030 = gb18030.faultAtEnd else { return .gb18030 }
    return notUTF8 > notGB18030 ? .utf8 : .gb18030
  }

  private func detectDelimiter(_ form: TextForm) -> UInt8 {
    let comma = UInt8(ascii: ",")
    let tab = UInt8(ascii: "\t")
    let semicolon = UInt8(ascii: ";")
    let order = form.encoding.isUTF16 ? [tab, comma, semicolon] : [comma, tab, semicolon]
    var best = (delimiter: form.encoding.isUTF16 ? tab : comma, rows: 0, cells: 1)
    for delimiter in order {
      let (rows, cells) = agreement(under: delimiter, form)
      if (rows, cells) > (best.rows, best.cells) { best = (delimiter, rows, cells) }
    }
    return best.delimiter
  }

  /// The number of cells above one that most rows of the head have, and how many rows have it.
  private func agreement(under delimiter: UInt8, _ form: TextForm) -> (rows: Int, cells: Int) {
    var form = form
    form.delimiter = delimiter
    var options = RecordReader.Options()
    options.isLenient = true
    options.blockSize = Self.headLength
    var reader = RecordReader(source: ByteSource(bytes: head), form: form, options: options)
    var record = Record()
    var rowsByCells: [Int: Int] = [:]
    let isCut = byteCount > Int64(head.count)
    for _ in 0..<Self.mostRecords {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { break }
      } catch {
        if error.endsReading { break }
      }
      if isCut, record.byteRange.upperBound >= Int64(head.count) { break }
      if record.count > 1, !record.isBlank { rowsByCells[record.count, default: 0] += 1 }
    }
    let best = rowsByCells.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return best.map { ($0.value, $0.key) } ?? (0, 1)
  }
}
