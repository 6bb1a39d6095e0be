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
}
