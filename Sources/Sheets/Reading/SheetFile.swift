import CSV
import Register

/// A file that is to be imported: its bytes, what they are, and which sheet they hold.
package final class SheetFile {
  /// As messages name it: the last part of the path.
  package let name: String
  package let path: String
  package let source: ByteSource
  package let form: TextForm
  package let sha256: SHA256Digest

  /// Reads the whole file once, for its form and its digest.
  package init(
    path: String, source: ByteSource, encoding: TextEncoding? = nil
  ) throws(SourceFault) {
    self.path = path
    self.source = source
    name = path.split(separator: "/").last.map(String.init) ?? path
    var detector = FormDetector()
    var digest = SHA256()
    try source.forEachBlock { block in
      detector.feed(block)
      digest.update(block)
      return true
    }
    form = detector.form(encoding: encoding)
    sha256 = digest.finalize()
  }

  /// How many records may stand above the header: a title, a stamp, a county, a date.
  static let mostTitleRows = 20

  /// The header of the file: the first row that is some sheet's.
  package func findHeader() -> Result<Header, HeaderFault> {
    var reader = RecordReader(source: source, form: form)
    var record = Record()
    var passedOver: [Int] = []
    var nearest: HeaderMismatch?
    for _ in 0..<SheetFile.mostTitleRows {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { break }
      } catch {
        return .failure(
          HeaderFault(fault: Fault(line: error.line, column: nil, .unreadable(error))))
      }
      switch HeaderMatcher.match(record.texts) {
      case .success(let match):
        return .success(
          Header(
            match: match, record: record.recordNumber, width: record.count, passedOver: passedOver))
      case .failure(let error): nearest = nearest ?? error.mismatch
      case nil: break
      }
      passedOver.append(record.line)
    }
    let kind: FaultKind = nearest.map { .unknownSheet($0) } ?? .noHeader
    return .failure(HeaderFault(fault: Fault(line: nearest == nil ? 0 : 1, column: nil, kind)))
  }

  package struct Header: Sendable {
    package let match: HeaderMatch
    /// The header's number among the records.
    package let record: Int
    /// How many cells it has.
    let width: Int
    /// The lines of the rows above it.
    let passedOver: [Int]
  }

  package struct HeaderFault: Error {
    package let fault: Fault
  }
}
