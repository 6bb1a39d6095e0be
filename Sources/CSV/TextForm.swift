/// How a file's bytes are to be read: its encoding and its delimiter.
package struct TextForm: Equatable, Sendable {
  package var encoding: TextEncoding
  package var hasByteOrderMark: Bool
  /// Comma, tab or semicolon.
  package var delimiter: UInt8

  /// Where the text ends, in the file's own bytes, before a Ctrl-Z (U+001A), the end mark of old systems, that
  /// only line ends follow: it is no text, and neither it nor they are read. Nil where no such mark is.
  package var textEnd: Int64?

  package var endsInControlZ: Bool { textEnd != nil }

  /// What may separate cells.
  package static let delimiters = [",", "\t", ";"].map { UInt8(ascii: $0) }

  package init(
    encoding: TextEncoding = .utf8, hasByteOrderMark: Bool = false,
    delimiter: UInt8 = UInt8(ascii: ",")
  ) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.delimiter = delimiter
  }

  /// `UTF-8`, `UTF-8 with BOM`, `GB18030`, `UTF-16LE` or `UTF-16BE`.
  package var encodingName: String {
    encoding.displayName(withByteOrderMark: hasByteOrderMark)
  }

  /// Reads the whole source once and finds its form; what is given is taken as given. For tests: who imports
  /// reads a file once for more than its form.
  package static func detect(
    in source: ByteSource, encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) throws(SourceFault) -> TextForm {
    var detector = FormDetector()
    try source.forEachBlock { block in
      detector.feed(block)
      return true
    }
    return detector.form(encoding: encoding, delimiter: delimiter)
  }
}
